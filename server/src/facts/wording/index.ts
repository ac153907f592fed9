import { kept } from '../../core/memo.js';
import { type Match, Matcher } from '../../core/phrases/matcher.js';
import type { Token } from '../../core/phrases/tokens.js';
import { remembered } from '../../core/remembered.js';
import { configuredWords, type Vocabularies, withVocabulary } from '../../knowledge/vocabulary.js';
import { languages as knownLanguages, type LanguageData } from '../../knowledge/wording.js';
import { readIdentifierWith } from './identifier.js';
import { compileVocabularies, type Meaning, sentencesOf, weigh } from './lexicon.js';
import { readSentences } from './reading.js';
import { tokenizeText } from './tokens.js';
import type { Reading } from './types.js';

export type { Evidence, Polarity, Purpose, PurposeHit, Reading, Unrelated } from './types.js';

/** Reads labels and code names by the languages it was made with. */
export interface Wording {
  /**
   * Reads visible text whose entities are decoded. `languages` are BCP 47 tags of the surroundings, likeliest first:
   * they break ties, the words decide. Never throws; linear in the text.
   */
  readWording(text: string, languages?: readonly string[]): Reading;
  /** The language that most of the telltale words of a text are of; undefined where none or several are ahead. */
  languageOfWords(text: string): string | undefined;
  /** Reads a code name or message key: `acceptsMarketing`, `opt_in`, `checkout.newsletter.label`. */
  readIdentifier(name: string): Reading;
  /** The words of a text that a configuration gives a purpose, whatever the sentence says; none without one. */
  configured(
    text: string,
  ): readonly { readonly meaning: string; readonly start: number; readonly end: number }[];
}

interface Language {
  readonly tag: string;
  readonly matcher: () => Matcher<Meaning>;
}

interface Explanation {
  readonly tag: string;
  readonly matches: readonly Match<Meaning>[];
  readonly weight: number;
}

/** What being the language of the surroundings counts, in words: it breaks ties. */
const PREFERENCE = 0.5;
/** A language speaks for a text when it has this share of the telltale words that the likeliest has. */
const LEAST_SHARE = 0.6;

/** Readings kept for when they are asked for again: several facts read the same label. */
const MOST_REMEMBERED = 200;
const LONGEST_LABEL = 300;
const TAG = /^[a-z]+$/;

/** Languages are compiled when a text first needs them, and once. */
export function createWording(
  data: readonly LanguageData[],
  configured: Wording['configured'] = () => [],
): Wording {
  const languages = data.map(
    (language): Language => ({
      tag: language.language,
      matcher: kept(() => compileVocabularies(language, [language])),
    }),
  );
  const telltales = kept(() => compileTelltales(data));
  const identifiers = kept(() => remembered(readIdentifierWith(data), MOST_REMEMBERED));

  /** The languages that the surroundings or the words speak for, in the order of the data; else the first. */
  const candidates = (
    preferred: readonly string[],
    votes: ReadonlyMap<string, number>,
  ): readonly Language[] => {
    const most = Math.max(0, ...votes.values());
    const spoken = languages.filter(
      ({ tag }) => preferred.includes(tag) || (votes.get(tag) ?? 0) >= Math.max(1, most * LEAST_SHARE),
    );
    return spoken.length > 0 ? spoken : languages.slice(0, 1);
  };
  const explain = (tokens: readonly Token[], preferred: readonly string[]): Explanation | undefined => {
    const votes = countVotes(telltales().find(tokens));
    let best: Explanation | undefined;
    for (const { tag, matcher } of candidates(preferred, votes)) {
      const matches = matcher().find(tokens);
      if (matches.length === 0) continue;
      const weight = weigh(matches) + (votes.get(tag) ?? 0) + (preferred.includes(tag) ? PREFERENCE : 0);
      if (best === undefined || weight > best.weight) best = { tag, matches, weight };
    }
    return best;
  };

  const read = (text: string, preferred: readonly string[]): Reading => {
    const tokens = tokenizeText(text);
    const best = explain(tokens, preferred);
    return readSentences(
      text,
      tokens,
      best?.tag,
      best === undefined ? [] : sentencesOf(tokens, best.matches),
    );
  };
  /** Asked with the languages, a colon, the text. */
  const readLabel = remembered((asked) => {
    const colon = asked.indexOf(':');
    return read(asked.slice(colon + 1), colon === 0 ? [] : asked.slice(0, colon).split(' '));
  }, MOST_REMEMBERED);

  return {
    readWording(text, tags = []) {
      const preferred = tags.map((tag) => tag.toLowerCase().split(/[-_]/)[0] ?? '');
      const isLabel = text.length <= LONGEST_LABEL && preferred.every((tag) => TAG.test(tag));
      return isLabel ? readLabel(`${preferred.join(' ')}:${text}`) : read(text, preferred);
    },
    languageOfWords(text) {
      const [first, second] = [...countVotes(telltales().find(tokenizeText(text)))].sort(
        (a, b) => b[1] - a[1],
      );
      return first && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
    },
    readIdentifier(name) {
      return /\s/.test(name.trim()) ? this.readWording(name) : identifiers()(name);
    },
    configured,
  };
}

function compileTelltales(data: readonly LanguageData[]): Matcher<string> {
  const matcher = new Matcher<string>();
  for (const { language, telltales } of data) for (const word of telltales) matcher.add(word, language);
  return matcher;
}

function countVotes(matches: readonly Match<string>[]): Map<string, number> {
  const votes = new Map<string, number>();
  for (const { meaning } of matches) votes.set(meaning, (votes.get(meaning) ?? 0) + 1);
  return votes;
}

const wording = createWording(knownLanguages);
const extended = new WeakMap<Vocabularies, Wording>();

/**
 * The languages that ship with Privacylint, with further words on top: language (BCP 47 primary subtag) → purpose →
 * words. Made once for the same object of words.
 */
export function wordingWith(vocabulary: Vocabularies): Wording {
  if (Object.keys(vocabulary).length === 0) return wording;
  const known = extended.get(vocabulary);
  if (known) return known;
  const made = createWording(withVocabulary(knownLanguages, vocabulary), configuredWords(vocabulary));
  extended.set(vocabulary, made);
  return made;
}

/** `Wording.readWording` with the languages that ship with Privacylint. */
export function readWording(text: string, languages?: readonly string[]): Reading {
  return wording.readWording(text, languages);
}

/** `Wording.readIdentifier` with the languages that ship with Privacylint. */
export function readIdentifier(name: string): Reading {
  return wording.readIdentifier(name);
}
