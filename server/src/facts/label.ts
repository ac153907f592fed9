import { absent, dynamic, known } from '../core/knowable.js';
import type { Span } from '../core/span.js';
import type { Element, Hole, Node } from '../model/nodes.js';
import { ancestors, attribute, descendants, knownText, visibleText } from '../model/query.js';
import { adjacentNodes } from './adjacent.js';
import type { ElementIndex, FactSource } from './source.js';
import type { Label } from './types/index.js';

const none: Label = { text: absent, source: 'none', span: undefined };

/**
 * The accessible name of a control as far as it stands in the text (accname 1.2, step 2), else the words beside it.
 * Words that are known are preferred to code that only the running program turns into words.
 */
export function labelOf(control: Element, source: FactSource): Label {
  let unknown: Label | undefined;
  for (const find of [
    () => byReference(control, source),
    () => byAttribute(control, 'aria-label'),
    () => byLabelElement(control, source),
    () => byPropOrContent(control),
    () => byWrapper(control, source),
    () => byAttribute(control, 'title'),
    () => byAttribute(control, 'placeholder'),
    () => byAdjacentWords(control, source),
  ]) {
    const label = find();
    if (label?.text.state === 'known') return label;
    if (label?.text.state === 'dynamic' && !(unknown && isMarkup(label))) unknown ??= label;
    if (unknown && !isMarkup(unknown)) return unknown;
  }
  return unknown ?? none;
}

/** Code that holds elements is more likely to draw than to write. */
function isMarkup({ text }: Label): boolean {
  return text.state === 'dynamic' && text.code !== undefined && /<\w/.test(text.code);
}

/** The nodes that the label's words are in; for the code names in their holes. */
export function labelNodes(control: Element, source: FactSource): readonly Node[] {
  const element = labelElement(control, source);
  if (element) return [element];
  const slots = control.children.filter((c) => c.kind === 'hole' && c.slot !== undefined);
  if (slots.length || control.children.length) return control.children;
  return adjacentNodes(control, source);
}

/** The elements whose words name one (`aria-labelledby`). */
export function labelledBy(element: Element, { byId }: ElementIndex): Element[] {
  const ids = knownText(element, 'aria-labelledby')?.split(/\s+/).filter(Boolean) ?? [];
  return ids.map((id) => byId.get(id)).filter((e) => e !== undefined);
}

function byReference(control: Element, { index }: FactSource): Label | undefined {
  const named = labelledBy(control, index);
  return named.length ? fromNodes(named, 'aria-labelledby', control) : undefined;
}

function byAttribute(control: Element, name: 'aria-label' | 'title' | 'placeholder'): Label | undefined {
  const found = attribute(control, name);
  if (!found) return undefined;
  const { value } = found;
  if (value.state === 'dynamic')
    return { text: dynamic(value.span, value.code), source: name, span: value.span };
  const words = typeof value.value === 'string' ? value.value.trim() : '';
  return words ? { text: known(words, value.span), source: name, span: value.span } : undefined;
}

/** The `<label>` that wraps the control or points to it. */
export function labelElement(control: Element, { index }: FactSource): Element | undefined {
  const id = knownText(control, 'id') ?? nameAsId(control, index);
  const pointing =
    id === undefined
      ? undefined
      : index.labelsFor.get(id)?.find((l) => visibleText(l) !== '' || holesIn(l).length > 0);
  if (pointing) return pointing;
  for (const up of ancestors(control)) {
    if (up.tag !== 'label') continue;
    return index.controlsIn(up) <= 1 || isFirstIn(up, control, index.controls) ? up : undefined;
  }
  return undefined;
}

/** Labels that point to a name, where nothing has it as its id, are meant for the control that bears the name. */
function nameAsId(control: Element, index: FactSource['index']): string | undefined {
  const name = knownText(control, 'name');
  if (name === undefined || index.byId.has(name) || knownText(control, 'type') === 'radio') return undefined;
  return name;
}

/** A label that wraps several controls names the first one (HTML Standard, "labeled control"). */
function isFirstIn(label: Element, control: Element, controls: readonly Element[]): boolean {
  return controls.find((c) => c.open.start >= label.span.start) === control;
}

function byLabelElement(control: Element, source: FactSource): Label | undefined {
  const label = labelElement(control, source);
  if (!label) return undefined;
  const how =
    label.span.start <= control.span.start && control.span.end <= label.span.end ? 'wrapping' : 'for';
  return (label.name === label.tag ? undefined : byProp(label)) ?? fromNodes([label], how, control);
}

/** `label="…"` or `label={…}` of a component. */
function byProp(element: Element): Label | undefined {
  if (!isComponent(element)) return undefined;
  const prop = attribute(element, 'label');
  if (prop) {
    const { value } = prop;
    if (value.state === 'dynamic')
      return { text: dynamic(value.span, value.code), source: 'prop', span: value.span };
    if (typeof value.value === 'string' && value.value.trim()) {
      return { text: known(value.value.trim(), value.span), source: 'prop', span: value.span };
    }
  }
  const slot = element.children.find((c): c is Hole => c.kind === 'hole' && c.slot === 'label');
  return slot && fromNodes([slot], 'prop', undefined);
}

/** A component's `label`, unless that is a name for code and its content has the words. */
function byPropOrContent(control: Element): Label | undefined {
  const prop = byProp(control);
  const isName =
    prop?.text.state === 'known' &&
    /^[\w.-]+$/.test(prop.text.value) &&
    /[a-z\d][_.A-Z-]/.test(prop.text.value);
  return (isName ? byContent(control) : undefined) ?? prop ?? byContent(control);
}

/** `<Form.Item label="…"><Switch/></Form.Item>`: what a component says of the one control that it stands around. */
function byWrapper(control: Element, { index }: FactSource): Label | undefined {
  for (const up of ancestors(control)) {
    if (index.controlsIn(up) > 1) return undefined;
    if (!isComponent(up) || index.isControl(up)) continue;
    const label = byProp(up) ?? byAttribute(up, 'title');
    if (label) return label.source === 'prop' ? label : { ...label, source: 'prop' };
  }
  return undefined;
}

/** The `label` of a group of boxes, or of the component that stands around it alone. */
export function promptOf(group: Element, { index }: FactSource): string | undefined {
  const own = index.controlsIn(group);
  for (const up of [group, ...ancestors(group)]) {
    if (index.controlsIn(up) > own) return undefined;
    const { text } = byProp(up) ?? none;
    if (text.state === 'known') return text.value;
  }
  return undefined;
}

function isComponent({ name, tag }: Element): boolean {
  return name !== tag || tag.includes('-');
}

/** The words between a component's own tags, and between those of a widget made of other elements. */
function byContent(control: Element): Label | undefined {
  if (control.tag === 'select' || control.tag === 'textarea') return undefined;
  return fromNodes(
    control.children.filter((c) => c.kind !== 'hole' || c.slot === undefined),
    'wrapping',
    undefined,
  );
}

function byAdjacentWords(control: Element, source: FactSource): Label | undefined {
  return fromNodes(adjacentNodes(control, source), 'adjacent', control);
}

/** Joins the words of nodes; where only code would tell them, the label is dynamic. */
function fromNodes(
  nodes: readonly Node[],
  from: Label['source'],
  control: Element | undefined,
): Label | undefined {
  const words = nodes
    .map((n) => textWithout(n, control))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  const span = extent(nodes);
  if (/\p{L}/u.test(words)) return { text: span ? known(words, span) : known(words), source: from, span };
  const [hole] = nodes.flatMap(holesIn);
  return hole ? { text: dynamic(hole.span, hole.code), source: from, span: hole.span } : undefined;
}

/** The visible words of a node without those inside the control itself: a select's options are not its label. */
function textWithout(node: Node, control: Element | undefined): string {
  const inside =
    control &&
    node.kind === 'element' &&
    node.span.start <= control.span.start &&
    control.span.end <= node.span.end;
  if (!inside || (control.tag !== 'select' && control.tag !== 'textarea')) return visibleText(node);
  return node.children.map((c) => (c === control ? '' : textWithout(c, control))).join(' ');
}

/** Holes that print something: a condition around words is none. */
export function holesIn(node: Node): Hole[] {
  const inside = node.kind === 'element' || node.kind === 'hole' ? descendants(node) : [];
  return [node, ...inside].filter((n): n is Hole => n.kind === 'hole' && n.value.state !== 'absent');
}

function extent(nodes: readonly Node[]): Span | undefined {
  const [first] = nodes;
  const last = nodes.at(-1);
  return first && last && { start: first.span.start, end: last.span.end };
}
