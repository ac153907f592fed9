import type { Grammar } from '../expression/grammar.js';
import { parseExpression } from '../expression/parse.js';
import type { HoleCode, Opener, TemplateLanguage } from '../language.js';
import { comment, delimited } from '../openers.js';
import { print, printOf, trimCode } from '../read.js';
import { readBraces } from '../readBraces.js';
import type { Reading } from '../reading.js';

/** The first `%>` ends a tag, whatever the quotes around it. */
const RULES = { openers: ['<%'] };
const GRAMMAR: Grammar = { joins: ['+'] };
const TRIM = /[-_]/;

const openers: readonly Opener[] = [
  // "<%%" prints "<%".
  { open: '<%%', kind: 'opaque', find: (_, from) => ({ end: from, codeEnd: from }) },
  comment('<%#', '%>'),
  delimited('<%=', '%>', 'output', RULES),
  delimited('<%-', '%>', 'output', RULES),
  delimited('<%', '%>', 'block', RULES),
];

/** EJS, and the templates of Underscore and Lodash. */
export const ejs: TemplateLanguage = {
  id: 'ejs',
  openers,
  trim: TRIM,
  read,
  comment: (text) => `<%# ${text.replace(/%>/g, '')} %>`,
};

function read({ source, open, code }: HoleCode): Reading {
  const trimmed = trimCode(source, code, TRIM);
  if (open === '<%') return readBraces(source, trimmed, GRAMMAR);
  const expression = parseExpression(source, trimmed, GRAMMAR);
  // Only what is not escaped can be a place for markup.
  return open === '<%-' ? printOf(expression, source, trimmed) : print(expression, source, trimmed);
}
