import { type Edit, remove } from '../../../core/edit.js';
import type { Span } from '../../../core/span.js';
import type { Helper, HelperTable, Options, Role } from '../../../knowledge/helpers.js';
import type { Attribute } from '../../../model/nodes.js';
import { evaluate, type Outcome, toValue } from '../expression/evaluate.js';
import type { Entry, Expression } from '../expression/nodes.js';
import { asCollection, isNothing, objectIn, own, withoutOrigin } from './argument.js';
import { type Chosen, type Offered, readChoice } from './choices.js';
import { idFor, plainName, quoted, type Written, wholeSpan, writtenIn } from './names.js';
import { isYes, removeEntry, sayFalse } from './removal.js';

type AttributeValue = Attribute['value'];

/** Words in an element that code makes. */
export interface Words {
  readonly value: AttributeValue;
  readonly span: Span;
  readonly code: string;
}

/** What the fields of a form belong to, and the name that a block knows the form by. */
export interface Scope {
  readonly object: string | undefined;
  readonly variable: string | undefined;
}

/** Attributes that switch something on. */
const SWITCH = /^(?:checked|initial|selected|required|disabled|multiple|readonly)$/;

/** Turns the arguments of one helper's call into attributes and words. */
export class Writer {
  readonly #attributes = new Map<string, Attribute>();
  readonly #words: Words[] = [];
  /** What a link to an address shows for want of other words. */
  #address: Words | undefined;
  /** Options that cannot be seen may say more. */
  openEnded = false;
  tag: string;
  object: string | undefined;
  /** The code that names the field. */
  field: Expression | undefined;
  offered: Offered | undefined;
  chosen: Chosen | undefined;
  /** It draws a box or radio button for each choice. */
  several: 'radio' | 'checkbox' | undefined;
  /** An argument says that there is no label. */
  unlabelled = false;

  constructor(
    readonly source: string,
    readonly table: HelperTable,
    readonly helper: Helper,
    scope: string | undefined,
  ) {
    this.tag = helper.tag;
    this.several = helper.several;
    this.object = scope;
  }

  get attributes(): readonly Attribute[] {
    return [...this.#attributes.values()];
  }

  get words(): readonly Words[] {
    return this.#words.length > 0 || !this.#address ? this.#words : [this.#address];
  }

  has(name: string): boolean {
    return this.#attributes.has(name);
  }

  /** An attribute that the call as a whole says. */
  derive(name: string, value: AttributeValue, place: Span): void {
    this.#attributes.set(name, { name, written: '', nameSpan: place, span: place, value });
  }

  /** Its choices say what it starts with. */
  settle(): void {
    for (const name of ['initial', 'checked', 'value', 'type']) this.#attributes.delete(name);
  }

  /** What the element starts with is whether a box is ticked, or the value of another field. */
  begin(isBox: boolean): void {
    const start = this.#attributes.get('initial');
    if (!start) return;
    this.#attributes.delete('initial');
    const name = isBox ? 'checked' : 'value';
    if (this.has(name)) return;
    const { value } = start;
    const ticked = isBox && value.state === 'known' ? { ...value, value: isYes(value.value) } : value;
    this.#attributes.set(name, { ...start, name, value: ticked });
  }

  arguments(roles: readonly Role[], given: readonly Expression[]): void {
    for (const [i, role] of roles.entries()) {
      const argument = given[i];
      if (argument) this.say(role, argument);
    }
  }

  named(entries: readonly Entry[], options: Options = this.helper.options): void {
    for (const entry of entries) {
      const role = options[entry.key] ?? (options === this.helper.options ? own(entry.key) : '-');
      if (typeof role === 'string') this.say(role, entry.value, entry);
      else if (entry.value.kind === 'collection') this.named(entry.value.entries, role);
      else this.say(typeof role['='] === 'string' ? role['='] : '-', entry.value, entry);
    }
  }

  /**
   * @param entry where the argument has a name.
   * @param filter the filter that it is given to.
   */
  say(role: Role, argument: Expression, entry?: Entry, filter?: Span): void {
    if (readChoice(this, role, argument, entry)) return;
    const options = asCollection(argument);
    if (options && role !== 'text') {
      if (role === 'flags') for (const item of options.items) this.#flag(item);
      if (role !== '-' && !entry?.key.startsWith('data')) this.named(options.entries);
      return;
    }
    switch (role) {
      case '-':
        return;
      case 'options':
      case 'flags':
        if (argument.kind !== 'literal') this.openEnded = true;
        return;
      case 'text':
        if (!isNothing(argument)) this.#words.push({ ...this.#value(argument), ...this.#code(argument) });
        return;
      case 'object':
        // A variable goes by its object's name, but may hold any name.
        this.object =
          entry && argument.kind === 'path' && !/^[:@]/.test(argument.path) ? undefined : objectIn(argument);
        return;
      case 'name':
      case 'field':
        this.#name(role, argument, entry);
        return;
      case 'tag':
        this.tag = writtenIn(argument)?.text.toLowerCase() ?? this.tag;
        return;
      case 'type':
        this.#type(argument, entry);
        return;
      case 'pair':
        this.#pair(argument, filter);
        return;
      default:
        this.#plain(role, argument, entry);
    }
  }

  #plain(role: Role, argument: Expression, entry: Entry | undefined): void {
    if (role === 'label' && isNothing(argument)) {
      this.unlabelled = true;
      return;
    }
    const written = writtenIn(argument);
    if (role === 'address' && written) {
      this.#address = { ...this.#value(argument), ...this.#code(argument) };
      this.#add(
        'href',
        { state: 'known', value: `mailto:${written.text}`, span: written.span },
        argument,
        entry,
      );
    } else if (role === 'for' && written)
      this.#add('for', { state: 'known', value: idFor(written.text), span: written.span }, argument, entry);
    else if (role === 'method') this.#add('method', this.#lastWord(argument), argument, entry);
    else this.#attribute(role === 'address' ? 'href' : role, argument, entry);
  }

  /** `FormMethod.Post`, `:get`. */
  #lastWord(argument: Expression): AttributeValue {
    const text =
      writtenIn(argument)?.text ??
      (argument.kind === 'path' ? /(?<!\w)\w+$/.exec(argument.path)?.[0] : undefined);
    if (text === undefined) return this.#value(argument).value;
    return { state: 'known', value: text.toLowerCase(), span: argument.span };
  }

  #attribute(name: string, argument: Expression, entry: Entry | undefined): void {
    const written = writtenIn(argument);
    if (written && argument.kind === 'path') {
      this.#add(name, { state: 'known', value: written.text, span: written.span }, argument, entry);
      return;
    }
    const outcome = evaluate(argument);
    const value = toValue(outcome, this.source, wholeSpan(this.source, argument));
    if (!SWITCH.test(name)) {
      this.#add(name, withoutOrigin(value, this.source, argument), argument, entry);
      return;
    }
    // Without a name, the argument is a yes or a no; of a named one, HTML's rules for attributes hold.
    const settled = value.state === 'known' && !entry ? { ...value, value: isYes(value.value) } : value;
    this.#add(name, settled, argument, entry, this.#off(outcome, settled, argument, entry));
  }

  #off(
    { off }: Outcome,
    value: AttributeValue,
    argument: Expression,
    entry: Entry | undefined,
  ): readonly Edit[] | undefined {
    if (value.state !== 'known') return undefined;
    // An empty string is no "no" in every language.
    if (value.origin)
      return (
        off && [/^(?:false)?$/.test(off.text) ? sayFalse(this.source, quoted(this.source, off.span)) : off]
      );
    if (entry) return [removeEntry(this.source, entry.span)];
    return value.value === true ? [sayFalse(this.source, wholeSpan(this.source, argument))] : undefined;
  }

  #name(role: 'name' | 'field', argument: Expression, entry: Entry | undefined): void {
    this.field ??= argument;
    const written = writtenIn(argument) ?? this.#fieldIn(argument);
    if (!written) {
      if (this.tag !== 'label') this.#add('name', this.#value(argument).value, argument, entry);
      return;
    }
    const { object } = this;
    const owned = role === 'field' && object !== undefined;
    const name = owned ? `${object}[${written.text}]` : written.text;
    const id = { state: 'known', value: idFor(name), span: written.span } as const;
    if (this.tag === 'label') {
      this.#add('for', id, argument, entry);
      return;
    }
    this.#add('name', { state: 'known', value: name, span: written.span }, argument, entry);
    if (!this.has('id')) this.derive('id', id, wholeSpan(this.source, argument));
  }

  /** `m => m.Newsletter`, `form.newsletter`: what follows the first name. */
  #fieldIn(argument: Expression): Written | undefined {
    const { fields } = this.table;
    if (argument.kind !== 'path' || fields === 'whole') return undefined;
    const { path, span } = argument;
    const first = /^[$@]?\w+(?:\??\.|->)/.exec(path)?.[0];
    if (first === undefined) return undefined;
    const text = plainName(path.slice(first.length)).replace(/\[["']?(\w+)["']?\]/g, '.$1');
    return { text, span: { start: span.start + first.length, end: span.end } };
  }

  #type(argument: Expression, entry: Entry | undefined): void {
    const named = writtenIn(argument)?.text;
    const path = argument.kind === 'path' ? plainName(argument.path).replace(/\.class$/, '') : '';
    const type = this.table.typeOf(named ?? /(?<!\w)\w+$/.exec(path)?.[0] ?? '') ?? named;
    if (type === undefined) this.#add('type', this.#value(argument).value, argument, entry);
    else if (type === 'select' || type === 'textarea') this.tag = type;
    else if (type === 'radios') this.several = 'radio';
    else if (type === 'checkboxes') this.several = 'checkbox';
    else this.#add('type', { state: 'known', value: type, span: argument.span }, argument, entry);
  }

  /** `checked:checked`. */
  #pair(argument: Expression, filter: Span | undefined): void {
    const match = /^([\w-]+)\s*[:=]\s*(.*)$/.exec(writtenIn(argument)?.text ?? '');
    if (!match) return;
    const [, name = '', text = ''] = match;
    const off = filter && [remove(filter)];
    this.#add(name, { state: 'known', value: text, span: argument.span }, argument, undefined, off);
  }

  /** `['required']`: a name alone. */
  #flag(item: Expression): void {
    const written = writtenIn(item);
    if (!written || !/^[a-z-]+$/.test(written.text)) return;
    const whole = wholeSpan(this.source, item);
    this.#set(written.text, {
      written: this.source.slice(whole.start, whole.end),
      nameSpan: whole,
      span: whole,
      value: { state: 'known', value: '', span: written.span },
      off: [removeEntry(this.source, whole)],
    });
  }

  #value(argument: Expression): { readonly value: AttributeValue } {
    const value = toValue(evaluate(argument), this.source, wholeSpan(this.source, argument));
    return { value: withoutOrigin(value, this.source, argument) };
  }

  #code(argument: Expression): { readonly span: Span; readonly code: string } {
    const whole = wholeSpan(this.source, argument);
    return { span: whole, code: this.source.slice(whole.start, whole.end) };
  }

  /** An attribute goes by the name of its entry, or where there is none by the argument itself. */
  #add(
    name: string,
    value: AttributeValue,
    argument: Expression,
    entry: Entry | undefined,
    off?: readonly Edit[],
  ): void {
    const place = entry?.span ?? wholeSpan(this.source, argument);
    const nameSpan = entry?.keySpan ?? place;
    const written = this.source.slice(nameSpan.start, nameSpan.end);
    this.#set(name, { written, nameSpan, span: place, value, ...(off && { off }) });
  }

  #set(name: string, attribute: Omit<Attribute, 'name'>): void {
    this.#attributes.delete(name);
    this.#attributes.set(name, { name, ...attribute });
  }
}
