import type { Span } from '../../../core/span.js';
import type { ElementMeaning, HelperTable, Role } from '../../../knowledge/helpers.js';
import { changed } from '../../../model/attributes.js';
import type { ElementStart } from '../../../model/build.js';
import type { Attribute } from '../../../model/nodes.js';
import { evaluate, toValue } from '../expression/evaluate.js';
import { parseExpression } from '../expression/parse.js';
import type { CodeHelpers } from '../language.js';
import type { Print } from '../reading.js';
import { idFor } from './names.js';

type AttributeValue = Attribute['value'];

/** What an element stands for. */
export interface OwnElement {
  readonly start: ElementStart;
  /** Words that an attribute puts into it. */
  readonly text?: Print;
  /** Another file decides what kind of control it is. */
  readonly elsewhere: boolean;
}

/** Names that HTML gives to no element. */
const OWN = /[-:A-Z]/;
const BOXES = /^(?:checkbox|radio)$/;
const YES = /^(?:true|checked|on|1)$/i;
const NO = /^(?:false|off|0|)$/i;

/** Reads elements of a framework's own (`<form:checkbox>`), and its attributes on those of HTML (`asp-for`). */
export function readElement(
  start: ElementStart,
  source: string,
  { table, props }: Pick<CodeHelpers, 'table' | 'props'>,
): OwnElement | undefined {
  const meaning = OWN.test(start.name) ? table.element(start.name) : undefined;
  if (!meaning && !start.attributes.some((a) => table.attribute(a.name, start.tag))) return undefined;
  const given = meaning && props ? start.attributes.map((a) => prop(a, source, props)) : start.attributes;
  const reader = new ElementReader(source, table, meaning, { ...start, attributes: given });
  return reader.read();
}

/** `:checked="true"`: what follows the sign is the attribute's name, and where there is a grammar its value is code. */
function prop(
  attribute: Attribute,
  source: string,
  { sign, grammar }: NonNullable<CodeHelpers['props']>,
): Attribute {
  const { name, value } = attribute;
  if (!name.startsWith(sign) || name.startsWith(sign + sign)) return attribute;
  const plain = changed(attribute, { name: name.slice(sign.length) });
  if (!grammar) return plain;
  const outcome = evaluate(parseExpression(source, value.span, grammar));
  const read = toValue(outcome, source, value.span);
  // Without its fallback, code may give anything.
  if (read.state !== 'known' || !read.origin) return { ...plain, value: read };
  return { ...plain, value: read, off: outcome.off && [outcome.off] };
}

class ElementReader {
  readonly #attributes: Attribute[] = [];
  #text: Print | undefined;
  #elsewhere = false;
  #state: Attribute | undefined;

  constructor(
    readonly source: string,
    readonly table: HelperTable,
    readonly meaning: ElementMeaning | undefined,
    readonly start: ElementStart,
  ) {}

  get tag(): string {
    return this.meaning?.tag ?? this.start.tag;
  }

  read(): OwnElement {
    const { start, meaning, table } = this;
    for (const attribute of start.attributes) {
      const role = meaning?.props[attribute.name];
      const roles = typeof role === 'string' ? [role] : table.attribute(attribute.name, this.tag);
      if (!roles) this.#attributes.push(attribute);
      else for (const says of roles) this.#say(says, attribute);
    }
    for (const [name, value] of Object.entries(meaning?.attributes ?? {}))
      this.#derive(name, { state: 'known', value, span: start.open });
    this.#bind();
    const text = this.#text;
    return {
      start: { ...start, tag: this.tag, attributes: this.#attributes },
      elsewhere: this.#elsewhere,
      ...(text && { text }),
    };
  }

  #has(name: string): boolean {
    return this.#attributes.some((a) => a.name === name);
  }

  /** What is written under HTML's own name holds. */
  #isFree(name: string): boolean {
    return !this.#has(name) && !this.start.attributes.some((a) => a.name === name && a.written === name);
  }

  #say(role: Role, attribute: Attribute): void {
    const { value } = attribute;
    switch (role) {
      case '-':
        return;
      case 'text':
        this.#text = { kind: 'print', value };
        return;
      case 'state':
        this.#state = attribute;
        return;
      case 'kind':
        if (!this.#isFree('type')) return;
        // Only a box has a tick; radio buttons have to say what they are.
        if (!this.#isFree('checked')) {
          this.#derive('type', { state: 'known', value: 'checkbox', span: this.start.open });
          return;
        }
        this.#elsewhere = true;
        this.#add('type', unknown(value.span, this.source), attribute);
        return;
      case 'field':
        this.#add('name', value, attribute);
        if (this.#isFree('id')) this.#add('id', identifier(value), attribute);
        return;
      case 'for':
        this.#add('for', identifier(value), attribute);
        return;
      case 'type':
        this.#add('type', this.#type(value), attribute);
        return;
      case 'checked':
        this.#add('checked', isOwnName(attribute, role) ? value : yesOrNo(value, this.source), attribute);
        return;
      default:
        this.#add(role, value, attribute);
    }
  }

  #type(value: AttributeValue): AttributeValue {
    const type = value.state === 'known' ? this.table.typeOf(String(value.value)) : undefined;
    return type === undefined || value.state !== 'known' ? value : { ...value, value: type };
  }

  /** The state of a box is what something else holds, where nothing else is said. */
  #bind(): void {
    const type = this.#attributes.find((a) => a.name === 'type')?.value;
    const isBox = type?.state === 'known' && BOXES.test(String(type.value).toLowerCase());
    if (!isBox || !this.#isFree('checked')) return;
    const state = this.#state;
    if (state) this.#add('checked', unknown(state.value.span, this.source), state, false);
    else if (this.meaning?.bound) {
      const name = this.#attributes.find((a) => a.name === 'name');
      const span = name?.value.span ?? this.start.open;
      this.#derive(
        'checked',
        name ? unknown(span, this.source) : { state: 'dynamic', span, code: this.start.name },
      );
    }
  }

  #add(name: string, value: AttributeValue, attribute: Attribute, removable = true): void {
    if (!isOwnName(attribute, name) && !this.#isFree(name)) return;
    const off = removable ? attribute.off : undefined;
    this.#attributes.push(changed(attribute, { name, value, off }));
  }

  #derive(name: string, value: AttributeValue): void {
    if (this.#has(name)) return;
    const { open } = this.start;
    this.#attributes.push({ name, written: '', nameSpan: open, span: open, value });
  }
}

function isOwnName({ name }: Attribute, role: string): boolean {
  return name === role;
}

function unknown(span: Span, source: string): AttributeValue {
  return { state: 'dynamic', span, code: source.slice(span.start, span.end) };
}

/** `Input.Newsletter` is the field `Input_Newsletter`. */
function identifier(value: AttributeValue): AttributeValue {
  return value.state === 'known' ? { ...value, value: idFor(String(value.value)) } : value;
}

/** The text of an attribute that says yes or no; another text is a language's own code. */
function yesOrNo(value: AttributeValue, source: string): AttributeValue {
  if (value.state !== 'known' || typeof value.value !== 'string') return value;
  const text = value.value.trim();
  if (YES.test(text)) return { ...value, value: true };
  return NO.test(text) ? { ...value, value: false } : unknown(value.span, source);
}
