import type ts from 'typescript';
import type { Span } from '../../core/span.js';
import type { TypeScript } from './typescript.js';

export type Callable =
  | ts.FunctionExpression
  | ts.ArrowFunction
  | ts.FunctionDeclaration
  | ts.MethodDeclaration;

/** A parsed text and the parser that knows its nodes. Nodes carry no parents: places are told apart by their offsets. */
export class Source {
  readonly text: string;

  constructor(
    readonly ts: TypeScript,
    readonly file: ts.SourceFile,
  ) {
    this.text = file.text;
  }

  /** Where a node's own text begins, blanks and comments before it left out. */
  start(node: ts.Node): number {
    const { pos, end } = node;
    // Most nodes begin where a word or a bracket does; only the others need the scanner.
    const unit = this.text.charCodeAt(pos);
    if (unit > 47 && unit < 128) return pos;
    if (node.kind === this.ts.SyntaxKind.JsxText) return pos;
    if (unit === 32) {
      const next = this.text.charCodeAt(pos + 1);
      if (next > 47 && next < 128) return Math.min(pos + 1, end);
    }
    return Math.min(node.getStart(this.file), end);
  }

  span(node: ts.Node): Span {
    return { start: this.start(node), end: node.end };
  }

  slice(node: ts.Node): string {
    return this.text.slice(this.start(node), node.end);
  }

  /** Of a string its content, of any other literal the whole: so that cutting the span out gives the value as written. */
  inner(node: ts.Node): Span {
    const { start, end } = this.span(node);
    if (!this.ts.isStringLiteralLike(node) || end - start < 1) return { start, end };
    const closed = end - start > 1 && this.text[end - 1] === this.text[start];
    return { start: start + 1, end: closed ? end - 1 : end };
  }

  /** Parentheses, casts and assertions say nothing about a value. */
  bare(node: ts.Expression): ts.Expression {
    const { ts } = this;
    let inner = node;
    while (
      ts.isParenthesizedExpression(inner) ||
      ts.isAsExpression(inner) ||
      ts.isSatisfiesExpression(inner) ||
      ts.isNonNullExpression(inner) ||
      ts.isTypeAssertionExpression(inner)
    ) {
      inner = inner.expression;
    }
    return inner;
  }

  /** The last name of a callee or tag: `useState` of `React.useState`. */
  lastName(node: ts.Node): string | undefined {
    const { ts } = this;
    if (ts.isIdentifier(node)) return node.text;
    if (ts.isPropertyAccessExpression(node)) return node.name.text;
    return undefined;
  }

  isFunction(node: ts.Node): node is Callable {
    const { ts } = this;
    return (
      ts.isArrowFunction(node) ||
      ts.isFunctionExpression(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isMethodDeclaration(node)
    );
  }

  /** What a function gives back, where that is one expression. */
  returned(node: Callable): ts.Expression | undefined {
    if (!node.body) return undefined;
    return this.ts.isBlock(node.body) ? this.lastReturned(node.body) : node.body;
  }

  /** What a body gives back at its end. */
  lastReturned({ statements }: ts.Block): ts.Expression | undefined {
    const last = statements.at(-1);
    const returns = statements.filter(this.ts.isReturnStatement).length;
    return last && returns === 1 && this.ts.isReturnStatement(last) ? last.expression : undefined;
  }

  /** Whether a function may give something else back before its end. */
  returnsEarly({ body }: Callable): boolean {
    const { ts } = this;
    if (!body || !ts.isBlock(body)) return false;
    const pending: ts.Node[] = body.statements.slice(0, -1);
    for (let node = pending.pop(); node; node = pending.pop()) {
      if (ts.isReturnStatement(node)) return true;
      if (!ts.isFunctionLike(node)) ts.forEachChild(node, (child) => void pending.push(child));
    }
    return false;
  }

  /** The name of a property, where it is written as one. */
  keyOf(name: ts.PropertyName | ts.BindingName | undefined): string | undefined {
    const { ts } = this;
    if (!name) return undefined;
    if (ts.isIdentifier(name) || ts.isPrivateIdentifier(name)) return name.text;
    if (ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)) return name.text;
    if (ts.isComputedPropertyName(name) && ts.isStringLiteralLike(name.expression))
      return name.expression.text;
    return undefined;
  }
}
