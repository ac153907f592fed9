import type ts from 'typescript';
import { calledByLibrary, type FormSource } from './forms.js';
import { guessedState, hookResult } from './hooks.js';
import { type Layout, memberOf } from './members.js';
import { printedText, taggedText } from './messages.js';
import { operation } from './operators.js';
import { alwaysGiven, parameterGiven, type Uses } from './parameters.js';
import type { Declaration, Scope } from './scope.js';
import type { Source } from './source.js';
import { scalar, type Thing, unknown, via, type Way } from './things.js';

const MAX_STEPS = 60;

/** Follows expressions to the literals that decide them, within one text and without running it. */
export class Evaluator {
  /** What the first parameter of a function is given, where a library's component calls it. */
  readonly parameters = new Map<ts.Node, Thing>();
  /** Kept by parameters.ts. */
  uses: Uses | undefined;
  /** Kept by members.ts. */
  readonly layouts = new Map<ts.Node, Layout>();
  /** Kept by forms.ts; null where there is none. */
  soleForm: FormSource | null | undefined;
  /** What a name stands for that no statement around it declares, or only the file: a framework hands it to the markup. */
  beyond: ((name: string, at: number) => Thing | undefined) | undefined;
  /** What a member of `this` stands for where no class holds it. */
  own: ((name: string, at: number) => Thing | undefined) | undefined;
  /** True where names of refs and stores stand for what these hold. */
  readsHeld: ((at: number) => boolean) | undefined;
  /** What calls of a framework's own functions give, by the functions' names. */
  readonly calls = new Map<string, (call: ts.CallExpression) => Thing | undefined>();
  /** What `new` gives of a framework's own classes, by the classes' names. */
  readonly makers = new Map<string, (made: ts.NewExpression) => Thing | undefined>();
  readonly #results = new Map<ts.Node, Thing>();
  readonly #memo = new Map<Declaration, Thing | 'busy'>();
  #depth = 0;

  constructor(
    readonly source: Source,
    readonly scope: Scope,
  ) {}

  /** What a call calls, by the name its module gives it. */
  calledName(call: ts.CallExpression | ts.NewExpression): string | undefined {
    const callee = this.source.bare(call.expression);
    const name = this.source.lastName(callee);
    const imported = this.source.ts.isIdentifier(callee)
      ? this.scope.imports.get(callee.text)?.name
      : undefined;
    return imported && imported !== 'default' && imported !== '*' ? imported : name;
  }

  /** What an expression stands for; of a function, what it gives back. */
  called(node: ts.Expression): Thing {
    return this.result(this.resolve(node));
  }

  /** Of a function, what it gives back; anything else as it is. */
  result(thing: Thing): Thing {
    if (thing.is !== 'node' || !this.source.isFunction(thing.node)) return thing;
    const known = this.#results.get(thing.node);
    if (known) return known;
    // One that calls itself tells nothing new.
    this.#results.set(thing.node, unknown(thing.node));
    const returned = this.source.returned(thing.node);
    const last = returned ? this.resolve(returned) : unknown(thing.node);
    // What it gives at its end is but the last of several answers.
    const early = this.source.returnsEarly(thing.node);
    const result = early ? via(last, { kind: 'fallback', name: '', exported: false }) : last;
    this.#results.set(thing.node, result);
    return result;
  }

  resolve(node: ts.Expression): Thing {
    if (this.#depth >= MAX_STEPS) return unknown(node);
    this.#depth++;
    try {
      return this.#resolve(this.source.bare(node));
    } finally {
      this.#depth--;
    }
  }

  #resolve(node: ts.Expression): Thing {
    const { ts } = this.source;
    if (ts.isIdentifier(node)) return this.#identifier(node);
    if (ts.isStringLiteralLike(node)) return scalar(node.text, node);
    if (ts.isNumericLiteral(node)) return scalar(Number(node.text), node);
    if (ts.isPropertyAccessExpression(node)) return this.#access(node, node.name.text);
    if (ts.isElementAccessExpression(node)) return this.#element(node);
    if (ts.isCallExpression(node)) return this.#call(node);
    if (ts.isNewExpression(node))
      return this.makers.get(this.calledName(node) ?? '')?.(node) ?? unknown(node);
    if (ts.isTaggedTemplateExpression(node)) return taggedText(this, node) ?? unknown(node);
    switch (node.kind) {
      case ts.SyntaxKind.TrueKeyword:
        return scalar(true, node);
      case ts.SyntaxKind.FalseKeyword:
        return scalar(false, node);
      case ts.SyntaxKind.NullKeyword:
        return scalar(null, node);
      case ts.SyntaxKind.VoidExpression:
        return scalar(undefined, node);
      case ts.SyntaxKind.ObjectLiteralExpression:
      case ts.SyntaxKind.ArrayLiteralExpression:
      case ts.SyntaxKind.ArrowFunction:
      case ts.SyntaxKind.FunctionExpression:
      case ts.SyntaxKind.JsxElement:
      case ts.SyntaxKind.JsxSelfClosingElement:
      case ts.SyntaxKind.JsxFragment:
        return { is: 'node', node };
    }
    return operation(this, node) ?? unknown(node);
  }

  #identifier(node: ts.Identifier): Thing {
    if (node.text === 'undefined') return scalar(undefined, node);
    const at = this.source.start(node);
    const thing = this.named(node.text, at) ?? unknown(node);
    return this.#held(thing, at, node.text);
  }

  #held(thing: Thing, at: number, name: string): Thing {
    if (thing.is !== 'virtual' || !thing.held || !this.readsHeld?.(at)) return thing;
    return via(thing.held, { kind: 'constant', name, exported: false });
  }

  /** What a name stands for at an offset; undefined where the text does not declare it. */
  named(name: string, at: number): Thing | undefined {
    const declaration = this.scope.find(name, at);
    if (!declaration || declaration.scope === this.source.file) {
      const given = this.beyond?.(name, at);
      if (given || !declaration) return given;
    }
    const thing = this.#declared(declaration, name);
    if (declaration.kind !== 'variable' && declaration.kind !== 'parameter') return thing;
    return via(thing, {
      kind: 'constant',
      name,
      exported: declaration.exported || this.scope.exported.has(name),
    });
  }

  #declared(declaration: Declaration, name: string): Thing {
    const known = this.#memo.get(declaration);
    if (known) return known === 'busy' ? unknown(declaration.node) : known;
    this.#memo.set(declaration, 'busy');
    const thing = this.#bound(declaration, name);
    this.#memo.set(declaration, thing);
    return thing;
  }

  #bound(declaration: Declaration, name: string): Thing {
    const { node, initial, kind, steps, constant } = declaration;
    if (kind === 'function') return { is: 'node', node: node as ts.FunctionDeclaration };
    if (kind === 'enum') return { is: 'node', node: node as ts.EnumDeclaration };
    if (kind === 'class') return unknown(node);
    if (!constant && this.scope.assigned.has(name)) return unknown(initial ?? node);
    let thing =
      kind === 'parameter'
        ? parameterGiven(this, declaration)
        : initial
          ? this.resolve(initial)
          : unknown(node);
    let overrulable = kind === 'parameter';
    for (const { key, fallback } of steps) {
      if (key !== undefined) thing = memberOf(this, thing, String(key));
      if (thing.is === 'unknown') thing = unknown(initial ?? node);
      const missing = thing.is === 'scalar' && thing.value === undefined;
      if (
        fallback &&
        (missing || thing.is === 'unknown') &&
        !(overrulable && alwaysGiven(this, declaration))
      ) {
        const given = this.resolve(fallback);
        const way: Way = { kind: overrulable ? 'parameter' : 'fallback', name, exported: false };
        thing = missing && !overrulable ? given : via(given, way);
      }
      overrulable &&= thing.is === 'unknown';
    }
    return thing.is === 'unknown' && initial
      ? (guessedState(this, declaration, name, initial) ?? thing)
      : thing;
  }

  #access(node: ts.PropertyAccessExpression, key: string): Thing {
    const { ts } = this.source;
    const at = this.source.start(node);
    const name = this.source.slice(node);
    if (node.expression.kind === ts.SyntaxKind.ThisKeyword) {
      const held = this.scope.holder(key, at);
      if (!held) return this.own?.(key, at) ?? unknown(node);
      const kind = key === 'state' ? 'state' : key === 'props' ? 'parameter' : 'constant';
      return via(this.resolve(held), { kind, name, exported: false });
    }
    const thing = this.#held(memberOf(this, this.resolve(node.expression), key), at, name);
    return thing.is === 'unknown' ? unknown(node) : via(thing, { kind: 'constant', name, exported: false });
  }

  #element(node: ts.ElementAccessExpression): Thing {
    const key = this.resolve(node.argumentExpression);
    if (key.is !== 'scalar' || key.value === undefined) return unknown(node);
    const thing = memberOf(this, this.resolve(node.expression), String(key.value));
    if (thing.is === 'unknown') return unknown(node);
    return via(thing, { kind: 'constant', name: this.source.slice(node), exported: false });
  }

  #call(node: ts.CallExpression): Thing {
    const { ts } = this.source;
    const callee = this.source.bare(node.expression);
    const [first] = node.arguments;
    if (ts.isIdentifier(callee) && first && node.arguments.length === 1) {
      if (callee.text === 'Boolean') return this.#coerced(this.resolve(first));
      if (callee.text === 'String') return this.resolve(first);
    }
    if (first && ts.isPropertyAccessExpression(callee) && this.source.slice(callee) === 'Object.freeze')
      return this.resolve(first);
    const called = this.resolve(callee);
    if (called.is === 'virtual') {
      const result = called.call?.(node.arguments);
      return result
        ? via(result, { kind: 'constant', name: this.source.slice(node), exported: false })
        : unknown(node);
    }
    if (called.is === 'node' && this.source.isFunction(called.node)) {
      const result = this.result(called);
      // A parameter's default says nothing where an argument is given.
      const isDefault = result.is === 'scalar' && result.way?.kind === 'parameter' && first !== undefined;
      if (result.is !== 'unknown' && !isDefault) return result;
    }
    return (
      this.calls.get(this.calledName(node) ?? '')?.(node) ??
      this.#includes(callee, first) ??
      hookResult(this, node) ??
      calledByLibrary(this, node) ??
      printedText(this, node) ??
      unknown(node)
    );
  }

  /** `topics.includes('news')` */
  #includes(callee: ts.Expression, argument: ts.Expression | undefined): Thing | undefined {
    const { ts } = this.source;
    if (!argument || !ts.isPropertyAccessExpression(callee) || callee.name.text !== 'includes')
      return undefined;
    const list = this.resolve(callee.expression);
    const sought = this.resolve(argument);
    if (list.is !== 'node' || !ts.isArrayLiteralExpression(list.node) || sought.is !== 'scalar')
      return undefined;
    const things = list.node.elements.map((element) => this.resolve(element));
    const index = things.findIndex((thing) => thing.is === 'scalar' && thing.value === sought.value);
    const hit = things[index];
    if (!hit && things.some((thing) => thing.is !== 'scalar')) return undefined;
    const found: Thing =
      hit?.is === 'scalar'
        ? { is: 'scalar', value: true, node: hit.node, sense: 0, within: { list: list.node, index } }
        : { is: 'scalar', value: false, node: list.node, sense: 0 };
    return list.way ? via(found, list.way) : found;
  }

  #coerced(thing: Thing): Thing {
    return thing.is === 'scalar' ? { ...thing, value: Boolean(thing.value) } : thing;
  }
}
