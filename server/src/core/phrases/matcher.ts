import { type ElementKind, firstWords, layPhrase, PhraseError, type Sets } from './notation.js';
import type { Token } from './tokens.js';

interface Extent {
  readonly from: number;
  readonly to: number;
}

/** What the matched words stand for, as given to `add`, with the tokens they cover (`to` excluded). */
export interface Match<T> extends Extent {
  readonly meaning: T;
}

/** Few words lead on from a state, so that two short lists serve better than a map. */
interface State<T> {
  readonly symbols: number[];
  readonly states: State<T>[];
  meaning: T | undefined;
  wholeMeaning: T | undefined;
  /** Which phrase of those added it is the end of. */
  order: number;
}

interface Found<T> {
  readonly meanings: readonly T[];
  readonly to: number;
}

interface Stem {
  readonly text: string;
  readonly symbol: number;
}

interface WaitingPhrase<T> {
  readonly notation: string;
  readonly meaning: T;
  readonly sets: Sets;
  readonly order: number;
  isLaid: boolean;
}

const LONGEST_WORD = 48;
const SHORTEST_STEM = 3;
const NO_SYMBOLS: readonly number[] = [];
const NO_STATES: readonly never[] = [];
const MOST_KNOWN_WORDS = 20_000;

/**
 * Finds phrases in tokens: at each place the longest phrase, never two that overlap.
 * Linear in the text: a word costs its letters once, a place at most the length of the longest phrase.
 */
export class Matcher<T> {
  readonly #root = newState<T>();
  readonly #starts = new Map<number, State<T>[]>();
  readonly #symbols = new Map<string, number>();
  /** Stems by their first letters, endings by their last; infixes have no such key. */
  readonly #prefixes = new Map<string, Stem[]>();
  readonly #suffixes = new Map<string, Stem[]>();
  readonly #infixes: Stem[] = [];
  /** Phrases not laid yet, by what `firstWords` says of them. */
  readonly #waiting = new Map<string, WaitingPhrase<T>[]>();
  /** Where three letters may begin a word of a waiting phrase; by `stemOf`. */
  readonly #waitingStems = new Uint8Array(STEMS);
  readonly #words = new Map<string, readonly number[]>();
  #numbers: readonly number[] = [];
  #added = 0;

  /**
   * Adds a phrase in the notation of the language files. It is laid when a text first has a word that may begin it, so
   * that a few short labels do not pay for a whole language.
   */
  add(notation: string, meaning: T, sets: Sets = {}): void {
    const phrase = { notation, meaning, sets, order: this.#added++, isLaid: false };
    for (const key of firstWords(notation, sets)) {
      file(this.#waiting, key, phrase);
      if (key.endsWith('*')) this.#waitingStems[stemOf(key)] = 1;
    }
  }

  /** Lays every phrase. Throws PhraseError for one that cannot be read. */
  layAll(): void {
    for (const key of [...this.#waiting.keys()]) this.#lay(key);
  }

  find(tokens: readonly Token[]): Match<T>[] {
    this.#layFor(tokens);
    const words = tokens.map((token) => this.#symbolsOf(token));
    const isWord = (token: Token) => token.kind !== 'mark';
    const label = { from: tokens.findIndex(isWord), to: tokens.findLastIndex(isWord) + 1 };
    const matches: Match<T>[] = [];
    for (let from = 0; from < tokens.length; ) {
      const best = this.#longest(tokens, words, from, label);
      if (best === undefined) {
        from += 1;
        continue;
      }
      for (const meaning of best.meanings) matches.push({ meaning, from, to: best.to });
      from = best.to;
    }
    return matches;
  }

  #layFor(tokens: readonly Token[]): void {
    if (this.#waiting.size === 0) return;
    this.#lay('');
    for (const { text, kind } of tokens) {
      if (kind === 'number') continue;
      this.#lay(text);
      const stem = stemOf(text);
      if (this.#waitingStems[stem] === 0) continue;
      this.#lay(`${text.slice(0, 3)}*`);
    }
  }

  #lay(key: string): void {
    const waiting = this.#waiting.get(key);
    if (waiting === undefined) return;
    this.#waiting.delete(key);
    // What was looked up before may mean more now.
    this.#words.clear();
    for (const phrase of waiting) {
      if (phrase.isLaid) continue;
      phrase.isLaid = true;
      const { ends, whole } = layPhrase(phrase.notation, phrase.sets, this.#automaton);
      for (const end of ends) {
        end.order = phrase.order;
        if (whole) end.wholeMeaning = phrase.meaning;
        else end.meaning = phrase.meaning;
      }
    }
  }

  #longest(
    tokens: readonly Token[],
    words: readonly (readonly number[])[],
    from: number,
    label: Extent,
  ): Found<T> | undefined {
    let states: readonly State<T>[] = NO_STATES;
    for (const symbol of words[from] ?? NO_SYMBOLS) {
      const starts = this.#starts.get(symbol);
      if (starts !== undefined) states = states.length === 0 ? starts : [...states, ...starts];
    }
    let best: Found<T> | undefined;
    for (let to = from + 1; states.length > 0; to += 1) {
      const meanings = meaningsOf(states, from === label.from && to === label.to);
      if (meanings.length > 0) best = { meanings, to };
      if (tokens[to]?.parted) break;
      states = advance(states, words[to] ?? NO_SYMBOLS);
    }
    return best;
  }

  readonly #automaton = {
    start: this.#root,
    newState: () => newState<T>(),
    link: (from: State<T>, kind: ElementKind, word: string, to: State<T>) => {
      const symbol = this.#symbolOf(kind, word);
      if (from === this.#root) file(this.#starts, symbol, to);
      else {
        from.symbols.push(symbol);
        from.states.push(to);
      }
    },
  };

  #symbolOf(kind: ElementKind, text: string): number {
    if (kind === 'exact') return this.#intern(text);
    if (kind === 'number') {
      const symbol = this.#intern('# ');
      this.#numbers = [symbol];
      return symbol;
    }
    const key = `${kind} ${text}`;
    const known = this.#symbols.get(key);
    if (known !== undefined) return known;
    if (kind !== 'infix' && text.length < SHORTEST_STEM)
      throw new PhraseError(`The stem “${text}” is shorter than ${SHORTEST_STEM} letters.`);
    const stem = { text, symbol: this.#intern(key) };
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
    if (kind === 'number' && !this.#symbols.has(word)) return this.#numbers;
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    const symbols: number[] = kind === 'number' ? [...this.#numbers] : [];
    if (word.length <= LONGEST_WORD) {
      const exact = this.#symbols.get(word);
      if (exact !== undefined) symbols.push(exact);
      for (const { text, symbol } of this.#prefixes.get(word.slice(0, SHORTEST_STEM)) ?? [])
        if (word.startsWith(text)) symbols.push(symbol);
      for (const { text, symbol } of this.#suffixes.get(word.slice(-SHORTEST_STEM)) ?? [])
        if (word.endsWith(text)) symbols.push(symbol);
      for (const { text, symbol } of this.#infixes) if (word.includes(text)) symbols.push(symbol);
    }
    if (this.#words.size >= MOST_KNOWN_WORDS) this.#words.clear();
    this.#words.set(word, symbols);
    return symbols;
  }
}

const STEMS = 1 << 15;

/** A number for the first three letters; letters beyond a–z may share one. */
function stemOf(word: string): number {
  const letter = (at: number) => word.charCodeAt(at) & 31;
  return (letter(0) << 10) | (letter(1) << 5) | letter(2);
}

function file<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

function newState<T>(): State<T> {
  return { symbols: [], states: [], meaning: undefined, wholeMeaning: undefined, order: 0 };
}

function advance<T>(from: readonly State<T>[], word: readonly number[]): readonly State<T>[] {
  if (word.length === 0) return NO_STATES;
  let following: State<T>[] | undefined;
  for (const { symbols, states } of from) {
    for (let index = 0; index < symbols.length; index += 1) {
      const next = states[index];
      if (next === undefined || !word.includes(symbols[index] ?? -1)) continue;
      if (following === undefined) following = [next];
      else if (!following.includes(next)) following.push(next);
    }
  }
  return following ?? NO_STATES;
}

/** In the order in which the phrases were added, whatever was laid first. */
function meaningsOf<T>(states: readonly State<T>[], whole: boolean): readonly T[] {
  let ends: State<T>[] | undefined;
  for (const state of states) {
    if (state.meaning === undefined && !(whole && state.wholeMeaning !== undefined)) continue;
    if (ends === undefined) ends = [state];
    else ends.push(state);
  }
  if (ends === undefined) return NO_STATES;
  const meanings: T[] = [];
  for (const state of ends.sort((a, b) => a.order - b.order)) {
    for (const meaning of whole ? [state.meaning, state.wholeMeaning] : [state.meaning])
      if (meaning !== undefined && !meanings.includes(meaning)) meanings.push(meaning);
  }
  return meanings;
}
