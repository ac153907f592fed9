import { templateCode } from '../../../knowledge/templateCode.js';
import type { Grammar } from '../expression/grammar.js';
import { parseExpression } from '../expression/parse.js';
import type { HoleCode, Opener, TemplateLanguage } from '../language.js';
import { comment, delimited, findNext } from '../openers.js';
import { conditionOf, print, readPrint, splitTag, trimCode } from '../read.js';
import type { Reading } from '../reading.js';
import { php, phpOpeners } from './php.js';

const RULES = {
  strings: true,
  braces: true,
  openers: ['{$', '{if', '{/', '{foreach', '{include'],
  markup: true,
};
const GRAMMAR: Grammar = { joins: [] };
const BEGIN = new Set([
  'if',
  'foreach',
  'for',
  'section',
  'while',
  'capture',
  'strip',
  'block',
  'function',
  'nocache',
  'translate',
]);
const OTHERWISE = new Set(['else', 'elseif', 'foreachelse', 'sectionelse']);
const RAW_END = /\{\/(?:literal|ldelim|php)\}/g;
/** A brace that a blank follows is text (Smarty manual, "Escaping Smarty parsing"). */
const begins = (source: string, at: number) => /[$/\w"'#*]/.test(source.charAt(at + 1));

const openers: readonly Opener[] = [
  comment('{*', '*}'),
  {
    ...delimited('{', '}', 'block', RULES),
    when: begins,
    find: (source, from, memory) => {
      const found = delimited('{', '}', 'block', RULES).find(source, from, memory);
      if (!('end' in found)) return found;
      const { word } = splitTag(source, { start: from, end: found.codeEnd });
      if (word === 'literal' || word === 'php') {
        const end = findNext(RAW_END, source, found.end, memory);
        return end ? { ...found, verbatimUntil: end.start } : found;
      }
      const prints = !BEGIN.has(word) && !OTHERWISE.has(word) && source.charAt(from) !== '/';
      return prints ? { ...found, kind: 'output' } : found;
    },
  },
  ...phpOpeners,
];

export const smarty: TemplateLanguage = {
  id: 'smarty',
  openers,
  trim: /\s/,
  read,
  comment: (text) => `{* ${text.replace(/\*\}/g, '')} *}`,
};

function read(hole: HoleCode): Reading {
  const { source, open, code } = hole;
  if (open.startsWith('<?')) return php.read(hole);
  const trimmed = trimCode(source, code, /\s/);
  const { word, rest } = splitTag(source, trimmed);
  const first = source.charAt(trimmed.start);
  if (first === '/') return { kind: 'end' };
  if (first === '$' || first === '"' || first === "'" || first === '#') {
    const assigns = /^\$[\w.[\]'"-]+\s*=[^=]/.test(source.slice(trimmed.start, trimmed.start + 80));
    return assigns ? { kind: 'statement' } : readPrint(source, trimmed, GRAMMAR);
  }
  if (OTHERWISE.has(word)) return { kind: 'else' };
  if (word === 'block') return readBlock(source, trimmed.end);
  if (BEGIN.has(word)) return { kind: 'begin', condition: conditionOf(source, rest, GRAMMAR) };
  const kind = word === 'hook' ? 'include' : templateCode.namesFile(word);
  if (kind) return readFileName(source, rest, word, kind);
  if (templateCode.translates(word)) return readMessage(source, rest, trimmed);
  if (word === 'assign' || word === 'literal' || word === 'php' || word === 'strip')
    return { kind: 'statement' };
  return print(parseExpression(source, trimmed, GRAMMAR), source, trimmed);
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** `{include file='footer.tpl'}`, `{hook h='displayFooter'}`. */
function readFileName(
  source: string,
  { start, end }: Stretch,
  word: string,
  kind: 'include' | 'layout',
): Reading {
  const path = /(?:\b(?:file|h|template|name)\s*=\s*)?["']([^"']+)["']/.exec(source.slice(start, end))?.[1];
  return { kind, path: path ?? word };
}

/** `{l s='Send me the newsletter' mod='news'}`. */
function readMessage(source: string, { start, end }: Stretch, whole: Stretch): Reading {
  const match = /\b(?:s|msg|text|key|name|string|message)\s*=\s*(["'])((?:\\.|(?!\1)[^\\\r\n])*)\1/d.exec(
    source.slice(start, end),
  );
  const [from, to] = match?.indices?.[0]
    ? [match.index + match[0].indexOf(match[1] ?? '"'), match.index + match[0].length]
    : [0, end - start];
  const literal = parseExpression(source, { start: start + from, end: start + to }, GRAMMAR);
  return print({ kind: 'call', name: 't', arguments: [literal], named: [], span: whole }, source, whole);
}

/** An empty block is a layout's place for content. */
function readBlock(source: string, end: number): Reading {
  const isEmpty = /^\s*\}\s*\{\/block\}/.test(source.slice(end, end + 200));
  return isEmpty ? { kind: 'content' } : { kind: 'begin', condition: { code: '', holds: 'by-default' } };
}
