import type ts from 'typescript';
import { type Edit, replace } from '../../core/edit.js';
import type { Attribute, Scalar, Value } from '../../model/nodes.js';
import { withoutElement } from '../script/lists.js';
import type { ScalarThing, Thing } from '../script/things.js';
import type { Values } from '../script/values.js';
import type { BoundAttributes } from './attributeList.js';

/** What decides whether a box is on. */
export interface Choice {
  /** What its model holds at first. */
  readonly model: Thing;
  /** The code that names the model. */
  readonly use: ts.Node;
  /** It is one of several: on where the model is its own value. */
  readonly single: boolean;
  /** Its own value counts as on where nothing else says what does: components take it so, native boxes do not. */
  readonly ownIsOn: boolean;
}

export interface Tick {
  readonly value: Value;
  readonly off: readonly Edit[] | undefined;
}

/** Whether a box is on by what its model holds: true, its own value, a list with that value in it. */
export function tickOf(values: Values, list: BoundAttributes, { model, use, single, ownIsOn }: Choice): Tick {
  const { evaluator } = values;
  const { ts } = evaluator.source;
  const open: Tick = { value: values.dynamic(use, model), off: undefined };
  const own = given(list.get('value') ?? (ownIsOn ? list.get('label') : undefined));
  if (model.is === 'node' && ts.isArrayLiteralExpression(model.node)) {
    const things = model.node.elements.map((element) => evaluator.resolve(element));
    if (own === undefined || own.open) return open;
    const index = things.findIndex((thing) => thing.is === 'scalar' && same(thing.value, own.value));
    const hit = things[index];
    if (hit?.is !== 'scalar')
      return things.every((t) => t.is === 'scalar')
        ? { value: values.fromThing(no(model.node), use), off: undefined }
        : open;
    const way = model.way ?? { kind: 'state' as const, name: '', exported: false };
    const value = values.fromThing({ ...hit, value: true, sense: 0, way }, use);
    return { value, off: values.within([withoutElement(evaluator.source, model.node, index)]) };
  }
  if (model.is !== 'scalar') return open;
  if (model.value === undefined || model.value === null)
    return { value: values.fromThing({ ...model, value: false, sense: 0 }, use), off: undefined };
  const stated = given(list.get('true-value'));
  const usesOwn = single || (ownIsOn && typeof model.value !== 'boolean' && !stated);
  const on = usesOwn ? own : (stated ?? { value: true, open: false });
  if (!on || on.open) return open;
  const isOn = same(model.value, on.value);
  const value = values.fromThing(
    {
      ...model,
      value: isOn,
      sense: model.value === isOn ? model.sense : 0,
      matches: isOn && typeof model.value === 'string',
    },
    use,
  );
  return {
    value,
    off: isOn && !single ? switchOff(values, model, given(list.get('false-value'))) : undefined,
  };
}

function no(node: ts.Node): ScalarThing {
  return {
    is: 'scalar',
    value: false,
    node: node,
    sense: 0,
    way: { kind: 'state', name: '', exported: false },
  };
}

interface Given {
  readonly value: Scalar;
  /** Only the running program knows. */
  readonly open: boolean;
}

function given(attribute: Attribute | undefined): Given | undefined {
  if (!attribute) return undefined;
  const { value } = attribute;
  return value.state === 'known' ? { value: value.value, open: false } : { value: null, open: true };
}

/** Vue compares loosely: by what the values print (https://vuejs.org/guide/essentials/forms.html). */
function same(a: Scalar | undefined, b: Scalar): boolean {
  return a !== undefined && a !== null && b !== null && String(a) === String(b);
}

/** The literal's opposite, or the value that stands for off, in the quotes of the literal. */
function switchOff(values: Values, model: ScalarThing, off: Given | undefined): readonly Edit[] | undefined {
  if (!off) return values.off(model);
  if (off.open || off.value === null || model.sense !== 1) return undefined;
  const { source } = values.evaluator;
  const span = source.span(model.node);
  const quote = /^['"`]/.exec(source.slice(model.node))?.[0];
  if (typeof off.value !== 'string') return values.within([replace(span, String(off.value))]);
  if (!quote || /['"`\\]/.test(off.value)) return undefined;
  return values.within([replace(span, `${quote}${off.value}${quote}`)]);
}
