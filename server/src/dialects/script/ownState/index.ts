import type ts from 'typescript';
import { type Edit, remove, replace } from '../../../core/edit.js';
import type { Span } from '../../../core/span.js';
import { forms } from '../../../knowledge/components.js';
import type { Doc, Element, OwnState } from '../../../model/nodes.js';
import { attribute } from '../../../model/query.js';
import type { Evaluator } from '../evaluate.js';
import { memberOf } from '../members.js';
import { type Beside, declarationBeside } from './declaration.js';
import { nodesAround } from './duplicate.js';
import { type Names, renames, setterFor, statePath } from './rename.js';
import { Declared } from './types.js';

/** An attribute that ties a control to code. */
export interface Tie {
  /** The attribute. */
  readonly span: Span;
  /**
   * It holds and sets the state, is set by it, hears of its change, spreads what a library gives, or names a library's
   * field; `look` may show the state and holds nothing.
   */
  readonly is: 'model' | 'state' | 'handler' | 'spread' | 'field' | 'look';
  /** Undefined where it could not be read; of a field's name the name itself stands in `text`. */
  readonly code?: ts.Expression | undefined;
  readonly text?: Span;
}

/** `Doc.ownState` of a text whose code is known. @param ties of a tag. */
export function ownStates(
  evaluator: Evaluator | (() => Evaluator),
  ties: (element: Element) => readonly Tie[],
): NonNullable<Doc['ownState']> {
  return (control, tags, name) =>
    new OwnStates(typeof evaluator === 'function' ? evaluator() : evaluator, ties).of(control, tags, name);
}

const NOTHING: OwnState = { copy: [], code: [], keeps: [] };

/** Gives copies of controls a state of their own in the code that holds the state of the original. */
class OwnStates {
  readonly #evaluator: Evaluator;

  constructor(
    evaluator: Evaluator,
    readonly ties: (element: Element) => readonly Tie[],
  ) {
    this.#evaluator = evaluator;
  }

  /** As `Doc.ownState`. */
  of(control: Element, tags: readonly Element[], to: string): OwnState | undefined {
    const ties = tags.flatMap((tag) => this.ties(tag));
    const field = ties.find(({ is }) => is === 'field');
    if (field) return this.#named(control, field, ties, to);
    for (const tie of ties) {
      const own = tie.is === 'spread' ? this.#registered(control, tie, ties, to) : undefined;
      if (own) return own;
    }
    const frame = frameOf(control, tags);
    if (frame) return this.#framed(control, frame, ties, to);
    const state = ties.find(({ is }) => is === 'model') ?? ties.find(({ is }) => is === 'state');
    if (state) return this.#state(control, state, ties, to);
    const decided = this.#literal(control);
    const name = attribute(control, 'name')?.value;
    // A form library's field is known by its name alone.
    if (decided && name?.state === 'known') return this.#field(control, String(name.value), to, []);
    if (ties.every(({ is }) => is === 'look')) return NOTHING;
    return isSentByBrowser(control) && attribute(control, 'name') ? NOTHING : undefined;
  }

  /** `formControlName="terms"` */
  #named(control: Element, { text, span }: Tie, ties: readonly Tie[], to: string): OwnState | undefined {
    const { source } = this.#evaluator;
    const name = text && source.text.slice(text.start, text.end);
    if (!text || !name || !this.#literal(control)) return undefined;
    return this.#field(control, name, to, [{ span, copy: [replace(text, to)] }], ties);
  }

  /** `{...register('terms', { required: true })}` */
  #registered(control: Element, { code, span }: Tie, ties: readonly Tie[], to: string): OwnState | undefined {
    const { source } = this.#evaluator;
    const { ts } = source;
    const call = code && source.bare(code);
    if (!call || !ts.isCallExpression(call)) return undefined;
    const thing = this.#evaluator.resolve(call);
    const [first] = call.arguments;
    if (thing.is !== 'virtual' || !thing.spread || !first) return undefined;
    const name = ts.isStringLiteralLike(first) ? first : this.#nameIn(first);
    if (!name) return undefined;
    const { from, path } = parted(name.text, to);
    const copy = [replace(source.inner(name), path)];
    const last = call.arguments.at(-1);
    if (last && last !== first) copy.push(remove({ start: first.end, end: last.end }));
    return this.#field(control, from, to, [{ span, copy }], ties);
  }

  /** `getFieldProps({ name: 'terms', type: 'checkbox' })` */
  #nameIn(argument: ts.Expression): ts.StringLiteralLike | undefined {
    const { source } = this.#evaluator;
    const { ts } = source;
    if (!ts.isObjectLiteralExpression(argument)) return undefined;
    const keys = argument.properties.map((p) => source.keyOf(p.name));
    const entry = argument.properties[keys.indexOf('name')];
    const isPlain = keys.every((key) => key === 'name' || key === 'type');
    if (!isPlain || !entry || !ts.isPropertyAssignment(entry)) return undefined;
    return ts.isStringLiteralLike(entry.initializer) ? entry.initializer : undefined;
  }

  /** `<Controller name="terms" render={({ field }) => …}>`, copied as a whole: its name is all that tells it. */
  #framed(control: Element, frame: Element, ties: readonly Tie[], to: string): OwnState | undefined {
    const value = attribute(frame, 'name')?.value;
    if (value?.state !== 'known') return undefined;
    const { from } = parted(String(value.value), to);
    const rules = frame.attributes.find(({ written }) => written === 'rules');
    const own = this.#field(
      control,
      from,
      to,
      ties.map(({ span }) => ({ span, copy: [] })),
    );
    return own && rules
      ? { ...own, copy: [...own.copy, removed(this.#evaluator.source.text, rules.span)] }
      : own;
  }

  /** A field that a form knows by its name. */
  #field(
    control: Element,
    from: string,
    to: string,
    kept: readonly { readonly span: Span; readonly copy: readonly Edit[] }[],
    ties: readonly Tie[] = [],
  ): OwnState | undefined {
    const { source, scope } = this.#evaluator;
    const declared = new Declared(source, scope, { from, to });
    const literal = this.#literal(control);
    const beside = literal && declarationBeside(source, scope, declared, literal);
    if (literal && !beside) return undefined;
    if (!this.#form(declared, literal !== undefined)) return undefined;
    const copy = kept.flatMap((k) => k.copy);
    const keeps = kept.map((k) => k.span);
    for (const { span, code, is } of ties) {
      if (keeps.some((k) => k.start === span.start) || !code || is === 'handler') continue;
      const edits = renames(source, code, { from, to, isMember: true });
      if (edits.length === 0) continue;
      copy.push(...edits);
      keeps.push(span);
    }
    return { copy, keeps, code: [...(beside?.edits ?? []), ...declared.edits] };
  }

  /** What the form's maker says of its fields: their type, their schema. False where that cannot be said of one more. */
  #form(declared: Declared, isStated: boolean): boolean {
    const { source, scope } = this.#evaluator;
    const { ts } = source;
    const makers = scope.calls.filter((call) => forms.makers.has(this.#evaluator.calledName(call) ?? ''));
    const [maker] = makers;
    if (!maker) return isStated;
    if (makers.length > 1) return false;
    if (!(maker.typeArguments ?? []).every((type) => declared.type(type))) return false;
    const [given] = maker.arguments;
    if (!given) return true;
    const options = this.#evaluator.called(given);
    if (options.is !== 'node' || !ts.isObjectLiteralExpression(options.node)) return isStated;
    for (const key of options.node.properties.map((p) => source.keyOf(p.name))) {
      if (key === undefined) return false;
      const entry = options.node.properties.find((p) => source.keyOf(p.name) === key);
      if (SCHEMAS.test(key)) {
        const schema = entry && ts.isPropertyAssignment(entry) ? entry.initializer : undefined;
        if (!schema || !declared.schema(schema)) return false;
      } else if (!isStated && forms.initial.includes(key)) {
        const initial = this.#evaluator.result(memberOf(this.#evaluator, options, key));
        if (initial.is !== 'node' || !ts.isObjectLiteralExpression(initial.node)) return false;
      }
    }
    return true;
  }

  /** `bind:checked={agree}`, `v-model="form.terms"`, `checked={agree} onChange={(e) => setAgree(e.target.checked)}` */
  #state(control: Element, state: Tie, ties: readonly Tie[], to: string): OwnState | undefined {
    const { source, scope } = this.#evaluator;
    const path = state.code && statePath(source, state.code);
    const literal = this.#literal(control);
    if (!path || !literal) return undefined;
    const declared = new Declared(source, scope, { from: path.key, to });
    const beside = declarationBeside(source, scope, declared, literal);
    if (!beside) return undefined;
    const names = { from: path.key, to, isMember: path.isMember, setter: setterNames(beside, path.key, to) };
    const copy: Edit[] = [];
    const keeps: Span[] = [];
    let isSet = state.is === 'model';
    for (const tie of ties) {
      const edits = tie.code ? renames(source, tie.code, names) : [];
      const isByName = tie.is === 'handler' && edits.length === 0 && this.#goesByName(control, tie, names);
      if (tie.is === 'spread' && edits.length === 0) return undefined;
      if (edits.length === 0 && !isByName) {
        if (tie.is === 'handler' || tie.is === 'look') continue;
        return undefined;
      }
      if (tie.is === 'handler') isSet = true;
      copy.push(...edits);
      keeps.push(tie.span);
    }
    return isSet ? { copy, keeps, code: [...beside.edits, ...declared.edits] } : undefined;
  }

  /** A handler for all fields, which asks the control for its name. */
  #goesByName(control: Element, { code }: Tie, { from }: Names): boolean {
    const { source } = this.#evaluator;
    const name = attribute(control, 'name')?.value;
    if (name?.state !== 'known' || parted(String(name.value), '').from !== from) return false;
    const handler = code && source.bare(code);
    if (!handler || source.ts.isCallExpression(handler)) return false;
    if (source.lastName(handler) === 'handleChange' && this.#isOfForm(control)) return true;
    const thing = this.#evaluator.resolve(handler);
    return thing.is === 'node' && BY_NAME.test(source.slice(thing.node).slice(0, MOST));
  }

  #isOfForm(control: Element): boolean {
    const value = attribute(control, 'checked')?.value;
    return value?.state === 'known' && value.origin?.kind === 'form-defaults';
  }

  /** The literal that the control begins with, where this text holds it elsewhere than in the tag. */
  #literal(control: Element): ts.Node | undefined {
    const value = attribute(control, 'checked')?.value;
    if (value?.state !== 'known' || !value.origin || value.origin.file) return undefined;
    const { span } = value.origin;
    return nodesAround(this.#evaluator.source, span.start, span.end).at(-1);
  }
}

const SCHEMAS = /^(?:resolver|validationSchema|schema|validators?)$/;
const BY_NAME = /\[\s*(?:[\w$]+\s*\.\s*)*(?:name|id)\s*\]|[tT]arget\s*\.\s*(?:name|id)\b/;
/** In UTF-16 units. */
const MOST = 2000;

function setterNames({ setter }: Beside, from: string, to: string): Names['setter'] {
  if (setter === undefined) return undefined;
  const next = setterFor(setter, from, to);
  return next === undefined ? undefined : { from: setter, to: next };
}

/** `consents.terms`: the field's own name, and the path of one beside it. */
function parted(name: string, to: string): { readonly from: string; readonly path: string } {
  const at = name.lastIndexOf('.') + 1;
  return { from: name.slice(at), path: name.slice(0, at) + to };
}

/** What a form library names a control by, where that is no tag of the control's own. */
function frameOf(control: Element, tags: readonly Element[]): Element | undefined {
  const name = attribute(control, 'name');
  if (name?.written !== '' || name.value.state !== 'known') return undefined;
  const { value } = name.value;
  return tags.find((tag) => {
    const own = tag === control ? undefined : attribute(tag, 'name');
    return (
      own !== undefined && own.written !== '' && own.value.state === 'known' && own.value.value === value
    );
  });
}

/** A form of the browser's, whose sending no code hears of. */
function isSentByBrowser(control: Element): boolean {
  for (let up = control.parent; up; up = up.parent)
    if (up.kind === 'element' && up.tag === 'form')
      return (
        !up.openEnded &&
        !up.attributes.some(({ name, written }) => /^on|submit|formgroup/i.test(name + written))
      );
  return false;
}

function removed(text: string, { start, end }: Span): Edit {
  let from = start;
  while (from > 0 && /\s/.test(text.charAt(from - 1))) from--;
  return remove({ start: from, end });
}
