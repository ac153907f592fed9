import { type Edit, replace } from '../core/edit.js';
import { type Literal, readLiteral } from '../core/literal.js';
import type { Span } from '../core/span.js';
import type { Attribute, Element, Hole, Node } from '../model/nodes.js';
import { attribute, descendants } from '../model/query.js';

type ObjectLiteral = Extract<Literal, { kind: 'object' }>;
type Scalar = Extract<Literal, { kind: 'scalar' }>;

const MOST_ENTRIES = 60;
const MOST_LOOPS = 40;
/** Where what it draws is named, and where its words are. */
const NAMES = ['name', 'id', 'formcontrolname'];
const WORDS = ['label', 'aria-label', 'placeholder'];
const KEY = /^([\w$]{1,40})\.([\w$]{1,40})$/;
/** Boxes say by their ticks what they do; what sends or hides a form asks nobody. */
const UNASKED = new Set(['checkbox', 'radio', 'switch', 'hidden', 'submit', 'button', 'reset', 'image']);

/**
 * The fields that a list in the same text makes of one control in a loop, each at its entry:
 * `const fields = [{ name: 'email', label: 'E-mail' }]` with `fields.map((f) => <input name={f.name} />)`, `v-for="f in
 * fields"`, `{#each fields as f}`, `@for (f of fields; …)`.
 */
export function listedControls(root: Element, text: string, controls: readonly Element[]): Element[] {
  const found: Element[] = [];
  const taken = new Set(controls.map(({ open }) => open.start));
  let loops = 0;
  for (const control of controls) {
    if (control.tag === 'button') continue;
    const [item, nameKey] = keyIn(control, NAMES);
    if (item === undefined || nameKey === undefined) continue;
    if (++loops > MOST_LOOPS) break;
    const loop = loopOf(control, item, root);
    const list = loop && listNamed(loop.list, text);
    if (!loop || !list) continue;
    const words = keyIn(control, WORDS, item)[1] ?? wordsKey(loop.body, item, nameKey);
    for (const entry of list) {
      const element = elementOf(entry, control, { item, name: nameKey, words }, loop);
      if (!element || taken.has(element.open.start)) continue;
      taken.add(element.open.start);
      found.push(element);
    }
  }
  return found;
}

/** `f.name` of an attribute: the name of the item, and the key. */
function keyIn(element: Element, names: readonly string[], item?: string): readonly (string | undefined)[] {
  for (const name of names) {
    const value = attribute(element, name)?.value;
    const key = value?.state === 'dynamic' ? KEY.exec(value.code.trim()) : undefined;
    if (key && (item === undefined || key[1] === item)) return [key[1], key[2]];
  }
  return [];
}

interface Loop {
  /** The list's name in code. */
  readonly list: string;
  /** What stands in the loop, or in all that holds it. */
  readonly body: Element | Hole;
  /** The form around it, or the document. */
  readonly holder: Element;
}

function loopOf(control: Element, item: string, root: Element): Loop | undefined {
  const name = item.replace(/\$/g, '\\$');
  const heads = [
    new RegExp(`(?:^|[(\\s])${name}(?:\\s{0,9},[^)]{0,80})?\\)?\\s{1,9}(?:in|of)\\s{1,9}([\\w$.]{1,80})`),
    new RegExp(`#each\\s{1,9}([\\w$.]{1,80})\\s{1,9}as\\s{1,9}${name}\\b`),
    new RegExp(`^([\\w$.]{1,80}?)\\??\\.map\\(\\s{0,9}\\(?\\s{0,9}${name}\\b`),
  ];
  const listIn = (code: string) => heads.map((head) => head.exec(code.slice(0, 300))?.[1]).find(Boolean);
  let list: string | undefined;
  let body: Element | Hole | undefined;
  let holder = root;
  let below: Node = control;
  for (let up: Element | Hole | undefined = control; up; below = up, up = up.parent) {
    if (!list) {
      list = up === control ? listOfAttributes(control, listIn) : listAround(up, below, listIn);
      if (list) body = up;
    }
    if (up.kind === 'element' && up.tag === 'form') {
      holder = up;
      break;
    }
  }
  return list && body ? { list, body, holder } : undefined;
}

function listAround(
  up: Element | Hole,
  below: Node,
  listIn: (code: string) => string | undefined,
): string | undefined {
  const own = up.kind === 'hole' ? listIn(up.code) : listOfAttributes(up, listIn);
  if (own) return own;
  const at = up.children.indexOf(below);
  // A construct of a template opens the loop before what it repeats.
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) {
    const node = up.children[i];
    const found = node?.kind === 'hole' ? listIn(node.code) : undefined;
    if (found) return found;
  }
  return undefined;
}

function listOfAttributes(
  element: Element,
  listIn: (code: string) => string | undefined,
): string | undefined {
  for (const { name, value } of element.attributes) {
    if (!/^(?:v-for|\*ngfor|ngforof|x-for)$/.test(name)) continue;
    const list = listIn(value.state === 'dynamic' ? value.code : String(value.value ?? ''));
    if (list) return list;
  }
  return undefined;
}

/** The entries of the list that code gives a name. */
function listNamed(path: string, text: string): ObjectLiteral[] | undefined {
  const name = path.slice(path.lastIndexOf('.') + 1).replace(/\$/g, '\\$');
  const given = new RegExp(
    `(?<![\\w$.])${name}\\s{0,9}(?:\\??:[^=\\n;{}]{1,80})?(?:=\\s{0,9}(?:[\\w$.]{1,30}(?:<[^>(\\n]{1,60}>)?\\(\\s{0,9})?|:\\s{0,9})(?=\\[)`,
  ).exec(text);
  if (!given) return undefined;
  const list = readLiteral(text, given.index + given[0].length);
  if (list.kind !== 'array') return undefined;
  return list.items.filter((item): item is ObjectLiteral => item.kind === 'object').slice(0, MOST_ENTRIES);
}

function elementOf(
  entry: ObjectLiteral,
  control: Element,
  keys: { readonly item: string; readonly name: string; readonly words: string | undefined },
  { holder, list }: Loop,
): Element | undefined {
  const scalarAt = (key: string | undefined): Scalar | undefined => {
    const value = key === undefined ? undefined : entry.entries.find((e) => e.key === key)?.value;
    return value?.kind === 'scalar' ? value : undefined;
  };
  const name = scalarAt(keys.name);
  const [, typeKey] = keyIn(control, ['type', 'as', 'component'], keys.item);
  const fixed = attribute(control, 'type')?.value;
  const type = scalarAt(typeKey) ?? (fixed?.state === 'known' ? fixed : undefined);
  const kind = String(type?.value ?? 'text').toLowerCase();
  const words = scalarAt(keys.words);
  if (!name || UNASKED.has(kind)) return undefined;
  const required = scalarAt(keyIn(control, ['required'], keys.item)[1]);
  const attributes = [
    given('name', String(name.value), name.span),
    ...(type ? [given('type', kind, type.span)] : []),
    ...(words ? [given('label', String(words.value), words.span)] : []),
    ...(required?.value === true
      ? [given('required', true, required.span, [replace(required.span, 'false')])]
      : []),
  ];
  return {
    kind: 'element',
    tag: kind === 'textarea' || kind === 'select' ? kind : control.tag,
    name: list,
    open: entry.span,
    span: entry.span,
    attributes,
    children: [],
    openEnded: true,
    made: true,
    listed: true,
    parent: holder,
  };
}

function given(name: string, value: string | boolean, span: Span, off?: readonly Edit[]): Attribute {
  return { name, written: '', nameSpan: span, span, value: { state: 'known', value, span }, off };
}

/** The key of what is printed beside the control. */
function wordsKey(body: Element | Hole, item: string, nameKey: string): string | undefined {
  for (const node of descendants(body)) {
    const key = node.kind === 'hole' ? KEY.exec(node.code.trim()) : undefined;
    if (key && key[1] === item && key[2] !== nameKey) return key[2];
  }
  return undefined;
}
