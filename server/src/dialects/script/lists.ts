import type ts from 'typescript';
import { type Edit, remove } from '../../core/edit.js';
import type { Source } from './source.js';

/** Takes an entry out of a list, with the comma that goes with it. */
export function withoutElement(source: Source, { elements }: ts.ArrayLiteralExpression, index: number): Edit {
  const element = elements[index] as ts.Expression;
  const span = source.span(element);
  const next = elements[index + 1];
  const before = elements[index - 1];
  if (next) return remove({ start: span.start, end: source.start(next) });
  return remove({ start: before ? before.end : span.start, end: span.end });
}
