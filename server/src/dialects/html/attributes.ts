import type { Token } from 'parse5';
import { type Edit, remove, replace } from '../../core/edit.js';
import type { Span } from '../../core/span.js';
import type { Attribute } from '../../model/nodes.js';

/**
 * Attributes of a start tag with the spans of name and value.
 * @param masked the source as the tokenizer reads it; as long as the source.
 * @param base where the tokenizer's text starts in the source.
 * @param isMasked the two texts differ.
 */
export function readAttributes(
  source: string,
  masked: string,
  token: Token.TagToken,
  base: number,
  isMasked: boolean,
): Attribute[] {
  const places = token.location?.attrs;
  if (!places) return [];
  const attributes: Attribute[] = [];
  for (const { name, value, prefix } of token.attrs) {
    const place = places[prefix ? `${prefix}:${name}` : name];
    if (!place) continue;
    const span = { start: base + place.startOffset, end: base + place.endOffset };
    const nameEnd = endOfName(masked, span.start, span.end);
    const written = source.slice(span.start, nameEnd);
    // The tokenizer writes names in lower case; a mask may have covered part of one.
    const lower = isMasked ? written.toLowerCase() : name;
    const at = valueSpan(masked, nameEnd, span.end);
    attributes.push(new WrittenAttribute(source, lower, written, span, { state: 'known', value, span: at }));
  }
  return attributes;
}

/** Documents hold thousands: what few are ever asked for is made when it is asked for. */
class WrittenAttribute implements Attribute {
  constructor(
    readonly source: string,
    readonly name: string,
    readonly written: string,
    readonly span: Span,
    readonly value: Attribute['value'],
  ) {}

  get nameSpan(): Span {
    const { start } = this.span;
    return { start, end: start + this.written.length };
  }

  get off(): readonly Edit[] {
    return [switchOff(this.source, this.name, this.span, this.value.span)];
  }
}

/** States that ARIA wants stated are set to false; everything else is off when it is not there. */
function switchOff(source: string, name: string, span: Span, value: Span): Edit {
  if (name.startsWith('aria-') && value.end > value.start) return replace(value, 'false');
  return remove({ start: blanksBefore(source, span.start), end: span.end });
}

function endOfName(source: string, start: number, end: number): number {
  // A name may begin with "=" (HTML Standard, "Before attribute name state").
  for (let i = start + 1; i < end; i++) {
    const code = source.charCodeAt(i);
    if (code === EQUALS || code === SLASH || code === GREATER || isBlank(code)) return i;
  }
  return end;
}

/** The value without its quotes; an empty span at the end where there is none. */
function valueSpan(source: string, nameEnd: number, end: number): Span {
  if (nameEnd === end) return { start: end, end };
  const equals = source.indexOf('=', nameEnd);
  if (equals < 0 || equals >= end) return { start: end, end };
  let start = equals + 1;
  while (start < end && isBlank(source.charCodeAt(start))) start++;
  const quote = source.charAt(start);
  if ((quote === '"' || quote === "'") && end - start >= 2 && source.charAt(end - 1) === quote) {
    return { start: start + 1, end: end - 1 };
  }
  return { start, end };
}

/** Where the blanks before an offset begin. */
export function blanksBefore(source: string, at: number): number {
  let start = at;
  while (start > 0 && isBlank(source.charCodeAt(start - 1))) start--;
  return start;
}

const EQUALS = 0x3d;
const SLASH = 0x2f;
const GREATER = 0x3e;

function isBlank(code: number): boolean {
  return (
    code === 0x20 || (code >= 0x09 && code <= 0x0d) || (code > 0x7f && /\s/.test(String.fromCharCode(code)))
  );
}
