import type ts from 'typescript';
import { textFunctions } from '../../knowledge/components.js';
import type { Scalar } from '../../model/nodes.js';
import { calledByLibrary, type FormSource } from './forms.js';
import { guessedState, hookResult } from './hooks.js';
import { memberOf } from './members.js';
import type { Declaration, Scope } from './scope.js';
import type { Source } from './source.js';
import {
  type ScalarThing,
  scalar,
  type Thing,
  truthy,
  unknown,
  type VirtualThing,
  via,
  type Way,
} from './things.js';

const MAX_STEPS = 60;

/** Follows expressions to the literals that decide them, within one text and without running it. */
export class Evaluator {
  /** What the first parameter of a function is given, where a library's component calls it. */
  readonly parameters = new Map<ts.Node, VirtualThing>();
  /** Kept by forms.ts; null where there is none. */
  soleForm: FormSource | null | undefined;
  readonly #memo = new Map<Declaration, Thing | 'busy'>();
  #depth = 0;

  constructor(
    readonly source: Source,
    readonly scope: Scope,
  ) {}

  /** What a call calls, by the name its module gives it. */
  calledName(call: ts.CallExpression): string | undefined {
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
    const returned = this.source.returned(thing.node);
    return returned ? this.resolve(returned) : unknown(thing.node);
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
    if (ts.isBinaryExpression(node)) return this.#binary(node);
    if (ts.isConditionalExpression(node)) return this.#conditional(node);
    if (ts.isPrefixUnaryExpression(node)) return this.#prefix(node);
    if (ts.isTemplateExpression(node)) return this.#template(node);
    if (ts.isTaggedTemplateExpression(node)) return this.#tagged(node);
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
    return unknown(node);
  }

  #identifier(node: ts.Identifier): Thing {
    if (node.text === 'undefined') return scalar(undefined, node);
    return this.named(node.text, this.source.start(node)) ?? unknown(node);
  }

  /** What a name stands for at an offset; undefined where the text does not declare it. */
  named(name: string, at: number): Thing | undefined {
    const declaration = this.scope.find(name, at);
    if (!declaration) return undefined;
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
      kind === 'parameter' ? this.#parameter(declaration) : initial ? this.resolve(initial) : unknown(node);
    let overrulable = kind === 'parameter';
    for (const { key, fallback } of steps) {
      if (key !== undefined) thing = memberOf(this, thing, String(key));
      if (thing.is === 'unknown') thing = unknown(initial ?? node);
      const missing = thing.is === 'scalar' && thing.value === undefined;
      if (fallback && (missing || thing.is === 'unknown')) {
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

  #parameter({ owner, index, initial, steps, node }: Declaration): Thing {
    const given = owner && index === 0 ? this.parameters.get(owner) : undefined;
    if (given) return given;
    const defaults = owner && index === 0 ? this.#defaultProps(owner) : undefined;
    if (defaults) return defaults;
    // A pattern's own default only says what it takes apart when nothing is given.
    if (!initial || steps.length > 0) return unknown(node);
    return via(this.resolve(initial), { kind: 'parameter', name: '', exported: false });
  }

  #defaultProps(owner: ts.SignatureDeclaration): Thing | undefined {
    for (const [name, defaults] of this.scope.defaultProps) {
      const declaration = this.scope.find(name, this.source.start(defaults));
      if (declaration && (declaration.node === owner || declaration.initial === owner)) {
        return via(this.resolve(defaults), { kind: 'parameter', name: 'defaultProps', exported: false });
      }
    }
    return undefined;
  }

  #access(node: ts.PropertyAccessExpression, key: string): Thing {
    const { ts } = this.source;
    const at = this.source.start(node);
    const name = this.source.slice(node);
    if (node.expression.kind === ts.SyntaxKind.ThisKeyword) {
      const held = this.scope.holder(key, at);
      if (!held) return unknown(node);
      const kind = key === 'state' ? 'state' : key === 'props' ? 'parameter' : 'constant';
      return via(this.resolve(held), { kind, name, exported: false });
    }
    const thing = memberOf(this, this.resolve(node.expression), key);
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
      const returned = this.source.returned(called.node);
      const result = returned && this.resolve(returned);
      if (result && result.is !== 'unknown') return result;
    }
    return (
      hookResult(this, node) ?? calledByLibrary(this, node) ?? this.#text(callee, first) ?? unknown(node)
    );
  }

  /** `t('Send me the newsletter')`: what is said in words is printed so in the language it is written in. */
  #text(callee: ts.Expression, argument: ts.Expression | undefined): Thing | undefined {
    const name = this.source.lastName(callee);
    if (!argument || !name || !textFunctions.has(name)) return undefined;
    const { ts } = this.source;
    return ts.isStringLiteralLike(argument) && /\s/.test(argument.text)
      ? scalar(argument.text, argument)
      : undefined;
  }

  #tagged(node: ts.TaggedTemplateExpression): Thing {
    const name = this.source.lastName(node.tag);
    return name && textFunctions.has(name) ? this.#resolve(node.template) : unknown(node);
  }

  #binary(node: ts.BinaryExpression): Thing {
    const { SyntaxKind: K } = this.source.ts;
    const operator = node.operatorToken.kind;
    if (operator === K.QuestionQuestionToken || operator === K.BarBarToken)
      return this.#fallback(node, operator === K.BarBarToken);
    if (operator === K.AmpersandAmpersandToken) {
      const left = this.resolve(node.left);
      const on = truthy(left);
      return on === undefined ? unknown(node) : on ? this.resolve(node.right) : left;
    }
    if (operator === K.EqualsEqualsEqualsToken || operator === K.EqualsEqualsToken)
      return this.#equal(node, true);
    if (operator === K.ExclamationEqualsEqualsToken || operator === K.ExclamationEqualsToken)
      return this.#equal(node, false);
    if (operator === K.PlusToken)
      return this.#joined(node, [this.resolve(node.left), this.resolve(node.right)]);
    return unknown(node);
  }

  #fallback(node: ts.BinaryExpression, falsy: boolean): Thing {
    const left = this.resolve(node.left);
    if (left.is === 'virtual') return left;
    if (left.is !== 'unknown') {
      const stands = falsy
        ? truthy(left)
        : left.is === 'node' || (left.value !== undefined && left.value !== null);
      if (stands) return left;
      // An empty default is there to be overruled, and the next takes its place.
      const sure = left.way?.kind !== 'fallback' && left.way?.kind !== 'parameter';
      if (sure) return this.resolve(node.right);
    }
    const right = this.resolve(node.right);
    return right.is === 'scalar' || right.is === 'node'
      ? via(right, { kind: 'fallback', name: this.source.slice(node.left), exported: false })
      : unknown(node);
  }

  #equal(node: ts.BinaryExpression, positive: boolean): Thing {
    const left = this.resolve(node.left);
    const right = this.resolve(node.right);
    if (left.is !== 'scalar' || right.is !== 'scalar') return unknown(node);
    const [decides, other] = left.way || !right.way ? [left, right] : [right, left];
    const equal = (left.value === right.value) === positive;
    const sense = typeof decides.value === 'boolean' && typeof other.value === 'boolean' ? decides.sense : 0;
    return {
      ...decides,
      value: equal,
      sense: equal === decides.value ? sense : (-sense as ScalarThing['sense']),
    };
  }

  #conditional(node: ts.ConditionalExpression): Thing {
    const on = truthy(this.resolve(node.condition));
    if (on !== undefined) return this.resolve(on ? node.whenTrue : node.whenFalse);
    const yes = this.resolve(node.whenTrue);
    const no = this.resolve(node.whenFalse);
    if (yes.is === 'scalar' && no.is === 'scalar' && yes.value === no.value) return yes;
    // `saved ? saved.optIn : true`: what is asked for is what the other branch gives.
    if (no.is === 'scalar' && yes.is === 'unknown' && this.#asksFor(node.condition, node.whenTrue))
      return this.#otherwise(no, node.whenTrue);
    if (yes.is === 'scalar' && no.is === 'unknown' && this.#asksFor(node.condition, node.whenFalse))
      return this.#otherwise(yes, node.whenFalse);
    return unknown(node);
  }

  #otherwise(thing: ScalarThing, given: ts.Expression): Thing {
    return via(thing, { kind: 'fallback', name: this.source.slice(given), exported: false });
  }

  #asksFor(condition: ts.Expression, branch: ts.Expression): boolean {
    const { ts } = this.source;
    const asked = new Set<string>();
    const collect = (node: ts.Node): void => {
      if (ts.isIdentifier(node) && node.text !== 'undefined' && node.text !== 'window') asked.add(node.text);
      ts.forEachChild(node, collect);
    };
    collect(condition);
    return this.source
      .slice(branch)
      .split(/[^\w$]+/)
      .some((word) => asked.has(word));
  }

  #prefix(node: ts.PrefixUnaryExpression): Thing {
    const { ts } = this.source;
    const { operand, operator } = node;
    if (operator === ts.SyntaxKind.MinusToken && ts.isNumericLiteral(operand))
      return scalar(-Number(operand.text), node);
    if (operator !== ts.SyntaxKind.ExclamationToken) return unknown(node);
    // The minified spelling of true and false.
    if (ts.isNumericLiteral(operand)) return scalar(!Number(operand.text), node);
    const thing = this.resolve(operand);
    const on = truthy(thing);
    if (on === undefined) return unknown(node);
    if (thing.is !== 'scalar') return { is: 'scalar', value: !on, node, sense: 0 };
    return { ...thing, value: !on, sense: -thing.sense as ScalarThing['sense'] };
  }

  #coerced(thing: Thing): Thing {
    return thing.is === 'scalar' ? { ...thing, value: Boolean(thing.value) } : thing;
  }

  #template(node: ts.TemplateExpression): Thing {
    const parts: Thing[] = [scalar(node.head.text, node)];
    for (const { expression, literal } of node.templateSpans)
      parts.push(this.resolve(expression), scalar(literal.text, node));
    return this.#joined(node, parts);
  }

  /** A text put together of parts that are all certain; a part that only may hold leaves the whole open. */
  #joined(node: ts.Expression, parts: readonly Thing[]): Thing {
    let text = '';
    let decides: ScalarThing | undefined;
    let strings = 0;
    for (const part of parts) {
      if (part.is !== 'scalar' || part.way?.kind === 'fallback' || part.way?.kind === 'parameter')
        return unknown(node);
      if (typeof part.value === 'string') strings++;
      text += String(part.value);
      if (part.way) decides ??= part;
    }
    if (strings === 0) return unknown(node);
    const value: Scalar = text;
    return {
      is: 'scalar',
      value,
      node: decides?.node ?? node,
      sense: 0,
      ...(decides?.way && { way: decides.way }),
    };
  }
}
