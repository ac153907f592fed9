import { Matcher } from '../../core/phrases/matcher.js';
import type { Word } from './words.js';

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

/**
 * Finds phrases in words: at each place the longest, none overlapping another; of equal ones the first added. The
 * notation is that of the language files (`core/phrases/notation.ts`). A text costs time linear in its length.
 */
export class PhraseFinder<T> {
  readonly #added: { readonly notations: readonly string[]; readonly meaning: T }[] = [];
  #made: Matcher<Ranked<T>> | undefined;

  add(notations: readonly string[], meaning: T): this {
    this.#added.push({ notations, meaning });
    this.#made = undefined;
    return this;
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
