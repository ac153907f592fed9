import { type Edit, remove, replace } from '../../../core/edit.js';
import { type Literal, readLiteral } from '../../../core/literal.js';
import { type StateFramework, type StateUse, stateUse } from '../../../knowledge/markupState.js';
import { changed } from '../../../model/attributes.js';
import type { ElementStart } from '../../../model/build.js';
import type { Attribute, Element, Hole, Origin, Scalar, Undo } from '../../../model/nodes.js';
import { type Expression, readExpression } from './expression.js';
import { assigned, lookUp, type Scope, scopeOf, shifted } from './scope.js';
import { isSetIn, ScriptState } from './scripts.js';

/** An origin whose `shared` is settled as more controls turn out to read it. */
type OpenOrigin = { -readonly [K in keyof Origin]: Origin[K] };
type Held = Exclude<Literal, { kind: 'code' } | { kind: 'object' }>;
type ListLiteral = Extract<Literal, { kind: 'array' }>;

/** What attributes of a framework's own say of a control by the state that they name (`x-model="news"`). */
export class MarkupState {
  readonly #scripts: ScriptState;
  readonly #scopes = new Map<number, Scope>();
  readonly #origins = new Map<number, OpenOrigin[]>();

  constructor(readonly text: string) {
    this.#scripts = new ScriptState(text);
  }

  /** The element with what its state says of it; itself where it says nothing that is known. */
  read(start: ElementStart, parent: Element | Hole): ElementStart {
    if (start.tag !== 'input' && start.tag !== 'select') return start;
    for (const attribute of start.attributes) {
      const use = stateUse(attribute.written);
      const made = use && this.#made(start, parent, attribute, use);
      if (!made) continue;
      // What is written under HTML's own name the framework overrules; what stood for it is replaced.
      const others = start.attributes.filter((a) => a.name !== made.name || a === attribute);
      const kept = attribute.name === made.name ? others.filter((a) => a !== attribute) : others;
      return { ...start, attributes: [...kept, made] };
    }
    return start;
  }

  #made(
    start: ElementStart,
    parent: Element | Hole,
    attribute: Attribute,
    { how, frameworks }: StateUse,
  ): Attribute | undefined {
    const { span } = attribute.value;
    const expression = readExpression(this.text.slice(span.start, span.end));
    if (!expression) return undefined;
    if (how === 'tick' && start.name.toLowerCase() !== start.tag) return undefined;
    if (expression.literal !== undefined) return how === 'tick' ? said(attribute, expression) : undefined;
    for (const framework of frameworks) {
      const held = this.#held(start, parent, framework, expression);
      if (!held) continue;
      if (how === 'tick')
        return this.#tick(attribute, expression, truth(expression, held), held, expression.equals);
      if (start.tag === 'select') return this.#value(attribute, expression, held);
      const type = textOf(start, 'type');
      if (type !== 'checkbox' && type !== 'radio') return undefined;
      return this.#tick(
        attribute,
        expression,
        isOn(start, type, held, framework),
        held,
        textOf(start, 'value'),
      );
    }
    return undefined;
  }

  /** What the state holds at first. */
  #held(
    { attributes }: ElementStart,
    parent: Element | Hole,
    framework: StateFramework,
    { path = '' }: Expression,
  ): Held | undefined {
    let found: Literal | undefined;
    let known = false;
    const own = { attributes, parent };
    for (let up: Pick<Element, 'attributes' | 'parent'> | Hole | undefined = own; up; up = up.parent) {
      if (!('attributes' in up)) continue;
      const scope = this.#scopeOn(up.attributes, framework);
      if (!scope) continue;
      known = true;
      found = lookUp(scope, path);
      if (isSetIn(scope.beginning, path)) return undefined;
      if (found || scope.openEnded) break;
    }
    const page = known ? undefined : framework.inPhp ? this.#scripts.php() : this.#scripts.app(framework);
    if (page && !isSetIn(page.beginning, path)) found = lookUp(page, path);
    return found?.kind === 'scalar' || found?.kind === 'array' ? found : undefined;
  }

  #scopeOn(attributes: readonly Attribute[], framework: StateFramework): Scope | undefined {
    for (const attribute of attributes) {
      const how = framework.scopes.get(attribute.name);
      if (!how) continue;
      const key = attribute.span.start;
      let scope = this.#scopes.get(key);
      if (!scope) {
        const begins = attributes.filter(({ name }) => framework.begins.includes(name));
        const scoped = this.#scope(attribute, how, framework);
        const beginning = [scoped.beginning, ...begins.map((a) => this.#code(a))].join('\n').trim();
        scope = { ...scoped, beginning };
        this.#scopes.set(key, scope);
      }
      return scope;
    }
    return undefined;
  }

  #scope(attribute: Attribute, how: 'object' | 'statements', { makers }: StateFramework): Scope {
    const { span } = attribute.value;
    if (how === 'statements') return assigned(this.text, span);
    const code = this.#code(attribute);
    const literal = readLiteral(code, 0);
    if (literal.kind === 'object') return scopeOf(this.text, shifted(literal, span.start));
    return this.#scripts.named(/^\s*([\w$]+)/.exec(code)?.[1] ?? '', makers);
  }

  #code({ value: { span } }: Attribute): string {
    return this.text.slice(span.start, span.end);
  }

  #tick(
    attribute: Attribute,
    expression: Expression,
    on: boolean | undefined,
    held: Held,
    own?: string,
  ): Attribute | undefined {
    if (on === undefined) return undefined;
    const literal = held.kind === 'array' ? itemIn(held, own) : held;
    const off = on ? offOf(held, literal, expression) : undefined;
    return this.#attribute('checked', on, attribute, expression, literal, off);
  }

  #value(attribute: Attribute, expression: Expression, held: Held): Attribute | undefined {
    if (held.kind !== 'scalar' || held.value === null) return undefined;
    return this.#attribute('value', String(held.value), attribute, expression, held, undefined);
  }

  #attribute(
    name: 'checked' | 'value',
    value: Scalar,
    { nameSpan, span, value: read }: Attribute,
    expression: Expression,
    literal: Literal,
    off: Attribute['off'],
  ): Attribute {
    const known = {
      state: 'known' as const,
      value,
      span: read.span,
      origin: this.#origin(expression, literal),
    };
    return { name, written: '', nameSpan, span, value: known, off };
  }

  #origin({ path = '' }: Expression, literal: Literal): Origin {
    const { span } = literal;
    const isText = literal.kind === 'scalar' && typeof literal.value === 'string';
    const inner = isText ? { start: span.start + 1, end: span.end - 1 } : span;
    const undo = undoOf(literal);
    const origin: OpenOrigin = {
      kind: 'state',
      span: inner,
      name: path,
      shared: false,
      ...(undo && { undo }),
    };
    const others = this.#origins.get(span.start) ?? [];
    others.push(origin);
    this.#origins.set(span.start, others);
    if (others.length > 1) for (const other of others) other.shared = true;
    return origin;
  }
}

/** `:checked="true"` */
function said(attribute: Attribute, { literal, not }: Expression): Attribute {
  const { span } = attribute.value;
  return changed(attribute, { name: 'checked', value: { state: 'known', value: literal !== not, span } });
}

function undoOf(literal: Literal): Undo | undefined {
  if (literal.kind !== 'scalar') return undefined;
  const { span, value } = literal;
  if (typeof value === 'boolean') return { by: 'turning', edits: [replace(span, value ? 'false' : 'true')] };
  if (typeof value !== 'string' || value === '') return undefined;
  return { by: 'emptying', edits: [replace({ start: span.start + 1, end: span.end - 1 }, '')] };
}

/** Of a list, the entry that makes the difference. */
function itemIn(list: ListLiteral, text: string | undefined): Literal {
  return list.items.find((item) => item.kind === 'scalar' && String(item.value) === text) ?? list;
}

/** The edits that let it start off without changing what the state means. */
function offOf(held: Held, literal: Literal, { not }: Expression): readonly Edit[] | undefined {
  if (not || literal.kind !== 'scalar') return undefined;
  if (held.kind === 'scalar') return literal.value === true ? [replace(literal.span, 'false')] : undefined;
  const at = held.items.indexOf(literal);
  const next = held.items[at + 1];
  const before = held.items[at - 1];
  if (next) return [remove({ start: literal.span.start, end: next.span.start })];
  return [remove({ start: before ? before.span.end : literal.span.start, end: literal.span.end })];
}

function truth({ not, equals, contains }: Expression, held: Held): boolean | undefined {
  let on: boolean;
  if (held.kind === 'array') {
    if (!contains) return undefined;
    on = held.items.some((item) => item.kind === 'scalar' && item.value === equals);
  } else on = equals === undefined ? Boolean(held.value) : held.value === equals;
  return not ? !on : on;
}

/** Whether a box or radio is on by what its model holds. */
function isOn(
  start: ElementStart,
  type: 'checkbox' | 'radio',
  held: Held,
  { on, onIsCode }: StateFramework,
): boolean | undefined {
  const own = textOf(start, 'value');
  if (held.kind === 'array') {
    if (held.items.some((item) => item.kind !== 'scalar')) return undefined;
    return own === undefined
      ? undefined
      : held.items.some((i) => i.kind === 'scalar' && String(i.value) === own);
  }
  if (type === 'radio') return own === undefined ? undefined : String(held.value) === own;
  const stated = on === undefined ? undefined : textOf(start, on);
  if (stated === undefined) return typeof held.value === 'boolean' ? held.value : undefined;
  return String(held.value) === (onIsCode ? stated.replace(/^["']|["']$/g, '') : stated);
}

function textOf({ attributes }: ElementStart, name: string): string | undefined {
  const found = attributes.find((a) => a.name === name);
  return found?.value.state === 'known' && found.value.value !== null ? String(found.value.value) : undefined;
}
