import { findBlanks } from '../core/blank.js';
import { absent, known } from '../core/knowable.js';
import { kept } from '../core/memo.js';
import { emptySnapshot, type LookUp } from '../core/project.js';
import type { Vocabularies } from '../knowledge/vocabulary.js';
import type { Doc } from '../model/nodes.js';
import { readCollections } from './collections.js';
import { readConsentSettings } from './consentSettings.js';
import { readControls } from './controls.js';
import { readCookieNotices } from './cookieNotices.js';
import { readCookieLives } from './cookies/index.js';
import { readDemands } from './demands.js';
import { extentOf } from './extent.js';
import { readFields } from './fields.js';
import { aimOfPage } from './formPurpose.js';
import { readForms } from './forms.js';
import { languageOf, languageOfPage } from './language.js';
import { readHurdles } from './leaving.js';
import { readLinks } from './links.js';
import { readMailings } from './mailings.js';
import { messageLookUps, readMessage } from './message.js';
import { readUnprotected } from './mixed.js';
import { readDeadNotices, readNotices } from './notices.js';
import { readPixels } from './pixels.js';
import { readPolicy } from './policy.js';
import { readPostings } from './postings.js';
import { readUnrecorded } from './recording.js';
import { readResources } from './resources/index.js';
import { readSenders } from './senders.js';
import { type FactSource, indexElements } from './source.js';
import { readStatements, readWithdrawal } from './statements.js';
import { readSubmissions } from './submissions.js';
import type { Aim, Extent, Facts } from './types/index.js';
import { wordingWith } from './wording/index.js';

/** What facts would like to know from other files, by key; the engine fetches it before the review. */
export function lookUpsOf(doc: Doc, path: string): readonly LookUp[] {
  const nothing = {
    snapshot: emptySnapshot,
    wording: wordingWith({}),
    email: undefined,
    provider: undefined,
  };
  return messageLookUps({ ...nothing, doc, path, index: indexElements(doc) });
}

/** What facts are read from, with what the configuration adds to the words. */
export type FactInput = Omit<FactSource, 'index' | 'wording'> & { readonly vocabulary?: Vocabularies };

/** The facts of a document, each family computed when it is first asked for. */
export function readFacts({ vocabulary = {}, ...input }: FactInput): Facts {
  return new DocumentFacts({ ...input, wording: wordingWith(vocabulary), index: indexElements(input.doc) });
}

class DocumentFacts implements Facts {
  readonly document: Facts['document'];
  readonly #controls = kept(() => readControls(this.source));
  readonly #demands = kept(() => readDemands(this.source, this.#controls()));
  readonly #unrecorded = kept(() => readUnrecorded(this.source, this.#controls()));
  readonly #forms = kept(() => readForms(this.source, this.#controls()));
  readonly #fields = kept(() => readFields(this.source, this.#controls()));
  readonly #aim = kept(() => aimOfPage(this.source));
  readonly #statements = kept(() => readStatements(this.source, this.#forms, this.#controls));
  readonly #tellsWithdrawal = kept(() => readWithdrawal(this.source, this.#forms, this.#controls));
  readonly #read = kept(() => readLinks(this.source));
  readonly #links = kept(() => this.#read().map(({ link }) => link));
  readonly #deadNotices = kept(() => readDeadNotices(this.source));
  readonly #notices = kept(() => readNotices(this.source, this.#controls()));
  readonly #collections = kept(() =>
    readCollections(this.source, this.#forms(), this.#controls(), this.#fields(), this.#aim),
  );
  readonly #cookieNotices = kept(() => readCookieNotices(this.source));
  readonly #consentSettings = kept(() => readConsentSettings(this.source));
  readonly #submissions = kept(() => readSubmissions(this.source));
  readonly #postings = kept(() => readPostings(this.source));
  readonly #unprotected = kept(() => readUnprotected(this.source));
  readonly #pixels = kept(() => readPixels(this.source, () => this.#message() !== undefined));
  readonly #policy = kept(() => readPolicy(this.source));
  readonly #senders = kept(() => readSenders(this.source));
  readonly #message = kept(() => readMessage(this.source, this.#read));
  readonly #mailings = kept(() => readMailings(this.source, this.#message));
  readonly #hurdles = kept(() =>
    readHurdles(this.source, this.#forms(), this.#controls(), this.#message() !== undefined),
  );
  readonly #resources = kept(() => readResources(this.source));
  readonly #cookieLives = kept(() => readCookieLives(this.source));

  constructor(readonly source: FactSource) {
    this.document = new DocumentTraits(source, this.#aim);
  }

  get controls() {
    return this.#controls();
  }

  get demands() {
    return this.#demands();
  }

  get unrecorded() {
    return this.#unrecorded();
  }

  get forms() {
    return this.#forms();
  }

  get postings() {
    return this.#postings();
  }

  get unprotected() {
    return this.#unprotected();
  }

  get fields() {
    return this.#fields();
  }

  get collections() {
    return this.#collections();
  }

  get deadNotices() {
    return this.#deadNotices();
  }

  get notices() {
    return this.#notices();
  }

  get links() {
    return this.#links();
  }

  get statements() {
    return this.#statements();
  }

  get tellsWithdrawal() {
    return this.#tellsWithdrawal();
  }

  get cookieNotices() {
    return this.#cookieNotices();
  }

  get consentSettings() {
    return this.#consentSettings();
  }

  get submissions() {
    return this.#submissions();
  }

  get pixels() {
    return this.#pixels();
  }

  get policy() {
    return this.#policy();
  }

  get senders() {
    return this.#senders();
  }

  get message() {
    return this.#message();
  }

  get mailings() {
    return this.#mailings();
  }

  get hurdles() {
    return this.#hurdles();
  }

  get resources() {
    return this.#resources();
  }

  get cookieLives() {
    return this.#cookieLives();
  }
}

class DocumentTraits {
  readonly text: string;
  readonly extent: Extent;

  constructor(
    readonly source: FactSource,
    readonly readAim: () => Aim | undefined,
  ) {
    this.text = source.doc.text;
    this.extent = extentOf(source.doc);
  }

  get language() {
    const language = languageOf(this.source)[0] ?? languageOfPage(this.source);
    return language ? known(language) : absent;
  }

  get blanks() {
    return findBlanks(this.text);
  }

  get aim() {
    return this.readAim();
  }
}
