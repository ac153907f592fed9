import type { Span } from './span.js';

/** A value written out in JavaScript or JSON; what is anything else (a name, a call, a function) is `code`. */
export type Literal =
  | {
      readonly kind: 'object';
      readonly span: Span;
      readonly entries: readonly LiteralEntry[];
      /** A spread or a computed key may add entries that cannot be seen. */
      readonly openEnded: boolean;
    }
  | { readonly kind: 'array'; readonly span: Span; readonly items: readonly Literal[] }
  | { readonly kind: 'scalar'; readonly span: Span; readonly value: string | number | boolean | null }
  | { readonly kind: 'code'; readonly span: Span };

export interface LiteralEntry {
  readonly key: string;
  /** The key as written, quotes included. */
  readonly keySpan: Span;
  readonly value: Literal;
}

const DEEPEST = 40;

/**
 * Reads a literal where one begins (UTF-16 offset), white space and comments skipped. Total: unfinished text ends what
 * stands open in it. Escapes in strings other than of quotes and backslashes stay as they are written.
 */
export function readLiteral(text: string, at: number): Literal {
  return new LiteralReader(text, at).value(0);
}

class LiteralReader {
  constructor(
    readonly text: string,
    private at: number,
  ) {}

  value(depth: number): Literal {
    this.#blanks();
    const char = this.text.charAt(this.at);
    if (depth < DEEPEST && char === '{') return this.#object(depth);
    if (depth < DEEPEST && char === '[') return this.#array(depth);
    const start = this.at;
    const scalar = this.#scalar();
    const end = this.at;
    this.#blanks();
    const next = this.text.charAt(this.at);
    if (scalar !== undefined && (next === '' || ',}]);'.includes(next) || this.#brokeLine(end))) {
      return { kind: 'scalar', span: { start, end }, value: scalar };
    }
    this.#skip();
    return { kind: 'code', span: { start, end: Math.max(this.at, end) } };
  }

  #object(depth: number): Literal {
    const start = this.at++;
    const entries: LiteralEntry[] = [];
    let openEnded = false;
    for (;;) {
      this.#blanks();
      const char = this.text.charAt(this.at);
      if (char === '' || char === '}') break;
      if (char === ',') {
        this.at++;
        continue;
      }
      const key = this.#key();
      if (key === undefined) {
        openEnded = true;
        if (!this.#skip()) break;
        continue;
      }
      this.#blanks();
      if (this.text.charAt(this.at) === ':') {
        this.at++;
        entries.push({ ...key, value: this.value(depth + 1) });
      } else {
        entries.push({ ...key, value: { kind: 'code', span: key.keySpan } });
        this.#skip();
      }
      // What cannot be part of an object stands here: go on after it.
      if (!',}'.includes(this.text.charAt(this.at)) && !this.#skip()) break;
    }
    return { kind: 'object', span: { start, end: this.#closed('}') }, entries, openEnded };
  }

  #array(depth: number): Literal {
    const start = this.at++;
    const items: Literal[] = [];
    for (;;) {
      this.#blanks();
      const char = this.text.charAt(this.at);
      if (char === '' || char === ']') break;
      if (char === ',') this.at++;
      else {
        const before = this.at;
        items.push(this.value(depth + 1));
        if (this.at === before) break;
      }
    }
    return { kind: 'array', span: { start, end: this.#closed(']') }, items };
  }

  #closed(mark: string): number {
    if (this.text.charAt(this.at) === mark) this.at++;
    return Math.min(this.at, this.text.length);
  }

  #key(): Omit<LiteralEntry, 'value'> | undefined {
    const start = this.at;
    const quoted = this.#string();
    if (quoted !== undefined) return { key: quoted, keySpan: { start, end: this.at } };
    const name = this.#match(/[\p{L}\p{N}_$-]+/uy);
    return name === undefined ? undefined : { key: name, keySpan: { start, end: this.at } };
  }

  #scalar(): string | number | boolean | null | undefined {
    const text = this.#string();
    if (text !== undefined) return text;
    const word = this.#match(/!0|!1|true\b|false\b|null\b|-?\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?/iy);
    if (word === undefined) return undefined;
    if (word === 'null') return null;
    if (word === 'true' || word === '!0') return true;
    if (word === 'false' || word === '!1') return false;
    return Number(word.replaceAll('_', ''));
  }

  /** A quoted string, or a template without holes; the position stays where there is none. */
  #string(): string | undefined {
    const quote = this.text.charAt(this.at);
    if (quote !== '"' && quote !== "'" && quote !== '`') return undefined;
    let written = '';
    let at = this.at + 1;
    for (; at < this.text.length; at++) {
      const char = this.text.charAt(at);
      if (char === quote) {
        this.at = at + 1;
        return written;
      }
      if (char === '\n' && quote !== '`') return undefined;
      if (char === '$' && quote === '`' && this.text.charAt(at + 1) === '{') return undefined;
      if (char === '\\') {
        const next = this.text.charAt(++at);
        written += next === quote || next === '\\' ? next : `\\${next}`;
      } else written += char;
    }
    return undefined;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.text) ?? [];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  #brokeLine(from: number): boolean {
    return this.text.slice(from, this.at).includes('\n');
  }

  /** White space and comments. */
  #blanks(): void {
    for (;;) {
      if (this.#match(/\s+|\/\/[^\n]*/y) !== undefined) continue;
      if (!this.text.startsWith('/*', this.at)) return;
      const end = this.text.indexOf('*/', this.at + 2);
      this.at = end < 0 ? this.text.length : end + 2;
    }
  }

  /** Passes over code up to the comma or bracket that ends it. @returns whether the position has moved */
  #skip(): boolean {
    const from = this.at;
    let depth = 0;
    while (this.at < this.text.length) {
      const char = this.text.charAt(this.at);
      if (depth === 0 && ',}]);'.includes(char)) break;
      if (this.#string() !== undefined) continue;
      if (char === '/' && '/*'.includes(this.text.charAt(this.at + 1) || ' ')) {
        this.#blanks();
        continue;
      }
      if ('([{'.includes(char)) depth++;
      else if (')]}'.includes(char)) depth--;
      this.at++;
    }
    return this.at > from;
  }
}
