import { type DecodedText, SourceMapBuilder, type Writer } from '../../core/sourceMap.js';
import type { Span } from '../../core/span.js';
import { ByteReader, bytesOf } from './charset.js';

/** Undoes a part's content transfer encoding (RFC 2045, section 6) and reads its bytes as text. */
export function decodeBody(source: string, body: Span, encoding: string, charset: string): DecodedText {
  const builder = new SourceMapBuilder(source);
  switch (encoding) {
    case 'quoted-printable':
      readQuotedPrintable(builder, body, charset);
      return builder.finish(body, (text) => writeQuotedPrintable(text, charset, lineEndOf(source, body)));
    case 'base64':
      readBase64(builder, body, charset);
      return builder.finish(body);
    default:
      // Whoever read the file has turned its bytes into text.
      builder.copy(body.start, body.end);
      return builder.finish(body, encoding === '8bit' || encoding === 'binary' ? (text) => text : ascii);
  }
}

const ascii: Writer = (text) => (/^[\t\r\n -~]*$/.test(text) ? text : undefined);

export function readQuotedPrintable(
  builder: SourceMapBuilder,
  { start, end }: Span,
  charset: string,
  blank?: string,
): void {
  const { source } = builder;
  const bytes = new ByteReader(builder, charset);
  for (let i = start; i < end; ) {
    const c = source.charCodeAt(i);
    if (c === EQUALS) {
      const byte = hexAt(source, i + 1, end);
      const next = byte === undefined ? softBreak(source, i + 1, end) : i + 3;
      if (byte !== undefined) bytes.push(byte, i, i + 3);
      // A sign that begins nothing stands for itself.
      else if (next === undefined) bytes.push(c, i, i + 1);
      i = next ?? i + 1;
    } else if (c >= 128) {
      // No byte of the mail any more: the file's own encoding has been undone before.
      bytes.flush();
      builder.copy(i, i + 1);
      i++;
    } else if (blank !== undefined && source.charAt(i) === blank) {
      bytes.flush();
      builder.decoded(' ', i, ++i);
    } else bytes.push(c, i, ++i);
  }
  bytes.flush();
}

const EQUALS = 61;

function hexAt(source: string, at: number, end: number): number | undefined {
  const digits = source.slice(at, Math.min(at + 2, end));
  return /^[\da-f]{2}$/i.test(digits) ? Number.parseInt(digits, 16) : undefined;
}

/** The beginning of the next line, where nothing but blanks stands before it. */
function softBreak(source: string, from: number, end: number): number | undefined {
  let i = from;
  while (i < end && (source.charCodeAt(i) === 32 || source.charCodeAt(i) === 9)) i++;
  if (i >= end) return end;
  if (source.charCodeAt(i) === 13) return source.charCodeAt(i + 1) === 10 && i + 1 < end ? i + 2 : i + 1;
  return source.charCodeAt(i) === 10 ? i + 1 : undefined;
}

/** Lines stay as they are; RFC 2045 lets none be longer than 76 characters. */
function writeQuotedPrintable(text: string, charset: string, lineEnd: string): string | undefined {
  const lines = text.split(/(\r\n|\r|\n)/).map((line, i) => {
    if (i % 2 === 1) return line;
    const bytes = bytesOf(line, charset);
    return bytes && [...bytes].map((b, at) => quoted(b, at === bytes.length - 1));
  });
  if (lines.some((line) => line === undefined)) return undefined;
  return lines.map((line) => (Array.isArray(line) ? wrapped(line, `=${lineEnd}`) : line)).join('');
}

/** Blanks at the end of a line would be lost on the way. */
function quoted(byte: number, last: boolean): string {
  const plain = byte > 32 && byte < 127 && byte !== EQUALS;
  if (plain || (!last && (byte === 32 || byte === 9))) return String.fromCharCode(byte);
  return `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

const LONGEST = 75;

function wrapped(units: readonly string[], softBreak: string): string {
  let line = 0;
  return units
    .map((unit) => {
      const full = line + unit.length > LONGEST;
      line = full ? unit.length : line + unit.length;
      return full ? softBreak + unit : unit;
    })
    .join('');
}

export function readBase64(builder: SourceMapBuilder, { start, end }: Span, charset: string): void {
  const { source } = builder;
  const bytes = new ByteReader(builder, charset);
  let bits = 0;
  let count = 0;
  let before = start;
  for (let i = start; i < end; i++) {
    const value = sextet(source.charCodeAt(i));
    if (value < 0) {
      // Padding ends a group; what follows may be another text.
      if (source.charCodeAt(i) === EQUALS) count = 0;
      continue;
    }
    bits = (bits << 6) | value;
    count++;
    // Each character completes a byte that began in the one before it.
    if (count > 1) bytes.push((bits >> (8 - 2 * count)) & 255, before, i + 1);
    before = i;
    if (count === 4) count = 0;
  }
  bytes.flush();
}

/** RFC 4648, the alphabet of section 4 and that of section 5; negative for anything else. */
function sextet(c: number): number {
  if (c >= 65 && c <= 90) return c - 65;
  if (c >= 97 && c <= 122) return c - 71;
  if (c >= 48 && c <= 57) return c + 4;
  if (c === 43 || c === 45) return 62;
  return c === 47 || c === 95 ? 63 : -1;
}

function lineEndOf(source: string, { start, end }: Span): string {
  const at = source.indexOf('\n', start);
  return at > 0 && at < end && source.charCodeAt(at - 1) === 13 ? '\r\n' : '\n';
}
