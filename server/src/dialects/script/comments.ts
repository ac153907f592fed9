import type { Span } from '../../core/span.js';

export interface FoundComment {
  readonly text: string;
  readonly span: Span;
}

const OPENER = /\/[/*]/g;

/**
 * Finds comments without a second run of the scanner: the walk tells, in source order, which tokens may hold something
 * that looks like a comment (strings, templates, JSX text, regular expressions); whatever opens outside them is one.
 */
export class CommentFinder {
  readonly found: FoundComment[] = [];
  #next: number;

  constructor(readonly text: string) {
    this.#next = this.#seek(0);
  }

  /** The next place where a comment may open; past the end of the text when there is none. */
  get next(): number {
    return this.#next;
  }

  /** A token that holds no comments, whatever it looks like. */
  token(start: number, end: number): void {
    if (end <= this.#next) return;
    this.until(start);
    if (this.#next < end) this.#next = this.#seek(end);
  }

  /** Everything before an offset has been walked: what still looks like a comment there is one. */
  until(offset: number): void {
    while (this.#next < offset) {
      const start = this.#next;
      const block = this.text[start + 1] === '*';
      const closing = block ? this.text.indexOf('*/', start + 2) : this.#lineEnd(start);
      const end = closing < 0 ? this.text.length : closing;
      this.found.push({
        text: this.text.slice(start + 2, end),
        span: { start, end: block && closing >= 0 ? end + 2 : end },
      });
      this.#next = this.#seek(block ? end + 2 : end);
    }
  }

  #lineEnd(from: number): number {
    for (let i = from; i < this.text.length; i++) {
      const unit = this.text.charCodeAt(i);
      if (unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029) return i;
    }
    return this.text.length;
  }

  #seek(from: number): number {
    OPENER.lastIndex = from;
    return OPENER.exec(this.text)?.index ?? Number.MAX_SAFE_INTEGER;
  }
}
