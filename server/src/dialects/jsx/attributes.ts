import type ts from 'typescript';
import { type Edit, remove } from '../../core/edit.js';
import { known } from '../../core/knowable.js';
import type { Span } from '../../core/span.js';
import {
  attributeNames,
  booleanValues,
  type Component,
  controlProps,
  messages,
} from '../../knowledge/components.js';
import type { Attribute, KnownValue, Value } from '../../model/nodes.js';
import type { Environment, GroupAround } from './environment.js';
import type { Meaning } from './meaning.js';
import type { OriginRegister } from './origins.js';
import { decode } from './text.js';
import { type FieldSpread, type Thing, via } from './things.js';
import type { Values } from './values.js';

export const CONTROLS: ReadonlySet<string> = new Set([
  'input',
  'select',
  'textarea',
  'option',
  'button',
  'label',
  'fieldset',
]);
const BOXES: ReadonlySet<string> = new Set(['checkbox', 'switch', 'radio']);

/** What an opening tag holds: attributes, and values that are markup or messages and so become holes. */
export interface ReadAttributes {
  readonly attributes: readonly Attribute[];
  readonly openEnded: boolean;
  /** A form library fills it with a boolean: whatever it is called, it is a box. */
  readonly box: boolean;
  readonly holes: readonly { readonly node: ts.JsxAttribute; readonly slot: string | undefined }[];
}

/** Reads one opening tag into attributes under their HTML names. */
export class AttributeReader {
  readonly #found: Attribute[] = [];
  readonly #byName = new Map<string, Attribute>();
  readonly #holes: ReadAttributes['holes'][number][] = [];
  #openEnded = false;
  #box = false;

  constructor(
    readonly values: Values,
    readonly origins: OriginRegister,
    readonly holders: ReadonlySet<ts.Node>,
    readonly meaning: Meaning,
    readonly tag: ts.JsxTagNameExpression,
  ) {}

  read(list: ts.JsxAttributes, environment: Environment): ReadAttributes {
    const { ts } = this.values.evaluator.source;
    const spreads: FieldSpread[] = [];
    for (const entry of list.properties) {
      if (ts.isJsxAttribute(entry)) this.#attribute(entry);
      else this.#spread(entry, spreads);
    }
    for (const attribute of environment.passed ?? []) this.#passed(attribute);
    this.#type();
    for (const spread of spreads) this.#field(spread, true);
    this.#around(environment);
    this.#alias();
    return { attributes: this.#found, openEnded: this.#openEnded, box: this.#box, holes: this.#holes };
  }

  get #component(): Component | undefined {
    return this.meaning.component;
  }

  get #isControl(): boolean {
    return CONTROLS.has(this.meaning.tag);
  }

  #nameOf(written: string): string {
    const own = this.#component?.props?.[written] ?? attributeNames.get(written);
    const shared = this.#isControl && !this.meaning.native ? controlProps.get(written) : undefined;
    return own ?? shared ?? written.toLowerCase();
  }

  #add(attribute: Attribute): void {
    // JSX lets the later one win; the first of a name is the one that readers find.
    const earlier = this.#byName.get(attribute.name);
    this.#byName.set(attribute.name, attribute);
    if (earlier) this.#found.splice(this.#found.indexOf(earlier), 0, attribute);
    else this.#found.push(attribute);
    this.origins.note(attribute, this.tag);
  }

  #attribute(node: ts.JsxAttribute): void {
    const { source } = this.values.evaluator;
    const written = source.slice(node.name);
    if (!written) return;
    const name = this.#nameOf(written);
    const message =
      this.#isMessage(written) && node.initializer && source.ts.isStringLiteral(node.initializer);
    if (message || this.holders.has(node)) {
      this.#holes.push({ node, slot: message ? undefined : name });
      return;
    }
    const read = this.#value(node);
    if (read.value.state === 'absent') return;
    const direct = read.value.state === 'known' && !read.value.origin;
    const off = direct
      ? [removal(source.text, source.span(node))]
      : read.thing && this.values.off(read.thing);
    this.#add({
      name,
      written,
      nameSpan: source.span(node.name),
      span: source.span(node),
      value: read.value,
      ...(off && { off }),
    });
  }

  #isMessage(written: string): boolean {
    const name = this.values.evaluator.source.slice(this.tag);
    return messages.components.has(name) && (messages.text.has(written) || messages.key.has(written));
  }

  #value(node: ts.JsxAttribute): { readonly value: Value; readonly thing?: Thing } {
    const { source } = this.values.evaluator;
    const { initializer } = node;
    if (!initializer) return { value: { state: 'known', value: true, span: source.span(node.name) } };
    if (source.ts.isStringLiteral(initializer)) {
      const span = source.inner(initializer);
      return { value: { state: 'known', value: decode(source.text.slice(span.start, span.end)), span } };
    }
    if (!source.ts.isJsxExpression(initializer)) return { value: this.values.dynamic(initializer) };
    if (!initializer.expression)
      return { value: { state: 'dynamic', span: source.span(initializer), code: '' } };
    const thing = this.values.evaluator.resolve(initializer.expression);
    return { value: this.values.fromThing(thing, initializer.expression), thing };
  }

  #spread(node: ts.JsxSpreadAttribute, fields: FieldSpread[]): void {
    const { source } = this.values.evaluator;
    const thing = this.values.evaluator.resolve(node.expression);
    if (thing.is === 'virtual' && thing.spread) fields.push(thing.spread);
    else if (thing.is === 'node' && source.ts.isObjectLiteralExpression(thing.node))
      this.#object(thing.node, node);
    else this.#openEnded = true;
  }

  /** `{...{ checked: true }}`, `{...defaults}` */
  #object(object: ts.ObjectLiteralExpression, use: ts.JsxSpreadAttribute): void {
    const { source } = this.values.evaluator;
    const { ts } = source;
    for (const entry of object.properties) {
      const key = ts.isSpreadAssignment(entry) ? undefined : source.keyOf(entry.name);
      const node = ts.isPropertyAssignment(entry)
        ? entry.initializer
        : ts.isShorthandPropertyAssignment(entry)
          ? entry.name
          : undefined;
      if (key === undefined || !node || !entry.name) {
        this.#openEnded = true;
        continue;
      }
      const thing = this.values.evaluator.resolve(node);
      const value = this.values.fromThing(thing, node);
      if (value.state === 'absent') continue;
      const here = object.pos >= use.pos && object.end <= use.end;
      const nameSpan = source.span(entry.name);
      const off = this.values.off(thing);
      const written = here && source.text.slice(nameSpan.start, nameSpan.end) === key ? key : '';
      this.#add({
        name: this.#nameOf(key),
        written,
        nameSpan,
        span: here ? source.span(entry) : source.span(use),
        value,
        ...(off && { off }),
      });
    }
  }

  /** Props of `<FormControlLabel checked …>` that belong to its control. */
  #passed(node: ts.JsxAttribute): void {
    const { source } = this.values.evaluator;
    const name = this.#nameOf(source.slice(node.name));
    if (this.#byName.has(name)) return;
    const { value, thing } = this.#value(node);
    if (value.state === 'absent') return;
    const direct = value.state === 'known' && !value.origin;
    const off = direct ? [removal(source.text, source.span(node))] : thing && this.values.off(thing);
    this.#add({
      name,
      written: '',
      nameSpan: source.span(node.name),
      span: source.span(node),
      value,
      ...(off && { off }),
    });
  }

  #type(): void {
    const type = this.#component?.type;
    if (type !== undefined && !this.#byName.has('type'))
      this.#derive('type', { state: 'known', value: type, span: this.#tagSpan });
  }

  get #mayBeBox(): boolean {
    return !this.meaning.native && (this.meaning.tag === 'input' || !this.#isControl);
  }

  get #tagSpan(): Span {
    return this.values.evaluator.source.span(this.tag);
  }

  #derive(name: string, value: Exclude<Value, { state: 'absent' }>, off?: readonly Edit[]): void {
    this.#add({
      name,
      written: '',
      nameSpan: this.#tagSpan,
      span: this.#tagSpan,
      value,
      ...(off && { off }),
    });
  }

  get #kind(): string | undefined {
    const type = this.#byName.get('type')?.value;
    return type?.state === 'known' && typeof type.value === 'string' ? type.value : undefined;
  }

  /** What a form library's field says of this control: name, initial value, whether it must be filled. */
  #field({ name, initial, required, type }: FieldSpread, checks: boolean): void {
    if (name !== undefined && !this.#byName.has('name'))
      this.#derive('name', known(name, this.#tagSpan) as KnownValue);
    if (required && !this.#byName.has('required'))
      this.#derive('required', { state: 'known', value: true, span: this.#tagSpan });
    if (type !== undefined && !this.#byName.has('type'))
      this.#derive('type', { state: 'known', value: type, span: this.#tagSpan });
    if (!initial) return;
    const kind = this.#kind;
    if (kind && BOXES.has(kind)) {
      if (checks && !this.#byName.has('checked')) this.#tick(initial, kind, name);
    } else if (!kind && this.#mayBeBox && initial.is === 'scalar' && typeof initial.value === 'boolean') {
      this.#box = true;
      this.#derive('type', { state: 'known', value: 'checkbox', span: this.#tagSpan });
      if (!this.#byName.has('checked')) this.#setValue('checked', initial, name);
    } else if (!this.#byName.has('value')) this.#setValue('value', initial, name);
  }

  #tick(initial: Thing, kind: string, name: string | undefined): void {
    const own = this.#byName.get('value')?.value;
    const { source } = this.values.evaluator;
    if (kind === 'radio' || (initial.is === 'node' && source.ts.isArrayLiteralExpression(initial.node))) {
      if (own?.state === 'known') this.#chosen(initial, own, undefined);
    } else this.#setValue('checked', initial, name);
  }

  #setValue(attribute: string, thing: Thing, field: string | undefined): void {
    const use = thing.is === 'virtual' ? undefined : thing.node;
    // It is stated elsewhere: at the field or in the form.
    const stated: Thing =
      thing.is === 'scalar' && !thing.way
        ? via(thing, { kind: 'form-defaults', name: field ?? '', exported: false })
        : thing;
    const value = use && this.values.fromThing(stated, thing.is === 'unknown' ? use : this.tag);
    if (value && value.state !== 'absent') this.#derive(attribute, value, this.values.off(thing));
  }

  /** One of several: on where the group's value is its own. */
  #chosen(group: Thing, own: KnownValue, off: readonly Edit[] | undefined): void {
    const { evaluator } = this.values;
    const { ts } = evaluator.source;
    const options =
      group.is === 'node' && ts.isArrayLiteralExpression(group.node) ? group.node.elements : undefined;
    const things = options ? options.map((o) => evaluator.resolve(o)) : [group];
    const hit = things.find(
      (t) => t.is === 'scalar' && t.value !== undefined && String(t.value) === String(own.value),
    );
    if (hit?.is !== 'scalar') return;
    const { way } = group.is === 'scalar' || group.is === 'node' ? group : { way: undefined };
    const value = this.values.fromThing(
      {
        ...hit,
        value: true,
        sense: 0,
        way: way ?? { kind: 'form-defaults', name: 'value', exported: false },
      },
      this.tag,
    );
    if (value.state === 'known') this.#derive('checked', value, off);
  }

  #around({ field, group }: Environment): void {
    if (this.meaning.tag !== 'input' && this.meaning.tag !== 'select' && this.meaning.tag !== 'textarea')
      return;
    if (field && (field.by === 'child' || this.#mentions(field.by)))
      this.#field(field.spread, field.checks && field.by === 'child');
    if (group) this.#inGroup(group);
  }

  #mentions(names: readonly string[]): boolean {
    return this.#found.some(({ value }) =>
      value.state !== 'known' || value.origin ? names.some((name) => this.#reads(value.span, name)) : false,
    );
  }

  #reads(span: Span, name: string): boolean {
    const { text } = this.values.evaluator.source;
    return text
      .slice(span.start, span.end)
      .split(/[^\w$]+/)
      .includes(name);
  }

  #inGroup({ value, off }: GroupAround): void {
    const own = this.#byName.get('value')?.value;
    if (own?.state === 'known' && BOXES.has(this.#kind ?? '') && !this.#byName.has('checked'))
      this.#chosen(value, own, off);
  }

  /** A box whose tick goes by another name: `<Switch value={on}>`. */
  #alias(): void {
    const kind = this.#kind;
    if (this.meaning.native || this.#byName.has('checked') || (kind !== 'checkbox' && kind !== 'switch'))
      return;
    const alias = this.#found.find(({ name, written, value }) => {
      const states = value.state === 'known' ? [value] : (value.candidates ?? []);
      return (
        (booleanValues.has(written) || booleanValues.has(name)) &&
        states.some((v) => typeof v.value === 'boolean')
      );
    });
    if (alias) this.#add({ ...alias, name: 'checked' });
  }
}

/** Takes an attribute out together with the blanks before it. */
export function removal(text: string, span: Span): Edit {
  let { start } = span;
  while (start > 0 && /\s/.test(text[start - 1] ?? '')) start--;
  return remove({ start, end: span.end });
}
