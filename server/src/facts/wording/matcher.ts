import { type Element, layPhrase } from './phrases.js';
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

const LONGEST_WORD = 48;
const MOST_KNOWN_WORDS = 20_000;

/**
 * Finds phrases in tokens: at each place the longest phrase, never two that overlap.
 * Linear in the text: a word costs its letters once, a place at most the length of the longest phrase.
 */
export class Matcher<T> {
  readonly #start = newState<T>();
  readonly #symbols = new Map<string, number>();
  readonly #infixes: { readonly text: string; readonly symbol: number }[] = [];
  readonly #words = new Map<string, readonly number[]>();
  #number = -1;
  #shortestStem = LONGEST_WORD;

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
    return [...this.#symbols.keys()].map((key) => key.replaceAll('*', '')).filter((word) => word !== '#');
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
  ): { readonly meanings: ReadonlySet<T>; readonly to: number } | undefined {
    let best: { meanings: Set<T>; to: number } | undefined;
    let states = new Set([this.#start]);
    for (let at = from; at < words.length; at += 1) {
      const following = new Set<State<T>>();
      for (const symbol of words[at] ?? []) {
        for (const state of states) for (const next of state.next.get(symbol) ?? []) following.add(next);
      }
      if (following.size === 0) break;
      states = following;
      const meanings = meaningsOf(states, from === label.from && at + 1 === label.to);
      if (meanings.size > 0) best = { meanings, to: at + 1 };
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
    if (element.kind === 'exact') return this.#intern(element.text);
    if (element.kind !== 'infix') this.#shortestStem = Math.min(this.#shortestStem, element.text.length);
    if (element.kind === 'prefix') return this.#intern(`${element.text}*`);
    if (element.kind === 'suffix') return this.#intern(`*${element.text}`);
    const known = this.#infixes.find(({ text }) => text === element.text);
    if (known !== undefined) return known.symbol;
    const symbol = this.#intern(`*${element.text}*`);
    this.#infixes.push({ text: element.text, symbol });
    return symbol;
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
    const look = (key: string) => {
      const symbol = this.#symbols.get(key);
      if (symbol !== undefined) symbols.push(symbol);
    };
    if (word.length <= LONGEST_WORD) {
      look(word);
      for (let length = word.length; length >= this.#shortestStem; length -= 1) {
        look(`${word.slice(0, length)}*`);
        look(`*${word.slice(word.length - length)}`);
      }
      for (const { text, symbol } of this.#infixes) if (word.includes(text)) symbols.push(symbol);
    }
    if (this.#words.size < MOST_KNOWN_WORDS) this.#words.set(word, symbols);
    return symbols;
  }
}

function newState<T>(): State<T> {
  return { next: new Map(), meaning: undefined, wholeMeaning: undefined };
}

function meaningsOf<T>(states: Iterable<State<T>>, whole: boolean): Set<T> {
  const meanings = new Set<T>();
  for (const { meaning, wholeMeaning } of states) {
    if (meaning !== undefined) meanings.add(meaning);
    if (whole && wholeMeaning !== undefined) meanings.add(wholeMeaning);
  }
  return meanings;
}
