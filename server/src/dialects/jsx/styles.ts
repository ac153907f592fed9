import type ts from 'typescript';
import type { Span } from '../../core/span.js';
import type { Values } from '../script/values.js';
import type { AttributeList } from './attributeList.js';

/**
 * The entries of a style object as attributes of their own, `style:font-size`; `style:*` stands for what only code knows.
 * @param use the attribute that hands the object to the element.
 */
export function addStyles(
  values: Values,
  list: AttributeList,
  object: ts.ObjectLiteralExpression,
  use: Span,
): void {
  const { source } = values.evaluator;
  const { ts } = source;
  const pending: ts.ObjectLiteralElementLike[] = [...object.properties].reverse();
  for (let entry = pending.pop(); entry && list.attributes.length < MOST; entry = pending.pop()) {
    if (ts.isSpreadAssignment(entry)) {
      const spread = values.evaluator.resolve(entry.expression);
      if (spread.is === 'node' && ts.isObjectLiteralExpression(spread.node))
        pending.push(...[...spread.node.properties].reverse());
      else list.add('style:*', '', use, use, values.dynamic(entry.expression), undefined);
      continue;
    }
    const key = source.keyOf(entry.name);
    const node = ts.isPropertyAssignment(entry)
      ? entry.initializer
      : ts.isShorthandPropertyAssignment(entry)
        ? entry.name
        : undefined;
    if (key === undefined || !node) continue;
    const value = values.of(node);
    if (value.state !== 'absent') list.add(`style:${kebab(key)}`, '', use, use, value, undefined);
  }
}

/** Objects may spread one another without end. */
const MOST = 200;

function kebab(key: string): string {
  return key.replace(/\p{Lu}/gu, (letter) => `-${letter.toLowerCase()}`);
}
