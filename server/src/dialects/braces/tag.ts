import { CodeCursor, endOfLine, isBlank } from './code.js';
import type { Scanner } from './scanner.js';

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const EQUALS = 61;
const OPEN_BRACE = 123;
const BACKTICK = 96;

export interface ScannedTag {
  readonly name: string;
  readonly selfClosing: boolean;
  /** It ends where the next tag begins. */
  readonly halfTyped: boolean;
  /** Its content is as it stands. */
  readonly raw: boolean;
}

/** Reads opening tags: covers the code in them, and names that stand there twice. */
export class TagScanner {
  #names: string[] = [];
  #raw = false;

  constructor(readonly scanner: Scanner) {}

  /** Leaves the scanner behind the tag. @param start of its `<`. */
  read(start: number): ScannedTag {
    const { source } = this.scanner;
    let at = start + 1;
    while (at < source.length && !endsName(source.charCodeAt(at), true)) at++;
    const name = source.slice(start + 1, at);
    this.#names = [];
    this.#raw = false;
    let selfClosing = false;
    let halfTyped = false;
    for (;;) {
      const c = source.charCodeAt(at);
      if (isBlank(c)) at++;
      else if (c === SLASH) {
        const comment = this.#comment(at);
        selfClosing = comment === undefined && source.charCodeAt(at + 1) === GREATER;
        at = comment ?? at + 1;
      } else if (c === GREATER) {
        at++;
        break;
      } else if (c === LESS || at >= source.length) {
        halfTyped = true;
        break;
      } else if (c === OPEN_BRACE) at = this.#braces(at);
      else at = this.#attribute(at);
    }
    this.scanner.at = at;
    return { name, selfClosing, halfTyped, raw: this.#raw };
  }

  /** `// …` and `/* … *\/` between attributes. */
  #comment(at: number): number | undefined {
    const { source, cover, comments, language } = this.scanner;
    const next = source.charCodeAt(at + 1);
    if (language.markupInCode) return undefined;
    let end: number;
    if (next === SLASH && source.charCodeAt(at + 2) !== GREATER) end = endOfLine(source, at);
    else if (next === 42) {
      const close = source.indexOf('*/', at + 2);
      if (close < 0) return undefined;
      end = close + 2;
    } else return undefined;
    const text = source.slice(at + 2, next === 42 ? end - 2 : end);
    comments.push({ text, span: { start: at, end } });
    cover.blanks(at, end);
    return end;
  }

  /** `{name}`, `{...props}`, `{@attach f}`, a comment. */
  #braces(at: number): number {
    const { source, cover, comments } = this.scanner;
    const hole = this.scanner.hole(at, 'attribute');
    const { start, end, code, closed } = hole;
    const cursor = new CodeCursor(source, code.start);
    const comment =
      closed &&
      !(cursor.skipBlanks() && cursor.at < code.end) &&
      /^\s*\/[/*]/.test(source.slice(code.start, code.end));
    if (comment) {
      const text = source.slice(code.start, code.end).trim();
      comments.push({ text: text.replace(/^\/[/*]/, '').replace(/\*\/$/, ''), span: { start, end } });
      cover.blanks(start, end);
    } else if (closed) cover.nameAndBlank(start, end);
    else cover.name(start, end);
    return Math.max(end, at + 1);
  }

  #attribute(start: number): number {
    const { source, cover } = this.scanner;
    let at = start + 1;
    while (at < source.length && !endsName(source.charCodeAt(at), false)) at++;
    const name = source.slice(start, at).toLowerCase();
    if (this.#names.includes(name)) cover.name(start, start + 1);
    else this.#names.push(name);
    if (name === 'is:raw') this.#raw = true;
    let next = at;
    while (isBlank(source.charCodeAt(next))) next++;
    if (source.charCodeAt(next) !== EQUALS) return at;
    next++;
    while (isBlank(source.charCodeAt(next))) next++;
    return this.#value(next);
  }

  #value(start: number): number {
    const { source, language } = this.scanner;
    const quote = source.charCodeAt(start);
    if (quote === 34 || quote === 39) return this.#quoted(start + 1, quote);
    if (quote === BACKTICK && language.markupInCode) {
      const cursor = new CodeCursor(source, start);
      if (cursor.read()) return this.#covered(start, cursor.at);
    }
    return this.#unquoted(start);
  }

  /** Code in a quoted value. */
  #quoted(from: number, quote: number): number {
    const { source, cover, language } = this.scanner;
    if (language.markupInCode) {
      const end = source.indexOf(String.fromCharCode(quote), from);
      return end < 0 ? source.length : end + 1;
    }
    for (let at = from; at < source.length; at++) {
      const c = source.charCodeAt(at);
      if (c === quote) return at + 1;
      if (c !== OPEN_BRACE) continue;
      const { end } = this.scanner.hole(at, 'value', quote);
      cover.marks(at, end);
      at = Math.max(at, end - 1);
    }
    return source.length;
  }

  #unquoted(start: number): number {
    const { source } = this.scanner;
    let at = start;
    while (at < source.length) {
      const c = source.charCodeAt(at);
      if (isBlank(c) || c === GREATER) break;
      if (c === SLASH && source.charCodeAt(at + 1) === GREATER && at > start) break;
      if (c === OPEN_BRACE) {
        const { end } = this.scanner.hole(at, 'value');
        at = this.#covered(at, Math.max(end, at + 1));
      } else at++;
    }
    return at;
  }

  /** A value's code; where the tag or another attribute follows at once, HTML needs a blank before it. */
  #covered(start: number, end: number): number {
    const { source, cover } = this.scanner;
    if (source.charCodeAt(end) === SLASH && source.charCodeAt(end + 1) === GREATER)
      cover.marksAndBlank(start, end);
    else cover.marks(start, end);
    return end;
  }
}

/** HTML Standard, "Tag name state" and "Attribute name state". */
function endsName(c: number, ofTag: boolean): boolean {
  return (
    isBlank(c) || c === SLASH || c === GREATER || (!ofTag && c === EQUALS) || (ofTag && c === OPEN_BRACE)
  );
}
