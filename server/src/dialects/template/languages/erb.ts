import type { Span } from '../../../core/span.js';
import { helpersOf } from '../../../knowledge/helpers.js';
import type { Grammar } from '../expression/grammar.js';
import { parseExpression } from '../expression/parse.js';
import type { CodeCall, HoleCode, Opener, TemplateLanguage } from '../language.js';
import { comment, delimited } from '../openers.js';
import { conditionOf, printOf, splitTag, trimCode } from '../read.js';
import type { Reading } from '../reading.js';

/** The first `%>` ends a tag, whatever the quotes around it. */
const RULES = { openers: ['<%'] };
const GRAMMAR: Grammar = { joins: ['+'], commands: true };
const TRIM = /[-=]/;

const openers: readonly Opener[] = [
  // "<%%" prints "<%".
  { open: '<%%', kind: 'opaque', find: (_, from) => ({ end: from, codeEnd: from }) },
  comment('<%#', '%>'),
  delimited('<%==', '%>', 'output', RULES),
  delimited('<%=', '%>', 'output', RULES),
  delimited('<%', '%>', 'block', RULES),
];

export const erb: TemplateLanguage = {
  id: 'erb',
  openers,
  trim: TRIM,
  read,
  helpers: { table: helpersOf('rails'), calls, blocks: 'constructs' },
  comment: (text) => `<%# ${text.replace(/%>/g, '')} %>`,
};

const BEGIN = /^(?:for|while|until|case|begin|form_for)$/;
const DO = /(?:\bdo|\{)(?:\s*\|\s*(?!\s)(\w*)(?!\w)[^|]*\|)?$/;

/** What is printed, without the beginning of a block; early versions of Rails print blocks without being told to. */
function calls({ source, open, code }: HoleCode): readonly CodeCall[] {
  const { start, end } = trimCode(source, code, TRIM);
  const match = DO.exec(source.slice(start, end));
  if (open === '<%' && !match) return [];
  if (!match) return [{ code: { start, end }, grammar: GRAMMAR, printed: true }];
  const head = trimCode(source, { start, end: start + match.index }, /\s/);
  const [, variable] = match;
  return [{ code: head, grammar: GRAMMAR, printed: true, block: variable ? { variable } : {} }];
}

function read({ source, open, code }: HoleCode): Reading {
  const trimmed = trimCode(source, code, TRIM);
  const text = source.slice(trimmed.start, trimmed.end);
  if (open !== '<%') return output(source, trimmed, text);
  if (text.startsWith('#') && !text.includes('\n')) return { kind: 'comment', text: text.slice(1) };
  const { word, rest } = splitTag(source, trimmed);
  if (word === 'end' || text === '}') return { kind: 'end' };
  if (/(?<![.:@\w])end$/.test(text)) return { kind: 'statement' };
  if (word === 'else' || word === 'elsif' || word === 'when' || word === 'in') return { kind: 'else' };
  if (word === 'if' || word === 'unless') {
    return {
      kind: 'begin',
      condition: conditionOf(source, withoutThen(source, rest), GRAMMAR, word === 'unless'),
    };
  }
  if (BEGIN.test(word) || DO.test(text)) {
    return { kind: 'begin', condition: { code: text, holds: 'unknown' } };
  }
  return { kind: 'statement' };
}

function output(source: string, code: Span, text: string): Reading {
  if (DO.test(text)) return { kind: 'begin', condition: { code: text, holds: 'unknown' } };
  return printOf(parseExpression(source, code, GRAMMAR), source, code);
}

function withoutThen(source: string, { start, end }: Span): Span {
  const text = source.slice(start, end).replace(/(?<!\s)\s*(?:\bthen|;)$/, '');
  return { start, end: start + text.length };
}
