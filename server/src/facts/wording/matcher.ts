import { type Element, layPhrase, PhraseError } from './phrases.js';
import type { Token } from './tokens.js';

interface Extent {
  readonly from: number;
  readonly to: number;
}

/** What the matched words stand for, as given to `add`, with the tokens they cover (`to` excluded). */
export interface Match<T> extends Extent {
  readonly meaning: T;
}

interface State<T> {
  readonly next: Map<number, State<T>[]>;
  meaning: T | undefined;
  wholeMeaning: T | undefined;
}

interface Stem {
  readonly text: string;
  readonly symbol: number;
}

const LONGEST_WORD = 48;
const SHORTEST_STEM = 3;
const NO_SYMBOLS: readonly number[] = [];
const MOST_KNOWN_WORDS = 20_000;

/**
 * Finds phrases in tokens: at each place the longest phrase, never two that overlap.
 * Linear in the text: a word costs its letters once, a place at most the length of the longest phrase.
 */
export class Matcher<T> {
  readonly #start = newState<T>();
  readonly #symbols = new Map<string, number>();
  /** Stems by their first letters, endings by their last; infixes have no such key. */
  readonly #prefixes = new Map<string, Stem[]>();
  readonly #suffixes = new Map<string, Stem[]>();
  readonly #infixes: Stem[] = [];
  readonly #words = new Map<string, readonly number[]>();
  #number = -1;

  /** Adds a phrase in the notation of the language files. Throws PhraseError when it cannot be read. */
  add(notation: string, meaning: T, sets: Readonly<Record<string, readonly string[]>> = {}): void {
    const { ends, whole } = layPhrase(notation, sets, {
      start: this.#start,
      newState: () => newState<T>(),
      link: (from, element, to) => this.#link(from, element, to),
    });
    for (const end of ends) {
      if (whole) end.wholeMeaning = meaning;
      else end.meaning = meaning;
    }
  }

  /** Words and stems of the phrases. */
  words(): string[] {
    return [...this.#symbols.keys()]
      .map((key) => key.slice(key.indexOf(' ') + 1))
      .filter((word) => word !== '#');
  }

  find(tokens: readonly Token[]): Match<T>[] {
    const words = tokens.map((token) => this.#symbolsOf(token));
    const isWord = (token: Token) => token.kind !== 'mark';
    const label = { from: tokens.findIndex(isWord), to: tokens.findLastIndex(isWord) + 1 };
    const matches: Match<T>[] = [];
    for (let from = 0; from < tokens.length; ) {
      const best = this.#longest(words, from, label);
      if (best === undefined) {
        from += 1;
        continue;
      }
      for (const meaning of best.meanings) matches.push({ meaning, from, to: best.to });
      from = best.to;
    }
    return matches;
  }

  #longest(
    words: readonly (readonly number[])[],
    from: number,
    label: Extent,
  ): { readonly meanings: readonly T[]; readonly to: number } | undefined {
    let best: { meanings: readonly T[]; to: number } | undefined;
    let states: readonly State<T>[] = [this.#start];
    for (let at = from; at < words.length; at += 1) {
      states = advance(states, words[at] ?? NO_SYMBOLS);
      if (states.length === 0) break;
      const meanings = meaningsOf(states, from === label.from && at + 1 === label.to);
      if (meanings.length > 0) best = { meanings, to: at + 1 };
    }
    return best;
  }

  #link(from: State<T>, element: Element, to: State<T>): void {
    const symbol = this.#symbolOf(element);
    const known = from.next.get(symbol);
    if (known === undefined) from.next.set(symbol, [to]);
    else if (!known.includes(to)) known.push(to);
  }

  #symbolOf(element: Element): number {
    if (element.kind === 'number') {
      if (this.#number < 0) this.#number = this.#intern('#');
      return this.#number;
    }
    const { kind, text } = element;
    if (kind === 'exact') return this.#intern(text);
    const known = this.#symbols.get(`${kind} ${text}`);
    if (known !== undefined) return known;
    if (kind !== 'infix' && text.length < SHORTEST_STEM)
      throw new PhraseError(`The stem “${text}” is shorter than ${SHORTEST_STEM} letters.`);
    const stem = { text, symbol: this.#intern(`${kind} ${text}`) };
    if (kind === 'infix') this.#infixes.push(stem);
    else if (kind === 'prefix') file(this.#prefixes, text.slice(0, SHORTEST_STEM), stem);
    else file(this.#suffixes, text.slice(-SHORTEST_STEM), stem);
    return stem.symbol;
  }

  #intern(key: string): number {
    const known = this.#symbols.get(key);
    if (known !== undefined) return known;
    const symbol = this.#symbols.size;
    this.#symbols.set(key, symbol);
    return symbol;
  }

  #symbolsOf({ text: word, kind }: Token): readonly number[] {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    const symbols: number[] = kind === 'number' && this.#number >= 0 ? [this.#number] : [];
    if (word.length <= LONGEST_WORD) {
      const exact = this.#symbols.get(word);
      if (exact !== undefined) symbols.push(exact);
      for (const { text, symbol } of this.#prefixes.get(word.slice(0, SHORTEST_STEM)) ?? [])
        if (word.startsWith(text)) symbols.push(symbol);
      for (const { text, symbol } of this.#suffixes.get(word.slice(-SHORTEST_STEM)) ?? [])
        if (word.endsWith(text)) symbols.push(symbol);
      for (const { text, symbol } of this.#infixes) if (word.includes(text)) symbols.push(symbol);
    }
    if (this.#words.size < MOST_KNOWN_WORDS) this.#words.set(word, symbols);
    return symbols;
  }
}

function file<V>(map: Map<string, V[]>, key: string, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

function newState<T>(): State<T> {
  return { next: new Map(), meaning: undefined, wholeMeaning: undefined };
}

function advance<T>(states: readonly State<T>[], symbols: readonly number[]): readonly State<T>[] {
  const following: State<T>[] = [];
  for (const symbol of symbols) {
    for (const state of states) {
      for (const next of state.next.get(symbol) ?? []) if (!following.includes(next)) following.push(next);
    }
  }
  return following;
}

function meaningsOf<T>(states: readonly State<T>[], whole: boolean): readonly T[] {
  const meanings: T[] = [];
  const add = (meaning: T | undefined) => {
    if (meaning !== undefined && !meanings.includes(meaning)) meanings.push(meaning);
  };
  for (const { meaning, wholeMeaning } of states) {
    add(meaning);
    if (whole) add(wholeMeaning);
  }
  return meanings;
}
