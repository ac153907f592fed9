import type { Edit } from '../../core/edit.js';
import type { Span } from '../../core/span.js';
import { booleanValues } from '../../knowledge/components.js';
import type { KnownValue } from '../../model/nodes.js';
import { withoutElement } from '../script/lists.js';
import { type FieldSpread, type Thing, via } from '../script/things.js';
import type { Values } from '../script/values.js';
import type { AttributeList } from './attributeList.js';
import { BOXES } from './drawing.js';
import type { Environment } from './environment.js';

const FIELDS: ReadonlySet<string> = new Set(['input', 'select', 'textarea']);

/** What a form library's field says of a control: name, initial value, whether it must be filled. */
export function fromField(
  values: Values,
  list: AttributeList,
  { name, initial, required, lift, type }: FieldSpread,
  checks: boolean,
): void {
  const say = (attribute: string, value: string | boolean, off?: readonly Edit[]): void => {
    if (!list.has(attribute)) list.derive(attribute, { state: 'known', value, span: list.tagSpan }, off);
  };
  if (name !== undefined) say('name', name);
  if (required) say('required', true, lift && values.within(lift));
  if (type !== undefined) say('type', type);
  if (!initial) return;
  const { kind } = list;
  if (kind && BOXES.has(kind)) {
    const chosen = isOneOfSeveral(values, initial, kind);
    if ((checks || chosen) && !list.has('checked')) tick(values, list, initial, kind, name);
  } else if (!kind && mayBeBox(list) && initial.is === 'scalar' && typeof initial.value === 'boolean') {
    list.box = true;
    say('type', 'checkbox');
    if (!list.has('checked')) setValue(values, list, 'checked', initial, name);
  } else if (!list.has('value')) setValue(values, list, 'value', initial, name);
}

function mayBeBox({ meaning: { native, tag } }: AttributeList): boolean {
  return !native && tag !== 'select' && tag !== 'textarea';
}

/** The field's value names the boxes that are on, whatever says that a box alone takes its tick from it. */
function isOneOfSeveral(values: Values, initial: Thing, kind: string): boolean {
  const { ts } = values.evaluator.source;
  return kind === 'radio' || (initial.is === 'node' && ts.isArrayLiteralExpression(initial.node));
}

function tick(
  values: Values,
  list: AttributeList,
  initial: Thing,
  kind: string,
  field: string | undefined,
): void {
  if (!isOneOfSeveral(values, initial, kind)) setValue(values, list, 'checked', initial, field);
  else choose(values, list, initial, undefined);
}

function setValue(
  values: Values,
  list: AttributeList,
  attribute: string,
  thing: Thing,
  field: string | undefined,
): void {
  if (thing.is === 'virtual') return;
  // It is stated elsewhere: at the field or in the form.
  const unnamed = thing.is === 'scalar' && !thing.way;
  const stated: Thing = unnamed
    ? via(thing, { kind: 'form-defaults', name: field ?? '', exported: false })
    : thing;
  const value = values.fromThing(stated, thing.is === 'unknown' ? thing.node : list.tag);
  if (value.state !== 'absent') list.derive(attribute, value, values.off(thing));
}

/** One of several: on where the group's value, or one of its values, is its own. */
function choose(values: Values, list: AttributeList, group: Thing, off: readonly Edit[] | undefined): void {
  const { evaluator } = values;
  const own: KnownValue | undefined = ownValue(list);
  if (!own || group.is === 'virtual' || group.is === 'unknown') return;
  const { ts } = evaluator.source;
  const array = group.is === 'node' && ts.isArrayLiteralExpression(group.node) ? group.node : undefined;
  const things = array ? array.elements.map((e) => evaluator.resolve(e)) : [group];
  const index = things.findIndex(
    (t) => t.is === 'scalar' && t.value !== undefined && String(t.value) === String(own.value),
  );
  const hit = things[index];
  if (hit?.is !== 'scalar') return;
  const way = group.way ?? { kind: 'form-defaults' as const, name: 'value', exported: false };
  const matches = !array && typeof hit.value === 'string';
  const value = values.fromThing({ ...hit, value: true, sense: 0, way, matches }, list.tag);
  const without = array && values.within([withoutElement(evaluator.source, array, index)]);
  if (value.state === 'known') list.derive('checked', value, off ?? without);
}

function ownValue(list: AttributeList): KnownValue | undefined {
  const value = list.get('value')?.value;
  return value?.state === 'known' ? value : undefined;
}

/** What the elements around a control say of it. */
export function fromSurroundings(values: Values, list: AttributeList, { field, group }: Environment): void {
  if (!field && !group) return;
  if (!FIELDS.has(list.meaning.tag)) return;
  if (field && (field.by === 'child' || mentions(values, list, field.by))) {
    fromField(values, list, field.spread, field.checks && field.by === 'child');
  }
  if (group && BOXES.has(list.kind ?? '') && !list.has('checked'))
    choose(values, list, group.value, group.off);
}

function mentions(values: Values, list: AttributeList, names: readonly string[]): boolean {
  return list.attributes.some(({ value }) => {
    const read = value.state !== 'known' || value.origin !== undefined;
    return read && words(values, value.span).some((word) => names.includes(word));
  });
}

function words({ evaluator }: Values, { start, end }: Span): string[] {
  return evaluator.source.text.slice(start, end).split(/[^\w$]+/);
}

/** A box whose tick goes by another name: `<Switch value={on}>`. */
export function aliasTick(list: AttributeList): void {
  const { kind } = list;
  if ((kind !== 'checkbox' && kind !== 'switch') || list.has('checked')) return;
  for (const { name, written, nameSpan, span, value, off } of list.attributes) {
    if (!booleanValues.has(written) && !booleanValues.has(name)) continue;
    const stated = value.state === 'known' ? [value] : (value.candidates ?? []);
    if (!stated.some((v) => typeof v.value === 'boolean')) continue;
    list.add('checked', written, nameSpan, span, value, off);
    return;
  }
}

/** What a component of the same text does where no prop says otherwise. */
export function fromInside(values: Values, list: AttributeList, initial: Thing): void {
  if (list.has('checked')) return;
  setValue(values, list, 'checked', initial, 'checked');
  const ticked = list.get('checked');
  if (ticked) list.origins.drawnInside(ticked);
}
