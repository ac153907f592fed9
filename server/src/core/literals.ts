import { fold } from './fold.js';

/** What UTF-16 units beyond ASCII fold to: an ASCII character, or one of these. */
const OTHER = 0;
const UNREAD = 1;
const SEVERAL = 2;
const UNKNOWN = 3;
const foldedUnits = new Uint8Array(0x10000).fill(UNKNOWN);

/**
 * Tells which of many short literals occur anywhere in a text, in one pass whatever their number (Aho and Corasick, 1975).
 * Case, accents and characters that nobody reads do not matter, and a blank stands for any number of them, line ends
 * included. Each literal stands for a topic.
 */
export class Literals {
  /** Of each ASCII character, its column in the table; those that no literal holds share column 0, where reading starts anew. */
  readonly #columns = new Uint8Array(128);
  readonly #width: number;
  /** The state (row) that follows a state on a character (column). */
  readonly #next: Int32Array;
  /** The topics of the literals that end in a state, as bits. */
  readonly #topics: Int32Array;

  /** @param lists the literals of each topic: letters that fold to ASCII. At most 31 topics; a topic's bit is `1 << index`. */
  constructor(lists: readonly Iterable<string>[]) {
    const folded = lists.map((list) => [...list].map(fold));
    this.#width = this.#assignColumns(folded.flat());
    const size = folded.flat().reduce((sum, { length }) => sum + length, 1);
    this.#next = new Int32Array(size * this.#width);
    this.#topics = new Int32Array(size);
    let states = 1;
    for (const [topic, literals] of folded.entries()) {
      for (const literal of literals) {
        let state = 0;
        for (let i = 0; i < literal.length; i++) {
          const at = state * this.#width + (this.#columns[literal.charCodeAt(i)] ?? 0);
          if (this.#next[at] === 0) this.#next[at] = states++;
          state = this.#next[at] ?? 0;
        }
        this.#topics[state] = (this.#topics[state] ?? 0) | (1 << topic);
      }
    }
    this.#linkSuffixes(states);
    this.#stayOnBlanks(states);
  }

  /** True where a text holds any of the literals. */
  test(text: string): boolean {
    return this.topicsIn(text, -1) !== 0;
  }

  /**
   * The topics that a text mentions, as bits.
   * @param enough reading ends at the first one of these; then others may be missing.
   */
  topicsIn(text: string, enough = 0): number {
    const next = this.#next;
    const width = this.#width;
    const topics = this.#topics;
    const columns = this.#columns;
    let found = 0;
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      let code = text.charCodeAt(i);
      if (code > 127) {
        code = foldUnit(code);
        if (code === UNREAD) continue;
        if (code === SEVERAL) {
          for (const letter of fold(text.charAt(i)))
            state = next[state * width + (columns[letter.charCodeAt(0)] ?? 0)] ?? 0;
          found |= topics[state] ?? 0;
          continue;
        }
      }
      state = next[state * width + (columns[code] ?? 0)] ?? 0;
      if (topics[state] !== 0) {
        found |= topics[state] ?? 0;
        if ((found & enough) !== 0) return found;
      }
    }
    return found;
  }

  #assignColumns(literals: readonly string[]): number {
    let width = 1;
    for (const literal of literals) {
      for (let i = 0; i < literal.length; i++) {
        const code = literal.charCodeAt(i);
        if (code > 127) throw new Error(`“${literal}” cannot be looked for: it does not fold to ASCII.`);
        if (this.#columns[code] === 0) this.#columns[code] = width++;
      }
    }
    for (let code = 0x41; code <= 0x5a; code++) this.#columns[code] = this.#columns[code + 0x20] ?? 0;
    for (let code = 0x09; code <= 0x0d; code++) this.#columns[code] ||= this.#columns[0x20] ?? 0;
    return width;
  }

  /** What a blank led to, further blanks lead to as well. */
  #stayOnBlanks(states: number): void {
    const [next, width, blank] = [this.#next, this.#width, this.#columns[0x20] ?? 0];
    if (blank === 0) return;
    for (let state = 0; state < states; state++) {
      const behind = next[state * width + blank] ?? 0;
      if (behind !== 0) next[behind * width + blank] = behind;
    }
  }

  /** Where a literal goes on no further, reading goes on with the longest end of it that begins another. */
  #linkSuffixes(states: number): void {
    const [next, width, topics] = [this.#next, this.#width, this.#topics];
    const suffix = new Int32Array(states);
    const queue: number[] = [...next.subarray(0, width)].filter((state) => state !== 0);
    for (let head = 0; head < queue.length; head++) {
      const state = queue[head] ?? 0;
      const shorter = suffix[state] ?? 0;
      topics[state] = (topics[state] ?? 0) | (topics[shorter] ?? 0);
      for (let column = 0; column < width; column++) {
        const at = state * width + column;
        const fallback = next[shorter * width + column] ?? 0;
        const child = next[at] ?? 0;
        if (child === 0) next[at] = fallback;
        else {
          suffix[child] = fallback;
          queue.push(child);
        }
      }
    }
  }
}

function foldUnit(code: number): number {
  const known = foldedUnits[code] ?? OTHER;
  if (known !== UNKNOWN) return known;
  const letters = fold(String.fromCharCode(code));
  const first = letters.charCodeAt(0);
  const folded =
    letters === ''
      ? UNREAD
      : letters.length > 1
        ? SEVERAL
        : first > SEVERAL + 1 && first < 128
          ? first
          : OTHER;
  foldedUnits[code] = folded;
  return folded;
}
