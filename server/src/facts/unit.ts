import { type Edit, insert, replace } from '../core/edit.js';
import { contains, overlaps, type Span, slice } from '../core/span.js';
import type { Attribute, Element, Hole, Node, OwnState } from '../model/nodes.js';
import { ancestors, attribute, knownText } from '../model/query.js';
import { indentOf, stepIn } from './indent.js';
import { holesIn } from './label.js';
import { labelWordsOf } from './labelWords.js';
import type { FactSource } from './source.js';
import type { Unit } from './types/index.js';

/** Attributes that bind a control to code or to texts of its own: a copy of it must not carry them. */
const BOUND = /^(value|group|on[a-z]+|ref|key|aria-describedby|aria-invalid)$/;
const PRESET = /^(checked|aria-checked)$/;
const REQUIRED = /^(required|aria-required|rules)$/;
const NOTHING_BETWEEN = /^\s*$/;

type Slots = Partial<Record<'name' | 'id' | 'for' | 'label', Span>>;

/** The control together with its label, where the two stand alone in one piece of markup. */
export function unitOf(control: Element, source: FactSource): Unit | undefined {
  const { label, beside, parts, span: words } = labelWordsOf(control, source);
  // Code that makes them is no markup to be copied.
  if (control.made || label?.made) return undefined;
  const { text } = source.doc;
  const frame = frameOf(control, source);
  const whole = enclosing(control, label ?? beside.at(-1), source, frame);
  const span = whole?.span ?? besideEachOther(control, label, text);
  if (!span) return undefined;
  const slots: Slots = {};
  const ownName = attribute(control, 'name');
  const name = frame && contains(span, frame.span) ? attribute(frame, 'name') : ownName;
  addValue(slots, 'name', name, text);
  addValue(slots, 'id', attribute(control, 'id'), text);
  if (label) addValue(slots, 'for', attribute(label, 'for'), text);
  // Words that only code knows would be lost in a copy.
  if (words && !parts.flatMap(holesIn).some((h) => h.value.state === 'dynamic' && h.slot === undefined))
    slots.label = words;
  return {
    span,
    indent: indentOf(text, span.start),
    slots: {
      ...slots,
      preset: written(control, isPreset, slots, text),
      required: written(control, (a) => REQUIRED.test(a.name), slots, text),
      bound: written(control, isBound, slots, text),
    },
    own: (given) => ownState(control, span, given, slots.name !== undefined, source),
    several: severalAt(whole ? [whole] : [control, label], span, source),
    wordsEnd: slots.label && wordsEnd(parts, slots.label),
    write: (label) =>
      label
        .map((part) => ('copy' in part ? slice(text, part.copy) : source.doc.syntax.text(part.words)))
        .join(''),
  };
}

/** The outermost element that holds the control and what names it, but no other control and nothing else of note. */
function enclosing(
  control: Element,
  name: Node | undefined,
  { index }: FactSource,
  frame: Element | undefined,
): Element | Hole | undefined {
  const holdsName = ({ span }: Element | Hole) =>
    !name || (span.start <= name.span.start && name.span.end <= span.end);
  let found: Element | Hole | undefined = !name && control.name !== control.tag ? control : undefined;
  let inner: Element | Hole = control;
  for (let up = control.parent; up?.parent; up = up.parent) {
    if (index.controlsIn(up) > 1 || (up.kind === 'element' && (STRUCTURE.has(up.tag) || holdsFields(up))))
      break;
    if (found && ((up.kind === 'hole' && up.slot !== undefined) || holdsMore(up, inner))) break;
    // A prop's value stands once.
    if (!(up.kind === 'hole' && up.slot !== undefined) && holdsName(up) && (name || found)) found = up;
    inner = up;
  }
  // What a library draws the control in is copied with it.
  return frame && holdsName(frame) && !(found && contains(found.span, frame.span)) ? frame : found;
}

/** What a form library names the control by, where that is no tag of the control's own: `<Controller name="terms" …>`. */
function frameOf(control: Element, { index }: FactSource): Element | undefined {
  const name = attribute(control, 'name');
  if (name?.written !== '' || name.value.state !== 'known') return undefined;
  for (let up = control.parent; up?.parent && index.controlsIn(up) === 1; up = up.parent) {
    const own = up.kind === 'element' ? attribute(up, 'name') : undefined;
    if (up.kind !== 'element' || own === undefined || own.written === '') continue;
    return own.value.state === 'known' && own.value.value === name.value.value ? up : undefined;
  }
  return undefined;
}

/** How a copy gets a state of its own: by what the code says, or by its name alone. */
function ownState(
  control: Element,
  unit: Span,
  name: string,
  isNamed: boolean,
  { doc }: FactSource,
): OwnState | undefined {
  const tags = [control, ...ancestors(control)].filter((tag) => contains(unit, tag.span));
  const isHeldElsewhere = !doc.ownState && control.attributes.some((a) => HOLDS_STATE.test(a.written));
  const own = doc.ownState
    ? doc.ownState(control, tags, name)
    : isHeldElsewhere
      ? undefined
      : { ...BY_NAME, copy: asked(knownText(control, 'name'), unit, name, doc.text) };
  if (!own || isNamed || own.copy.length + own.keeps.length > 0) return own;
  // Two controls of one name are one field; a name that stands elsewhere cannot be given anew here.
  if (attribute(control, 'name') || control.openEnded) return undefined;
  if (control.name !== 'input') return own;
  const at = control.open.start + 1 + control.name.length;
  return { ...own, copy: [insert(at, ` ${doc.syntax.attribute('name', name)}`)] };
}

/** `old('terms')`, `@error('terms')`, `form.errors["terms"]`: what a template asks of the field by its name. */
function asked(field: string | undefined, unit: Span, name: string, text: string): Edit[] {
  if (!field || !/^[\w-]+$/.test(field)) return [];
  const edits: Edit[] = [];
  for (let at = text.indexOf(field, unit.start); at >= 0 && at < unit.end; at = text.indexOf(field, at + 1)) {
    const end = at + field.length;
    const [before, quote, after] = [text.charAt(at - 2), text.charAt(at - 1), text.charAt(end)];
    if (/[([]/.test(before) && /['"]/.test(quote) && quote === after)
      edits.push(replace({ start: at, end }, name));
  }
  return edits;
}

const BY_NAME: OwnState = { copy: [], keeps: [], code: [] };
/** Attributes by which code of another file, or code that is not read here, holds what a control says. */
const HOLDS_STATE =
  /^(?:(?:v|x|ng|data-ng)-model|wire:model|data-bind|(?:v-bind|x-bind)?:checked|asp-for|path|th:field|(?:data-)?th-field)(?:[.:]|$)/i;

const STRUCTURE = new Set([
  'form',
  'fieldset',
  'body',
  'table',
  'tbody',
  'section',
  'main',
  'article',
  'html',
  'td',
  'template',
]);

/** `formGroupName="consents"` stands for a part of a form, however few fields it has. */
function holdsFields({ attributes }: Element): boolean {
  return attributes.some(({ name }) => /^form(?:group|array)(?:name)?$/.test(name));
}

function holdsMore(outer: Element | Hole, inner: Element | Hole): boolean {
  return outer.children.some(
    (c) => c !== inner && (c.kind !== 'text' || c.text.trim() !== '') && c.kind !== 'comment',
  );
}

/** Attributes that only one of several neighbours can have: it follows a condition, fills a slot, is known by a key. */
const SINGULAR = /^(?:v-else(?:-if)?|v-slot\b.*|#.*|slot|key|:key|v-bind:key)$/;

/** What holds several copies of a unit in its place; undefined where that takes one element and no more. */
function severalAt(
  units: readonly (Element | Hole | undefined)[],
  { end }: Span,
  { doc }: FactSource,
): Unit['several'] {
  const isSingular = units.some(
    (unit) => unit?.kind === 'element' && unit.attributes.some((a) => SINGULAR.test(a.written)),
  );
  if (isSingular) return undefined;
  const { oneRoot } = doc.syntax;
  const [unit] = units;
  const parent = unit?.parent;
  // Markup that goes on behind it is a neighbour's or closes a fragment, which is no node.
  if (!oneRoot || !unit || goesOn(doc.text, end)) return NO_FRAME;
  const takesSeveral = oneRoot.afterCode
    ? !followsCode(unit, doc.text)
    : parent?.kind === 'element' && parent !== doc.root;
  return takesSeveral ? NO_FRAME : { ...oneRoot, step: stepIn(doc.text, { start: unit.span.start, end }) };
}

const NO_FRAME = { open: '', close: '', step: '' };

/** `{open && (` before an element. */
function followsCode({ parent, span }: Element | Hole, text: string): boolean {
  const before = parent?.children.findLast(
    (c) => c.span.end <= span.start && (c.kind !== 'text' || c.text.trim() !== ''),
  );
  return (
    before?.kind === 'hole' && /(?:[^}>]|=>)$/.test(text.slice(before.span.start, before.span.end).trimEnd())
  );
}

function goesOn(text: string, end: number): boolean {
  const next = /\S/.exec(text.slice(end, end + 1000))?.[0];
  return next === '<' || next === '{';
}

function besideEachOther(control: Element, label: Element | undefined, text: string): Span | undefined {
  if (!label || contains(label.span, control.span)) return undefined;
  const [first, second] = control.span.start < label.span.start ? [control, label] : [label, control];
  if (!NOTHING_BETWEEN.test(text.slice(first.span.end, second.span.start))) return undefined;
  return { start: first.span.start, end: second.span.end };
}

/** Where words can be added to those of a label: inside its last element, unless that is a link. */
function wordsEnd(nodes: readonly Node[], label: Span): number {
  const last = nodes
    .flatMap((n) => (n.kind === 'element' || (n.kind === 'hole' && n.slot !== undefined) ? n.children : [n]))
    .findLast(
      (n) => contains(label, n.span) && n.kind !== 'comment' && (n.kind !== 'text' || n.text.trim() !== ''),
    );
  if (last?.kind !== 'element' || !last.close || last.tag === 'a' || last.name !== last.tag) return label.end;
  return wordsEnd([last], { start: last.open.end, end: last.close.start });
}

function addValue(slots: Slots, key: keyof Slots, found: Attribute | undefined, text: string): void {
  if (found?.value.state !== 'known') return;
  const { value, span, origin } = found.value;
  // What is derived from code may stand for the tag that has it.
  const isThere = found.written !== '' || slice(text, span) === value;
  if (!origin && isThere && span.end > span.start) slots[key] = span;
}

/** A tick that the tag itself sets; one that code sets is taken away there. */
function isPreset({ name, value }: Attribute): boolean {
  if (!PRESET.test(name) || value.state !== 'known' || value.origin) return false;
  return value.value !== false && value.value !== null;
}

/** A tick that shows what a visitor chose, before or just now, belongs to this control alone. */
function isBound({ name, value }: Attribute): boolean {
  return BOUND.test(name) || (PRESET.test(name) && (value.state === 'dynamic' || value.origin !== undefined));
}

/** Attributes of a kind, and code that writes them, that stand in the control's own tag, with the blank before them. */
function written(control: Element, is: (a: Attribute) => boolean, slots: Slots, text: string): Span[] {
  const found = control.attributes.filter((a) => isInTag(a, control) && is(a) && !isPlainValue(a));
  const spans = found.map((a) => {
    if (a.written !== '' && a.off?.[0]?.text === '') return a.off[0].span;
    return { start: blankBefore(text, a.span.start), end: a.span.end };
  });
  return spans
    .filter((s, i) => spans.findIndex((other) => other.start === s.start) === i)
    .filter((s) => !Object.values(slots).some((slot) => overlaps(s, slot)));
}

/** What is derived from code elsewhere stands for the tag's name. */
function isInTag({ written, span }: Attribute, { open }: Element): boolean {
  return written !== '' || (contains(open, span) && span.start > open.start + 1);
}

function blankBefore(text: string, at: number): number {
  return at - (/(?<!\s)\s*$/.exec(text.slice(Math.max(0, at - 200), at))?.[0].length ?? 0);
}

/** `value="1"` is what a native box sends; only a value bound to code is dropped. */
function isPlainValue({ name, value }: Attribute): boolean {
  return name === 'value' && value.state === 'known' && !value.origin;
}
