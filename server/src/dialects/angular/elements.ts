import type ts from 'typescript';
import { remove } from '../../core/edit.js';
import type { Span } from '../../core/span.js';
import { type Component, directiveNames, pascal, registeredComponent } from '../../knowledge/components.js';
import { changed, renamed } from '../../model/attributes.js';
import type { ElementStart } from '../../model/build.js';
import type { Attribute, Element, Hole } from '../../model/nodes.js';
import { BoundAttributes } from '../braces/attributeList.js';
import { LazyAttribute } from '../braces/lazyAttribute.js';
import { trimmed } from '../braces/trimmed.js';
import { htmlName } from '../components/attributeNames.js';
import { camel, findComponent } from '../components/find.js';
import type { ComponentMeaning } from '../dialect.js';
import { blanksBefore } from '../html/attributes.js';
import { OriginRegister } from '../script/origins.js';
import type { Thing } from '../script/things.js';
import { type Binding, bindingOf } from './bindings.js';
import { aliasesIn, type ComponentCode } from './code.js';
import { Controls } from './controls.js';

interface Meant {
  readonly tag: string;
  readonly component: Component | undefined;
  readonly native: boolean;
}

/** An element while its tag is being read. */
export interface Tag {
  readonly open: Span;
  readonly parent: Element | Hole;
  readonly meant: Meant;
  readonly list: BoundAttributes;
  /** Attributes of Angular's forms, by the name of what they bind: `ngModel`, `formControlName`, `formGroup`. */
  readonly forms: Map<string, { readonly attribute: Attribute; readonly bound: boolean }>;
  /** What bound attributes stand for, by HTML name. */
  things: ReadonlyMap<string, Thing>;
}

const FORMS: ReadonlySet<string> = new Set([
  'ngModel',
  'formControlName',
  'formControl',
  'formGroup',
  'formGroupName',
  'formArrayName',
]);
/** Whether a control is on, and what decides that. */
const DECIDES: ReadonlySet<string> = new Set([
  'checked',
  'value',
  'type',
  'name',
  'true-value',
  'false-value',
]);
const NOT_SHOWN: ReadonlySet<string> = new Set(['ng-template', 'ng-container', 'template']);

/** `<label nz-checkbox>`: a library's component by an attribute of one of HTML's elements. */
function componentByAttribute(attributes: readonly Attribute[]): Component | undefined {
  for (const { written } of attributes) {
    const found =
      written.includes('-') && /^[a-z]+-[a-z-]+$/.test(written)
        ? registeredComponent(pascal(written))
        : undefined;
    if (found) return found;
  }
  return undefined;
}

const NONE: ReadonlyMap<string, Thing> = new Map();

/** Reads the opening tags of a template: attributes under their HTML names, with what the code says of them. */
export class AngularElements {
  readonly origins = new OriginRegister();
  readonly #controls: Controls;

  constructor(
    readonly text: string,
    readonly code: ComponentCode,
    readonly configured: Readonly<Record<string, ComponentMeaning>> | undefined,
  ) {
    this.#controls = new Controls(code);
  }

  readonly read = (start: ElementStart, parent: Element | Hole): ElementStart => {
    const { open, name, attributes } = start;
    this.code.scopes.leave(parent, open.start);
    const meant = this.#meaning(start);
    const nameSpan = { start: open.start + 1, end: open.start + 1 + name.length };
    const list = new BoundAttributes(() => this.#place(nameSpan), nameSpan, this.origins);
    const tag: Tag = { open, parent, meant, list, forms: new Map(), things: NONE };
    for (const attribute of attributes) this.#declare(tag, attribute);
    for (const attribute of attributes) this.#attribute(tag, attribute);
    const type = meant.component?.type;
    if (type !== undefined && !list.has('type'))
      list.derive('type', { state: 'known', value: type, span: nameSpan });
    this.#controls.read(tag);
    return { ...start, tag: meant.tag, attributes: list.attributes, openEnded: list.openEnded };
  };

  #meaning({ name, attributes }: ElementStart): Meant {
    if (NOT_SHOWN.has(name)) return { tag: 'span', component: undefined, native: true };
    if (!name.includes('-') && !this.configured?.[name]) {
      const made = componentByAttribute(attributes);
      return { tag: made?.tag ?? name.toLowerCase(), component: made, native: made === undefined };
    }
    const props = new Set(attributes.map(({ written }) => camel(bindingOf(written)?.name ?? written)));
    const sources = { configured: this.configured, imported: () => undefined };
    const { component } = findComponent(name, sources, (prop) => props.has(prop));
    return { tag: component?.tag ?? name.toLowerCase(), component, native: false };
  }

  /** Names that the element declares for what stands in it. */
  #declare({ open }: Tag, { written, value: { span } }: Attribute): void {
    const binding = bindingOf(written);
    if (binding?.kind !== 'structure' && binding?.kind !== 'variable') return;
    const { scopes } = this.code;
    const range = scopes.within(open.start);
    if (binding.kind === 'variable') {
      scopes.declare([camel(binding.name)], range);
      return;
    }
    const code = this.text.slice(span.start, span.end);
    const loop = binding.name === 'ngFor' ? /^(\s*let\s+([\w$]+)\s+of\s+)([^;]*)/.exec(code) : null;
    scopes.declare(
      aliasesIn(code).filter((name) => name !== loop?.[2]),
      range,
    );
    if (!loop) return;
    const [, before = '', name = '', list = ''] = loop;
    const at = span.start + before.length;
    this.code.each(name, { start: at, end: at + list.length }, range);
  }

  #attribute(tag: Tag, attribute: Attribute): void {
    const binding = bindingOf(attribute.written);
    if (!binding) this.#plain(tag, attribute);
    else if (FORMS.has(binding.name) && binding.kind !== 'event') {
      tag.forms.set(binding.name, { attribute, bound: true });
      // What a model says stands under the name of what it sets.
      if (binding.name !== 'ngModel') this.#push(tag, attribute, binding.name.toLowerCase());
    } else if (binding.kind === 'event') this.#push(tag, attribute, `on${binding.name.toLowerCase()}`);
    else if (binding.looks || (binding.kind !== 'property' && binding.kind !== 'two-way'))
      this.#push(tag, attribute, attribute.name);
    else this.#bound(tag, attribute, binding);
  }

  /** Its code says nothing that is reviewed. */
  #push({ list }: Tag, attribute: Attribute, name: string): void {
    const { span } = attribute.value;
    const code = this.text.slice(span.start, span.end);
    list.push(changed(attribute, { name, off: undefined, value: { state: 'dynamic', span, code } }));
  }

  #plain(tag: Tag, attribute: Attribute): void {
    const { list, meant } = tag;
    const { written, nameSpan, span, value } = attribute;
    if (FORMS.has(written) && value.state === 'known') tag.forms.set(written, { attribute, bound: false });
    const name = this.#nameOf(meant, written);
    const inner = this.text.slice(value.span.start, value.span.end);
    const filled = /^\s*\{\{([^{}]*)\}\}\s*$/.exec(inner);
    if (filled) {
      const start = value.span.start + inner.indexOf('{{') + 2;
      const code = { start, end: start + (filled[1] ?? '').length };
      list.add(new LazyAttribute(name, written, nameSpan, span, () => this.#reading(code, span)));
    } else if (inner.includes('{{')) {
      list.add(changed(attribute, { name, value: { state: 'dynamic', span: value.span, code: inner } }));
    } else {
      // What HTML takes for a tick, a component takes for a word.
      const isFalse =
        !meant.native && name === 'checked' && value.state === 'known' && value.value === 'false';
      list.add(
        isFalse ? changed(attribute, { name, value: { ...value, value: false } }) : renamed(attribute, name),
      );
    }
  }

  #bound(tag: Tag, attribute: Attribute, binding: Binding): void {
    const { list, meant } = tag;
    const name = this.#nameOf(meant, binding.name);
    const { written, nameSpan, span } = attribute;
    const code = trimmed(this.text, attribute.value.span);
    if (!DECIDES.has(name) && !meant.component?.type && !meant.component?.group) {
      list.add(new LazyAttribute(name, written, nameSpan, span, () => this.#reading(code, span)));
      return;
    }
    const { thing, value, off } = this.#reading(code, span);
    tag.things = new Map(tag.things).set(name, thing);
    list.add({ name, written, nameSpan, span, value, off });
  }

  #reading(code: Span, attribute: Span) {
    const { thing, value } = this.code.read(code);
    // Nothing is set; the attribute is written all the same.
    if (value.state === 'absent')
      return { thing, value: { state: 'known' as const, value: null, span: code }, off: undefined };
    const direct = value.state === 'known' && !value.origin;
    const { start, end } = attribute;
    const removal = remove({ start: blanksBefore(this.text, start), end });
    return { thing, value, off: direct ? [removal] : this.code.script.values.off(thing) };
  }

  #nameOf(meant: Meant, written: string): string {
    const set = directiveNames.get(written);
    if (set !== undefined) return set;
    const prop = written.includes('-') && meant.native ? written : camel(written);
    const name = htmlName(meant, prop);
    return name === prop.toLowerCase() ? written.toLowerCase() : name;
  }

  /** The tag's name as a piece of code. */
  #place({ start, end }: Span): ts.Node {
    return Object.assign(this.code.script.ts.factory.createIdentifier('_'), { pos: start, end });
  }
}
