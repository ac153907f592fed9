import type { HoleCode, Opener, TemplateLanguage } from '../language.js';
import { delimited } from '../openers.js';
import { trimCode } from '../read.js';
import type { Reading } from '../reading.js';

/** A merge tag stands on one line; what does not close there is text. */
function inTag(open: string, close: string): Opener {
  return { ...delimited(open, close, 'output', { openers: [open], markup: true }), where: 'tag' };
}

/**
 * The tags of mail services in plain HTML, as far as they would break the tag that they stand in: conditions between
 * attributes, quotes within quotes. Those that are written like a template language's make the text one of that language.
 */
export const mergeTags: TemplateLanguage = {
  id: 'html',
  openers: [inTag('*|', '|*'), inTag('%%[', ']%%'), inTag('%%', '%%'), inTag('[[', ']]')],
  trim: /\s/,
  read,
  comment: (text) => `<!-- ${text.replace(/--+>?/g, '—')} -->`,
};

function read({ source, open, code, context }: HoleCode): Reading {
  const end = code.end + open.length;
  const span = { start: code.start - open.length, end };
  // A merge tag in a value is the value, as in any other HTML: services recognise it as it is written.
  if (context === 'value' || context === 'unquoted') {
    return { kind: 'print', value: { state: 'known', value: source.slice(span.start, span.end), span } };
  }
  const trimmed = trimCode(source, code, /\s/);
  const text = source.slice(trimmed.start, trimmed.end);
  if (/^(?:if|ifnot|unless|interested)\b/i.test(text)) {
    return { kind: 'begin', condition: { code: text, holds: 'unknown' } };
  }
  if (/^else/i.test(text)) return { kind: 'else' };
  if (/^(?:\/|end)/i.test(text)) return { kind: 'end' };
  return { kind: 'print', value: { state: 'dynamic', span, code: text } };
}
