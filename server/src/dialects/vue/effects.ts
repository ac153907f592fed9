import type ts from 'typescript';
import { memberOf } from '../script/members.js';
import { type Thing, unknown, via } from '../script/things.js';
import type { ComponentCode } from './code.js';

/** When an assignment happens: each time before anything is shown, only in some cases, or once something has been loaded. */
type When = 'always' | 'sometimes' | 'later';

interface Assignment {
  /** `form.newsletter`, without `this` and `.value`. */
  readonly path: string;
  readonly when: When;
  /** Undefined where several members are assigned at once. */
  readonly value: ts.Expression | undefined;
}

/** Hooks of the options and of the composition API that run before the page is used. */
const OPTIONS = ['beforeCreate', 'created', 'beforeMount', 'mounted', 'fetch'];
const HOOKS = new Set([
  'onBeforeMount',
  'onMounted',
  'onServerPrefetch',
  'onActivated',
  'watchEffect',
  'nextTick',
  '$nextTick',
]);
const LATER = new Set(['then', 'finally', 'setTimeout', 'setInterval', 'requestAnimationFrame', '$on']);
const EACH = new Set(['forEach', 'map']);
const MAX_CALLS = 4;

/** What a component assigns to its state before anyone acts: what its data begins with is then but a placeholder. */
export class Effects {
  readonly #found: Assignment[] = [];
  readonly #walked = new Set<ts.Node>();

  constructor(
    readonly code: ComponentCode,
    setup: boolean,
  ) {
    const { options } = code.members;
    const { source } = code.script;
    if (setup) for (const statement of source.file.statements) this.#walk(statement, 'always', 0);
    if (!options) return;
    for (const key of ['setup', ...OPTIONS]) this.#enter(this.#option(options, key), 'always', 0);
  }

  /** What an expression stands for when the page is shown first. @param begins what its declaration says. */
  after(expression: ts.Expression, begins: Thing): Thing {
    const { source, values } = this.code.script;
    const path = this.#pathOf(expression);
    if (path === undefined) return begins;
    let thing = begins;
    for (const assignment of this.#found) {
      if (path !== assignment.path && !path.startsWith(`${assignment.path}.`)) continue;
      const { when, value } = assignment;
      if (when === 'sometimes')
        thing = via(thing, { kind: 'fallback', name: source.slice(expression), exported: false });
      else if (when === 'always' && value && path === assignment.path)
        thing = via(values.evaluator.resolve(value), { kind: 'state', name: path, exported: false });
      else thing = unknown(source.file);
    }
    return thing;
  }

  #option(options: ts.ObjectLiteralExpression, key: string): Thing {
    return memberOf(this.code.script.evaluator, { is: 'node', node: options }, key);
  }

  /** Walks through a function that is called. */
  #enter(thing: Thing, when: When, depth: number): void {
    const { source } = this.code.script;
    if (thing.is !== 'node' || !source.isFunction(thing.node) || depth > MAX_CALLS) return;
    if (!thing.node.body || this.#walked.has(thing.node)) return;
    this.#walked.add(thing.node);
    const waits = /\bawait\b/.test(source.slice(thing.node.body));
    this.#walk(thing.node.body, waits ? 'later' : when, depth);
  }

  #walk(node: ts.Node, when: When, depth: number): void {
    const { ts } = this.code.script;
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return;
    if (ts.isCallExpression(node)) this.#call(node, when, depth);
    if (ts.isBinaryExpression(node)) this.#assignment(node, when);
    const inside = when === 'always' && this.#isCondition(node) ? 'sometimes' : when;
    ts.forEachChild(node, (child) => this.#walk(child, inside, depth));
  }

  #isCondition(node: ts.Node): boolean {
    const { SyntaxKind: K } = this.code.script.ts;
    switch (node.kind) {
      case K.IfStatement:
      case K.ConditionalExpression:
      case K.SwitchStatement:
      case K.TryStatement:
      case K.ForStatement:
      case K.ForOfStatement:
      case K.ForInStatement:
      case K.WhileStatement:
        return true;
      default:
        return false;
    }
  }

  #assignment({ left, right, operatorToken }: ts.BinaryExpression, when: When): void {
    const { SyntaxKind: K } = this.code.script.ts;
    if (operatorToken.kind !== K.EqualsToken) return;
    const path = this.#pathOf(left);
    if (path !== undefined) this.#found.push({ path, when, value: right });
  }

  #call(node: ts.CallExpression, when: When, depth: number): void {
    const { ts, source, evaluator } = this.code.script;
    const callee = source.bare(node.expression);
    const name = source.lastName(callee) ?? '';
    const callbackWhen = HOOKS.has(name)
      ? when
      : LATER.has(name)
        ? 'later'
        : EACH.has(name)
          ? 'sometimes'
          : undefined;
    if (callbackWhen) {
      for (const argument of node.arguments)
        this.#enter(evaluator.resolve(argument), callbackWhen, depth + 1);
      return;
    }
    const [object, key, value] = node.arguments;
    const path = object && this.#pathOf(object);
    if (source.slice(callee) === 'Object.assign' && path !== undefined)
      this.#found.push({ path, when, value: undefined });
    else if (/^\$?set$/.test(name) && path !== undefined && key && ts.isStringLiteralLike(key) && value)
      this.#found.push({ path: `${path}.${key.text}`, when, value });
    else if (ts.isPropertyAccessExpression(callee) && callee.expression.kind === ts.SyntaxKind.ThisKeyword) {
      const { options } = this.code.members;
      if (options) this.#enter(memberOf(evaluator, this.#option(options, 'methods'), name), when, depth + 1);
    } else if (ts.isIdentifier(callee)) this.#enter(evaluator.resolve(callee), when, depth + 1);
  }

  /** `form.newsletter` of `this.form.newsletter` and `form.value.newsletter`; undefined for what is no path. */
  #pathOf(expression: ts.Expression): string | undefined {
    const { source } = this.code.script;
    const code = source.slice(source.bare(expression));
    if (!/^[\w$]+(?:\??\.[\w$]+)*$/.test(code)) return undefined;
    return code
      .replaceAll('?', '')
      .split('.')
      .filter((part) => part !== 'this' && part !== 'value' && part !== '$data')
      .join('.');
  }
}
