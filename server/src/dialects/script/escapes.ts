import type { SourceMapBuilder } from '../../core/sourceMap.js';
import type { Span } from '../../core/span.js';
import type { StringWriting } from '../strings/composer.js';

const SIMPLE: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  v: '\v',
  f: '\f',
};

/** One escape sequence (ECMA-262, sections 12.9.4 and 12.9.6), the ends of lines that mean nothing included. */
const ESCAPE =
  /\\(?:(\r\n|[\n\r\u2028\u2029])|u\{([\da-f]{1,8})\}|u([\da-f]{4})|x([\da-f]{2})|([0-3][0-7]{0,2}|[4-7][0-7]?)|([\s\S]))/iy;

/**
 * Reads the content of a string or a stretch of a template literal. Line ends stay as they are written: what is inserted
 * there goes with them.
 */
export function decodeScriptString(builder: SourceMapBuilder, { start, end }: Span): void {
  const { source } = builder;
  let at = start;
  for (let next = source.indexOf('\\', at); next >= 0 && next < end; next = source.indexOf('\\', at)) {
    builder.copy(at, next);
    ESCAPE.lastIndex = next;
    const match = ESCAPE.exec(source);
    at = Math.min(match ? ESCAPE.lastIndex : next + 1, end);
    if (match) builder.decoded(meaning(match), next, at);
  }
  builder.copy(at, end);
}

function meaning([, line, braced, four, two, octal, other = '']: RegExpExecArray): string {
  if (line !== undefined) return '';
  const hex = braced ?? four ?? two;
  if (hex !== undefined) return fromCode(Number.parseInt(hex, 16));
  if (octal !== undefined) return fromCode(Number.parseInt(octal, 8));
  return SIMPLE[other] ?? other;
}

function fromCode(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

const quoted = (quote: '"' | "'"): StringWriting => ({
  escape: (text) =>
    text.replace(/[\\'"\n\r\u2028\u2029]/g, (c) => {
      if (c === '"' || c === "'") return c === quote ? `\\${c}` : c;
      if (c === '\n') return '\\n';
      if (c === '\r') return '\\r';
      return c === '\\' ? '\\\\' : `\\u${c.charCodeAt(0).toString(16)}`;
    }),
  fill: (code) => `${quote} + ${/^[\w$.]*$/.test(code) ? code : `(${code})`} + ${quote}`,
});

/** How the strings of JavaScript are written, by what encloses them. */
export const scriptWriting = {
  "'": quoted("'"),
  '"': quoted('"'),
  '`': {
    escape: (text) => text.replace(/[\\`]|\$(?=\{)/g, '\\$&'),
    fill: (code) => `\${${code}}`,
  },
  /** A template whose tag takes it as it is written. */
  raw: {
    escape: (text) => (/[\\`]|\$\{/.test(text) ? undefined : text),
    fill: (code) => `\${${code}}`,
  },
} as const satisfies Readonly<Record<string, StringWriting>>;
