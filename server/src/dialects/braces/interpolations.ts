import type { Span } from '../../core/span.js';
import { startsMarkup } from '../template/ends.js';
import { isBlank, isLetter } from './code.js';

/** What a template says to HTML's tokenizer, and where its interpolations stand among texts. */
export interface Cover {
  /** As long as the text; all that is no template is blank, line ends kept. */
  readonly text: string;
  /** Interpolations with their delimiters, and what lies outside of all that is kept; in source order. */
  readonly places: readonly Place[];
}

export interface Place extends Span {
  readonly is: 'interpolation' | 'outside' | 'block';
}

/** Constructs other than interpolations that stand among texts. */
export interface TextBlocks {
  /** Signs that one may begin here. */
  readonly begins: string;
  /** Where it ends; undefined where there is none. Asked in the order of the text. */
  read(at: number): number | undefined;
}

/**
 * Covers a text for HTML's tokenizer: what stands outside of the kept stretches, interpolations among texts, which may hold
 * what looks like tags, and the opening quote of a half-typed attribute whose value would swallow the tags that follow.
 * @param templates stretches in which interpolations are looked for, in source order.
 * @param kept stretches that are kept as they are: comments between blocks.
 * @param blocks what else a template writes among texts.
 */
export function coverInterpolations(
  text: string,
  templates: readonly Span[],
  kept: readonly Span[],
  blocks?: TextBlocks,
): Cover {
  const found: Place[] = [];
  const quotes: number[] = [];
  for (const template of templates) new Scanner(text, template, found, quotes, blocks).scan();
  const pieces: string[] = [];
  const places: Place[] = [];
  let at = 0;
  const blankTo = (end: number): void => {
    pieces.push(text.slice(at, end).replace(/[^\r\n]+/g, (line) => ' '.repeat(line.length)));
    at = end;
  };
  const keepTo = (end: number): void => {
    pieces.push(text.slice(at, end));
    at = end;
  };
  const covered = [...found, ...quotes.map((start) => ({ start, end: start + 1, is: undefined }))];
  covered.sort((a, b) => a.start - b.start);
  let next = 0;
  for (const stretch of [...templates, ...kept].sort((a, b) => a.start - b.start)) {
    if (stretch.start > at) places.push({ start: at, end: stretch.start, is: 'outside' });
    blankTo(stretch.start);
    for (let inner = covered[next]; inner && inner.start < stretch.end; inner = covered[++next]) {
      keepTo(inner.start);
      if (inner.is) places.push(inner);
      blankTo(inner.end);
    }
    keepTo(stretch.end);
  }
  if (text.length > at) places.push({ start: at, end: text.length, is: 'outside' });
  blankTo(text.length);
  return { text: pieces.join(''), places };
}

const QUOTE = 34;
const APOSTROPHE = 39;
const LESS = 60;
const EQUALS = 61;
const SLASH = 47;
const GREATER = 62;

/** HTML Standard, "Tag name state". */
function endsName(c: number): boolean {
  return isBlank(c) || c === SLASH || c === GREATER;
}

/** A tag's beginning after a blank. */
function beginsTag(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return isBlank(text.charCodeAt(at - 1)) && (next === 47 || next === 33 || isLetter(next));
}

/** A line that begins with a tag: no attribute's value holds one. */
function hasTagOnLine(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const c = text.charCodeAt(at);
    if ((c === 10 || c === 13) && startsMarkup(text, at + 1)) return true;
  }
  return false;
}

class Scanner {
  constructor(
    readonly text: string,
    readonly template: Span,
    readonly found: Place[],
    readonly quotes: number[],
    readonly blocks: TextBlocks | undefined,
  ) {}

  scan(): void {
    const { text, template } = this;
    const block = this.blocks && new RegExp(this.blocks.begins, 'g');
    let tag = -1;
    let brace = -1;
    let sign: { readonly index: number; readonly end: number } = { index: block ? -1 : template.end, end: 0 };
    for (let at = template.start; at < template.end; ) {
      if (tag < at) tag = this.#next('<', at);
      if (brace < at) brace = this.#next('{{', at);
      if (block && sign.index < at) {
        block.lastIndex = at;
        const next = block.exec(text);
        sign = next ? { index: next.index, end: block.lastIndex } : { index: template.end, end: 0 };
      }
      const first = Math.min(tag, brace, sign.index);
      if (first >= template.end) return;
      if (first === sign.index) at = this.#block(first, sign.end);
      else at = first === brace ? this.#interpolation(first) : this.#markup(first);
    }
  }

  #next(sign: string, from: number): number {
    const at = this.text.indexOf(sign, from);
    return at < 0 ? this.template.end : at;
  }

  /** A comment or a tag; else a mere sign. */
  #markup(start: number): number {
    const { text, template } = this;
    if (text.startsWith('<!--', start)) return this.#after('-->', start + 4);
    const closing = text.charCodeAt(start + 1) === SLASH;
    const from = start + (closing ? 2 : 1);
    if (!isLetter(text.charCodeAt(from))) return start + 1;
    let end = from + 1;
    while (end < template.end && !endsName(text.charCodeAt(end))) end++;
    return this.#tag(end, text.slice(from, end), closing);
  }

  #block(start: number, next: number): number {
    const end = this.blocks?.read(start);
    if (end === undefined) return next;
    this.found.push({ start, end, is: 'block' });
    return end;
  }

  /** Ended by the first closing delimiter; one that opens anew before it is half-typed, and so plain text. */
  #interpolation(start: number): number {
    const close = this.text.indexOf('}}', start + 2);
    if (close < 0 || close + 2 > this.template.end) return start + 2;
    const again = this.text.indexOf('{{', start + 2);
    if (again >= 0 && again < close) return again;
    // `{{ { a: {} }}}`
    const end = this.text[close + 2] === '}' ? close + 3 : close + 2;
    this.found.push({ start, end: Math.min(end, this.template.end), is: 'interpolation' });
    return end;
  }

  #after(mark: string, from: number): number {
    const at = this.text.indexOf(mark, from);
    return at < 0 ? this.template.end : at + mark.length;
  }

  #tag(from: number, name: string, closing: boolean): number {
    const end = this.#endOfTag(from);
    const raw = !closing && (name === 'script' || name === 'style') && this.text[end - 2] !== '/';
    return raw ? this.#after(`</${name}`, end) : end;
  }

  #endOfTag(from: number): number {
    const { text, template } = this;
    for (let at = from; at < template.end; at++) {
      const c = text.charCodeAt(at);
      if (c === GREATER) return at + 1;
      // The next tag begins, and this one was never ended.
      if (c === LESS && at > from && beginsTag(text, at)) return at;
      if ((c !== QUOTE && c !== APOSTROPHE) || !this.#beginsValue(at, from)) continue;
      const close = text.indexOf(c === QUOTE ? '"' : "'", at + 1);
      const inside = close >= 0 && close < template.end;
      if (!inside || hasTagOnLine(text, at, close)) this.quotes.push(at);
      else at = close;
    }
    return template.end;
  }

  /** True after an equals sign. */
  #beginsValue(quote: number, from: number): boolean {
    let at = quote - 1;
    while (at >= from && isBlank(this.text.charCodeAt(at))) at--;
    return at >= from && this.text.charCodeAt(at) === EQUALS;
  }
}
