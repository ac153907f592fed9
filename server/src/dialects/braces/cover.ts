/** Private-use characters: neither blank nor delimiter, so they may stand in names and values of attributes. */
const MARK = '\uE000';
const FIRST_NAME = 0xe001;
const LAST_NAME = 0xf8ff;

/** Writes a text as long as the source, with stretches of it covered from left to right. */
export class Cover {
  readonly #pieces: string[] = [];
  #done = 0;
  #names = FIRST_NAME;

  constructor(readonly source: string) {}

  blanks(start: number, end: number): void {
    this.#cover(start, end, ' '.repeat(Math.max(0, end - start)));
  }

  /** Line ends are covered as well: a value without quotes would end there. */
  marks(start: number, end: number): void {
    this.#cover(start, end, MARK.repeat(Math.max(0, end - start)));
  }

  /** An attribute's name unlike all others of its tag, as long as what it stands for. */
  name(start: number, end: number): void {
    if (end > start) this.#cover(start, end, this.#name() + MARK.repeat(end - start - 1));
  }

  /** What stands for `{…}` where an attribute follows without a blank: it ends one unit early. */
  nameAndBlank(start: number, end: number): void {
    if (end - start < 2) this.name(start, end);
    else this.#cover(start, end, `${this.#name()}${MARK.repeat(end - start - 2)} `);
  }

  marksAndBlank(start: number, end: number): void {
    if (end > start) this.#cover(start, end, `${MARK.repeat(end - start - 1)} `);
  }

  finish(): string {
    if (this.#done === 0) return this.source;
    this.#pieces.push(this.source.slice(this.#done));
    return this.#pieces.join('');
  }

  #name(): string {
    const unit = this.#names++;
    if (this.#names > LAST_NAME) this.#names = FIRST_NAME;
    return String.fromCharCode(unit);
  }

  #cover(start: number, end: number, text: string): void {
    if (end <= start) return;
    this.#pieces.push(this.source.slice(this.#done, start), text);
    this.#done = end;
  }
}
