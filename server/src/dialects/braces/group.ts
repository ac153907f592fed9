import type { Edit } from '../../core/edit.js';
import { booleanValues } from '../../knowledge/components.js';
import { renamed } from '../../model/attributes.js';
import { withoutElement } from '../script/lists.js';
import type { Thing } from '../script/things.js';
import type { Values } from '../script/values.js';
import type { BoundAttributes } from './attributeList.js';

const BOXES: ReadonlySet<string> = new Set(['checkbox', 'switch', 'radio']);

/** One of several: on where the group's value, or one of its values, is its own. */
export function tickByGroup(
  values: Values,
  list: BoundAttributes,
  group: Thing,
  written?: readonly Edit[],
): void {
  const { evaluator } = values;
  const own = list.get('value')?.value;
  if (!BOXES.has(list.type ?? '') || list.has('checked') || own?.state !== 'known') return;
  if (group.is === 'virtual' || group.is === 'unknown') return;
  const { ts } = evaluator.source;
  const array = group.is === 'node' && ts.isArrayLiteralExpression(group.node) ? group.node : undefined;
  const things = array ? array.elements.map((e) => evaluator.resolve(e)) : [group];
  const index = things.findIndex(
    (t) => t.is === 'scalar' && t.value !== undefined && String(t.value) === String(own.value),
  );
  const hit = things[index];
  if (hit?.is !== 'scalar') return;
  const way = group.way ?? { kind: 'form-defaults' as const, name: 'value', exported: false };
  const value = values.fromThing(
    { ...hit, value: true, sense: 0, way, matches: !array && typeof hit.value === 'string' },
    list.place,
  );
  const off = array ? [withoutElement(evaluator.source, array, index)] : written;
  if (value.state === 'known') list.derive('checked', value, off);
}

/** A box whose tick goes by another name: `<Switch value={on}>`. */
export function tickByAlias(list: BoundAttributes): void {
  if ((list.type !== 'checkbox' && list.type !== 'switch') || list.has('checked')) return;
  const found = list.attributes.find(({ name, written, value }) => {
    if (!booleanValues.has(name) && !booleanValues.has(written.replace('bind:', ''))) return false;
    const stated = value.state === 'known' ? [value] : (value.candidates ?? []);
    return stated.some((v) => typeof v.value === 'boolean');
  });
  if (found) list.add(renamed(found, 'checked'));
}
