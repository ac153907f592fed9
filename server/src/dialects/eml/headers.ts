import { SourceMapBuilder } from '../../core/sourceMap.js';
import type { Span } from '../../core/span.js';
import { charsetOf } from './charset.js';
import { readBase64, readQuotedPrintable } from './transfer.js';

/** A header field (RFC 5322, section 2.2). */
export interface Field {
  readonly name: string;
  readonly nameSpan: Span;
  /** Unfolded, encoded words decoded. */
  readonly text: string;
  /** From the first to the last character of the value as written, line folds included. */
  readonly valueSpan: Span;
  /** The whole field, with the end of its last line. */
  readonly lines: Span;
}

export interface Header {
  readonly fields: readonly Field[];
  /** Where the body begins. */
  readonly body: number;
}

const FIELD = /([!-9;-~]+)[ \t]*:/y;
const REST_OF_LINE = /[^\r\n]*(\r\n|\r|\n)?/y;

/** Reads header fields up to the first blank line, or to the first line that is none. */
export function readHeader(source: string, { start, end }: Span): Header {
  const fields: Field[] = [];
  let at = start;
  // The first line of a message in a mailbox file.
  if (source.startsWith('From ', at)) at = nextLine(source, at, end);
  while (at < end) {
    const next = nextLine(source, at, end);
    FIELD.lastIndex = at;
    const name = FIELD.exec(source);
    if (!name || FIELD.lastIndex > next) return { fields, body: isBlank(source, at, next) ? next : at };
    const valueAt = FIELD.lastIndex;
    let fieldEnd = next;
    while (fieldEnd < end && (source.charAt(fieldEnd) === ' ' || source.charAt(fieldEnd) === '\t')) {
      const folded = nextLine(source, fieldEnd, end);
      if (isBlank(source, fieldEnd, folded)) break;
      fieldEnd = folded;
    }
    const [, written = ''] = name;
    const valueSpan = trimmed(source, valueAt, fieldEnd);
    fields.push({
      name: written,
      nameSpan: { start: at, end: at + written.length },
      text: decodeWords(source.slice(valueSpan.start, valueSpan.end).replace(/\r\n?|\n/g, '')),
      valueSpan,
      lines: { start: at, end: fieldEnd },
    });
    at = fieldEnd;
  }
  return { fields, body: end };
}

function nextLine(source: string, at: number, end: number): number {
  REST_OF_LINE.lastIndex = at;
  return Math.min(at + (REST_OF_LINE.exec(source)?.[0].length ?? 0), end);
}

function isBlank(source: string, start: number, end: number): boolean {
  return source.slice(start, end).trim() === '';
}

function trimmed(source: string, start: number, end: number): Span {
  const written = source.slice(start, end);
  const value = written.trim();
  const from = value === '' ? start : start + written.indexOf(value.charAt(0));
  return { start: from, end: from + value.length };
}

const WORD = /=\?([^?\s]+)\?([bq])\?([^?\s]*)\?=/gi;

/** Decodes encoded words (RFC 2047); blanks between two of them are no part of the text. */
function decodeWords(text: string): string {
  return text
    .replace(/(\?=)\s+(?==\?)/g, '$1')
    .replace(WORD, (_, charset: string, encoding: string, word: string) =>
      decodeWord(word, encoding.toLowerCase(), charset.replace(/\*.*/, '')),
    );
}

function decodeWord(word: string, encoding: string, charset: string): string {
  const builder = new SourceMapBuilder(word);
  const all = { start: 0, end: word.length };
  if (encoding === 'b') readBase64(builder, all, charsetOf(charset));
  else readQuotedPrintable(builder, all, charsetOf(charset), '_');
  return builder.finish(all).text;
}

/** The value before the first semicolon, lower case: `text/html`. */
export function valueOfField(header: Header, name: string): string | undefined {
  const field = header.fields.find((f) => f.name.toLowerCase() === name);
  return field?.text.split(';')[0]?.trim().toLowerCase();
}

const PARAMETER = /;\s*([\w*-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))/g;

/** A parameter of a field's value (RFC 2045, section 5.1). */
export function parameterOfField(header: Header, name: string, parameter: string): string | undefined {
  const field = header.fields.find((f) => f.name.toLowerCase() === name);
  for (const [, key = '', quoted, bare = ''] of field?.text.matchAll(PARAMETER) ?? [])
    if (key.toLowerCase() === parameter) return quoted?.replace(/\\(.)/g, '$1') ?? bare;
  return undefined;
}
