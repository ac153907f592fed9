import { helpersOf } from '../../../knowledge/helpers.js';
import { closeParenthesis, closingQuote } from '../ends.js';
import type { Grammar } from '../expression/grammar.js';
import { parseExpression } from '../expression/parse.js';
import type { CodeCall, Ended, HoleCode, Memory, Opener, TemplateLanguage, Unended } from '../language.js';
import { comment } from '../openers.js';
import { conditionOf, print, printOf, trimCode } from '../read.js';
import type { Reading } from '../reading.js';

const GRAMMAR: Grammar = { joins: ['+'] };
const CONTROL =
  /(?:if|foreach|for|while|switch|using|lock|section(?=\s+\w+\s*\{)|do|try|functions|code)(?=[\s({])/y;
const DIRECTIVE =
  /(?:model|using|inject|page|addTagHelper|removeTagHelper|tagHelperPrefix|layout|inherits|namespace|implements|attribute|typeparam)[ \t]+[^\r\n<]*/y;
const IDENTIFIER = /[A-Za-z_]\w*/y;
const FOLLOWS = /\s*(?:else(?:\s+if\b)?|catch|finally|while)(?=[\s({])/y;

function match(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0];
}

/** Not in `a@b.example`; `@@` prints `@`, but the sign that ends a comment (`*@`) is no such. */
function begins(source: string, at: number): boolean {
  const before = source.slice(at - 2, at) === '*@' ? '' : source.charAt(at - 1);
  const next = source.charAt(at + 1);
  return next === '(' ? before !== '@' : !/[\w@]/.test(before) && /[A-Za-z_{]/.test(next);
}

const openers: readonly Opener[] = [
  ...['if', 'for', 'while', 'switch', 'using'].map(
    (open): Opener => ({
      open,
      kind: 'block',
      where: 'text',
      when: isStatement,
      find: (source, from, memory) => {
        const brace = headEnd(source, from);
        return brace === undefined ? { looked: from } : openBlock(source, brace, memory);
      },
    }),
  ),
  comment('@*', '*@'),
  { open: '@', kind: 'output', when: begins, find: findRazor },
  {
    open: '}',
    kind: 'block',
    where: 'text',
    when: (source, at, memory) => memory.blocks > 0 && endsBlock(source, at),
    find: (source, from, memory) => closeBlock(source, from, memory),
  },
];

/**
 * A brace among words is but a word: one that ends a block is the first on its line, or stands behind a tag, a statement or
 * an expression.
 */
function endsBlock(source: string, at: number): boolean {
  const before = /(?:^|[\r\n]|[>};)\]]|@[\w.]+)[ \t]*$/;
  return before.test(source.slice(Math.max(0, at - 80), at));
}

/** Code that goes on after markup, in a block: `if (…) {` on a line of its own. */
function isStatement(source: string, at: number, memory: Memory): boolean {
  if (memory.blocks === 0 || !/[\r\n][ \t]*$/.test(source.slice(Math.max(0, at - 80), at))) return false;
  return match(CONTROL, source, at) !== undefined && headEnd(source, at) !== undefined;
}

/** ASP.NET's Razor. */
export const razor: TemplateLanguage = {
  id: 'razor',
  openers,
  trim: /[;\s]/,
  read,
  helpers: { table: helpersOf('aspnet'), calls, blocks: 'braces' },
  comment: (text) => `@* ${text.replace(/\*@/g, '')} *@`,
};

function findRazor(source: string, from: number, memory: Memory): Ended | Unended {
  const c = source.charAt(from);
  if (c === '(') {
    const end = closeParenthesis(source, from);
    return end === undefined ? { looked: source.length } : { end, codeEnd: end };
  }
  if (c === '{') return openBlock(source, from, memory);
  const directive = match(DIRECTIVE, source, from);
  if (directive !== undefined && !/^using\s*\(/.test(directive)) {
    const end = from + directive.length;
    return { end, codeEnd: end, kind: 'block' };
  }
  if (match(CONTROL, source, from) !== undefined) {
    const brace = headEnd(source, from);
    return brace === undefined ? { looked: source.length } : openBlock(source, brace, memory);
  }
  const end = endOfImplicit(source, from);
  return end === undefined ? { looked: source.length } : { end, codeEnd: end };
}

/** The brace that opens the body of `if (…) {`, `section X {`. */
function headEnd(source: string, from: number): number | undefined {
  for (let i = from; i < source.length; i++) {
    const c = source.charAt(i);
    if (c === '{') return i;
    if (c === '(') {
      const close = closeParenthesis(source, i);
      if (close === undefined) return undefined;
      i = close - 1;
    } else if (!/[\w\s]/.test(c)) return undefined;
  }
  return undefined;
}

/** From a brace on, statements up to the first markup belong to the code. */
function openBlock(source: string, brace: number, memory: Memory): Ended | Unended {
  const before = memory.blocks;
  const { end, depth } = skipStatements(source, brace + 1, 1, source.length);
  if (end === undefined) return { looked: source.length };
  memory.blocks = before + depth;
  return { end, codeEnd: end, kind: 'block' };
}

function closeBlock(source: string, from: number, memory: Memory): Ended | Unended {
  const before = memory.blocks - 1;
  memory.blocks = before;
  const follows = match(FOLLOWS, source, from);
  const brace = follows === undefined ? undefined : headEnd(source, from + follows.length - 1);
  if (brace !== undefined) return openBlock(source, brace, memory);
  if (before === 0) return { end: from, codeEnd: from };
  const { end, depth } = skipStatements(source, from, before, from + REACH);
  if (end === undefined) return { end: from, codeEnd: from };
  memory.blocks = depth;
  return { end, codeEnd: end };
}

/** How far after a block's end statements of the block around it are looked for. */
const REACH = 4000;

/** Passes over C# statements up to markup, a Razor construct or the block's end; undefined where the text ends first. */
function skipStatements(
  source: string,
  from: number,
  depth: number,
  limit: number,
): { end: number | undefined; depth: number } {
  let open = depth;
  let end = from;
  /** Nothing but blanks since the last statement. */
  let fresh = true;
  for (let i = from; i < Math.min(limit, source.length); i++) {
    const c = source.charAt(i);
    if (c === '}' || c === '{' || c === ';') {
      if (c !== ';') open += c === '{' ? 1 : -1;
      end = i + 1;
      fresh = true;
      if (open === depth - 1) return { end, depth: open };
    } else if (fresh && (c === '@' || (c === '<' && /[a-z/!]/i.test(source.charAt(i + 1))))) {
      return { end, depth: open };
    } else if (c === '/' && source.charAt(i + 1) === '/') {
      while (i + 1 < source.length && source.charAt(i + 1) !== '\n') i++;
    } else if (!/\s/.test(c)) {
      fresh = false;
      if (c === '"' || c === "'") i = closingQuote(source, i) ?? source.length;
      else if (c === '(') i = (closeParenthesis(source, i) ?? source.length + 1) - 1;
    }
  }
  return { end: undefined, depth: open };
}

/** `@Model.Rooms[0].Name`, `@await Html.PartialAsync("x")`. */
function endOfImplicit(source: string, from: number): number | undefined {
  let at = from + (match(/await\s+/y, source, from)?.length ?? 0);
  at += match(IDENTIFIER, source, at)?.length ?? 0;
  for (;;) {
    const c = source.charAt(at);
    if (c === '(' || c === '[') {
      const close = c === '(' ? closeParenthesis(source, at) : closeBracket(source, at);
      if (close === undefined) return c === '(' ? undefined : at;
      at = close;
      continue;
    }
    const dot = c === '.' ? 1 : c === '?' && source.charAt(at + 1) === '.' ? 2 : 0;
    const member = dot > 0 ? match(IDENTIFIER, source, at + dot) : undefined;
    if (member === undefined) return at;
    at += dot + member.length;
  }
}

function closeBracket(source: string, at: number): number | undefined {
  const close = source.indexOf(']', at);
  return close < 0 || close - at > 400 ? undefined : close + 1;
}

function read({ source, open, kind, code }: HoleCode): Reading {
  const trimmed = trimCode(source, code, /[;\s]/);
  const text = source.slice(trimmed.start, trimmed.end);
  if (open === 'if') return statementOf(source, trimmed, text);
  if (open === '}') return /^\s*(?:else|catch|finally)\b/.test(text) ? { kind: 'else' } : { kind: 'end' };
  if (kind === 'block') return readBlock(source, trimmed, text);
  const inner = text.startsWith('(') ? { start: trimmed.start + 1, end: trimmed.end - 1 } : trimmed;
  const awaited = /^await\s+/.exec(source.slice(inner.start, inner.end))?.[0].length ?? 0;
  const span = { start: inner.start + awaited, end: inner.end };
  const expression = parseExpression(source, span, GRAMMAR);
  const isPlace =
    expression.kind === 'call' && /^(?:RenderBody|RenderSection|RenderSectionAsync)$/.test(expression.name);
  if (isPlace) return { kind: 'content' };
  return expression.kind === 'call' ? printOf(expression, source, span) : print(expression, source, span);
}

/** What is printed: `@Html.CheckBox("news", true)`; or the form of a block: `@using (Html.BeginForm()) {`. */
function calls({ source, open, kind, code }: HoleCode): readonly CodeCall[] {
  const trimmed = trimCode(source, code, /[;\s]/);
  const text = source.slice(trimmed.start, trimmed.end);
  if (kind === 'output') {
    const wrapped = text.startsWith('(') ? { start: trimmed.start + 1, end: trimmed.end - 1 } : trimmed;
    return [{ code: trimCode(source, wrapped, /\s/), grammar: GRAMMAR, printed: true }];
  }
  if (open !== 'using' && !/^using\s*\(/.test(text)) return [];
  const parenthesis = source.indexOf('(', trimmed.start);
  const close = closeParenthesis(source, parenthesis);
  if (close === undefined) return [];
  const form = trimCode(source, { start: parenthesis + 1, end: close - 1 }, /\s/);
  // After the brace of another block, the form is but a part of the code.
  return [{ code: form, grammar: GRAMMAR, printed: true, among: open === '}', block: {} }];
}

function readBlock(source: string, code: { start: number; end: number }, text: string): Reading {
  const layout = /\bLayout\s*=\s*"([^"]+)"/.exec(text);
  if (layout) return { kind: 'layout', path: layout[1] ?? '' };
  if (text.startsWith('{')) return text.endsWith('}') ? { kind: 'statement' } : unknownBlock(text);
  if (!text.includes('{')) return { kind: 'statement' };
  const open = source.indexOf('(', code.start);
  const close = /^if\b/.test(text) ? closeParenthesis(source, open) : undefined;
  if (close === undefined) return unknownBlock(text);
  return { kind: 'begin', condition: conditionOf(source, { start: open + 1, end: close - 1 }, GRAMMAR) };
}

/** `if (…) {` without a sign before it: its code begins with the condition. */
function statementOf(source: string, code: { start: number; end: number }, text: string): Reading {
  const close = closeParenthesis(source, code.start);
  if (close === undefined) return unknownBlock(text);
  return {
    kind: 'begin',
    condition: conditionOf(source, { start: code.start + 1, end: close - 1 }, GRAMMAR),
  };
}

function unknownBlock(text: string): Reading {
  return { kind: 'begin', condition: { code: text, holds: 'unknown' } };
}
