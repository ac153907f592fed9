import { helpersOf } from '../../../knowledge/helpers.js';
import { templateCode } from '../../../knowledge/templateCode.js';
import type { EndRules } from '../ends.js';
import type { Grammar } from '../expression/grammar.js';
import { parseExpression } from '../expression/parse.js';
import { outputCall } from '../helpers/outputCall.js';
import type { CodeCall, HoleCode, Opener, TemplateLanguage } from '../language.js';
import { comment, delimited, findNext } from '../openers.js';
import { conditionOf, print, printOf, readPrint, splitTag, trimCode } from '../read.js';
import type { Reading } from '../reading.js';

/** A language of `{{ outputs }}` and `{% tags %}`. */
export interface CurlyTable {
  readonly id: string;
  /** Tags that begin a block. */
  readonly begin: readonly string[];
  /** Tags that begin one where their condition does not hold. */
  readonly beginUnless?: readonly string[];
  readonly otherwise: readonly string[];
  /** Tags up to whose end tag nothing is read as a tag: the text between is markup (`markup`), a comment, or neither. */
  readonly raw: Readonly<Record<string, 'markup' | 'comment' | 'opaque'>>;
  /** `{# … #}`; without it, the comment tag is used. */
  readonly hashComments: boolean;
  readonly grammar: Grammar;
  readonly braces?: boolean;
  /** Frameworks whose helpers are called in its outputs and tags. */
  readonly helpers?: readonly string[];
  /** Arguments of tags are parted by commas, not by blanks alone. */
  readonly commas?: boolean;
}

const TRIM = /[-~+]/;

export function curly(table: CurlyTable): TemplateLanguage {
  const rules: EndRules = {
    strings: true,
    braces: table.braces ?? false,
    openers: ['{{', '{%'],
    markup: true,
  };
  const tag: EndRules = { ...rules, braces: false };
  const tags = delimited('{%', '%}', 'block', tag);
  const raw = new Map(
    Object.entries(table.raw).map(([name, kind]) => [
      name,
      { kind, end: new RegExp(`\\{%[-~+]?\\s*end${name}\\b[^%]*%\\}`, 'g') },
    ]),
  );
  const openers: Opener[] = [
    ...(table.hashComments ? [comment('{#', '#}')] : []),
    delimited('{{', '}}', 'output', rules),
    {
      ...tags,
      find: (source, from, memory) => {
        const found = tags.find(source, from, memory);
        if (!('end' in found)) return found;
        const { word } = splitTag(source, trimCode(source, { start: from, end: found.codeEnd }, TRIM));
        const pair = raw.get(word);
        const end = pair && findNext(pair.end, source, found.end, memory);
        if (!end) return found;
        if (pair.kind === 'markup') return { ...found, verbatimUntil: end.start };
        // A comment or a schema is one construct with its end tag.
        return { end: end.end, codeStart: found.end, codeEnd: end.start, kind: pair.kind };
      },
    },
  ];
  return {
    id: table.id,
    openers,
    trim: TRIM,
    ...(table.helpers && {
      helpers: { table: helpersOf(...table.helpers), calls: (hole) => callsIn(hole, table) },
    }),
    read: (hole) => (hole.open === '{{' ? readOutput(hole, table) : readTag(hole, table)),
    comment: table.hashComments
      ? (text) => `{# ${text.replace(/#\}/g, '')} #}`
      : (text) => `{% comment %}${text.replace(/\{%|%\}/g, '')}{% endcomment %}`,
  };
}

/** What an output prints, or a tag with its arguments: `{% render_field form.news checked="checked" %}`. */
function callsIn(hole: HoleCode, { grammar, commas = false }: CurlyTable): readonly CodeCall[] {
  if (hole.open === '{{') return outputCall(hole, TRIM, grammar);
  const code = trimCode(hole.source, hole.code, TRIM);
  return [{ code, grammar: { ...grammar, commands: commas, words: !commas }, printed: false }];
}

function readOutput({ source, code }: HoleCode, { grammar }: CurlyTable): Reading {
  return readPrint(source, trimCode(source, code, TRIM), grammar);
}

function readTag({ source, code }: HoleCode, table: CurlyTable): Reading {
  const trimmed = trimCode(source, code, TRIM);
  if (source.charAt(trimmed.start) === '#') {
    return { kind: 'comment', text: source.slice(trimmed.start + 1, trimmed.end) };
  }
  const { word, rest } = splitTag(source, trimmed);
  if (word === 'trans' || word === 'translate' || word === 't') {
    if (rest.end > rest.start && /["'_]/.test(source.charAt(rest.start))) {
      const call = parseExpression(source, trimmed, { ...table.grammar, words: true });
      return print(call, source, trimmed);
    }
    return { kind: 'statement' };
  }
  if (table.begin.includes(word))
    return { kind: 'begin', condition: conditionOf(source, rest, table.grammar) };
  if (table.beginUnless?.includes(word)) {
    return { kind: 'begin', condition: conditionOf(source, rest, table.grammar, true) };
  }
  if (table.otherwise.includes(word)) return { kind: 'else' };
  if (word === 'block' || word === 'slot') return readBlock(source, code.end);
  if (word.startsWith('end')) return { kind: 'end' };
  const kind = templateCode.namesFile(word);
  if (kind) {
    const path = /^["']?([^\s"',]+)/.exec(source.slice(rest.start, rest.end))?.[1];
    return path === undefined ? { kind: 'statement' } : { kind, path };
  }
  if (templateCode.isContent(word)) return { kind: 'content' };
  if (word === 'echo' || word === 'print')
    return printOf(parseExpression(source, rest, table.grammar), source, rest);
  return { kind: 'statement' };
}

/** An empty block is a layout's place for content; one with content of its own is printed. */
function readBlock(source: string, end: number): Reading {
  const isEmpty = /^[-~+]?%\}\s*\{%[-~+]?\s*end/.test(source.slice(end, end + 200));
  return isEmpty ? { kind: 'content' } : { kind: 'begin', condition: { code: '', holds: 'by-default' } };
}
