import { type Match, Matcher } from '../../core/phrases/matcher.js';
import type { Token } from '../../core/phrases/tokens.js';
import type { Graded, LanguageData, Vocabulary } from '../../knowledge/wording.js';
import type { Purpose, Unrelated } from './types.js';

/** What words do in a sentence; `schemas/wording.schema.json` explains each. */
export type Role =
  | 'yes'
  | 'agree'
  | 'imputed'
  | 'read'
  | 'want'
  | 'receive'
  | 'join'
  | 'contact'
  | 'message'
  | 'matter'
  | 'news'
  | 'asked'
  | 'not'
  | 'refuse'
  | 'withdraw'
  | 'can'
  | 'anytime'
  | 'tick'
  | 'untick'
  | 'refer'
  | 'content'
  | 'aim'
  | 'tease'
  | 'announce'
  | 'imply'
  | 'silence'
  | 'and'
  | 'admin'
  | 'noise';

export type Meaning =
  | { readonly kind: 'purpose'; readonly purpose: Purpose; readonly grade: keyof Graded }
  | { readonly kind: 'unrelated'; readonly unrelated: Unrelated }
  | { readonly kind: 'role'; readonly role: Role };

/** Compiles the vocabularies of one language into one matcher. Throws PhraseError on a phrase it cannot read. */
export function compileVocabularies(
  data: LanguageData,
  vocabularies: readonly (Vocabulary | undefined)[],
): Matcher<Meaning> {
  const matcher = new Matcher<Meaning>();
  const known = new Map<string, Meaning>();
  const add = (phrases: readonly string[] | undefined, made: Meaning) => {
    const key = Object.values(made).join(' ');
    const meaning = known.get(key) ?? made;
    known.set(key, meaning);
    for (const notation of phrases ?? []) matcher.add(notation, meaning, data.sets);
  };
  for (const vocabulary of vocabularies) {
    for (const [purpose, graded] of entries<Purpose, Graded>(vocabulary?.purposes)) {
      for (const [grade, phrases] of entries<keyof Graded, readonly string[]>({ ...graded }))
        add(phrases, { kind: 'purpose', purpose, grade });
    }
    for (const [role, phrases] of entries<Role, readonly string[]>(vocabulary?.roles))
      add(phrases, { kind: 'role', role });
    for (const [unrelated, phrases] of entries<Unrelated, readonly string[]>(vocabulary?.unrelated))
      add(phrases, { kind: 'unrelated', unrelated });
  }
  return matcher;
}

/** The schema holds the keys of the data to these unions. */
function entries<K extends string, V>(record: Readonly<Record<string, V>> | undefined): [K, V][] {
  return Object.entries(record ?? {}) as [K, V][];
}

/** How well a language explains a text: words covered, words with a meaning of their own counting twice. */
export function weigh(matches: readonly Match<Meaning>[]): number {
  let weight = 0;
  let last = -1;
  for (const { meaning, from, to } of matches) {
    if (from === last) continue;
    last = from;
    if (meaning.kind === 'role' && (meaning.role === 'and' || meaning.role === 'content')) continue;
    weight += (to - from) * (meaning.kind === 'role' ? 1 : 2);
  }
  return weight;
}

/** One thing in a sentence: words with a meaning, or a mark that stands between them. Token indices, `to` excluded. */
export type Event = ({ readonly meaning: Meaning } | { readonly mark: string }) & {
  readonly from: number;
  readonly to: number;
};

const SENTENCE_ENDS = new Set(['.', '!', '?', ';']);

/** Puts matches and the marks between them in order and parts them into sentences. */
export function sentencesOf(tokens: readonly Token[], matches: readonly Match<Meaning>[]): Event[][] {
  const sentences: Event[][] = [];
  let sentence: Event[] = [];
  let next = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const here: Match<Meaning>[] = [];
    for (let match = matches[next]; match?.from === index; match = matches[next]) {
      here.push(match);
      next += 1;
    }
    const covered = here[0]?.to;
    if (covered !== undefined) {
      sentence.push(...withoutDoubts(here));
      index = covered - 1;
      continue;
    }
    const token = tokens[index];
    if (token?.kind !== 'mark') continue;
    if (!SENTENCE_ENDS.has(token.text)) sentence.push({ mark: token.text, from: index, to: index + 1 });
    else if (sentence.length > 0) {
      sentences.push(sentence);
      sentence = [];
    }
  }
  if (sentence.length > 0) sentences.push(sentence);
  return sentences;
}

/** Of words that name a purpose in two grades, the narrower entry was meant: a whole label is likely what bare nouns are not. */
function withoutDoubts(here: readonly Match<Meaning>[]): readonly Match<Meaning>[] {
  if (here.length === 1) return here;
  const likely = here.flatMap(({ meaning }) =>
    meaning.kind === 'purpose' && meaning.grade === 'likely' ? [meaning.purpose] : [],
  );
  return here.filter(
    ({ meaning }) =>
      meaning.kind !== 'purpose' || meaning.grade === 'likely' || !likely.includes(meaning.purpose),
  );
}
