/** A private-use character: neither blank nor delimiter, so it may stand in attribute names and values. */
const MARK = '\uE000';
/** Beginnings of names from here on keep attributes apart that different branches write under one name. */
const FIRST_NAME = 0xe001;
const LAST_NAME = 0xf8ff;

export interface Mark {
  readonly pieces: number;
  readonly done: number;
  readonly names: number;
}

/** Writes a text of the same length as the source, with stretches of it covered and line ends kept. */
export class Filler {
  readonly #pieces: string[] = [];
  #done = 0;
  #names = FIRST_NAME;

  constructor(readonly source: string) {}

  blanks(start: number, end: number): void {
    this.#cover(start, end, ' ');
  }

  marks(start: number, end: number): void {
    this.#cover(start, end, MARK);
  }

  letters(start: number, end: number): void {
    this.#cover(start, end, 'x');
  }

  /** Covers the first unit of an attribute's name so that it equals no other. */
  rename(at: number): void {
    this.#cover(at, at + 1, String.fromCharCode(this.#names++));
    if (this.#names > LAST_NAME) this.#names = FIRST_NAME;
  }

  /** How far the text is covered, to come back to. */
  mark(): Mark {
    return { pieces: this.#pieces.length, done: this.#done, names: this.#names };
  }

  reset({ pieces, done, names }: Mark): void {
    this.#pieces.length = pieces;
    this.#done = done;
    this.#names = names;
  }

  finish(): string {
    if (this.#done === 0) return this.source;
    this.#pieces.push(this.source.slice(this.#done));
    return this.#pieces.join('');
  }

  #cover(start: number, end: number, unit: string): void {
    if (end <= start) return;
    const { source } = this;
    this.#pieces.push(source.slice(this.#done, start));
    for (let at = start; at < end; ) {
      let line = at;
      while (line < end && !isLineEnd(source.charCodeAt(line))) line++;
      this.#pieces.push(unit.repeat(line - at));
      at = line;
      while (at < end && isLineEnd(source.charCodeAt(at))) at++;
      if (at > line) this.#pieces.push(source.slice(line, at));
    }
    this.#done = end;
  }
}

function isLineEnd(c: number): boolean {
  return c === 10 || c === 13;
}
