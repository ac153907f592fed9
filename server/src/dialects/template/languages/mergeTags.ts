import type { HoleCode, Opener, TemplateLanguage } from '../language.js';
import { comment, delimited } from '../openers.js';
import { trimCode } from '../read.js';
import type { Reading } from '../reading.js';

/** Merge tags stand on one line; what does not close there is text. */
const RULES = { strings: true, openers: ['*|', '%%', '{{', '[['], markup: true };

function inTag(open: string, close: string): Opener {
  return { ...delimited(open, close, 'output', RULES), where: 'tag' };
}

const openers: readonly Opener[] = [
  { ...comment('{{!', '}}'), where: 'tag' },
  inTag('*|', '|*'),
  inTag('%%[', ']%%'),
  inTag('%%', '%%'),
  inTag('{{', '}}'),
  inTag('{%', '%}'),
  inTag('[[', ']]'),
  inTag('<%', '%>'),
];

/** The tags of mail services in plain HTML, as far as they would break the tag that they stand in. */
export const mergeTags: TemplateLanguage = {
  id: 'html',
  openers,
  trim: /\s/,
  read,
  comment: (text) => `<!-- ${text.replace(/--+>?/g, '—')} -->`,
};

function read({ source, open, code }: HoleCode): Reading {
  const trimmed = trimCode(source, code, /\s/);
  const text = source.slice(trimmed.start, trimmed.end);
  if (/^(?:#|\/?\s*)?(?:if|ifnot|unless|interestif)\b/i.test(text) && !/^(?:\/|end)/i.test(text)) {
    return { kind: 'begin', condition: { code: text, holds: 'unknown' } };
  }
  if (/^else/i.test(text)) return { kind: 'else' };
  if (/^(?:\/|end)/i.test(text)) return { kind: 'end' };
  const span = { start: code.start - open.length, end: code.end + open.length };
  return { kind: 'print', value: { state: 'dynamic', span, code: text } };
}
