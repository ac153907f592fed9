import type ts from 'typescript';
import type { Evaluator } from './evaluate.js';
import { scalar, type Thing, unknown, via } from './things.js';

/** What a name or index of a value stands for. */
export function memberOf(evaluator: Evaluator, thing: Thing, key: string): Thing {
  const { ts } = evaluator.source;
  if (thing.is === 'virtual') return thing.member?.(key) ?? { is: 'unknown', node: evaluator.source.file };
  if (thing.is !== 'node') return thing.is === 'unknown' ? thing : unknown(thing.node);
  const found = ts.isObjectLiteralExpression(thing.node)
    ? property(evaluator, thing.node, key)
    : ts.isArrayLiteralExpression(thing.node)
      ? item(evaluator, thing.node, key)
      : ts.isEnumDeclaration(thing.node)
        ? enumMember(evaluator, thing.node, key)
        : unknown(thing.node);
  return thing.way ? via(found, thing.way) : found;
}

/** The last property of that name wins, and a spread behind it may still overrule it. */
function property(evaluator: Evaluator, object: ts.ObjectLiteralExpression, key: string): Thing {
  const { ts } = evaluator.source;
  let overruled: ts.Expression | undefined;
  for (let i = object.properties.length - 1; i >= 0; i--) {
    const entry = object.properties[i];
    if (!entry) continue;
    if (ts.isSpreadAssignment(entry)) {
      const spread = evaluator.resolve(entry.expression);
      const inner =
        spread.is === 'node' || spread.is === 'virtual' ? memberOf(evaluator, spread, key) : undefined;
      if (inner && !(inner.is === 'scalar' && inner.value === undefined)) {
        if (inner.is !== 'unknown') return weaken(inner, overruled);
      } else if (inner) continue;
      overruled ??= entry.expression;
    } else if (evaluator.source.keyOf(entry.name) === key) {
      return weaken(value(evaluator, entry), overruled);
    }
  }
  return overruled ? unknown(object) : scalar(undefined, object);

  function weaken(found: Thing, by: ts.Expression | undefined): Thing {
    return by ? via(found, { kind: 'fallback', name: evaluator.source.slice(by), exported: false }) : found;
  }
}

function value(evaluator: Evaluator, entry: ts.ObjectLiteralElementLike): Thing {
  const { ts } = evaluator.source;
  if (ts.isPropertyAssignment(entry)) return evaluator.resolve(entry.initializer);
  if (ts.isShorthandPropertyAssignment(entry)) {
    return evaluator.named(entry.name.text, evaluator.source.start(entry)) ?? unknown(entry);
  }
  if (ts.isMethodDeclaration(entry)) return { is: 'node', node: entry };
  return unknown(entry);
}

function item(evaluator: Evaluator, array: ts.ArrayLiteralExpression, key: string): Thing {
  const { ts } = evaluator.source;
  const index = Number(key);
  const before = array.elements.slice(0, index + 1);
  const element = before[index];
  if (!element || before.some(ts.isSpreadElement)) return unknown(array);
  return evaluator.resolve(element);
}

function enumMember(evaluator: Evaluator, node: ts.EnumDeclaration, key: string): Thing {
  const member = node.members.find((m) => evaluator.source.keyOf(m.name) === key);
  return member?.initializer ? evaluator.resolve(member.initializer) : unknown(node);
}
