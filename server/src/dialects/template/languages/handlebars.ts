import { helpersOf } from '../../../knowledge/helpers.js';
import { templateCode } from '../../../knowledge/templateCode.js';
import { findEnd } from '../ends.js';
import { parseExpression } from '../expression/parse.js';
import { outputCall } from '../helpers/outputCall.js';
import type { HoleCode, Opener, TemplateLanguage } from '../language.js';
import { comment, delimited, findNext } from '../openers.js';
import { conditionOf, pathOf, print, printOf, splitTag, trimCode } from '../read.js';
import type { Reading } from '../reading.js';

const RULES = { strings: true, openers: ['{{'], markup: true };
const GRAMMAR = { joins: [], words: true };
const TRIM = /~/;
/** Sections that print their content where the value is false or empty. */
const NEGATED = new Set(['unless', 'ifnot']);
const BLOCK = /~?\s*(?:[#/^>*]|else\b)/y;
const RAW_END = /\{\{\{\{\s*\/[^{}]*\}\}\}\}/g;

const unescaped = (source: string, at: number) => source.charAt(at - 1) !== '\\';

function tag(open: string): Opener {
  return {
    ...delimited(open, '}}', 'output', RULES),
    when: unescaped,
    find: (source, from) => {
      const found = findEnd(source, from, '}}', RULES);
      if (!('end' in found)) return found;
      BLOCK.lastIndex = from;
      return BLOCK.test(source) ? { ...found, kind: 'block' } : found;
    },
  };
}

const openers: readonly Opener[] = [
  // `{{!< layout}}` of express-hbs.
  { ...delimited('{{!<', '}}', 'block', RULES), when: unescaped },
  { ...comment('{{!--', '--}}'), when: unescaped },
  { ...comment('{{~!--', '--~}}'), when: unescaped },
  { ...comment('{{!', '}}'), when: unescaped },
  {
    ...delimited('{{{{', '}}}}', 'block', RULES),
    find: (source, from, memory) => {
      const found = findEnd(source, from, '}}}}', RULES);
      if (!('end' in found)) return found;
      const end = findNext(RAW_END, source, found.end, memory);
      return end ? { ...found, verbatimUntil: end.start } : found;
    },
  },
  { ...delimited('{{{', '}}}', 'output', RULES), when: unescaped },
  tag('{{'),
];

/** Handlebars and Mustache. */
export const handlebars: TemplateLanguage = {
  id: 'handlebars',
  openers,
  trim: TRIM,
  read,
  components: true,
  helpers: {
    table: helpersOf('ember'),
    calls: (hole) => (hole.kind === 'output' ? outputCall(hole, TRIM, GRAMMAR) : []),
    props: { sign: '@' },
  },
  comment: (text) => `{{!-- ${text.replace(/--+\}*/g, '—')} --}}`,
};

function read({ source, open, code }: HoleCode): Reading {
  const trimmed = trimCode(source, code, TRIM);
  const sign = source.charAt(trimmed.start);
  const inner = trimCode(source, { start: trimmed.start + 1, end: trimmed.end }, /[#*>]/);
  if (open === '{{{{') return { kind: 'statement' };
  if (open === '{{!<') return { kind: 'layout', path: source.slice(trimmed.start, trimmed.end) };
  if (sign === '/') return { kind: 'end' };
  if (sign === '>') return include(source, inner);
  if (sign === '#') return begin(source, inner);
  if (sign === '^') {
    if (inner.start >= inner.end) return { kind: 'else' };
    return { kind: 'begin', condition: conditionOf(source, inner, GRAMMAR, true) };
  }
  const { word, rest } = splitTag(source, trimmed);
  if (word === 'else') return { kind: 'else' };
  if (sign === '&') return printOf(parseExpression(source, inner, GRAMMAR), source, trimmed);
  const expression = parseExpression(source, trimmed, GRAMMAR);
  if (open === '{{{' || word === 'yield' || word === 'outlet') return printOf(expression, source, trimmed);
  // An escaped value is no place for markup: `{{body}}` prints a message, `{{{body}}}` a page.
  if (expression.kind === 'call' && templateCode.namesFile(word)) return printOf(expression, source, rest);
  return print(expression, source, trimmed);
}

function include(source: string, { start, end }: { start: number; end: number }): Reading {
  const path = /^\(?\s*["']?([^\s"')}]+)/.exec(source.slice(start, end))?.[1] ?? '';
  return path === '@partial-block' ? { kind: 'content' } : { kind: 'include', path };
}

function begin(source: string, inner: { start: number; end: number }): Reading {
  if (source.slice(inner.start - 3, inner.start).includes('>')) return include(source, inner);
  const { word, rest } = splitTag(source, inner);
  const layout = templateCode.namesFile(word) === 'layout' && pathOf(parseExpression(source, inner, GRAMMAR));
  if (layout) return { kind: 'layout', path: layout };
  if (rest.start >= rest.end) return { kind: 'begin', condition: conditionOf(source, inner, GRAMMAR) };
  return { kind: 'begin', condition: conditionOf(source, rest, GRAMMAR, NEGATED.has(word)) };
}
