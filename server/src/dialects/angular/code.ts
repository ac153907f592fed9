import type ts from 'typescript';
import type { Span } from '../../core/span.js';
import { textFunctions } from '../../knowledge/components.js';
import type { Value } from '../../model/nodes.js';
import { entryThatIsOn } from '../braces/entries.js';
import { Expressions } from '../braces/expressions.js';
import { MarkupScopes, type Range } from '../braces/markupScopes.js';
import { trimmed } from '../braces/trimmed.js';
import { EmbeddedScript } from '../script/embeddedScript.js';
import { signal } from '../script/hooks.js';
import type { Source } from '../script/source.js';
import { scalar, type Thing, unknown, via } from '../script/things.js';
import type { TypeScript } from '../script/typescript.js';
import type { Appended } from '../script/values.js';
import { memberPath } from './beginnings.js';
import type { Block } from './blocks.js';
import { readForms } from './forms.js';
import { ClassMembers } from './members.js';
import { pipedIn } from './pipes.js';

/** Where the code of a component is, and which of its classes the template belongs to. */
export interface ComponentSource {
  readonly code: string;
  readonly appended: Omit<Appended, 'from'>;
  choose(source: Source): ts.ClassLikeDeclaration | undefined;
}

export interface Reading {
  readonly value: Value;
  readonly thing: Thing;
  /** The expression, where it is whole. */
  readonly use: ts.Expression | undefined;
}

/** The code of a component, which stands behind its template as if both were one text. */
export class ComponentCode {
  readonly script: EmbeddedScript;
  readonly expressions: Expressions;
  readonly members: ClassMembers;
  readonly scopes: MarkupScopes;
  readonly #end: number;
  /** Nothing is known of the component: what its members hold need not be asked. */
  readonly #alone: boolean;

  constructor(ts: TypeScript, template: string, component: ComponentSource | undefined) {
    const from = template.length + 1;
    const text = component ? `${template}\n${component.code}` : template;
    const scripts = component ? [{ start: from, end: text.length }] : [];
    const appended = component && { ...component.appended, from };
    this.#end = template.length;
    this.#alone = component === undefined;
    this.script = new EmbeddedScript(ts, text, scripts, 'component.ts', appended);
    this.expressions = new Expressions(this.script);
    this.scopes = new MarkupScopes(this.script);
    const { evaluator, source } = this.script;
    this.members = new ClassMembers(evaluator, component?.choose(source));
    evaluator.beyond = (name, at) => (at <= this.#end ? this.#handed(name) : undefined);
    evaluator.own = (name) => this.members.find(name);
    readForms(evaluator);
    this.#frameworkCalls();
  }

  /** What code of the template stands for; dynamic where it is half-typed. */
  read(code: Span): Reading {
    const { values, source, text } = this.script;
    const { input, pipes } = pipedIn(text, code);
    const use = this.script.expression(input);
    if (!use) return { value: this.expressions.unread(code), thing: unknown(source.file), use };
    const thing = this.#piped(this.start(use), pipes, use);
    const value = values.fromThing(thing, use);
    return {
      value: pipes.length > 0 && value.state === 'dynamic' ? this.expressions.unread(code) : value,
      thing,
      use,
    };
  }

  /** What an expression stands for when the page is shown first. */
  start(use: ts.Expression): Thing {
    const found = this.script.evaluator.resolve(use);
    const begins = (found.is === 'virtual' && found.held) || found;
    const path = memberPath(this.script.evaluator, use)?.join('.');
    const { effects } = this.members;
    const thing = path === undefined || !effects ? begins : effects.within(path, begins);
    return (thing.is === 'virtual' && thing.held) || thing;
  }

  /** What an expression itself is: a form, a control. */
  resolve(code: Span): { readonly thing: Thing; readonly path: readonly string[] | undefined } {
    const { evaluator, source, text } = this.script;
    if (this.#alone) {
      const written = text.slice(code.start, code.end);
      const path = /^[\w$.]+$/.test(written) ? written.split('.') : undefined;
      return { thing: unknown(source.file), path };
    }
    const use = this.script.expression(code);
    if (!use) return { thing: unknown(source.file), path: undefined };
    return { thing: evaluator.resolve(use), path: memberPath(evaluator, use) };
  }

  /** What the names mean that blocks declare. */
  declare(blocks: readonly Block[]): void {
    for (const { name, parameters, content } of blocks) {
      const range = { pos: content.start, end: content.end };
      const written = this.script.text.slice(parameters.start, parameters.end);
      if (name === 'for') this.#loop(written, parameters.start, range);
      else if (name === 'let') this.#let(written, parameters, range);
      else this.scopes.declare(aliasesIn(written), range);
    }
  }

  /** `item of items; track item.id`: of a list that is written out, the entry that is on stands for all. */
  #loop(written: string, at: number, range: Range): void {
    const found = /^\s*(?:\(\s*)?([\w$]+)\s+of\s+([^;]*)/.exec(written);
    const names = ['$index', '$first', '$last', '$even', '$odd', '$count'];
    for (const [, name = ''] of written.matchAll(/(?<![\w$])([\w$]+)\s*=\s*\$\w+/g)) names.push(name);
    this.scopes.declare(names, range);
    if (!found) return;
    const [whole, name = '', list = ''] = found;
    this.each(name, { start: at + whole.length - list.length, end: at + whole.length }, range);
  }

  /** The name of a loop's item. */
  each(name: string, list: Span, range: Range): void {
    const { ts, evaluator } = this.script;
    if (this.#alone && !this.script.text.slice(list.start, list.end).includes('[')) {
      this.scopes.declare([name], range);
      return;
    }
    const entry = entryThatIsOn(evaluator, this.read(trimmed(this.script.text, list)).thing);
    if (entry) this.scopes.bind(ts.factory.createIdentifier(name), entry, range);
    else this.scopes.declare([name], range);
  }

  #let(written: string, { start, end }: Span, range: Range): void {
    const { ts } = this.script;
    const equals = written.indexOf('=');
    const name = written.slice(0, equals).trim();
    const code = trimmed(this.script.text, { start: start + equals + 1, end });
    const { input, pipes } = pipedIn(this.script.text, code);
    const initial = pipes.length === 0 ? this.script.expression(input) : undefined;
    if (initial) this.scopes.bind(ts.factory.createIdentifier(name), initial, range);
    else this.scopes.declare([name], range);
  }

  /** Names in a template are members of the class; the file's own names do not reach it. */
  #handed(name: string): Thing | undefined {
    const found = this.members.find(name) ?? unknown(this.script.source.file);
    return via(found, { kind: 'constant', name, exported: false });
  }

  #piped(thing: Thing, pipes: readonly string[], use: ts.Expression): Thing {
    if (pipes.length === 0) return thing;
    const isText = pipes.every((pipe) => textFunctions.has(pipe));
    // A key tells only its name.
    const says = thing.is === 'scalar' && typeof thing.value === 'string' && /\s/.test(thing.value);
    return isText && says ? thing : unknown(use);
  }

  /** What calls of Angular's own functions give. */
  #frameworkCalls(): void {
    const { evaluator } = this.script;
    const { calls } = evaluator;
    const given = (call: ts.CallExpression): Thing =>
      call.arguments[0] ? evaluator.resolve(call.arguments[0]) : scalar(undefined, call);
    for (const name of ['input', 'model'])
      calls.set(name, (call) => signal(via(given(call), { kind: 'parameter', name, exported: false })));
    calls.set('linkedSignal', (call) => signal(evaluator.result(given(call))));
    calls.set('$any', given);
  }
}

/** `item; let i = index`, `user$ | async; as user`, `"user as member"` */
export function aliasesIn(written: string): string[] {
  const names = [...written.matchAll(/\b(?:as|let)\s+([A-Za-z_$][\w$]*)/g)];
  return names.map(([, name = '']) => name);
}
