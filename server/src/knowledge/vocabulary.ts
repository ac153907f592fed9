import { Literals } from '../core/literals.js';
import { once } from '../core/memo.js';
import { keysOf } from '../core/phrases/keys.js';
import { PhraseFinder, type PhraseHit } from './matching/phrases.js';
import { purposeNames } from './purposes.js';
import type { Graded, LanguageData, Vocabulary } from './wording.js';

/** Language (BCP 47 primary subtag) → purpose → words that speak of it. */
export type Vocabularies = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Languages with further words; one that is new is told by its words alone. Purposes that nobody knows are left out. */
export function withVocabulary(
  languages: readonly LanguageData[],
  vocabularies: Vocabularies,
): readonly LanguageData[] {
  const extended = languages.map((data) => {
    const own = Object.entries(vocabularies).filter(([tag]) => primaryOf(tag) === data.language);
    return own.reduce((before, [, words]) => extend(before, words), data);
  });
  const others = Object.entries(vocabularies).filter(
    ([tag]) => !languages.some(({ language }) => language === primaryOf(tag)),
  );
  return [...extended, ...others.map(([tag, words]) => extend(emptyLanguage(primaryOf(tag)), words))];
}

/** False only where a text holds none of the words. */
export function mayHoldVocabulary(text: string, vocabularies: Vocabularies): boolean {
  const literals = literalsOf(vocabularies);
  return literals === undefined || literals.test(text);
}

/** The words of a text that stand for a purpose by configuration alone; UTF-16 offsets into the text. */
export function configuredWords(vocabularies: Vocabularies): (text: string) => readonly PhraseHit<string>[] {
  const finder = new PhraseFinder<string>();
  let isEmpty = true;
  for (const [purpose, words] of Object.values(vocabularies).flatMap((own) => Object.entries(own))) {
    const phrases = words.map(phraseOf).filter((phrase) => phrase !== '');
    if (!purposeNames.has(purpose) || phrases.length === 0) continue;
    finder.add(phrases, purpose);
    isEmpty = false;
  }
  return isEmpty ? () => [] : (text) => finder.inText(text);
}

/** Undefined where letters do not tell: words too short, or of another script. */
const literalsOf = once((vocabularies: Vocabularies): Literals | undefined => {
  try {
    const phrases = Object.values(vocabularies).flatMap((words) => Object.values(words).flat().map(phraseOf));
    const keys = phrases.filter((phrase) => phrase !== '').map((phrase) => keysOf(phrase));
    return keys.every((own) => own !== undefined) ? new Literals([keys.flat()]) : undefined;
  } catch {
    return undefined;
  }
});

function primaryOf(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? tag;
}

function emptyLanguage(language: string): LanguageData {
  return { language, source: 'Configuration.', telltales: [], examples: { positive: [], negative: [] } };
}

function extend(data: LanguageData, words: Vocabularies[string]): LanguageData {
  const phrases = new Map(
    Object.entries(words)
      .filter(([purpose]) => purposeNames.has(purpose))
      .map(([purpose, listed]) => [purpose, listed.map(phraseOf).filter((phrase) => phrase !== '')]),
  );
  const telltales = data.purposes
    ? []
    : [...phrases.values()].flat().filter((phrase) => !phrase.includes(' '));
  return {
    ...data,
    telltales: [...data.telltales, ...telltales],
    purposes: joined(data.purposes, phrases),
    identifiers: { ...data.identifiers, purposes: joined(data.identifiers?.purposes, phrases) },
  };
}

function joined(
  purposes: Vocabulary['purposes'] = {},
  phrases: ReadonlyMap<string, readonly string[]>,
): Readonly<Record<string, Graded>> {
  const added = [...phrases].map(([purpose, more]): [string, Graded] => {
    const graded = purposes[purpose];
    return [purpose, { ...graded, certain: [...(graded?.certain ?? []), ...more] }];
  });
  return { ...purposes, ...Object.fromEntries(added) };
}

/** Users write words, not phrases: marks of the notation mean nothing, except a star behind a stem of three letters. */
function phraseOf(words: string): string {
  return words
    .split(/[\s()|?^$#<>]+/)
    .map((word) => {
      const plain = word.replaceAll('*', '');
      return word.endsWith('*') && SHORTEST_STEM.test(plain) ? `${plain}*` : plain;
    })
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .join(' ');
}

/** Letters that no mark parts: behind a hyphen or apostrophe a new word begins. */
const SHORTEST_STEM = /[\p{L}\p{N}]{3}$/u;
