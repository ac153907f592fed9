import type ts from 'typescript';
import type { Span } from '../../core/span.js';
import { pascal } from '../../knowledge/components.js';
import type { Value } from '../../model/nodes.js';
import { Expressions } from '../braces/expressions.js';
import { Effects } from '../script/effects.js';
import { EmbeddedScript } from '../script/embeddedScript.js';
import { signal } from '../script/hooks.js';
import { memberOf } from '../script/members.js';
import type { Imported } from '../script/scope.js';
import { scalar, type Thing, unknown, via } from '../script/things.js';
import type { TypeScript } from '../script/typescript.js';
import { beginningsOf } from './beginnings.js';
import { defaultIn, Members, propDefault } from './members.js';
import type { Block } from './sfc.js';

/** The code of a component: its scripts, and what they hand to the template. */
export class ComponentCode {
  readonly script: EmbeddedScript;
  readonly expressions: Expressions;
  readonly members: Members;
  /** Calls of `defineProps`, with the defaults that `withDefaults` adds. */
  #props: readonly ts.CallExpression[] | undefined;
  #effects: Effects | undefined;
  readonly #setup: boolean;
  #components: ReadonlyMap<string, string> | undefined;

  constructor(
    ts: TypeScript,
    text: string,
    blocks: readonly Block[],
    readonly templates: readonly Span[],
  ) {
    const scripts = blocks.filter(({ name }) => name === 'script');
    const lang = scripts.map(({ attributes }) => attributes.get('lang')).find((l) => l) ?? 'jsx';
    this.script = new EmbeddedScript(
      ts,
      text,
      scripts.map(({ content }) => content),
      `script.${lang === 'ts' || lang === 'tsx' ? lang : 'jsx'}`,
    );
    this.expressions = new Expressions(this.script);
    const { evaluator } = this.script;
    this.members = new Members(evaluator);
    evaluator.own = (name, at) => (this.#inTemplate(at) ? undefined : this.#read(this.members.find(name)));
    evaluator.readsHeld = (at) => this.#inTemplate(at);
    this.#setup = scripts.some(({ attributes }) => attributes.has('setup'));
    evaluator.beyond = (name, at) => (this.#inTemplate(at) ? this.#handed(name, this.#setup) : undefined);
    this.#frameworkCalls();
  }

  /** What a component's name is imported as, by itself or by the name that the component's options give it. */
  importOf(name: string): Imported | undefined {
    const { scope } = this.script.scan;
    return scope.imports.get(name) ?? scope.imports.get(this.#registered().get(pascal(name)) ?? '');
  }

  /** `components: { 'my-box': Checkbox }` */
  #registered(): ReadonlyMap<string, string> {
    if (this.#components) return this.#components;
    const { ts, source, evaluator } = this.script;
    const { options } = this.members;
    const found = new Map<string, string>();
    const listed = options && memberOf(evaluator, { is: 'node', node: options }, 'components');
    if (listed?.is === 'node' && ts.isObjectLiteralExpression(listed.node)) {
      for (const entry of listed.node.properties) {
        const key = ts.isPropertyAssignment(entry) ? source.keyOf(entry.name) : undefined;
        if (key !== undefined && ts.isPropertyAssignment(entry) && ts.isIdentifier(entry.initializer))
          found.set(pascal(key), entry.initializer.text);
      }
    }
    this.#components = found;
    return found;
  }

  /** What code of the template stands for; dynamic where it is half-typed. `use` is the expression. */
  read(code: Span): {
    readonly value: Value;
    readonly thing: Thing;
    readonly use: ts.Expression | undefined;
  } {
    const { values, source } = this.script;
    const use = this.script.expression(code);
    if (!use) return { value: this.expressions.unread(code), thing: unknown(source.file), use };
    const found = values.evaluator.resolve(use);
    const begins = (found.is === 'virtual' && found.spread?.initial) || found;
    const isState = (begins.is === 'scalar' || begins.is === 'node') && begins.way !== undefined;
    const thing = isState ? this.#afterEffects(use, begins) : begins;
    return { value: values.fromThing(thing, use), thing, use };
  }

  #afterEffects(use: ts.Expression, begins: Thing): Thing {
    const { evaluator } = this.script;
    this.#effects ??= new Effects(evaluator, beginningsOf(evaluator, this.members.options, this.#setup));
    return this.#effects.after(use, begins);
  }

  #inTemplate(at: number): boolean {
    return this.templates.some(({ start, end }) => start <= at && at <= end);
  }

  /** What a name in the template stands for: what `<script setup>` declares comes first. */
  #handed(name: string, setup: boolean): Thing | undefined {
    if (name === '$props' || name === '$data')
      return { is: 'virtual', member: (key) => this.#handed(key, false) };
    if (setup && this.script.scan.scope.find(name, this.templates[0]?.start ?? 0)) return undefined;
    const found = this.members.find(name) ?? (setup ? this.#prop(name) : undefined);
    return found && via(found, { kind: 'constant', name, exported: false });
  }

  /** Of a ref, what it holds: `this` unwraps as templates do. */
  #read(thing: Thing | undefined): Thing | undefined {
    return thing?.is === 'virtual' && thing.held ? thing.held : thing;
  }

  /** A prop that `defineProps` declares. */
  #prop(name: string): Thing | undefined {
    const { evaluator, scan } = this.script;
    this.#props ??= scan.scope.calls.filter((call) =>
      ['defineProps', 'withDefaults'].includes(evaluator.calledName(call) ?? ''),
    );
    for (const call of this.#props) {
      const thing = this.#propOf(call, name);
      if (thing) return thing;
    }
    return undefined;
  }

  #propOf(call: ts.CallExpression, name: string): Thing | undefined {
    const { evaluator } = this.script;
    const [first, defaults] = call.arguments;
    if (evaluator.calledName(call) === 'withDefaults') {
      if (!defaults) return undefined;
      const stated = evaluator.result(memberOf(evaluator, evaluator.resolve(defaults), name));
      const missing = stated.is === 'unknown' || (stated.is === 'scalar' && stated.value === undefined);
      return missing ? undefined : via(stated, { kind: 'parameter', name, exported: false });
    }
    return first && propDefault(evaluator, evaluator.resolve(first), name);
  }

  /** What calls of Vue's own functions give that take more than an initial value. */
  #frameworkCalls(): void {
    const { evaluator } = this.script;
    const { ts } = this.script.source;
    const options = (call: ts.CallExpression): Thing | undefined => {
      const last = call.arguments.at(-1);
      return last && ts.isObjectLiteralExpression(last) ? evaluator.resolve(last) : undefined;
    };
    for (const name of ['defineProps', 'withDefaults'])
      evaluator.calls.set(name, (call) => ({ is: 'virtual', member: (key) => this.#propOf(call, key) }));
    evaluator.calls.set('defineModel', (call) => {
      const given = options(call);
      const initial = given && defaultIn(evaluator, given);
      return initial && signal(initial);
    });
    evaluator.calls.set('computed', (call) => {
      const given = options(call);
      const get = given && memberOf(evaluator, given, 'get');
      return get?.is === 'node' ? signal(evaluator.result(get)) : undefined;
    });
    evaluator.calls.set('toRef', ({ arguments: [object, key] }) => {
      const name = key && evaluator.resolve(key);
      if (!object || name?.is !== 'scalar') return undefined;
      return signal(memberOf(evaluator, evaluator.resolve(object), String(name.value)));
    });
    evaluator.calls.set('useVModel', ({ arguments: [object, key] }) => {
      const name = key ? evaluator.resolve(key) : scalar('modelValue', this.script.source.file);
      if (!object || name.is !== 'scalar') return undefined;
      return signal(memberOf(evaluator, evaluator.resolve(object), String(name.value)));
    });
    // A store is made where it is used: `const store = useStore()`.
    evaluator.calls.set('defineStore', (call) => {
      const last = call.arguments.at(-1);
      const made = last && evaluator.resolve(last);
      if (made?.is !== 'node') return undefined;
      const state = this.script.source.isFunction(made.node)
        ? evaluator.result(made)
        : evaluator.result(memberOf(evaluator, made, 'state'));
      return { is: 'virtual', call: () => via(state, { kind: 'state', name: '', exported: false }) };
    });
  }
}
