import type { Span } from '../../core/span.js';
import { templateCode } from '../../knowledge/templateCode.js';
import { closeParenthesis } from './ends.js';
import type { Grammar } from './expression/grammar.js';
import type { Expression } from './expression/nodes.js';
import { parseExpression } from './expression/parse.js';
import { conditionOf, pathOf } from './read.js';
import type { Reading } from './reading.js';

/** Code of a language with braces (JavaScript, Java) between markup: `if (a) {`, `} else {`, `});`. */
export function readBraces(source: string, code: Span, grammar: Grammar): Reading {
  const text = source.slice(code.start, code.end);
  const comment = /^(?:\/\/([^\r\n]*)(?![^\r\n])|\/\*([\s\S]*?)\*\/)\s*$/.exec(text);
  if (comment) return { kind: 'comment', text: comment[1] ?? comment[2] ?? '' };
  if (/^\}\s*else\b/.test(text)) return { kind: 'else' };
  const layout = /^\w+\s*\(/.test(text) && layoutOf(parseExpression(source, code, grammar));
  if (layout) return { kind: 'layout', path: layout };
  const closes = text.startsWith('}');
  if (!/\{\s*$/.test(text)) return closes ? { kind: 'end' } : { kind: 'statement' };
  if (closes) return { kind: 'else' };
  const test = /^if\s*(?=\()/.exec(text);
  const open = code.start + (test?.[0].length ?? 0);
  const close = test ? closeParenthesis(source, open) : undefined;
  if (close === undefined || close > code.end)
    return { kind: 'begin', condition: { code: text, holds: 'unknown' } };
  return { kind: 'begin', condition: conditionOf(source, { start: open + 1, end: close - 1 }, grammar) };
}

/** `layout('mail')` of Express. */
function layoutOf(call: Expression): string | undefined {
  return call.kind === 'call' && templateCode.namesFile(call.name) === 'layout' ? pathOf(call) : undefined;
}
