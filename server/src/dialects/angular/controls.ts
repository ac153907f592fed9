import type ts from 'typescript';
import type { Edit } from '../../core/edit.js';
import type { Span } from '../../core/span.js';
import { changed } from '../../model/attributes.js';
import type { Attribute, Element, Hole } from '../../model/nodes.js';
import { tickOf } from '../braces/choice.js';
import { tickByAlias } from '../braces/group.js';
import { trimmed } from '../braces/trimmed.js';
import { scalar, type Thing, unknown, via } from '../script/things.js';
import type { ComponentCode } from './code.js';
import type { Tag } from './elements.js';
import { FormThing } from './forms.js';

const BOXES: ReadonlySet<string> = new Set(['checkbox', 'switch', 'radio']);
const FIELDS: ReadonlySet<string> = new Set(['input', 'select', 'textarea']);

/** What holds controls, and the members that lead to it; both as far as they are known. */
interface Holder {
  readonly form: FormThing | undefined;
  readonly path: readonly string[] | undefined;
}

/** What a control begins with. */
interface Model {
  readonly thing: Thing;
  /** The code that reads it. */
  readonly use: ts.Node;
  /** The attribute that says so; undefined where a form says it by the control's name. */
  readonly attribute: Attribute | undefined;
  readonly name?: string;
  readonly required: boolean;
  /** The edits that let it be left empty. */
  readonly lift?: readonly Edit[] | undefined;
}

/** What models, forms and groups say of controls. */
export class Controls {
  readonly #holders = new Map<number, Holder>();
  readonly #groups = new Map<number, Model>();

  constructor(readonly code: ComponentCode) {}

  /** Adds to a tag's attributes. */
  read(tag: Tag): void {
    this.#holder(tag);
    const { component, native } = tag.meant;
    const model = this.#model(tag);
    if (model?.name !== undefined && !tag.list.has('name'))
      tag.list.derive('name', { state: 'known', value: model.name, span: tag.list.name });
    if (model?.required && !tag.list.has('required'))
      tag.list.derive(
        'required',
        { state: 'known', value: '', span: tag.list.name },
        model.lift && this.code.script.values.within(model.lift),
      );
    const isBox = BOXES.has(tag.list.type ?? '');
    if (component?.group) this.#group(tag, model);
    if (model?.attribute && !isBox && !FIELDS.has(tag.meant.tag)) this.#keep(tag, model.attribute);
    else if (component?.group) return;
    else if (model && isBox) this.#tick(tag, model);
    else if (model && FIELDS.has(tag.meant.tag)) this.#value(tag, model);
    else if (isBox && !tag.list.has('checked')) this.#around(tag);
    if (!native) tickByAlias(tag.list);
  }

  /** `[formGroup]="form"`, `formGroupName="consents"` */
  #holder({ forms, open, parent }: Tag): void {
    const own = forms.get('formGroup');
    const named = forms.get('formGroupName') ?? forms.get('formArrayName');
    if (own?.bound) {
      const { thing, path } = this.code.resolve(this.#code(own.attribute));
      this.#holders.set(open.start, { form: thing instanceof FormThing ? thing : undefined, path });
    } else if (named) {
      const key = this.#nameIn(named);
      const outer = this.#find(this.#holders, parent);
      this.#holders.set(open.start, {
        form: key === undefined ? undefined : outer?.form?.at([key]),
        path: key === undefined ? undefined : outer?.path && [...outer.path, key],
      });
    }
  }

  #model({ forms, open, parent, list }: Tag): Model | undefined {
    const bound = forms.get('ngModel');
    if (bound?.bound) {
      const { attribute } = bound;
      const { thing, use } = this.code.read(this.#code(attribute));
      return { thing, use: use ?? list.place, attribute, required: false };
    }
    const named = forms.get('formControlName');
    const name = named && this.#nameIn(named);
    if (name !== undefined) {
      const holder = this.#holders.get(open.start) ?? this.#find(this.#holders, parent);
      const control = holder?.form?.at([name]);
      return { ...this.#begun(control, holder?.path && [...holder.path, name], list.place), name };
    }
    const direct = forms.get('formControl');
    if (!direct?.bound) return undefined;
    const { thing, path } = this.code.resolve(this.#code(direct.attribute));
    const control = thing instanceof FormThing ? thing : undefined;
    const last = path?.at(-1);
    return { ...this.#begun(control, path, list.place), ...(last !== undefined && { name: last }) };
  }

  /** What a form's control holds when the page is shown first. */
  #begun(control: FormThing | undefined, path: readonly string[] | undefined, use: ts.Node): Model {
    const begins = control?.held ?? unknown(this.code.script.source.file);
    const name = path?.join('.') ?? '';
    const effects = path ? this.code.members.effects : undefined;
    const found = effects?.within(name, begins) ?? begins;
    const held = (found.is === 'virtual' && found.held) || found;
    const thing = via(held, { kind: 'form-defaults', name, exported: false });
    const required = control?.required ?? false;
    return { thing, use, attribute: undefined, required, lift: required ? control?.lift : undefined };
  }

  /** Which of the boxes inside are on. */
  #group({ open, list, things }: Tag, model: Model | undefined): void {
    const written = list.get('value');
    const plain =
      written?.value.state === 'known' && written.value.value !== ''
        ? scalar(written.value.value, list.place)
        : undefined;
    const thing = things.get('value') ?? plain;
    const stated = thing && { thing, use: list.place, attribute: written, required: false };
    const group = model ?? stated;
    if (group) this.#groups.set(open.start, group);
  }

  #tick({ list, meant }: Tag, { thing, use, attribute }: Model): void {
    const { values } = this.code.script;
    const single = list.type === 'radio';
    const tick = tickOf(values, list, { model: thing, use, single, ownIsOn: !meant.native });
    if (!attribute) {
      if (tick.value.state !== 'absent') list.derive('checked', tick.value, tick.off);
      return;
    }
    const { written, nameSpan, span } = attribute;
    const value =
      tick.value.state === 'absent'
        ? { state: 'known' as const, value: null, span: attribute.value.span }
        : tick.value;
    list.add({ name: 'checked', written, nameSpan, span, value, off: tick.off });
  }

  #value(tag: Tag, { thing, use, attribute }: Model): void {
    const { list } = tag;
    const value = this.code.script.values.fromThing(thing, use);
    if (value.state === 'absent' || (value.state === 'known' && value.value === null)) {
      if (attribute) this.#keep(tag, attribute);
      return;
    }
    if (!attribute) {
      if (value.state === 'known' && !list.has('value')) list.derive('value', value);
    } else {
      const { written, nameSpan, span } = attribute;
      list.add({ name: 'value', written, nameSpan, span, value });
    }
  }

  #keep({ list }: Tag, attribute: Attribute): void {
    const { span } = attribute.value;
    const code = this.code.script.text.slice(span.start, span.end);
    list.push(changed(attribute, { off: undefined, value: { state: 'dynamic', span, code } }));
  }

  #around({ list, meant, parent }: Tag): void {
    const group = this.#find(this.#groups, parent);
    if (!group) return;
    const model: Thing =
      group.thing.is === 'scalar' && !group.thing.way
        ? via(group.thing, { kind: 'form-defaults', name: 'value', exported: false })
        : group.thing;
    const choice = { model, use: list.place, single: true, ownIsOn: !meant.native };
    const tick = tickOf(this.code.script.values, list, choice);
    if (tick.value.state === 'known') list.derive('checked', tick.value, tick.off);
  }

  /** `formControlName="newsletter"`, `[formControlName]="'newsletter'"` */
  #nameIn({
    attribute,
    bound,
  }: {
    readonly attribute: Attribute;
    readonly bound: boolean;
  }): string | undefined {
    const code = this.#code(attribute);
    if (!bound) return this.code.script.text.slice(code.start, code.end);
    const { thing } = this.code.read(code);
    return thing.is === 'scalar' ? String(thing.value) : undefined;
  }

  #code({ value: { span } }: Attribute): Span {
    return trimmed(this.code.script.text, span);
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
