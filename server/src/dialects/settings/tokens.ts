import type { Span } from '../../core/span.js';
import type { CodeLanguage, StringForm } from './table.js';

export interface Token extends Span {
  readonly kind: 'word' | 'string' | 'mark' | 'newline' | 'comment' | 'heredoc';
  /** A word or mark as written, a string's, here-document's or comment's content. */
  readonly text: string;
  /** A string without its quotes. */
  readonly inner: Span;
  /** A string that code fills in. */
  readonly holes?: RegExp;
}

const WORD = /[\p{L}_$@][\p{L}\p{N}_$]*(?:[?!](?=\())?/uy;
const NUMBER = /\d[\w.]*/y;
/** Marks of more than one character that must not be read as shorter ones. */
const MARK =
  /===|!==|\|\|=|\?\?=|\?->|<=>|\.\.\.|=>|->|:=|::|==|!=|=~|!~|<=|>=|\?\?|\?:|\?\.|&\.|\|\||&&|\+=|\.=|[^\s\p{L}\p{N}_$]/uy;

/** The tokens of a stretch of code; total: what no language knows is a mark. */
export function tokenize(source: string, { start, end }: Span, language: CodeLanguage): Token[] {
  return new Tokenizer(source, end, language).run(start);
}

class Tokenizer {
  readonly #tokens: Token[] = [];
  /** Here-documents that begin after the current line: their names, and where they are announced. */
  readonly #heredocs: { readonly name: string; readonly at: number }[] = [];
  /** Closing marks that do not come any more: nobody looks for them twice. */
  readonly #missing = new Set<string>();

  constructor(
    readonly source: string,
    readonly end: number,
    readonly language: CodeLanguage,
  ) {}

  run(start: number): Token[] {
    for (let at = start; at < this.end; ) at = Math.min(this.#next(at), this.end);
    return this.#tokens;
  }

  /** Reads one token, or blanks, and gives the place after it. */
  #next(at: number): number {
    const c = this.source.charAt(at);
    if (c === '\n' || c === '\r') return this.#lineEnd(at);
    const comment = this.#comment(at);
    if (comment !== undefined) return comment;
    if (c === ' ' || c === '\t' || c.trim() === '') return at + 1;
    const text = this.#string(at) ?? this.#heredoc(at);
    if (text !== undefined) return text;
    return this.#match(WORD, 'word', at) ?? this.#number(at) ?? this.#match(MARK, 'mark', at) ?? at + 1;
  }

  #add(
    kind: Token['kind'],
    start: number,
    end: number,
    inner: Span = { start, end },
    holes?: RegExp,
  ): number {
    const text = this.source.slice(inner.start, inner.end);
    this.#tokens.push({ kind, text, start, end, inner, ...(holes && { holes }) });
    return end;
  }

  #match(pattern: RegExp, kind: Token['kind'], at: number): number | undefined {
    pattern.lastIndex = at;
    const found = pattern.exec(this.source);
    return found ? this.#add(kind, at, Math.min(at + found[0].length, this.end)) : undefined;
  }

  #number(at: number): number | undefined {
    NUMBER.lastIndex = at;
    const found = NUMBER.exec(this.source);
    return found ? at + found[0].length : undefined;
  }

  #lineEnd(at: number): number {
    let next = this.source.startsWith('\r\n', at) ? at + 2 : at + 1;
    this.#add('newline', at, next);
    for (let heredoc = this.#heredocs.shift(); heredoc; heredoc = this.#heredocs.shift())
      next = this.#afterHeredoc(heredoc, next);
    return next;
  }

  #afterHeredoc({ name, at }: { readonly name: string; readonly at: number }, from: number): number {
    if (this.#missing.has(name)) return from;
    const close = new RegExp(`^[ \\t]*${name}\\b`, 'gm');
    close.lastIndex = from;
    const found = close.exec(this.source);
    if (!found) this.#missing.add(name);
    if (!found || found.index > this.end) return from;
    const end = found.index + found[0].length;
    this.#add('heredoc', at, end, {
      start: from,
      end: Math.max(from, beforeLineEnd(this.source, found.index)),
    });
    return end;
  }

  #heredoc(at: number): number | undefined {
    const { heredoc } = this.language;
    if (!heredoc || this.source.charAt(at) !== '<') return undefined;
    heredoc.lastIndex = at;
    const found = heredoc.exec(this.source);
    if (!found) return undefined;
    this.#heredocs.push({ name: found[2] ?? '', at });
    return at + found[0].length;
  }

  #comment(at: number): number | undefined {
    const { source, language } = this;
    for (const [open, close] of language.blockComments) {
      // A mark that begins with a line end has to begin its line.
      const first = open.startsWith('\n') ? 1 : 0;
      if (!source.startsWith(open.slice(first), at) || (first && !/[\r\n]|^$/.test(source.charAt(at - 1))))
        continue;
      const from = at + open.length - first;
      const to = this.#find(close, from);
      if (to === undefined) continue;
      return this.#add('comment', at, to + close.length, { start: from, end: to });
    }
    const mark = language.lineComments.find((m) => source.startsWith(m, at));
    if (mark === undefined) return undefined;
    let to = at + mark.length;
    while (to < this.end && source.charCodeAt(to) !== 10 && source.charCodeAt(to) !== 13) to++;
    return this.#add('comment', at, to, { start: at + mark.length, end: to });
  }

  #find(close: string, from: number): number | undefined {
    if (this.#missing.has(close)) return undefined;
    const found = this.source.slice(from, this.end).indexOf(close);
    if (found >= 0) return from + found;
    this.#missing.add(close);
    return undefined;
  }

  #string(at: number): number | undefined {
    const form = this.language.strings.find((s) => this.source.startsWith(s.open, at));
    if (!form || this.#missing.has(form.open)) return undefined;
    const from = at + form.open.length;
    const to = this.#endOfString(form, from);
    if (to === undefined) return undefined;
    return this.#add('string', at, to + form.close.length, { start: from, end: to }, this.#holesOf(form, at));
  }

  #endOfString({ open, close, escapes, multiline }: StringForm, from: number): number | undefined {
    const { source } = this;
    for (let i = from; i < this.end; i++) {
      const c = source.charCodeAt(i);
      if (c === 92 && escapes) i++;
      else if (source.startsWith(close, i)) return i + close.length <= this.end ? i : undefined;
      else if (!multiline && (c === 10 || c === 13)) return undefined;
    }
    // Where one reaches the end of the text, so would all that follow.
    if (multiline) this.#missing.add(open);
    return undefined;
  }

  /** A prefix was read as a word of its own: it belongs to the string. */
  #holesOf({ holes }: StringForm, at: number): RegExp | undefined {
    const { prefixes } = this.language;
    if (!prefixes) return holes;
    const last = this.#tokens.at(-1);
    if (last?.kind !== 'word' || last.end !== at || !prefixes.all.test(last.text)) return undefined;
    this.#tokens.pop();
    return prefixes.holes.test(last.text) ? (holes ?? BRACES) : undefined;
  }
}

const BRACES = /\{[^{}\n]*\}/;

/** The offset before the line end that stands before another offset. */
function beforeLineEnd(source: string, at: number): number {
  if (source.charAt(at - 1) === '\n') return source.charAt(at - 2) === '\r' ? at - 2 : at - 1;
  return source.charAt(at - 1) === '\r' ? at - 1 : at;
}
