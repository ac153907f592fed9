import type { Span } from '../../core/span.js';
import { linksIn } from '../plain/addresses.js';

/** Something in the text that is written as Markdown and stands for an element, or for nothing that is reviewed. */
export interface Inline extends Span {
  readonly kind: 'link' | 'image' | 'address' | 'code' | 'jsx';
  /** What a link or image shows. */
  readonly label?: Span;
  /** Where it leads, and where that is written. */
  readonly target?: { readonly text: string; readonly span: Span };
}

export interface InlineOptions {
  /** JSX stands among the text. */
  readonly jsx: boolean;
  /** Stretches in which there is none of this, in source order. */
  readonly blocks: readonly Span[];
}

/** How far from its beginning the end of something is looked for: what is longer is no Markdown. */
const FAR = 2000;
const DEFINITION = /^ {0,3}\[([^\]\r\n]{1,200})\]:[ \t]*<?([^\s<>]+)>?[^\r\n]*/gm;
const AUTOLINK = /<((?:https?|ftp|mailto):[^\s<>]{1,1000}|[^\s<>@:/]{1,64}@[^\s<>@/]{1,255})>/y;
const TAG = /<\/?([a-zA-Z][\w.:-]*)/y;
const RAW = /^(?:script|style|textarea|pre|code)$/i;
const ADDRESS = /(?<![\w/.@-])(?:https?:\/\/|www\.|mailto:)/iy;

/** The links, images, code and JSX among the texts of a Markdown file, outermost ones only, in source order. */
export function readInline(source: string, options: InlineOptions): Inline[] {
  return new InlineReader(source, options).read();
}

class InlineReader {
  readonly #found: Inline[] = [];
  readonly #definitions = new Map<string, Inline['target']>();
  readonly #missing = new Set<string>();
  /** How many more braces without an end are followed up: nobody types many. */
  #patience = 50;

  constructor(
    readonly source: string,
    readonly options: InlineOptions,
  ) {}

  read(): Inline[] {
    const { source } = this;
    const blocks = [...this.options.blocks, ...this.#define()].sort((a, b) => a.start - b.start);
    let next = 0;
    for (let at = 0; at < source.length; ) {
      while ((blocks[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++;
      const block = blocks[next];
      if (block && block.start <= at) {
        at = block.end;
        continue;
      }
      at = Math.max(at + 1, this.#at(at));
    }
    return this.#found.sort((a, b) => a.start - b.start);
  }

  /** Reads what begins at an offset, and gives the place after it. */
  #at(at: number): number {
    switch (this.source.charAt(at)) {
      case '\\':
        return at + 2;
      case '`':
        return this.#code(at);
      case '<':
        return this.#angle(at);
      case '!':
        return this.source.charAt(at + 1) === '[' ? this.#bracket(at + 1, 'image') : at + 1;
      case '[':
        return this.#bracket(at, 'link');
      case '{':
        return this.options.jsx ? this.#braces(at) : at + 1;
      case 'h':
      case 'w':
      case 'm':
        return this.#address(at);
      default:
        return at + 1;
    }
  }

  /** Reads where the names of links lead (CommonMark, "Link reference definitions"); nothing of that is shown. */
  #define(): Span[] {
    let next = 0;
    const { blocks } = this.options;
    return [...this.source.matchAll(DEFINITION)].flatMap(
      ({ 0: whole, 1: name = '', 2: text = '', index }) => {
        while ((blocks[next]?.end ?? Number.POSITIVE_INFINITY) <= index) next++;
        if ((blocks[next]?.start ?? Number.POSITIVE_INFINITY) <= index) return [];
        const start = index + whole.indexOf(text, whole.indexOf(']:'));
        const key = name.trim().toLowerCase();
        if (!this.#definitions.has(key))
          this.#definitions.set(key, { text, span: { start, end: start + text.length } });
        const span = { start: index, end: index + whole.length };
        this.#found.push({ kind: 'code', ...span });
        return [span];
      },
    );
  }

  #code(at: number): number {
    const { source } = this;
    let from = at;
    while (source.charAt(from) === '`') from++;
    const mark = source.slice(at, from);
    const limit = Math.min(source.length, from + FAR);
    for (let i = source.indexOf(mark, from); i >= 0 && i < limit; ) {
      let to = i;
      while (source.charAt(to) === '`') to++;
      if (to - i === mark.length) {
        if (/[\r\n][ \t]*[\r\n](?!\n)/.test(source.slice(from, i).replace(/\r\n/g, '\n'))) return from;
        this.#found.push({ kind: 'code', start: at, end: to });
        return to;
      }
      i = source.indexOf(mark, to);
    }
    return from;
  }

  #angle(at: number): number {
    const { source } = this;
    if (source.startsWith('<!--', at)) {
      const end = source.indexOf('-->', at + 4);
      return end < 0 ? source.length : end + 3;
    }
    AUTOLINK.lastIndex = at;
    const link = AUTOLINK.exec(source);
    if (link) {
      const [whole, text = ''] = link;
      const span = { start: at + 1, end: at + 1 + text.length };
      const target = { text: /^[^:]*@/.test(text) ? `mailto:${text}` : text, span };
      this.#found.push({ kind: 'address', start: at, end: at + whole.length, target });
      return at + whole.length;
    }
    TAG.lastIndex = at;
    const tag = TAG.exec(source);
    if (!tag) {
      // A fragment of JSX has no name.
      const isFragment = this.options.jsx && /^<\/?>/.test(source.slice(at, at + 3));
      return isFragment ? this.#jsx(at, source.indexOf('>', at) + 1) : at + 1;
    }
    const [, name = ''] = tag;
    const end = endOfTag(source, TAG.lastIndex);
    if (end === undefined) return TAG.lastIndex;
    if (this.options.jsx && (/[A-Z.]/.test(name) || source.slice(at, end).includes('{')))
      return this.#jsx(at, end);
    if (!RAW.test(name) || source.charAt(at + 1) === '/') return end;
    const close = new RegExp(`</${name}`, 'gi');
    close.lastIndex = end;
    const found = this.#missing.has(name.toLowerCase()) ? null : close.exec(source);
    if (!found) this.#missing.add(name.toLowerCase());
    return found?.index ?? end;
  }

  #braces(at: number): number {
    const end = this.#patience > 0 ? endOfBraces(this.source, at) : undefined;
    if (end === undefined) this.#patience--;
    return this.#jsx(at, end);
  }

  #jsx(at: number, end: number | undefined): number {
    if (end === undefined) return at + 1;
    this.#found.push({ kind: 'jsx', start: at, end });
    return end;
  }

  /** `[label](target "title")`, `[label][name]`, `[name]`; at the bracket. */
  #bracket(open: number, kind: 'link' | 'image'): number {
    const { source } = this;
    const start = kind === 'image' ? open - 1 : open;
    const close = closingBracket(source, open);
    if (close === undefined) return open + 1;
    const label = { start: open + 1, end: close };
    const written = targetAt(source, close + 1) ?? this.#reference(label, close + 1);
    if (!written) return open + 1;
    this.#found.push({ kind, start, end: written.end, label, target: written.target });
    return written.end;
  }

  #reference(
    label: Span,
    at: number,
  ): { readonly end: number; readonly target: NonNullable<Inline['target']> } | undefined {
    const [whole = '', name = ''] = /^\[([^\]\r\n]{0,200})\]/.exec(this.source.slice(at, at + 210)) ?? [];
    const key = name || this.source.slice(label.start, label.end);
    const target = this.#definitions.get(key.trim().toLowerCase());
    return target && { end: at + whole.length, target };
  }

  #address(at: number): number {
    ADDRESS.lastIndex = at;
    if (!ADDRESS.test(this.source)) return at + 1;
    const [span] = linksIn(this.source, at, Math.min(this.source.length, at + FAR));
    if (!span || span.start !== at) return at + 1;
    const target = { text: this.source.slice(span.start, span.end), span };
    this.#found.push({ kind: 'address', ...span, target });
    return span.end;
  }
}

/** The bracket that closes the one at an offset, in the same paragraph. */
function closingBracket(source: string, open: number): number | undefined {
  let depth = 0;
  for (let i = open; i < source.length && i < open + FAR; i++) {
    const c = source.charAt(i);
    if (c === '\\') i++;
    else if (c === '[') depth++;
    else if (c === ']' && --depth === 0) return i;
    else if (c === '\n' && /^\n[ \t]*\r?\n/.test(source.slice(i, i + 40))) return undefined;
  }
  return undefined;
}

/** What template languages fill in may hold blanks and brackets. */
const TARGET =
  /\([ \t]*(?![ \t])(?:<([^<>\r\n]{0,1000})>|((?:\{\{[^{}\r\n]{0,200}\}\}(?:\}|(?!\}))|\{%(?:[^%\r\n]|%(?!\})){0,200}%\}|<%(?:[^%\r\n]|%(?!>)){0,200}%>|\([^()\s]{0,500}\)|(?!\{\{[^{}\r\n]{0,200}\}\}|\{%(?:[^%\r\n]|%(?!\})){0,200}%\}|<%(?:[^%\r\n]|%(?!>)){0,200}%>)[^\s()]){0,1000}))(?:[ \t]+(?=["'(])(?:"[^"]{0,500}"|'[^']{0,500}'|\([^()]{0,500}\)))?[ \t]*\)/y;

function targetAt(
  source: string,
  at: number,
): { readonly end: number; readonly target: NonNullable<Inline['target']> } | undefined {
  TARGET.lastIndex = at;
  const found = TARGET.exec(source);
  if (!found) return undefined;
  const [whole, bracketed, bare = ''] = found;
  const text = bracketed ?? bare;
  const start = at + (text === '' ? 1 : whole.indexOf(text, 1));
  return { end: at + whole.length, target: { text, span: { start, end: start + text.length } } };
}

/** The end of a tag, quotes and braces honoured; undefined where another one begins first. */
function endOfTag(source: string, from: number): number | undefined {
  let depth = 0;
  for (let i = from; i < source.length && i < from + 5 * FAR; i++) {
    const c = source.charAt(i);
    if (c === '{') depth++;
    else if (c === '}') depth = Math.max(0, depth - 1);
    else if (c === '"' || c === "'") {
      const end = source.indexOf(c, i + 1);
      if (end < 0 || end > from + 5 * FAR) return undefined;
      i = end;
    } else if (depth === 0 && c === '>') return i + 1;
    else if (depth === 0 && c === '<') return undefined;
  }
  return undefined;
}

/** The end of an expression in braces, strings and comments honoured. */
function endOfBraces(source: string, at: number): number | undefined {
  let depth = 0;
  for (let i = at; i < source.length && i < at + 5 * FAR; i++) {
    const c = source.charAt(i);
    if (source.startsWith('/*', i)) {
      const end = source.indexOf('*/', i + 2);
      if (end < 0) return undefined;
      i = end + 1;
    } else if (c === '"' || c === '`') {
      const end = source.indexOf(c, i + 1);
      if (end < 0) return undefined;
      i = end;
    } else if (c === '{') depth++;
    else if (c === '}' && --depth === 0) return i + 1;
  }
  return undefined;
}
