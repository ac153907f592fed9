import type { Span } from '../../../core/span.js';
import type { Arguments } from './arguments.js';
import type { Call, Expression } from './nodes.js';

export function called(name: string, { items, entries }: Arguments, span: Span, on?: Call): Call {
  return { kind: 'call', name, arguments: items, named: entries, ...(on && { on }), span };
}

export function nothing(at: number): Expression {
  return { kind: 'literal', value: '', span: { start: at, end: at } };
}

export function over(first: Expression, last: Expression): Span {
  return { start: first.span.start, end: Math.max(last.span.end, first.span.end) };
}
