import type ts from 'typescript';
import type { Evaluator } from './evaluate.js';
import { type Thing, unknown, via } from './things.js';

/** When something happens: each time before anything is shown, only in some cases, or once something has been loaded. */
export type When = 'always' | 'sometimes' | 'later';

/** A value that a call gives to what a path leads to. */
export interface Assigned {
  /** As `pathOf` gives it. */
  readonly path: string;
  /** Undefined where several members are assigned at once. */
  readonly value: ts.Expression | undefined;
}

interface Assignment extends Assigned {
  readonly when: When;
  /** A call sets it: what holds it stays the same. */
  readonly called: boolean;
}

/** What a component of some framework does before anyone acts. */
export interface Beginnings {
  /** Functions and statements that run before the page is used. */
  readonly code: readonly ts.Node[];
  /** A method of the component. */
  method(name: string): Thing | undefined;
  /** When a function runs that is handed to a call of this name; undefined where it need not. */
  handed(name: string): When | undefined;
  /** The members that an expression leads through, joined by dots: `form.newsletter`; undefined for what is no path. */
  pathOf(expression: ts.Expression): string | undefined;
  /** What a call of the framework's sets; undefined where it is none. */
  sets?(call: ts.CallExpression): readonly Assigned[] | undefined;
}

const MAX_CALLS = 4;

/** What a component assigns to its state before anyone acts: what its data begins with is then but a placeholder. */
export class Effects {
  readonly #found: Assignment[] = [];
  readonly #walked = new Set<ts.Node>();

  constructor(
    readonly evaluator: Evaluator,
    readonly beginnings: Beginnings,
  ) {
    const { source } = evaluator;
    for (const node of beginnings.code) {
      if (source.isFunction(node)) this.#enter({ is: 'node', node }, 'always', 0);
      else this.#walk(node, 'always', 0);
    }
  }

  /** What an expression stands for when the page is shown first. @param begins what its declaration says. */
  after(expression: ts.Expression, begins: Thing): Thing {
    const path = this.beginnings.pathOf(expression);
    return path === undefined ? begins : this.#after(path, begins, this.#found);
  }

  /** What a member itself is when the page is shown first, whatever is set in it. @param begins what its declaration says. */
  member(name: string, begins: Thing): Thing {
    const assigned = this.#found.filter(({ called, path }) => !called && path === name);
    return this.#after(name, begins, assigned);
  }

  /** What a path leads to when the page is shown first. @param begins what the member holds that it begins with. */
  within(path: string, begins: Thing): Thing {
    const beneath = this.#found.filter((assignment) => assignment.called || assignment.path.includes('.'));
    return this.#after(path, begins, beneath);
  }

  #after(path: string, begins: Thing, assignments: readonly Assignment[]): Thing {
    const { source } = this.evaluator;
    let thing = begins;
    for (const assignment of assignments) {
      if (path !== assignment.path && !path.startsWith(`${assignment.path}.`)) continue;
      const { when, value } = assignment;
      if (when === 'sometimes') thing = via(thing, { kind: 'fallback', name: path, exported: false });
      else if (when === 'always' && value && path === assignment.path)
        thing = via(this.evaluator.resolve(value), { kind: 'state', name: path, exported: false });
      else thing = unknown(source.file);
    }
    return thing;
  }

  /** The last value that is given to what a path leads to, whenever that happens. */
  lastGiven(path: string): ts.Expression | undefined {
    return this.#found.findLast((assignment) => !assignment.called && assignment.path === path)?.value;
  }

  /** `subscribe((user) => …)`, `subscribe({ next: (user) => … })` */
  #enterAll(thing: Thing, when: When, depth: number): void {
    const { ts } = this.evaluator.source;
    this.#enter(thing, when, depth);
    if (thing.is !== 'node' || !ts.isObjectLiteralExpression(thing.node)) return;
    for (const entry of thing.node.properties) {
      if (ts.isMethodDeclaration(entry)) this.#enter({ is: 'node', node: entry }, when, depth);
      else if (ts.isPropertyAssignment(entry))
        this.#enter(this.evaluator.resolve(entry.initializer), when, depth);
    }
  }

  /** Walks through a function that is called. */
  #enter(thing: Thing, when: When, depth: number): void {
    const { source } = this.evaluator;
    if (thing.is !== 'node' || !source.isFunction(thing.node) || depth > MAX_CALLS) return;
    if (!thing.node.body || this.#walked.has(thing.node)) return;
    this.#walked.add(thing.node);
    const waits = /\bawait\b/.test(source.slice(thing.node.body));
    this.#walk(thing.node.body, waits ? 'later' : when, depth);
  }

  #walk(node: ts.Node, when: When, depth: number): void {
    const { ts } = this.evaluator.source;
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return;
    if (ts.isCallExpression(node)) this.#call(node, when, depth);
    if (ts.isBinaryExpression(node)) this.#assignment(node, when);
    const inside = when === 'always' && this.#isCondition(node) ? 'sometimes' : when;
    ts.forEachChild(node, (child) => this.#walk(child, inside, depth));
  }

  #isCondition(node: ts.Node): boolean {
    const { SyntaxKind: K } = this.evaluator.source.ts;
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
    const { SyntaxKind: K } = this.evaluator.source.ts;
    if (operatorToken.kind !== K.EqualsToken) return;
    const path = this.beginnings.pathOf(left);
    if (path !== undefined) this.#found.push({ path, when, value: right, called: false });
  }

  #call(node: ts.CallExpression, when: When, depth: number): void {
    const { evaluator } = this;
    const { ts } = evaluator.source;
    const callee = evaluator.source.bare(node.expression);
    const name = evaluator.source.lastName(callee) ?? '';
    const handed = this.beginnings.handed(name);
    if (handed) {
      const inside = handed === 'always' ? when : handed;
      for (const argument of node.arguments) this.#enterAll(evaluator.resolve(argument), inside, depth + 1);
      return;
    }
    const set = this.beginnings.sets?.(node) ?? this.#setBy(node, callee, name);
    for (const assignment of set ?? []) this.#found.push({ ...assignment, when, called: true });
    if (set) return;
    if (ts.isPropertyAccessExpression(callee) && callee.expression.kind === ts.SyntaxKind.ThisKeyword) {
      const method = this.beginnings.method(name);
      if (method) this.#enter(method, when, depth + 1);
    } else if (ts.isIdentifier(callee)) this.#enter(evaluator.resolve(callee), when, depth + 1);
  }

  /** `Object.assign(this.form, saved)`, `this.$set(this.form, 'newsletter', true)` */
  #setBy(call: ts.CallExpression, callee: ts.Expression, name: string): Assigned[] | undefined {
    const { source } = this.evaluator;
    const [object, key, value] = call.arguments;
    const path = object && this.beginnings.pathOf(object);
    if (path === undefined) return undefined;
    if (source.slice(callee) === 'Object.assign') return [{ path, value: undefined }];
    const sets = /^\$?set$/.test(name) && key && source.ts.isStringLiteralLike(key) && value;
    return sets ? [{ path: `${path}.${key.text}`, value }] : undefined;
  }
}
