import type { Span } from '../../core/span.js';
import { type Header, parameterOfField, readHeader, valueOfField } from './headers.js';

/** A part of a mail that people read. */
export interface TextPart {
  readonly type: 'text/html' | 'text/plain';
  readonly charset: string | undefined;
  /** The content transfer encoding, lower case: `quoted-printable`, `base64`, `7bit`. */
  readonly encoding: string;
  readonly body: Span;
}

/** Mails nest their parts a few levels deep; what nests deeper is made to exhaust its reader. */
const DEEPEST = 20;
/** Mails have one text, or two; reading is linear as long as there is a limit. */
const MOST = 20;

/** The texts of a message that are shown as its content, in source order; attachments and forwarded mails are not. */
export function textParts(source: string, header: Header, end: number): TextPart[] {
  return partsIn(source, header, end, 0).slice(0, MOST);
}

function partsIn(source: string, header: Header, end: number, depth: number): TextPart[] {
  const type = valueOfField(header, 'content-type') ?? 'text/plain';
  const body = { start: header.body, end };
  if (type.startsWith('multipart/')) {
    const boundary = parameterOfField(header, 'content-type', 'boundary');
    if (!boundary || depth === DEEPEST) return [];
    return splitAt(source, body, boundary).flatMap((span) => {
      const inner = readHeader(source, span);
      return partsIn(source, inner, span.end, depth + 1);
    });
  }
  if (type !== 'text/html' && type !== 'text/plain') return [];
  if (valueOfField(header, 'content-disposition') === 'attachment') return [];
  const charset = parameterOfField(header, 'content-type', 'charset');
  const encoding = valueOfField(header, 'content-transfer-encoding') ?? '7bit';
  return [{ type, charset, encoding, body }];
}

/** The stretches between delimiter lines (RFC 2046, section 5.1.1); the line end before one belongs to it. */
function splitAt(source: string, { start, end }: Span, boundary: string): Span[] {
  const delimiter = `--${boundary}`;
  const parts: Span[] = [];
  let from: number | undefined;
  for (let at = source.indexOf(delimiter, start); at >= 0 && at < end; ) {
    const after = at + delimiter.length;
    if (at === start || isLineEnd(source.charCodeAt(at - 1))) {
      const isLast = source.startsWith('--', after);
      const line = lineAfter(source, after, end);
      if (line !== undefined || isLast) {
        if (from !== undefined) parts.push({ start: from, end: Math.max(from, beforeLineEnd(source, at)) });
        from = isLast ? undefined : line;
        if (isLast) return parts;
      }
    }
    at = source.indexOf(delimiter, after);
  }
  // A mail that is cut off before its last delimiter.
  if (from !== undefined) parts.push({ start: from, end });
  return parts;
}

/** Only blanks may follow on a delimiter's line: one boundary may begin as another one does. */
function lineAfter(source: string, at: number, end: number): number | undefined {
  const rest = /^[ \t]*(\r\n|\r|\n|$)/.exec(source.slice(at, Math.min(end, at + 200)));
  return rest ? Math.min(at + rest[0].length, end) : undefined;
}

function beforeLineEnd(source: string, at: number): number {
  if (source.charCodeAt(at - 1) === 10 && source.charCodeAt(at - 2) === 13) return at - 2;
  return at - 1;
}

function isLineEnd(c: number): boolean {
  return c === 10 || c === 13;
}
