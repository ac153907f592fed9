import type { Span } from '../../core/span.js';

/** One declaration of CSS; spans are offsets into the text that was read. */
export interface CssDeclaration {
  /** Lower case. */
  readonly property: string;
  /** Without `!important`. */
  readonly value: string;
  readonly important: boolean;
  readonly valueSpan: Span;
  /** With the semicolon behind it. */
  readonly span: Span;
}

export interface CssRule {
  /** Each of the list, as written. */
  readonly selectors: readonly string[];
  /** The conditions of the media queries around it, lower case; empty outside any. */
  readonly media: readonly string[];
  readonly declarations: readonly CssDeclaration[];
}

/** The declarations of a style attribute, or of a stretch of a style sheet. Template tags are kept within values. */
export function readDeclarations(css: string, from = 0, to = css.length): CssDeclaration[] {
  const declarations: CssDeclaration[] = [];
  for (let start = from; start < to; ) {
    const end = endOf(css, start, to, ';');
    const colon = css.indexOf(':', start);
    if (colon > 0 && colon < end) {
      const property = css.slice(start, colon).replace(COMMENT, '').trim().toLowerCase();
      const written = css.slice(colon + 1, end);
      const important = /!\s*important\s*$/i.test(written);
      const value = written.replace(/!\s*important\s*$/i, '').trim();
      const valueStart = colon + 1 + (written.length - written.trimStart().length);
      if (/^-{0,2}[a-z][\w-]*$/.test(property) && value !== '') {
        const blank = css.slice(start, colon).length - css.slice(start, colon).trimStart().length;
        declarations.push({
          property,
          value,
          important,
          valueSpan: { start: valueStart, end: valueStart + value.length },
          span: { start: start + blank, end: Math.min(end + 1, to) },
        });
      }
    }
    start = end + 1;
  }
  return declarations;
}

const COMMENT = /\/\*[^*]*(?:\*(?!\/)[^*]*)*(?:\*\/|$)/g;

/** The place of a mark outside brackets, quotes and template tags; else the end. */
function endOf(css: string, from: number, to: number, mark: string): number {
  let depth = 0;
  let quote = '';
  for (let at = from; at < to; at++) {
    const c = css.charAt(at);
    if (quote !== '') {
      if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '(' || c === '{') depth++;
    else if (c === ')' || c === '}') depth = Math.max(0, depth - 1);
    else if (c === mark && depth === 0) return at;
  }
  return to;
}

/** The rules of a style sheet, those in media queries with their conditions. Other at-rules are passed over. */
export function readSheet(css: string): CssRule[] {
  // Comments keep their length, so that places stay true.
  const text = css
    .replace(COMMENT, (comment) => ' '.repeat(comment.length))
    .replace(/<!--|-->/g, (c) => ' '.repeat(c.length));
  const rules: CssRule[] = [];
  const media: { readonly condition: string }[] = [];
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('{', at);
    const close = text.indexOf('}', at);
    if (close >= 0 && (open < 0 || close < open)) {
      media.pop();
      at = close + 1;
      continue;
    }
    if (open < 0) break;
    // Statements such as @import end with a semicolon.
    const head = text
      .slice(at, open)
      .replace(/^[\s\S]*;/, '')
      .trim();
    at = open + 1;
    // A sign that begins code is written twice in some templates.
    if (/^@{1,2}(?:media|supports|layer|container)\b/i.test(head)) {
      media.push({ condition: head.toLowerCase() });
      continue;
    }
    const end = endOfBlock(text, open);
    if (!head.startsWith('@') && head !== '') {
      rules.push({
        selectors: head.split(',').map((s) => s.trim()),
        media: media.map(({ condition }) => condition),
        declarations: readDeclarations(text, at, end),
      });
    }
    at = end + 1;
  }
  return rules;
}

/** Past template tags in braces; unfinished blocks end with the text. */
function endOfBlock(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const c = text.charAt(at);
    if (c === '{') depth++;
    else if (c === '}' && --depth === 0) return at;
  }
  return text.length;
}
