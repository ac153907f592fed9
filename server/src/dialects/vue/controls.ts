import type ts from 'typescript';
import { booleanValues } from '../../knowledge/components.js';
import { changed } from '../../model/attributes.js';
import type { Attribute, Element, Hole } from '../../model/nodes.js';
import { tickOf } from '../braces/choice.js';
import { camel } from '../components/find.js';
import { type FormSource, fieldInitial, soleForm } from '../script/forms.js';
import { scalar, type Thing, via } from '../script/things.js';
import type { ComponentCode } from './code.js';
import { wordsOf } from './directives.js';
import type { Tag } from './elements.js';

const BOXES: ReadonlySet<string> = new Set(['checkbox', 'switch', 'radio']);

/** The value of a group of boxes. */
interface Group {
  readonly model: Thing;
  readonly use: ts.Node;
}

/** A form library's field, whose slot hands it to the control inside. */
interface Field {
  readonly name: string;
  readonly initial: Thing | undefined;
  /** Names by which the slot knows it. */
  readonly names: readonly string[];
}

/** What models, groups and form libraries say of controls. */
export class Controls {
  readonly #groups = new Map<number, Group>();
  readonly #forms = new Map<number, FormSource>();
  readonly #fields = new Map<number, Field>();

  constructor(readonly code: ComponentCode) {}

  /** Adds to a tag's attributes; gives the HTML element that it stands for. */
  read(tag: Tag): string {
    const { component, tag: name } = tag.meant;
    if (component?.form !== undefined) this.#form(tag, component.form);
    else if (component?.group) this.#group(tag);
    else if (component?.field && this.#field(tag, component.initial)) return 'div';
    else if (tag.model) this.#model(tag);
    else if (BOXES.has(tag.list.type ?? '')) this.#around(tag);
    if (!tag.meant.native && !component?.field) this.#alias(tag);
    return name;
  }

  #form(tag: Tag, prop: string): void {
    const stated = tag.things.get(prop.toLowerCase()) ?? tag.things.get(dashed(prop));
    const initial = stated ?? (tag.model && this.code.read(tag.model.code).thing);
    if (initial) this.#forms.set(tag.open.start, { initial, key: prop });
    if (tag.model) this.#keep(tag, tag.model.attribute);
  }

  /** Which of the boxes inside are on. */
  #group(tag: Tag): void {
    const read = tag.model && this.code.read(tag.model.code);
    const stated = read?.thing ?? tag.things.get('value') ?? tag.things.get('model-value');
    const written = tag.list.get('value') ?? tag.list.get('model-value');
    const plain =
      !stated && written?.value.state === 'known' ? scalar(written.value.value, tag.list.place) : undefined;
    const model = stated ?? plain;
    if (model) this.#groups.set(tag.open.start, { model, use: read?.use ?? tag.list.place });
    if (tag.model) this.#keep(tag, tag.model.attribute);
  }

  /** True for one whose slot holds the control. */
  #field(tag: Tag, ownInitial: string | undefined): boolean {
    const { list } = tag;
    const { evaluator } = this.code.script;
    const named = list.get('name')?.value;
    const name = named?.state === 'known' ? String(named.value) : undefined;
    const form = this.#find(this.#forms, tag.parent) ?? soleForm(evaluator);
    const initial =
      name === undefined
        ? undefined
        : fieldInitial(
            evaluator,
            form,
            name,
            (key) => tag.things.get(key.toLowerCase()) ?? tag.things.get(dashed(key)),
          );
    if (tag.slot && name !== undefined) {
      const { text } = this.code.script;
      this.#fields.set(tag.open.start, {
        name,
        initial,
        names: wordsOf(text.slice(tag.slot.start, tag.slot.end)),
      });
      return true;
    }
    if (tag.model) this.#model(tag);
    else if (ownInitial !== undefined && this.#isBoolean(list.get(ownInitial))) this.#rename(tag, ownInitial);
    else if (initial) this.#start(tag, initial, name ?? '');
    return false;
  }

  #isBoolean(attribute: Attribute | undefined): boolean {
    return attribute?.value.state === 'known' && typeof attribute.value.value === 'boolean';
  }

  #rename({ list }: Tag, name: string): void {
    const found = list.get(name);
    if (found && BOXES.has(list.type ?? '')) list.add(asTick(found));
  }

  /** What a form begins with. */
  #start({ list, meant }: Tag, initial: Thing, name: string): void {
    const { values } = this.code.script;
    if (initial.is === 'virtual' || list.has('checked')) return;
    const stated =
      initial.is === 'scalar' && !initial.way
        ? via(initial, { kind: 'form-defaults', name, exported: false })
        : initial;
    if (!BOXES.has(list.type ?? '')) {
      const value = list.has('value') ? undefined : values.fromThing(stated, list.place);
      if (value?.state === 'known') list.derive('value', value, values.off(initial));
      return;
    }
    const single = list.type === 'radio';
    const tick = tickOf(values, list, { model: stated, use: list.place, single, ownIsOn: !meant.native });
    if (tick.value.state !== 'absent') list.derive('checked', tick.value, tick.off);
  }

  #model(tag: Tag): void {
    const { list, meant, model } = tag;
    if (!model) return;
    const { values } = this.code.script;
    const { thing, use, value } = this.code.read(model.code);
    const { attribute, argument } = model;
    if (BOXES.has(list.type ?? '')) {
      const isValue = argument === undefined || argument === 'checked' || booleanValues.has(camel(argument));
      if (!isValue) this.#keep(tag, attribute);
      else if (!use) this.#add(tag, 'checked', value, undefined);
      else {
        const single = list.type === 'radio';
        const tick = tickOf(values, list, { model: thing, use, single, ownIsOn: !meant.native });
        this.#add(tag, 'checked', tick.value, tick.off);
      }
    } else if (['input', 'select', 'textarea'].includes(meant.tag)) {
      this.#add(tag, 'value', value, undefined);
    } else this.#add(tag, argument?.toLowerCase() ?? 'modelvalue', value, undefined);
  }

  /** Adds what a model says under its HTML name; it overrules what the tag states itself. */
  #add(
    { list, model }: Tag,
    name: string,
    value: ReturnType<ComponentCode['read']>['value'],
    off: Attribute['off'],
  ): void {
    if (!model) return;
    const { written, nameSpan, span } = model.attribute;
    const present =
      value.state === 'absent' ? { state: 'known' as const, value: null, span: model.code } : value;
    list.add({ name, written, nameSpan, span, value: present, off });
  }

  #keep({ list }: Tag, attribute: Attribute): void {
    const { span } = attribute.value;
    const code = this.code.script.text.slice(span.start, span.end);
    list.push(changed(attribute, { off: undefined, value: { state: 'dynamic', span, code } }));
  }

  /** What groups and fields around a box say of it. */
  #around(tag: Tag): void {
    const { list, meant } = tag;
    if (list.has('checked')) {
      if (list.get('checked')?.value.state === 'dynamic') this.#handed(tag);
      return;
    }
    const group = this.#find(this.#groups, tag.parent);
    if (group) {
      const { values } = this.code.script;
      const model: Thing =
        group.model.is === 'scalar' && !group.model.way
          ? via(group.model, { kind: 'form-defaults', name: 'value', exported: false })
          : group.model;
      const tick = tickOf(values, list, { model, use: list.place, single: true, ownIsOn: !meant.native });
      if (tick.value.state === 'known') list.derive('checked', tick.value, tick.off);
    } else this.#handed(tag);
  }

  /** `<Field v-slot="{ field }"><input v-bind="field">` */
  #handed(tag: Tag): void {
    const field = this.#find(this.#fields, tag.parent);
    if (!field) return;
    const written = this.code.script.text.slice(tag.open.start, tag.open.end);
    const reads = wordsOf(written).some((word) => field.names.includes(word));
    if (!reads) return;
    const { list } = tag;
    if (!list.has('name')) list.derive('name', { state: 'known', value: field.name, span: list.name });
    const bound = list.get('checked') ?? list.get('model-value');
    if (bound?.value.state === 'dynamic') list.remove(bound);
    if (field.initial) this.#start(tag, field.initial, field.name);
    if (bound?.value.state === 'dynamic') list.push(bound);
  }

  /** A box whose tick goes by another name: `<Switch :model-value="true">`. */
  #alias({ list }: Tag): void {
    if ((list.type !== 'checkbox' && list.type !== 'switch') || list.has('checked')) return;
    const found = list.attributes.find(({ name, value }) => {
      if (!booleanValues.has(camel(name)) || (name === 'value' && list.type === 'checkbox')) return false;
      const stated = value.state === 'known' ? [value] : (value.candidates ?? []);
      return stated.some((v) => typeof v.value === 'boolean');
    });
    if (found) list.add(asTick(found));
  }

  #find<T>(known: ReadonlyMap<number, T>, parent: Element | Hole | undefined): T | undefined {
    if (known.size === 0) return undefined;
    for (let up = parent; up; up = up.parent) {
      const found = up.kind === 'element' ? known.get(up.open.start) : undefined;
      if (found) return found;
    }
    return undefined;
  }
}

function dashed(prop: string): string {
  return prop.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function asTick({ written, nameSpan, span, value, off }: Attribute): Attribute {
  return { name: 'checked', written, nameSpan, span, value, off };
}
