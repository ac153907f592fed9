import type ts from 'typescript';
import { type Edit, remove } from '../../core/edit.js';
import type { Source } from './source.js';

/** Takes an entry out of a list, with the comma that goes with it. */
export function withoutElement(source: Source, list: ts.ArrayLiteralExpression, index: number): Edit {
  return withoutEntry(source, list.elements, index);
}

/** Takes one of several out that commas part: entries of a list, properties, arguments. */
export function withoutEntry(source: Source, elements: readonly ts.Node[], index: number): Edit {
  const element = elements[index] as ts.Node;
  const span = source.span(element);
  const next = elements[index + 1];
  const before = elements[index - 1];
  if (next) return remove({ start: span.start, end: source.start(next) });
  return remove({ start: before ? before.end : span.start, end: span.end });
}
