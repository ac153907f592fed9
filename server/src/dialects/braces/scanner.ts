import type { Span } from '../../core/span.js';
import { VOID } from '../html/elements.js';
import { CodeCursor, isBlank, isLetter } from './code.js';
import { Cover } from './cover.js';
import { endInTag, endInText, endOfCode, endsElement } from './endOfCode.js';
import type { Frame } from './frame.js';
import type {
  BraceContext,
  BraceHole,
  BraceLanguage,
  BraceScan,
  MixedExpression,
  ScriptElement,
} from './scan.js';
import { TagScanner } from './tag.js';

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** How much of the text may be looked at in vain, as a multiple of its length, before unfinished code ends unexamined. */
const PATIENCE = 3;

/** Finds code in braces among markup, and covers each stretch of it according to its place. */
export function scanBraces(source: string, language: BraceLanguage): BraceScan {
  return new Scanner(source, language).run();
}

export class Scanner {
  readonly cover: Cover;
  readonly comments: { readonly text: string; readonly span: Span }[] = [];
  at: number;
  readonly #holes: BraceHole[] = [];
  readonly #mixed: MixedExpression[] = [];
  readonly #scripts: ScriptElement[] = [];
  readonly #frames: Frame[];
  /** How many elements of a name are open: what is not open is not searched for. */
  readonly #open = new Map<string, number>();
  readonly #tags: TagScanner;
  #patience: number;

  constructor(
    readonly source: string,
    readonly language: BraceLanguage,
  ) {
    this.cover = new Cover(source);
    this.#patience = source.length * PATIENCE + 4096;
    this.at = language.from;
    if (this.at > 0) this.#nothing(0, this.at);
    this.#frames = [{ start: -1, elements: [], depth: 0, from: 0, markupFrom: 0, markup: [] }];
    this.#tags = new TagScanner(this);
  }

  run(): BraceScan {
    const { length } = this.source;
    while (this.at < length) {
      if (this.#frame.markupFrom === undefined) this.#code();
      else this.#markup();
      if (this.at >= length && this.#frames.length > 1) this.#abandon();
    }
    return {
      text: this.cover.finish(),
      holes: this.#holes,
      mixed: this.#mixed,
      scripts: this.#scripts,
      comments: this.comments,
    };
  }

  get #frame(): Frame {
    return this.#frames.at(-1) as Frame;
  }

  /** Reads code from behind its opening brace in one piece. */
  hole(start: number, context: BraceContext, quote?: number): BraceHole {
    const { source } = this;
    const from = start + 1;
    const found = this.#patience > 0 ? endOfCode(source, from, this.language.markupInCode) : { looked: from };
    let end: number;
    if ('brace' in found) end = found.brace + 1;
    else {
      end = context === 'text' || context === 'raw' ? endInText(source, from) : endInTag(source, from, quote);
      this.#patience -= Math.max(0, found.looked - end);
    }
    const closed = 'brace' in found;
    const hole = { start, end, context, code: { start: from, end: closed ? end - 1 : end }, closed };
    this.#holes.push(hole);
    return hole;
  }

  #markup(): void {
    const { source } = this;
    const inside = this.#frames.length > 1;
    let { at } = this;
    for (; at < source.length; at++) {
      const c = source.charCodeAt(at);
      if (c === LESS || c === OPEN_BRACE || (c === CLOSE_BRACE && inside)) break;
    }
    this.at = at;
    const c = source.charCodeAt(at);
    if (c === LESS) this.#angle(at);
    else if (c === OPEN_BRACE) this.#brace(at);
    // A brace among texts ends an expression whose elements are not all closed.
    else if (c === CLOSE_BRACE) this.#unwind(at);
  }

  #brace(at: number): void {
    if (!this.language.markupInCode || this.#patience <= 0) {
      const { end } = this.hole(at, 'text');
      this.cover.blanks(at, end);
      this.at = end;
      return;
    }
    this.#frames.push({ start: at, elements: [], depth: 0, from: at, markupFrom: undefined, markup: [] });
    this.at = at + 1;
  }

  #angle(at: number): void {
    const { source } = this;
    const next = source.charCodeAt(at + 1);
    if (isLetter(next)) this.#tag(at);
    else if (next === SLASH) this.#endTag(at);
    else if (next === 33 && source.startsWith('<!--', at)) this.#skipTo('-->', at + 4);
    else if (next === 33 || next === 63) this.#skipTo('>', at + 2);
    else if (next === GREATER && this.language.markupInCode) {
      this.#nothing(at, at + 2);
      this.at = at + 2;
      this.#opened('');
    } else this.at = at + 1;
    this.#afterElement();
  }

  /** What draws nothing and is no element: the file's head, `<>`. */
  #nothing(start: number, end: number): void {
    this.#holes.push({ start, end, context: 'text', code: { start: end, end }, closed: true });
    this.cover.blanks(start, end);
  }

  #skipTo(mark: string, from: number): void {
    const end = this.source.indexOf(mark, from);
    this.at = end < 0 ? this.source.length : end + mark.length;
  }

  #tag(at: number): void {
    const { source } = this;
    const { name, selfClosing, halfTyped, raw } = this.#tags.read(at);
    if (selfClosing || VOID.has(name)) return;
    if (!halfTyped && (raw || name === 'script' || name === 'style')) {
      const from = this.at;
      const end = this.#endOfRaw(name, from);
      if (name === 'script')
        this.#scripts.push({ open: { start: at, end: from }, content: { start: from, end } });
      this.at = end;
    } else if (!halfTyped && (name === 'textarea' || name === 'title')) this.#words(name);
    this.#opened(name);
    if (this.at >= source.length) this.at = source.length;
  }

  /** Texts without elements, with code in braces. */
  #words(name: string): void {
    const end = this.#endOfRaw(name, this.at);
    for (let at = this.at; at < end; at++) {
      if (this.source.charCodeAt(at) !== OPEN_BRACE) continue;
      const hole = this.hole(at, 'raw');
      this.cover.blanks(at, hole.end);
      at = hole.end - 1;
    }
    this.at = Math.max(this.at, end);
  }

  #endOfRaw(name: string, from: number): number {
    const end = new RegExp(`</${name}(?=[\\s/>]|$)`, 'gi');
    end.lastIndex = from;
    return end.exec(this.source)?.index ?? this.source.length;
  }

  #opened(name: string): void {
    if (!this.language.markupInCode) return;
    this.#frame.elements.push(name);
    this.#open.set(name, (this.#open.get(name) ?? 0) + 1);
  }

  #endTag(at: number): void {
    const { source } = this;
    let end = at + 2;
    while (end < source.length && !isBlank(source.charCodeAt(end)) && source.charCodeAt(end) !== GREATER)
      end++;
    const name = source.slice(at + 2, end);
    if (this.language.markupInCode) {
      if (this.#open.get(name)) this.#close(name, at);
      if (name === '') this.#nothing(at, Math.min(end + 1, source.length));
    }
    const close = source.indexOf('>', end);
    this.at = close < 0 ? source.length : close + 1;
  }

  /** Closes the innermost element of a name, and the expressions that are open in it. */
  #close(name: string, at: number): void {
    while (this.#frame.elements.lastIndexOf(name) < 0 && this.#frames.length > 1) this.#unwind(at);
    const { elements } = this.#frame;
    for (let last = elements.pop(); last !== undefined; last = elements.pop()) {
      this.#forget(last);
      if (last === name) return;
    }
  }

  #forget(name: string): void {
    this.#open.set(name, (this.#open.get(name) ?? 1) - 1);
  }

  /** Within an expression, code goes on where the outermost of its elements ends. */
  #afterElement(): void {
    const frame = this.#frame;
    if (frame.start < 0 || frame.elements.length > 0 || frame.markupFrom === undefined) return;
    frame.markup.push({ start: frame.markupFrom, end: this.at });
    frame.from = this.at;
    frame.markupFrom = undefined;
  }

  /** Ends an expression amid its markup; a brace at the offset is its own. */
  #unwind(at: number): void {
    const frame = this.#frame;
    for (const name of frame.elements) this.#forget(name);
    if (frame.markupFrom !== undefined) frame.markup.push({ start: frame.markupFrom, end: at });
    const brace = this.source.charCodeAt(at) === CLOSE_BRACE;
    if (brace) this.#stretch(at, at + 1, true);
    this.at = brace ? at + 1 : at;
    this.#leave(at);
  }

  #leave(end: number): void {
    const frame = this.#frames.pop();
    if (frame && frame.markup.length > 0)
      this.#mixed.push({ code: { start: frame.start + 1, end }, markup: frame.markup });
  }

  /** Code of an expression that may hold elements, up to the next element or the end. */
  #code(): void {
    const { source } = this;
    const frame = this.#frame;
    const cursor = new CodeCursor(source, this.at);
    while (cursor.skipBlanks()) {
      const { at } = cursor;
      const c = source.charCodeAt(at);
      if (c === LESS) {
        const next = source.charCodeAt(at + 1);
        const begins = !cursor.operand && (isLetter(next) || next === GREATER);
        if (begins || source.startsWith('<!--', at)) {
          this.#stretch(frame.from, at, true);
          frame.markupFrom = at;
          this.at = at;
          return;
        }
        if (endsElement(source, at)) break;
      }
      if (!cursor.read()) break;
      if (c === OPEN_BRACE) frame.depth++;
      else if (c === CLOSE_BRACE && frame.depth-- === 0) {
        this.#stretch(frame.from, cursor.at, true);
        this.at = cursor.at;
        this.#leave(at);
        return;
      }
    }
    this.#patience -= cursor.at - frame.from;
    this.#abandon();
  }

  /** An expression without an end: its last stretch ends with its line, and the markup around it goes on. */
  #abandon(): void {
    const frame = this.#frame;
    if (frame.markupFrom !== undefined) {
      this.#unwind(this.source.length);
      return;
    }
    const end = endInText(this.source, frame.from + (frame.from === frame.start ? 1 : 0));
    this.#stretch(frame.from, end, false);
    this.at = end;
    this.#leave(end);
  }

  #stretch(start: number, end: number, closed: boolean): void {
    if (end <= start) return;
    const frame = this.#frame;
    const opens = start === frame.start;
    const ends = closed && this.source.charCodeAt(end - 1) === CLOSE_BRACE && frame.depth < 0;
    const code = { start: opens ? start + 1 : start, end: ends ? end - 1 : end };
    this.#holes.push({
      start,
      end,
      context: 'text',
      code: { start: code.start, end: Math.max(code.start, code.end) },
      closed,
    });
    this.cover.blanks(start, end);
  }
}
