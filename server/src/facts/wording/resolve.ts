import type { Mention, Sentence, Stretch } from './parts.js';
import type { Purpose } from './types.js';

/** A purpose of the whole text. */
export interface Resolved {
  readonly purpose: Purpose;
  certainty: 'certain' | 'likely';
  requested: boolean;
  evidence: Stretch[];
}

const OWN_MESSAGES: ReadonlySet<Purpose> = new Set<Purpose>(['newsletter', 'marketing']);
/** Purposes for which data are processed or handed on: naming both is naming one. */
const USES: ReadonlySet<Purpose> = new Set<Purpose>([
  'newsletter',
  'marketing',
  'partners',
  'profiling',
  'sensitive',
  'publication',
]);
/** What one accepts or takes note of, rather than asks for. */
const ACCEPTED: ReadonlySet<Purpose> = new Set<Purpose>(['terms', 'privacy-notice', 'data-processing']);
const COOKIE_KINDS: ReadonlySet<Purpose> = new Set<Purpose>([
  'cookies-necessary',
  'cookies-functional',
  'cookies-analytics',
  'cookies-marketing',
]);

/** Settles what the sentences ask for together: distinct purposes in order of appearance. */
export function resolvePurposes(sentences: readonly Sentence[]): Resolved[] {
  for (const sentence of sentences) {
    settleCertainty(sentence);
    settleModifiers(sentence.mentions);
    joinNeighbours(sentence.mentions);
    dropBare(sentence.mentions);
    settleVague(sentence);
  }
  const mentions = sentences.flatMap((sentence) => sentence.mentions);
  settleAccepted(mentions);
  settleCookies(mentions);
  return gather(mentions);
}

/** Verbs make sure what bare nouns leave open: "offers" may be a category, "receive offers" is not. */
function settleCertainty(sentence: Sentence): void {
  const { mentions, agreed, received, joined, personal, refusals, grants } = sentence;
  const told = received || joined;
  const sent = told || sentence.vague.some(({ kind }) => kind === 'contact');
  const stated = sentence.announced || sentence.implied !== undefined;
  const only = grants.length === 1 ? grants[0] : undefined;
  for (const mention of mentions) {
    mention.told = told;
    const spoken = told || personal || refusals.length > 0;
    const governed = ACCEPTED.has(mention.purpose)
      ? agreed
      : mention.purpose === 'service-messages'
        ? sent
        : spoken;
    const isItsOwnVerb = only?.from === mention.from;
    if (governed || stated) mention.bare = false;
    if (!governed || isItsOwnVerb) continue;
    if (mention.requested && (ACCEPTED.has(mention.purpose) || USES.has(mention.purpose)))
      mention.certainty = 'certain';
  }
}

/** Bare nouns that no verb governs say nothing: "payment terms", "special offers". */
function dropBare(mentions: Mention[]): void {
  const kept = mentions.filter(({ bare }) => !bare);
  mentions.splice(0, mentions.length, ...kept);
}

/** Words between a document and what it is about: "terms of the newsletter". */
const REACH_OF_MODIFIER = 2;
const DOCUMENTS: ReadonlySet<Purpose> = new Set<Purpose>(['terms', 'privacy-notice']);

const SUBJECTS: ReadonlySet<Purpose> = new Set<Purpose>(['newsletter', 'marketing', 'partners', 'cookies']);

/** "The newsletter terms", "the privacy policy of our partners": what a document is about is not asked for. */
function settleModifiers(mentions: readonly Mention[]): void {
  for (const [index, after] of mentions.entries()) {
    const before = mentions[index - 1];
    if (
      before === undefined ||
      after.coordinated ||
      after.from - before.to > REACH_OF_MODIFIER ||
      after.governed > before.from
    )
      continue;
    const isOne = (document: Mention, other: Mention) =>
      DOCUMENTS.has(document.purpose) && document.requested && document.agreed && SUBJECTS.has(other.purpose);
    if (isOne(after, before)) before.requested = false;
    else if (isOne(before, after)) after.requested = false;
  }
}

/** "Offers from our partners", "processing of my data for marketing": neighbours without a coordinator are one purpose. */
function joinNeighbours(mentions: Mention[]): void {
  const joined: Mention[] = [];
  for (const mention of mentions) {
    let before = joined.at(-1);
    while (before !== undefined && !mention.coordinated && isAbsorbed(before.purpose, mention.purpose)) {
      joined.pop();
      absorb(mention, before);
      // "Offers, deals and promotions from our partners": all the run is the partners'.
      for (
        let run = joined.at(-1);
        mention.coordinated && run?.purpose === before.purpose;
        run = joined.at(-1)
      ) {
        joined.pop();
        absorb(mention, run);
      }
      before = joined.at(-1);
    }
    if (before !== undefined && !mention.coordinated && isAbsorbed(mention.purpose, before.purpose))
      absorb(before, mention);
    else joined.push(mention);
  }
  mentions.splice(0, mentions.length, ...joined);
}

/** Data are processed for a purpose, and messages are the partners' where both are named. */
function isAbsorbed(lost: Purpose, kept: Purpose): boolean {
  if (lost === 'data-processing') return USES.has(kept);
  return kept === 'partners' && (OWN_MESSAGES.has(lost) || lost === 'profiling');
}

function absorb(kept: Mention, lost: Mention): void {
  kept.also.push({ from: lost.from, to: lost.to }, ...lost.also);
  kept.requested ||= lost.requested;
  kept.bare = false;
  if (lost.from < kept.from) kept.coordinated = lost.coordinated;
}

/**
 * Words for messages without a subject take the subject of the sentence; alone they are likely marketing. Data kept in
 * order to contact the person serve to answer.
 */
function settleVague(sentence: Sentence): void {
  const { mentions, vague } = sentence;
  const told = sentence.received || sentence.joined || vague.some(({ kind }) => kind === 'contact');
  const spoken = told || sentence.personal || sentence.grants.length > 0 || sentence.refusals.length > 0;
  const meant = vague.filter(
    ({ kind }) =>
      kind === 'contact' || (kind === 'news' ? told || sentence.personal : kind === 'matter' ? told : spoken),
  );
  const answers =
    meant.every(({ kind }) => kind === 'contact') &&
    mentions.some(({ purpose, requested }) => purpose === 'data-processing' && requested);
  const first = meant.find(({ requested }) => requested) ?? meant[0];
  // To be contacted about what one sends is to be answered; messages and news are more than that.
  const isMore = meant.some(({ kind, requested }) => requested && (kind === 'message' || kind === 'news'));
  const request = sentence.asked ?? (isMore ? undefined : sentence.askedInAct);
  if (request !== undefined && (told || first !== undefined) && !mentions.some(isMessage)) {
    mentions.push(
      likely(
        'service-messages',
        first ?? request,
        first?.requested ?? true,
        first === undefined ? [] : [request],
      ),
    );
  } else if (first !== undefined && !answers && !mentions.some(isMessage) && !mentions.some(isOfPartners)) {
    const isNews = meant.some(({ kind }) => kind === 'news');
    const others = meant.filter((other) => other !== first);
    const mention = likely(isNews ? 'newsletter' : 'marketing', first, first.requested, others);
    const isTold = (sentence.received || sentence.joined) && first.requested;
    if (isTold && (isNews || (sentence.personal && first.kind !== 'contact'))) mention.certainty = 'certain';
    mentions.push(mention);
  }
  mentions.sort((a, b) => a.from - b.from);
  dropNotifications(mentions);
}

/** "E-mail notifications about offers" are offers. */
function dropNotifications(mentions: Mention[]): void {
  if (!mentions.some(({ purpose, requested }) => requested && OWN_MESSAGES.has(purpose))) return;
  const kept = mentions.filter(
    ({ purpose, certainty }) => purpose !== 'service-messages' || certainty === 'certain',
  );
  mentions.splice(0, mentions.length, ...kept);
}

function isMessage({ purpose }: Mention): boolean {
  return OWN_MESSAGES.has(purpose) || purpose === 'service-messages';
}

/** "Contacted by our partners": the messages are the partners'. */
function isOfPartners({ purpose, coordinated }: Mention): boolean {
  return purpose === 'partners' && !coordinated;
}

function likely(purpose: Purpose, at: Stretch, requested: boolean, also: readonly Stretch[]): Mention {
  return {
    purpose,
    certainty: 'likely',
    requested,
    coordinated: true,
    agreed: false,
    governed: -1,
    bare: false,
    told: true,
    from: at.from,
    to: at.to,
    also: [...also],
  };
}

/** Beside another request, terms and notices count only where the person accepts them: else they are a link. */
function settleAccepted(mentions: readonly Mention[]): void {
  if (!mentions.some(({ purpose, requested }) => requested && !ACCEPTED.has(purpose))) return;
  for (const mention of mentions)
    if (ACCEPTED.has(mention.purpose) && !mention.agreed) mention.requested = false;
}

/** Beside the word "cookies", "marketing" and "advertising" name a kind of cookie, and the kind is all that is asked for. */
function settleCookies(mentions: readonly Mention[]): void {
  if (!mentions.some(({ purpose }) => purpose.startsWith('cookies'))) return;
  const kind = mentions.find(({ purpose, requested }) => requested && COOKIE_KINDS.has(purpose));
  for (const mention of mentions) {
    const describes = !COOKIE_KINDS.has(mention.purpose) && !mention.agreed && !mention.coordinated;
    if (kind !== undefined && mention.from > kind.from && describes) mention.requested = false;
    const isKind = mention.purpose === 'marketing' || mention.purpose === 'profiling';
    if (isKind && mention.certainty === 'certain' && !mention.told) mention.purpose = 'cookies-marketing';
  }
  const isKnown = mentions.some(({ purpose, requested }) => requested && COOKIE_KINDS.has(purpose));
  for (const mention of mentions) if (isKnown && mention.purpose === 'cookies') mention.requested = false;
}

function gather(mentions: readonly Mention[]): Resolved[] {
  const resolved = new Map<Purpose, Resolved>();
  for (const mention of mentions) {
    const evidence = [{ from: mention.from, to: mention.to }, ...mention.also];
    const known = resolved.get(mention.purpose);
    if (known === undefined) {
      resolved.set(mention.purpose, {
        purpose: mention.purpose,
        certainty: mention.certainty,
        requested: mention.requested,
        evidence,
      });
    } else if (mention.requested && !known.requested) {
      known.requested = true;
      known.certainty = mention.certainty;
      known.evidence = evidence;
    } else if (mention.requested === known.requested) {
      if (mention.certainty === 'certain') known.certainty = 'certain';
      known.evidence.push(...evidence);
    }
  }
  for (const { evidence } of resolved.values()) evidence.sort((a, b) => a.from - b.from);
  return [...resolved.values()];
}
