import { findBlanks } from '../core/blank.js';
import { absent, known } from '../core/knowable.js';
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
import { readNotices } from './notices.js';
import { readPixels } from './pixels.js';
import { readPolicy } from './policy.js';
import { readPostings } from './postings.js';
import { readUnrecorded } from './recording.js';
import { readResources } from './resources/index.js';
import { readSenders } from './senders.js';
import { type FactSource, indexElements } from './source.js';
import { readStatements } from './statements.js';
import { readSubmissions } from './submissions.js';
import type { Facts } from './types/index.js';
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
  const { doc } = input;
  const index = once(() => indexElements(doc));
  const source: FactSource = {
    ...input,
    wording: wordingWith(vocabulary),
    get index() {
      return index();
    },
  };
  const controls = once(() => readControls(source));
  const demands = once(() => readDemands(source, controls()));
  const unrecorded = once(() => readUnrecorded(source, controls()));
  const forms = once(() => readForms(source, controls()));
  const fields = once(() => readFields(source, controls()));
  const aim = once(() => aimOfPage(source));
  const statements = once(() => readStatements(source, forms));
  const read = once(() => readLinks(source));
  const links = once(() => read().map(({ link }) => link));
  const notices = once(() => readNotices(source, read(), controls()));
  const collections = once(() => readCollections(source, forms(), controls(), fields(), aim));
  const cookieNotices = once(() => readCookieNotices(source));
  const consentSettings = once(() => readConsentSettings(source));
  const submissions = once(() => readSubmissions(source));
  const postings = once(() => readPostings(source));
  const unprotected = once(() => readUnprotected(source));
  const pixels = once(() => readPixels(source));
  const policy = once(() => readPolicy(source));
  const senders = once(() => readSenders(source));
  const message = once(() => readMessage(source, read()));
  const mailings = once(() => readMailings(source, message));
  const hurdles = once(() => readHurdles(source, forms(), controls(), message() !== undefined));
  const resources = once(() => readResources(source));
  const cookieLives = once(() => readCookieLives(source));
  return {
    document: {
      text: doc.text,
      extent: extentOf(doc),
      get language() {
        const language = languageOf(source)[0] ?? languageOfPage(source);
        return language ? known(language) : absent;
      },
      get blanks() {
        return findBlanks(doc.text);
      },
      get aim() {
        return aim();
      },
    },
    get controls() {
      return controls();
    },
    get demands() {
      return demands();
    },
    get unrecorded() {
      return unrecorded();
    },
    get forms() {
      return forms();
    },
    get postings() {
      return postings();
    },
    get unprotected() {
      return unprotected();
    },
    get fields() {
      return fields();
    },
    get collections() {
      return collections();
    },
    get notices() {
      return notices();
    },
    get links() {
      return links();
    },
    get statements() {
      return statements();
    },
    get cookieNotices() {
      return cookieNotices();
    },
    get consentSettings() {
      return consentSettings();
    },
    get submissions() {
      return submissions();
    },
    get pixels() {
      return pixels();
    },
    get policy() {
      return policy();
    },
    get senders() {
      return senders();
    },
    get message() {
      return message();
    },
    get mailings() {
      return mailings();
    },
    get hurdles() {
      return hurdles();
    },
    get resources() {
      return resources();
    },
    get cookieLives() {
      return cookieLives();
    },
  };
}

function once<T>(compute: () => T): () => T {
  let result: { value: T } | undefined;
  return () => {
    result ??= { value: compute() };
    return result.value;
  };
}
