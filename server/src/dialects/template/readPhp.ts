import type { Span } from '../../core/span.js';
import { templateCode } from '../../knowledge/templateCode.js';
import { closeParenthesis, closingQuote } from './ends.js';
import type { Grammar } from './expression/grammar.js';
import type { Expression } from './expression/nodes.js';
import { parseExpression } from './expression/parse.js';
import { conditionOf, pathOf, print, printOf } from './read.js';
import type { Reading } from './reading.js';

const GRAMMAR: Grammar = { joins: ['.'] };
const statement: Reading = { kind: 'statement' };

/** `<?= … ?>`. */
export function readEcho(source: string, code: Span): Reading {
  const span = trimmed(source, code);
  return printOf(parseExpression(source, span, GRAMMAR), source, span);
}

/** What a stretch of PHP between markup does: it prints, steers, includes another file, or only computes. */
export function readPhp(source: string, code: Span): Reading {
  const comment = onlyComment(source.slice(code.start, code.end));
  if (comment !== undefined) return { kind: 'comment', text: comment };
  const span = trimmed(source, code);
  const text = source.slice(span.start, Math.min(span.end, span.start + 400));
  if (/^(?:end(?:if|foreach|for|while|switch)\b|\}\s*$)/i.test(text)) return { kind: 'end' };
  if (/^\}?\s*else(?:\s*if\b.*)?\s*[:{]?/is.test(text) && /^\}?\s*else/i.test(text)) return { kind: 'else' };
  const opening = /^(if|foreach|for|while|switch)\s*\(/i.exec(text);
  if (opening) return readControl(source, span, opening[1]?.toLowerCase() ?? '', opening[0].length - 1);
  const echo = /^(?:echo|print)\b\s*/i.exec(text);
  if (echo) return readPrinted(source, { start: span.start + echo[0].length, end: span.end });
  return readCall(source, span);
}

function readControl(source: string, span: Span, keyword: string, open: number): Reading {
  const close = closeParenthesis(source, span.start + open);
  if (close === undefined || close > span.end) return statement;
  const test = { start: span.start + open + 1, end: close - 1 };
  const rest = trimmed(source, { start: close, end: span.end });
  const body = source.slice(rest.start, rest.end);
  if (body === '' || body === ':' || body === '{') {
    if (keyword !== 'if')
      return { kind: 'begin', condition: { code: source.slice(test.start, test.end), holds: 'unknown' } };
    return { kind: 'begin', condition: conditionOf(source, test, GRAMMAR) };
  }
  return keyword === 'if' ? readGuardedEcho(source, test, rest) : prints(body, source, span);
}

const BRANCHES =
  /^(?:\{\s*)?(?:echo|print)\b\s*(?!\s)((?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^"';{}])+?)(?<!\s)\s*(?:(?:[;}]\s*){1,3}else\s*(?:\{\s*)?(?:echo|print)\b\s*(?!\s)((?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^"';{}])+?)(?<!\s)\s*)?(?:[;}]\s*){0,3}$/i;

/** `if (…) echo 'checked'; else echo '';` is a choice that is printed. */
function readGuardedEcho(source: string, test: Span, rest: Span): Reading {
  const body = source.slice(rest.start, rest.end);
  const match = body.length > 2000 ? null : BRANCHES.exec(body);
  if (!match) return prints(body, source, { start: test.start, end: rest.end });
  const [, first = '', second] = match;
  const start = rest.start + body.indexOf(first);
  const branch = (at: number, text: string) =>
    parseExpression(source, { start: at, end: at + text.length }, GRAMMAR);
  const nothing: Expression = { kind: 'literal', value: '', span: { start: rest.end, end: rest.end } };
  const no = second === undefined ? nothing : branch(rest.start + body.lastIndexOf(second), second);
  const span = { start: test.start, end: rest.end };
  const choice = {
    kind: 'choice',
    test: parseExpression(source, test, GRAMMAR),
    yes: branch(start, first),
    no,
    span,
  } as const;
  return print(choice, source, test);
}

/** Code that prints something somewhere is a value that only the program knows. */
function prints(body: string, source: string, span: Span): Reading {
  if (!/\b(?:echo|print|printf)\b/i.test(body)) return statement;
  return { kind: 'print', value: { state: 'dynamic', span, code: source.slice(span.start, span.end) } };
}

function readPrinted(source: string, code: Span): Reading {
  const end = endOfStatement(source, code);
  if (source.slice(end, code.end).replace(/^;/, '').trim() !== '') {
    return prints('echo', source, code);
  }
  const span = trimmed(source, { start: code.start, end });
  return printOf(parseExpression(source, span, GRAMMAR), source, span);
}

/** A lone call may print; anything else computes. */
function readCall(source: string, span: Span): Reading {
  const include = /^(?:include|require)(?:_once)?\b\s*\(?\s*([^;]*)/i.exec(
    source.slice(span.start, span.start + 400),
  );
  if (include) return { kind: 'include', path: lastString(include[1] ?? '') };
  if (!/^[\w$\\]+(?:(?:->|::)\w+)*\s*\(/.test(source.slice(span.start, span.start + 120))) {
    return prints(source.slice(span.start, span.end), source, span);
  }
  const end = endOfStatement(source, span);
  if (source.slice(end, span.end).replace(/^;/, '').trim() !== '') {
    return prints(source.slice(span.start, span.end), source, span);
  }
  const call = parseExpression(source, { start: span.start, end }, GRAMMAR);
  if (call.kind !== 'call') return statement;
  const kind = templateCode.namesFile(call.name);
  if (kind) return { kind, path: pathOf(call) ?? call.name };
  if (templateCode.prints(call.name)) return print(messageOf(call), source, span);
  return printOf(call, source, span);
}

/** `_e('…')` prints what `__('…')` gives; `printf(__('… %s'), …)` its format. */
function messageOf(call: Extract<Expression, { kind: 'call' }>): Expression {
  const [first] = call.arguments;
  return first?.kind === 'call' ? first : call;
}

/** The offset of the semicolon that ends the first statement; the end of the code where there is none. */
function endOfStatement(source: string, { start, end }: Span): number {
  for (let i = start; i < end; i++) {
    const c = source.charAt(i);
    if (c === ';') return i;
    if (c === '"' || c === "'") i = closingQuote(source, i) ?? end;
  }
  return end;
}

function lastString(code: string): string {
  return [...code.matchAll(/(["'])(.*?)\1/g)].map((m) => m[2] ?? '').at(-1) ?? code.trim();
}

/** The text of code that is nothing but one comment. */
function onlyComment(code: string): string | undefined {
  const text = code.trim();
  if (text.startsWith('/*') && text.indexOf('*/') === text.length - 2) return text.slice(2, -2);
  if (/^(?:\/\/|#(?!\[))[^\r\n]*$/.test(text)) return text.replace(/^(?:\/\/|#)/, '');
  return undefined;
}

function trimmed(source: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(source.charAt(from))) from++;
  while (to > from && /[\s;]/.test(source.charAt(to - 1))) to--;
  return { start: from, end: to };
}
