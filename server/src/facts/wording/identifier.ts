import { fold } from '../../core/fold.js';
import type { Matcher } from '../../core/phrases/matcher.js';
import type { Token } from '../../core/phrases/tokens.js';
import type { LanguageData, Vocabulary } from '../../knowledge/wording.js';
import { compileVocabularies, type Meaning, sentencesOf, weigh } from './lexicon.js';
import { readSentences } from './reading.js';
import { tokenizeIdentifier } from './tokens.js';
import type { Reading } from './types.js';

interface CodeLanguage {
  readonly tag: string;
  readonly matcher: Matcher<Meaning>;
}

/**
 * Compiles the code vocabularies into one reader. The first language is the one code is mostly written in: its purposes
 * count in code names too; the others add only what cannot be mistaken for it.
 */
export function readIdentifierWith(data: readonly LanguageData[]): (name: string) => Reading {
  const languages = data.map(
    (language, index): CodeLanguage => ({
      tag: language.language,
      matcher: compileVocabularies(language, [
        language.identifiers,
        index === 0 ? withoutWhole(language) : undefined,
      ]),
    }),
  );
  const words = codeWords(data);
  return (name) => {
    const tokens = tokenizeIdentifier(name).flatMap((token) => splitJoined(token, words));
    let best: { tag: string; weight: number; matches: ReturnType<Matcher<Meaning>['find']> } | undefined;
    for (const { tag, matcher } of languages) {
      const matches = matcher.find(tokens);
      const weight = weigh(matches);
      if (weight > (best?.weight ?? 0)) best = { tag, weight, matches };
    }
    return readSentences(
      name,
      tokens,
      best?.tag,
      best === undefined ? [] : sentencesOf(tokens, best.matches),
    );
  };
}

/** A phrase that must be the whole label means nothing in a code name, where "analytics" may be anything. */
function withoutWhole({ purposes }: LanguageData): Vocabulary {
  const part = (phrases: readonly string[] | undefined) =>
    (phrases ?? []).filter((phrase) => !phrase.startsWith('^'));
  return {
    purposes: Object.fromEntries(
      Object.entries(purposes ?? {}).map(([purpose, { certain }]) => [purpose, { certain: part(certain) }]),
    ),
  };
}

/** Words that may stand in a joined name such as "newsletteroptin": those of the notations, stems as words. */
function codeWords(data: readonly LanguageData[]): ReadonlySet<string> {
  const phrases = data.flatMap(({ identifiers }) => [
    ...Object.values(identifiers?.purposes ?? {}).flatMap((graded) => Object.values(graded).flat()),
    ...Object.values(identifiers?.roles ?? {}).flat(),
    ...Object.values(identifiers?.unrelated ?? {}).flat(),
    ...(identifiers?.filler ?? []),
  ]);
  const words = phrases.flatMap((phrase: string) => phrase.match(/\p{L}{2,}/gu) ?? []);
  return new Set(words.map(fold));
}

const LONGEST_JOINED = 40;

/** Parts a joined word when known words cover it without rest, the fewest of them; else leaves it whole. */
function splitJoined(token: Token, words: ReadonlySet<string>): Token[] {
  const { text, start, end } = token;
  if (token.kind !== 'word' || text.length > LONGEST_JOINED || text.length !== end - start || words.has(text))
    return [token];
  const best: (number[] | undefined)[] = [[]];
  for (let to = 1; to <= text.length; to += 1) {
    for (let from = 0; from < to; from += 1) {
      const before = best[from];
      if (before === undefined || !words.has(text.slice(from, to))) continue;
      if (best[to] === undefined || before.length + 1 < (best[to]?.length ?? 0)) best[to] = [...before, from];
    }
  }
  const cuts = best[text.length];
  if (cuts === undefined || cuts.length < 2) return [token];
  return cuts.map((from, index) => {
    const to = cuts[index + 1] ?? text.length;
    return { text: text.slice(from, to), kind: 'word', start: start + from, end: start + to, parted: false };
  });
}
