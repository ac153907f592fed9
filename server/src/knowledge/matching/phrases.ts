import { Literals } from '../../core/literals.js';
import { keysOf } from '../../core/phrases/keys.js';
import { Matcher } from '../../core/phrases/matcher.js';
import { type Word, wordsOfCode, wordsOfText } from './words.js';

/** Words found in a text; UTF-16 offsets. */
export interface PhraseHit<T> {
  readonly meaning: T;
  readonly start: number;
  readonly end: number;
}

interface Ranked<T> {
  readonly meaning: T;
  /** How many were added before. */
  readonly rank: number;
}

/** To prepare `#mayBeIn` takes as long as about so many searches. */
const PAYS_FROM = 40;

/**
 * Finds phrases in words: at each place the longest, none overlapping another; of equal ones the first added. The
 * notation is that of the language files (`core/phrases/notation.ts`). A text costs time linear in its length.
 */
export class PhraseFinder<T> {
  readonly #added: { readonly notations: readonly string[]; readonly meaning: T }[] = [];
  #made: Matcher<Ranked<T>> | undefined;
  #asked = 0;
  /** Letters without which no phrase can stand in a text; `false` where some phrase has none such. */
  #keys: Literals | false | undefined;

  add(notations: readonly string[], meaning: T): this {
    this.#added.push({ notations, meaning });
    this.#made = undefined;
    this.#keys = undefined;
    return this;
  }

  /** In what readers see; UTF-16 offsets into the text. */
  inText(text: string): PhraseHit<T>[] {
    return this.#mayBeIn(text) ? this.find(wordsOfText(text)) : [];
  }

  /** In an identifier, an expression or an address. */
  inCode(code: string): PhraseHit<T>[] {
    return this.#mayBeIn(code) ? this.find(wordsOfCode(code)) : [];
  }

  /** False only where none of the phrases can stand in a text; far cheaper than to look for them, once it is prepared. */
  #mayBeIn(text: string): boolean {
    if (this.#keys === undefined && ++this.#asked < PAYS_FROM) return true;
    this.#keys ??= this.#makeKeys();
    return this.#keys === false || this.#keys.test(text);
  }

  #makeKeys(): Literals | false {
    const keys = new Set<string>();
    for (const notation of this.#added.flatMap(({ notations }) => notations)) {
      const own = keysOf(notation);
      if (own === undefined) return false;
      for (const key of own) keys.add(key);
    }
    return new Literals([keys]);
  }

  /** Throws PhraseError where a phrase that may fit cannot be read. */
  find(words: readonly Word[]): PhraseHit<T>[] {
    this.#made ??= this.#make();
    const hits: PhraseHit<T>[] = [];
    let lastFrom = -1;
    let lastRank = 0;
    for (const { meaning: ranked, from, to } of this.#made.find(words)) {
      if (from === lastFrom && ranked.rank >= lastRank) continue;
      if (from === lastFrom) hits.pop();
      hits.push({ meaning: ranked.meaning, start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 });
      lastFrom = from;
      lastRank = ranked.rank;
    }
    return hits;
  }

  /** At the first search, since most of what could be looked for is not in most texts. */
  #make(): Matcher<Ranked<T>> {
    const matcher = new Matcher<Ranked<T>>();
    for (const [rank, { notations, meaning }] of this.#added.entries())
      for (const notation of notations) matcher.add(notation, { meaning, rank });
    return matcher;
  }
}
