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

/** Where an object's properties and spreads stand in it. */
export interface Layout {
  readonly last: ReadonlyMap<string, number>;
  /** From the last to the first. */
  readonly spreads: readonly number[];
}

function layoutOf(evaluator: Evaluator, object: ts.ObjectLiteralExpression): Layout {
  const { layouts } = evaluator;
  const known = layouts.get(object);
  if (known) return known;
  const last = new Map<string, number>();
  const spreads: number[] = [];
  object.properties.forEach((entry, i) => {
    const key = evaluator.source.ts.isSpreadAssignment(entry)
      ? undefined
      : evaluator.source.keyOf(entry.name);
    if (evaluator.source.ts.isSpreadAssignment(entry)) spreads.unshift(i);
    else if (key !== undefined) last.set(key, i);
  });
  const layout = { last, spreads };
  layouts.set(object, layout);
  return layout;
}

/** The last property of that name wins, and a spread behind it may still overrule it. */
function property(evaluator: Evaluator, object: ts.ObjectLiteralExpression, key: string): Thing {
  const { last, spreads } = layoutOf(evaluator, object);
  const own = last.get(key) ?? -1;
  let overruled: ts.Expression | undefined;
  for (const i of spreads) {
    if (i < own) break;
    const entry = object.properties[i];
    if (!entry || !evaluator.source.ts.isSpreadAssignment(entry)) continue;
    const spread = evaluator.resolve(entry.expression);
    const inner =
      spread.is === 'node' || spread.is === 'virtual' ? memberOf(evaluator, spread, key) : undefined;
    if (inner?.is === 'scalar' && inner.value === undefined) continue;
    if (inner && inner.is !== 'unknown') return weaken(evaluator, inner, overruled);
    overruled ??= entry.expression;
  }
  const entry = object.properties[own];
  if (entry) return weaken(evaluator, value(evaluator, entry), overruled);
  return overruled ? unknown(object) : scalar(undefined, object);
}

function weaken(evaluator: Evaluator, found: Thing, by: ts.Expression | undefined): Thing {
  return by ? via(found, { kind: 'fallback', name: evaluator.source.slice(by), exported: false }) : found;
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
