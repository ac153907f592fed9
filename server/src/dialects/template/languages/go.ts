import { findEnd } from '../ends.js';
import type { Grammar } from '../expression/grammar.js';
import { parseExpression } from '../expression/parse.js';
import type { HoleCode, Opener, TemplateLanguage } from '../language.js';
import { comment, delimited } from '../openers.js';
import { conditionOf, print, printOf, splitTag, trimCode } from '../read.js';
import type { Reading } from '../reading.js';

const RULES = { strings: true, openers: ['{{'], markup: true };
const GRAMMAR: Grammar = { joins: [], words: true };
const TRIM = /-/;
const BLOCK = /^-?\s*(?:if|else|end|range|with|define|block|template|break|continue|\$\w+\s*:?=)(?![\w.])/;
const BEGIN = new Set(['if', 'range', 'with', 'define', 'block']);

const openers: readonly Opener[] = [
  comment('{{/*', '*/}}'),
  comment('{{- /*', '*/ -}}'),
  {
    ...delimited('{{', '}}', 'output', RULES),
    find: (source, from) => {
      const found = findEnd(source, from, '}}', RULES);
      if (!('end' in found)) return found;
      return BLOCK.test(source.slice(from, from + 40)) ? { ...found, kind: 'block' } : found;
    },
  },
];

/** Go's `html/template`, and Hugo's. */
export const go: TemplateLanguage = {
  id: 'go',
  openers,
  trim: TRIM,
  read,
  comment: (text) => `{{/* ${text.replace(/\*\//g, '')} */}}`,
};

function read({ source, code }: HoleCode): Reading {
  const trimmed = trimCode(source, code, TRIM);
  const { word, rest } = splitTag(source, trimmed);
  if (word === 'end') return { kind: 'end' };
  if (word === 'else') return { kind: 'else' };
  if (word === 'block') return readBlock(source, code.end, rest);
  if (BEGIN.has(word)) return { kind: 'begin', condition: conditionOf(source, rest, GRAMMAR) };
  if (word === 'template') {
    const name = /^"([^"]*)"|^`([^`]*)`/.exec(source.slice(rest.start, rest.end));
    return { kind: 'include', path: name?.[1] ?? name?.[2] ?? '' };
  }
  if (/^\$\w+\s*:?=/.test(source.slice(trimmed.start, trimmed.end))) return { kind: 'statement' };
  const expression = parseExpression(source, trimmed, GRAMMAR);
  const isContent =
    expression.kind === 'path' && /^(?:\.Content|\.Body|yield|embed|\.LayoutContent)$/.test(expression.path);
  if (isContent || expression.kind === 'call') return printOf(expression, source, trimmed);
  return print(expression, source, trimmed);
}

/** An empty block is a layout's place for content. */
function readBlock(source: string, end: number, name: { start: number; end: number }): Reading {
  if (/^-?\}\}\s*\{\{-?\s*end\b/.test(source.slice(end, end + 200))) return { kind: 'content' };
  return { kind: 'begin', condition: { code: source.slice(name.start, name.end), holds: 'by-default' } };
}
