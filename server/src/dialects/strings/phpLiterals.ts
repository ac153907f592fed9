import type { Span } from '../../core/span.js';
import type { Token } from '../settings/tokens.js';
import type { StringComposer, StringWriting } from './composer.js';

/** A value in a string (PHP manual, "Variable parsing"): `$x`, `$x->y`, `$x[0]`, `{$x…}`, `${x}`. */
const HOLE = /\$\{[^}\n]*\}|\{\$[^}\n]*\}|\$[A-Za-z_]\w*(?:->[A-Za-z_]\w*|\[[^\]\n]*\])?/y;
/** One escape sequence of a string in double quotes; others stand for themselves. */
const ESCAPE = /\\(?:([0-7]{1,3})|x([\da-f]{1,2})|u\{([\da-f]{1,6})\}|([nrtvef\\$]))/iy;
const SIMPLE: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  e: '\x1b',
  f: '\f',
  '\\': '\\',
  $: '$',
};

const single: StringWriting = {
  escape: (text) => text.replace(/[\\']/g, '\\$&'),
  fill: (code) => `' . ${/^\$[\w>-]*$/.test(code) ? code : `(${code})`} . '`,
};

/** `$x`, `$x->y` at the end of a text, and what would be more of it. */
const BARE = /(?<!\\)\$[A-Za-z_]\w*(?:->[A-Za-z_]\w*)?$/;
const MORE = /^(?:\w|\[|->[A-Za-z_])/;
const goesOn = (before: string, text: string): boolean => BARE.test(before) && MORE.test(text);

const double: StringWriting = {
  goesOn,
  escape: (text) => text.replace(/[\\"$]/g, '\\$&'),
  fill: (code) => (code.startsWith('$') ? `{${code}}` : `" . (${code}) . "`),
};

/** Reads a string's content into a text. @param output notes a value that code fills in. */
export function readPhpString(
  composer: StringComposer,
  source: string,
  token: Token,
  output: (code: Span) => void,
): void {
  const quote = source.charAt(token.start);
  if (quote === "'") readQuoted(composer, token.inner, single, false, "'");
  else if (quote === '"') readFilled(composer, source, token.inner, double, '"', output);
  else {
    const nowdoc = source.slice(token.start, token.inner.start).includes("'");
    const writing = heredocWriting(source, token, nowdoc);
    if (nowdoc) composer.literal(token.inner, writing, (b) => b.copy(token.inner.start, token.inner.end));
    else readFilled(composer, source, token.inner, writing, '', output);
  }
}

/** Lines of a here-document begin with the indent of its end, and none of them looks like its end. */
function heredocWriting(source: string, { inner, end }: Token, nowdoc: boolean): StringWriting {
  const [, indent = '', name = ''] =
    /(?<![ \t])([ \t]*)(?<!\w)(\w+)$/.exec(source.slice(inner.end, end)) ?? [];
  const fits = (text: string) =>
    !text.includes(name) && text.split('\n').every((line, i) => i === 0 || line.startsWith(indent));
  return {
    escape: (text) => {
      if (!fits(text)) return undefined;
      if (nowdoc) return text;
      return text.replace(/[\\$]/g, '\\$&');
    },
    ...(!nowdoc && { goesOn }),
    fill: (code) => (nowdoc || !code.startsWith('$') ? undefined : `{${code}}`),
  };
}

/** A string with holes is a literal in pieces. */
function readFilled(
  composer: StringComposer,
  source: string,
  { start, end }: Span,
  writing: StringWriting,
  quote: string,
  output: (code: Span) => void,
): void {
  let from = start;
  for (let at = start; at < end; ) {
    const c = source.charAt(at);
    if (c === '\\') at += 2;
    else if (c === '$' || c === '{') {
      HOLE.lastIndex = at;
      const found = HOLE.exec(source)?.[0];
      if (found === undefined || at + found.length > end) {
        at++;
        continue;
      }
      readQuoted(composer, { start: from, end: at }, writing, true, quote);
      const inner = found.startsWith('{') ? 1 : found.startsWith('${') ? 2 : 0;
      from = at + found.length;
      output({ start: at + inner, end: from - (inner > 0 ? 1 : 0) });
      at = from;
    } else at++;
  }
  readQuoted(composer, { start: Math.min(from, end), end }, writing, true, quote);
}

/** @param escapes whether more than the backslash and the quote can be escaped. */
function readQuoted(
  composer: StringComposer,
  content: Span,
  writing: StringWriting,
  escapes: boolean,
  quote: string,
): void {
  composer.literal(content, writing, (builder) => {
    const { source } = builder;
    let at = content.start;
    for (let next = source.indexOf('\\', at); next >= 0 && next < content.end; ) {
      const read = escapeAt(source, next, escapes, quote);
      if (read && next + read.length <= content.end) {
        builder.copy(at, next);
        builder.decoded(read.text, next, next + read.length);
        at = next + read.length;
      }
      next = source.indexOf('\\', read ? next + read.length : next + 1);
    }
    builder.copy(at, content.end);
  });
}

function escapeAt(
  source: string,
  at: number,
  escapes: boolean,
  quote: string,
): { text: string; length: number } | undefined {
  const c = source.charAt(at + 1);
  if (c === '\\' || (c === quote && quote !== '')) return { text: c, length: 2 };
  ESCAPE.lastIndex = at;
  const match = escapes ? ESCAPE.exec(source) : null;
  if (!match) return undefined;
  const [{ length }, octal, hex, code, simple = ''] = match;
  if (octal !== undefined) return { text: String.fromCharCode(Number.parseInt(octal, 8) & 255), length };
  const number = hex ?? code;
  if (number === undefined) return { text: SIMPLE[simple.toLowerCase()] ?? simple, length };
  const point = Number.parseInt(number, 16);
  return { text: point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd', length };
}
