import type ts from 'typescript';
import type { Span } from '../../core/span.js';
import type { Component } from '../../knowledge/components.js';
import { renamed } from '../../model/attributes.js';
import type { ElementStart } from '../../model/build.js';
import type { Attribute, Element, Hole, Value } from '../../model/nodes.js';
import { htmlName, isPlainName } from '../components/attributeNames.js';
import { findComponent } from '../components/find.js';
import type { ComponentMeaning } from '../dialect.js';
import { blanksBefore } from '../html/attributes.js';
import { OriginRegister } from '../script/origins.js';
import type { Thing } from '../script/things.js';
import { BoundAttributes } from './attributeList.js';
import type { Expressions } from './expressions.js';
import { tickByAlias, tickByGroup } from './group.js';
import { LazyAttribute } from './lazyAttribute.js';
import type { BraceMask } from './mask.js';
import type { BraceHole } from './scan.js';
import { trimmed } from './trimmed.js';

/** What an attribute's name says in a language of its own. */
export interface AttributeName {
  /** The name without what the language adds to it. */
  readonly prop: string;
  /** What stands for the value where none is written. */
  readonly shorthand?: Span;
  /** Its code is not read. */
  readonly unread?: boolean;
}

export interface BraceElementOptions {
  readonly configured: Readonly<Record<string, ComponentMeaning>> | undefined;
  name(written: string, at: number, open: Span): AttributeName;
}

/** Whether a control is on, and what decides that. */
const DECIDES: ReadonlySet<string> = new Set([
  'checked',
  'value',
  'type',
  'this',
  'defaultchecked',
  'defaultvalue',
]);

interface Meant {
  readonly tag: string;
  readonly component: Component | undefined;
  readonly native: boolean;
}

/** Reads opening tags whose attributes hold code in braces. */
export class BraceElements {
  readonly origins = new OriginRegister();
  mask: BraceMask | undefined;
  /** Values of groups, by where the groups begin. */
  readonly #groups = new Map<number, { readonly value: Thing; readonly written: Attribute | undefined }>();

  constructor(
    readonly expressions: Expressions,
    readonly options: BraceElementOptions,
  ) {}

  readonly read = (start: ElementStart, parent: Element | Hole): ElementStart => {
    const { open, name, attributes } = start;
    const holes = this.mask?.within(open) ?? [];
    if (holes.length === 0 && this.#groups.size === 0 && this.#isPlain(start)) return start;
    const nameSpan = { start: open.start + 1, end: open.start + 1 + name.length };
    const { component, module, native } = this.#found(start, holes);
    const meant: Meant = {
      tag: component?.tag ?? this.#chosen(start) ?? name.toLowerCase(),
      component,
      native,
    };
    const list = new BoundAttributes(() => this.#place(nameSpan), nameSpan, this.origins);
    let group: Thing | undefined;
    for (const attribute of attributes) {
      const { start: from, end: to } = attribute.span;
      const inside = holes.length === 0 ? holes : holes.filter((h) => from <= h.start && h.start < to);
      const named = this.options.name(attribute.written, from, open);
      const thing = this.#attribute(list, meant, attribute, { holes: inside, open, named });
      if (this.#isGroup(meant, named.prop)) group = thing;
    }
    if (component?.type !== undefined && !list.has('type'))
      list.derive('type', { state: 'known', value: component.type, span: nameSpan });
    this.#tick(list, meant, group, open, parent);
    return {
      ...start,
      tag: meant.tag,
      attributes: list.attributes,
      openEnded: list.openEnded,
      ...(module !== undefined && { module }),
    };
  };

  /** HTML as it stands: most elements are. */
  #isPlain({ tag, name, attributes }: ElementStart): boolean {
    if (tag !== name || !/^[a-z][a-z\d]*$/.test(name)) return false;
    return attributes.every(
      ({ written, value }) => isPlainName(written) && this.expressions.script.text[value.span.start] !== '`',
    );
  }

  /** Which of several are on. */
  #isGroup({ component }: Meant, prop: string): boolean {
    return prop === 'group' || (component?.group === true && /^(?:value|defaultvalue|selected)$/i.test(prop));
  }

  #tick(
    list: BoundAttributes,
    meant: Meant,
    group: Thing | undefined,
    open: Span,
    parent: Element | Hole,
  ): void {
    const { values } = this.expressions.script;
    if (meant.component?.group) {
      const written = list.get('value');
      if (group) this.#groups.set(open.start, { value: group, written });
    } else if (group) tickByGroup(values, list, group);
    else if (this.#groups.size > 0 && list.type !== undefined) {
      const around = this.#around(parent);
      const off =
        around?.written?.value.state === 'known' && !around.written.value.origin
          ? around.written.off
          : undefined;
      if (around) tickByGroup(values, list, around.value, off);
    }
    if (!meant.native) tickByAlias(list);
  }

  #around(parent: Element | Hole | undefined) {
    for (let up = parent; up; up = up.parent) {
      const group = up.kind === 'element' ? this.#groups.get(up.open.start) : undefined;
      if (group) return group;
    }
    return undefined;
  }

  #found({ name, attributes }: ElementStart, holes: readonly BraceHole[]) {
    const native = isNative(name);
    const chosen = name === 'svelte:component' ? this.#this(attributes, holes) : undefined;
    if (native && chosen === undefined) return { component: undefined, module: undefined, native };
    const { scope } = this.expressions.script.scan;
    const sources = {
      configured: this.options.configured,
      imported: (local: string) => scope.imports.get(local),
    };
    const props = new Set(attributes.map(({ written }) => written.replace(/^bind:|^\{|\}$/g, '').trim()));
    return { ...findComponent(chosen ?? name, sources, (prop) => props.has(prop)), native: false };
  }

  /** `this={Checkbox}` of `<svelte:component>`. */
  #this(attributes: readonly Attribute[], holes: readonly BraceHole[]): string | undefined {
    const given = attributes.find((a) => a.name === 'this');
    const hole = given && holes.find((h) => h.start >= given.span.start && h.start < given.span.end);
    const code = hole && this.#text(hole.code).trim();
    return code && /^[\w$.]+$/.test(code) ? code : undefined;
  }

  /** `<svelte:element this="input">` */
  #chosen({ name, attributes }: ElementStart): string | undefined {
    const given = name === 'svelte:element' ? attributes.find((a) => a.name === 'this') : undefined;
    return given?.value.state === 'known' && /^[a-z][\w-]*$/.test(String(given.value.value))
      ? String(given.value.value)
      : undefined;
  }

  /** What the attribute's code stands for, where it is but code. */
  #attribute(
    list: BoundAttributes,
    meant: Meant,
    attribute: Attribute,
    { holes, open, named }: { holes: readonly BraceHole[]; open: Span; named: AttributeName },
  ): Thing | undefined {
    const [first] = holes;
    if (first?.context === 'attribute' && first.start === attribute.span.start) {
      return this.#braced(list, meant, first, open);
    }
    const { written, nameSpan } = attribute;
    const { prop, shorthand, unread } = named;
    const name = unread ? prop.toLowerCase() : htmlName(meant, prop);
    const at = attribute.value.span;
    const span = { start: attribute.span.start, end: Math.max(attribute.span.end, holes.at(-1)?.end ?? 0) };
    const base = { name, written, nameSpan, span };
    if (!first && !shorthand) {
      if (this.#text(at).startsWith('`')) {
        const read = this.expressions.read(at);
        this.#bound(list, base, read.value, read.thing);
        return read.thing;
      }
      list.add(renamed(attribute, name));
      const { value } = attribute;
      if (value.state !== 'known') return undefined;
      return this.#isGroup(meant, prop)
        ? { is: 'scalar', value: value.value, node: list.place, sense: 0 }
        : undefined;
    }
    const code = shorthand ?? first?.code ?? at;
    const value = { start: at.start, end: Math.max(at.end, holes.at(-1)?.end ?? 0) };
    if (unread) {
      list.add({ ...base, value: this.expressions.unread(first ? value : code) });
      return undefined;
    }
    const whole = shorthand !== undefined || (first?.start === value.start && first.end >= value.end);
    if (!whole) {
      list.add({ ...base, value: this.expressions.mixed(value, holes), off: [this.#removal(span)] });
      return undefined;
    }
    const bare = trimmed(this.expressions.script.text, code);
    if (meant.native && !DECIDES.has(name) && !this.#isGroup(meant, prop)) {
      list.add(
        new LazyAttribute(name, written, nameSpan, span, () => {
          const { value, thing } = this.expressions.read(bare);
          return this.#stated(value, thing, span);
        }),
      );
      return undefined;
    }
    const read = this.expressions.read(bare);
    this.#bound(list, base, read.value, read.thing);
    return read.thing;
  }

  #bound(
    list: BoundAttributes,
    base: Pick<Attribute, 'name' | 'written' | 'nameSpan' | 'span'>,
    value: Value,
    thing: Thing,
  ): void {
    const { name, written, nameSpan, span } = base;
    const stated = this.#stated(value, thing, span);
    list.add({ name, written, nameSpan, span, value: stated.value, off: stated.off });
  }

  #stated(value: Value, thing: Thing, span: Span): Pick<Attribute, 'value'> & { off: Attribute['off'] } {
    // Nothing is set; the attribute is written all the same.
    if (value.state === 'absent') return { value: { state: 'known', value: null, span }, off: undefined };
    const direct = value.state === 'known' && !value.origin;
    return {
      value,
      off: direct ? [this.#removal(span)] : this.expressions.script.values.off(thing),
    };
  }

  /** `{checked}`, `{...props}` */
  #braced(list: BoundAttributes, meant: Meant, hole: BraceHole, open: Span): Thing | undefined {
    const { text } = this.expressions.script;
    const code = trimmed(text, hole.code);
    const written = text.slice(code.start, code.end);
    if (written.startsWith('...')) this.#spread(list, meant, { start: code.start + 3, end: code.end });
    else if (/^[A-Za-z_$][\w$]*$/.test(written)) {
      const { value, thing } = this.expressions.read(code);
      const { unread } = this.options.name(written, code.start, open);
      const span = { start: hole.start, end: hole.end };
      const base = { name: htmlName(meant, written), written, nameSpan: code, span };
      if (unread) list.add({ ...base, value: this.expressions.unread(code) });
      else this.#bound(list, base, value, thing);
      return thing;
    } else if (!written.startsWith('@')) list.openEnded = true;
    return undefined;
  }

  #spread(list: BoundAttributes, meant: Meant, code: Span): void {
    const { source, values } = this.expressions.script;
    const { ts } = source;
    const { thing } = this.expressions.read(code);
    if (thing.is !== 'node' || !ts.isObjectLiteralExpression(thing.node)) {
      list.openEnded = true;
      return;
    }
    const span = trimmed(source.text, code);
    for (const entry of thing.node.properties) {
      const key = ts.isPropertyAssignment(entry) ? source.keyOf(entry.name) : undefined;
      if (key === undefined || !ts.isPropertyAssignment(entry)) {
        list.openEnded = true;
        continue;
      }
      const member = values.evaluator.resolve(entry.initializer);
      const value = values.fromThing(member, entry.initializer);
      if (value.state === 'absent') continue;
      list.add({
        name: htmlName(meant, key),
        written: '',
        nameSpan: span,
        span,
        value,
        off: values.off(member),
      });
    }
  }

  #removal({ start, end }: Span) {
    return { span: { start: blanksBefore(this.expressions.script.text, start), end }, text: '' };
  }

  #text({ start, end }: Span): string {
    return this.expressions.script.text.slice(start, end);
  }

  /** The tag's name as a piece of code. */
  #place({ start, end }: Span): ts.Node {
    const { ts } = this.expressions.script;
    return Object.assign(ts.factory.createIdentifier('_'), { pos: start, end });
  }
}

/** No component, as far as its name tells. */
function isNative(name: string): boolean {
  return /^[a-z][^.]*$/.test(name);
}
