import { languages as knownLanguages, type LanguageData } from '../../knowledge/wording.js';
import { readIdentifierWith } from './identifier.js';
import { compileVocabularies, type Meaning, sentencesOf, weigh } from './lexicon.js';
import type { Match, Matcher } from './matcher.js';
import { readSentences } from './reading.js';
import { fold, type Token, tokenizeText } from './tokens.js';
import type { Reading } from './types.js';

export type { Evidence, Polarity, Purpose, PurposeHit, Reading, Unrelated } from './types.js';

/** Reads labels and code names by the languages it was made with. */
export interface Wording {
  /**
   * Reads visible text whose entities are decoded. `languages` are BCP 47 tags of the surroundings, likeliest first:
   * they break ties, the words decide. Never throws; linear in the text.
   */
  readWording(text: string, languages?: readonly string[]): Reading;
  /** Reads a code name or message key: `acceptsMarketing`, `opt_in`, `checkout.newsletter.label`. */
  readIdentifier(name: string): Reading;
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

/** Languages are compiled when a text first needs them, and once. */
export function createWording(data: readonly LanguageData[]): Wording {
  const languages = data.map(
    (language): Language => ({
      tag: language.language,
      matcher: once(() => compileVocabularies(language, [language])),
    }),
  );
  const functionWords = once(() => indexFunctionWords(data));
  const identifiers = once(() => readIdentifierWith(data));

  const explain = (tokens: readonly Token[], preferred: readonly string[]): Explanation | undefined => {
    const votes = countVotes(tokens, functionWords());
    const explained = new Map<string, Explanation>();
    const consider = ({ tag, matcher }: Language) => {
      const matches = matcher().find(tokens);
      const bonus = (votes.get(tag) ?? 0) + (preferred.includes(tag) ? 0.5 : 0);
      explained.set(tag, { tag, matches, weight: matches.length === 0 ? 0 : weigh(matches) + bonus });
    };
    const likely = languages.filter(({ tag }) => preferred.includes(tag) || votes.has(tag));
    for (const language of likely) consider(language);
    if (
      ![...explained.values()].some(({ matches }) => matches.some(({ meaning }) => meaning.kind !== 'role'))
    ) {
      for (const language of languages) if (!explained.has(language.tag)) consider(language);
    }
    let best: Explanation | undefined;
    for (const candidate of explained.values()) if (candidate.weight > (best?.weight ?? 0)) best = candidate;
    return best;
  };

  return {
    readWording(text, tags = []) {
      const tokens = tokenizeText(text);
      const preferred = tags.map((tag) => tag.toLowerCase().split(/[-_]/)[0] ?? '');
      const best = explain(tokens, preferred);
      return readSentences(
        text,
        tokens,
        best?.tag,
        best === undefined ? [] : sentencesOf(tokens, best.matches),
      );
    },
    readIdentifier(name) {
      return /\s/.test(name.trim()) ? this.readWording(name) : identifiers()(name);
    },
  };
}

function countVotes(
  tokens: readonly Token[],
  index: ReadonlyMap<string, readonly string[]>,
): Map<string, number> {
  const votes = new Map<string, number>();
  for (const { text } of tokens)
    for (const tag of index.get(text) ?? []) votes.set(tag, (votes.get(tag) ?? 0) + 1);
  return votes;
}

function indexFunctionWords(data: readonly LanguageData[]): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const { language, functionWords } of data) {
    for (const word of new Set(functionWords.map(fold))) {
      const tags = index.get(word);
      if (tags === undefined) index.set(word, [language]);
      else tags.push(language);
    }
  }
  return index;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const wording = createWording(knownLanguages);

/** `Wording.readWording` with the languages that ship with Privacylint. */
export function readWording(text: string, languages?: readonly string[]): Reading {
  return wording.readWording(text, languages);
}

/** `Wording.readIdentifier` with the languages that ship with Privacylint. */
export function readIdentifier(name: string): Reading {
  return wording.readIdentifier(name);
}
