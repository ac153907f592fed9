import { PhraseFinder, type PhraseHit } from './matching/phrases.js';
import { wordsOfText } from './matching/words.js';
import data from './unsubscribe.json';

export type UnsubscribeKind = 'unsubscribe' | 'preferences';

/** Words that speak of leaving a mailing or of changing what one receives; UTF-16 offsets. */
export interface UnsubscribeWords {
  readonly start: number;
  readonly end: number;
  /** BCP 47 primary subtag of the language the words are from. */
  readonly language: string;
  readonly kind: UnsubscribeKind;
  /** `likely` words have another everyday sense: de "Abmelden" also logs out. */
  readonly certainty: 'certain' | 'likely';
}

type Meaning = Pick<UnsubscribeWords, 'language' | 'kind' | 'certainty'>;
type Vicinity = 'supports' | 'contradicts';

const kinds = ['unsubscribe', 'preferences'] as const;

/** How far, in UTF-16 units, a word's neighbours can tell what it is about. */
const vicinity = 60;

let finders: ReturnType<typeof makeFinders> | undefined;

function makeFinders() {
  const words = new PhraseFinder<Meaning>();
  for (const [language, phrases] of Object.entries(data.languages)) {
    for (const kind of kinds) {
      words.add(phrases[kind].certain, { language, kind, certainty: 'certain' });
      words.add(phrases[kind].likely, { language, kind, certainty: 'likely' });
    }
  }
  const nearby = new PhraseFinder<Vicinity>()
    .add(data.nearby.supports, 'supports')
    .add(data.nearby.contradicts, 'contradicts');
  const names = new PhraseFinder<boolean>().add(data.names.except, false);
  const targets = new PhraseFinder<boolean>().add([...data.targets.except, ...data.names.except], false);
  for (const kind of kinds) {
    names.add(data.names[kind], true);
    targets.add(data.targets[kind], true).add(data.names[kind], true);
  }
  const mailto = new PhraseFinder<boolean>().add(data.mailto, true);
  return { words, nearby, names, targets, mailto };
}

/**
 * True for a template expression, identifier, property or helper name that stands for leaving a mailing or for its
 * settings: `unsubscribeUrl`, `user.unsub_link`, `manage_preferences`. Not for `subscribeUrl` or `cookiePreferences`.
 */
export function isUnsubscribeExpression(code: string): boolean {
  finders ??= makeFinders();
  return finders.names.inCode(code).some(({ meaning }) => meaning);
}

/**
 * True for an address that by its host, path, query or fragment leads to leaving a mailing or to its settings; for
 * `mailto:` the recipient and the subject speak.
 */
export function isUnsubscribeTarget(href: string): boolean {
  if (/^\s*data:/i.test(href)) return false;
  finders ??= makeFinders();
  const { targets, mailto } = finders;
  const isTarget = (part: string) => targets.inCode(part).some(({ meaning }) => meaning);
  const mail = /^\s*mailto:([^?]*)(\?.*)?$/is.exec(href);
  if (mail === null) return isTarget(percentDecoded(href));
  const [, recipient = '', query = ''] = mail;
  const said = [recipient.replace(/(@|%40).*/s, ''), new URLSearchParams(query).get('subject') ?? ''];
  return said.some((part) => isTarget(percentDecoded(part)) || mailto.inCode(part.toLowerCase()).length > 0);
}

/** Undoes percent-encoding where it is sound, and leaves the rest as it is. */
function percentDecoded(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

/**
 * The first words in a visible text that offer to leave a mailing or to change its settings, in eight languages.
 * Certain words come before likely ones. Likely ones count as certain where the words around speak of mailings, and
 * do not count where they speak of cookies.
 */
export function findUnsubscribeWords(text: string): UnsubscribeWords | undefined {
  finders ??= makeFinders();
  const words = wordsOfText(text);
  const hits = finders.words.find(words);
  if (hits.length === 0) return undefined;
  const certain = hits.find(({ meaning }) => meaning.certainty === 'certain');
  if (certain !== undefined) return { ...certain.meaning, start: certain.start, end: certain.end };
  const read = readVicinity(hits, finders.nearby.find(words));
  const best = read.find(({ says }) => says === 'supports') ?? read.find(({ says }) => says === undefined);
  if (best === undefined) return undefined;
  const { meaning, start, end } = best.hit;
  return { ...meaning, start, end, certainty: best.says === 'supports' ? 'certain' : 'likely' };
}

/** Both lists are in order, so one pass over them does. */
function readVicinity(hits: readonly PhraseHit<Meaning>[], neighbours: readonly PhraseHit<Vicinity>[]) {
  let first = 0;
  return hits.map((hit) => {
    let says: Vicinity | undefined;
    while (first < neighbours.length && (neighbours[first]?.end ?? 0) <= hit.start - vicinity) first++;
    for (let at = first; at < neighbours.length && says !== 'contradicts'; at++) {
      const neighbour = neighbours[at];
      if (neighbour === undefined || neighbour.start >= hit.end + vicinity) break;
      // The hit's own words say nothing about it.
      if (neighbour.end <= hit.start || neighbour.start >= hit.end) says = neighbour.meaning;
    }
    return { hit, says };
  });
}
