import { helpersOf } from '../../../knowledge/helpers.js';
import type { Grammar } from '../expression/grammar.js';
import { parseExpression } from '../expression/parse.js';
import { outputCall } from '../helpers/outputCall.js';
import type { HoleCode, Opener, TemplateLanguage } from '../language.js';
import { findTagEnd } from '../markupTags.js';
import { delimited, findNext } from '../openers.js';
import { conditionOf, print, readPrint, splitTag, trimCode } from '../read.js';
import type { Reading } from '../reading.js';

const EXPRESSION = { strings: true, braces: true, openers: ['${', '<#'], markup: true };
const GRAMMAR: Grammar = { joins: ['+'], builtins: true };
const BEGIN = new Set([
  'if',
  'list',
  'items',
  'sep',
  'switch',
  'macro',
  'function',
  'assign',
  'attempt',
  'compress',
  'escape',
  'foreach',
]);
const OTHERWISE = new Set(['else', 'elseif', 'case', 'default', 'recover']);
const END_NOPARSE = /<\/#noparse>/g;

const openers: readonly Opener[] = [
  // HTML's comments end alike.
  delimited('<#--', '-->', 'comment', { openers: ['<#--', '<!--'] }),
  { open: '</#', kind: 'block', find: findTagEnd },
  { open: '</@', kind: 'block', find: findTagEnd },
  {
    open: '<#',
    kind: 'block',
    when: (source, at) => /[a-z]/i.test(source.charAt(at + 2)),
    find: (source, from, memory) => {
      const found = findTagEnd(source, from);
      if (!('end' in found) || !source.startsWith('noparse', from)) return found;
      const end = findNext(END_NOPARSE, source, found.end, memory);
      return end ? { ...found, verbatimUntil: end.start } : found;
    },
  },
  {
    open: '<@',
    kind: 'output',
    when: (source, at) => /[a-z]/i.test(source.charAt(at + 2)),
    find: findTagEnd,
  },
  delimited('${', '}', 'output', EXPRESSION),
  delimited('#{', '}', 'output', EXPRESSION),
];

export const freemarker: TemplateLanguage = {
  id: 'freemarker',
  openers,
  trim: /\s/,
  read,
  helpers: {
    table: helpersOf('spring'),
    calls: (hole) => (hole.open === '<@' ? outputCall(hole, /\s/, { ...GRAMMAR, words: true }) : []),
  },
  comment: (text) => `<#-- ${text.replace(/--+>?/g, '—')} -->`,
};

function read({ source, open, code }: HoleCode): Reading {
  const trimmed = trimCode(source, code, /\s/);
  if (open === '${' || open === '#{') return readPrint(source, trimmed, GRAMMAR);
  const { word, rest } = splitTag(source, trimmed);
  if (open === '</#') return /^(?:noparse|ftl)$/.test(word) ? { kind: 'statement' } : { kind: 'end' };
  if (open === '</@') return { kind: 'statement' };
  if (open === '<@') return readMacro(source, trimmed, word);
  if (OTHERWISE.has(word)) return { kind: 'else' };
  if (word === 'assign' && source.slice(rest.start, rest.end).includes('=')) return { kind: 'statement' };
  if (BEGIN.has(word)) return { kind: 'begin', condition: conditionOf(source, rest, GRAMMAR) };
  if (word === 'include') {
    return { kind: 'include', path: /["']([^"']+)["']/.exec(source.slice(rest.start, rest.end))?.[1] ?? '' };
  }
  return word === 'nested' ? { kind: 'content' } : { kind: 'statement' };
}

/** `<@spring.message "news.label"/>` prints a message, `<@layout.page>` puts this content into another file's. */
function readMacro(source: string, code: { start: number; end: number }, word: string): Reading {
  if (/message|msg|i18n/i.test(word)) {
    return print(parseExpression(source, code, { ...GRAMMAR, words: true }), source, code);
  }
  return { kind: 'include', path: word };
}
