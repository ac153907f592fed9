import type ts from 'typescript';
import type { Source } from './source.js';
import { isStringExpression } from './stringText.js';

/** What a statement does to the text that a variable gathers. */
export type Step =
  | { readonly kind: 'add'; readonly node: ts.Expression }
  | {
      readonly kind: 'choice';
      readonly test: ts.Expression;
      readonly yes: readonly Step[];
      readonly no: readonly Step[];
      readonly end: number;
    }
  | {
      readonly kind: 'each';
      readonly over: ts.Expression;
      readonly steps: readonly Step[];
      readonly end: number;
    };

/**
 * A text that statements put together one after another: `html = '<form>'; html += '<input>';`, or a list of its pieces:
 * `const lines = []; lines.push('<form>');`.
 */
export interface Accumulation {
  /** What it begins with. */
  readonly first: ts.Expression;
  readonly steps: readonly Step[];
  /** Statements that take part in it. */
  readonly statements: ReadonlySet<ts.Statement>;
}

/** The texts that the statements of a block put together, each of more than one piece. */
export function accumulations(source: Source, statements: readonly ts.Statement[]): Accumulation[] {
  return new Finder(source).find(statements);
}

class Finder {
  readonly #ts: typeof ts;

  constructor(readonly source: Source) {
    this.#ts = source.ts;
  }

  find(statements: readonly ts.Statement[]): Accumulation[] {
    const found: Accumulation[] = [];
    for (let i = 0; i < statements.length; i++) {
      const begun = this.#begins(statements[i] as ts.Statement);
      if (!begun) continue;
      const { name, node, pieces = [node] } = begun;
      const steps: Step[] = pieces.map((piece) => ({ kind: 'add', node: piece }));
      const taking = new Set([statements[i] as ts.Statement]);
      let last = i;
      for (let at = i + 1; at < statements.length; at++) {
        const statement = statements[at] as ts.Statement;
        const step = this.#step(statement, name);
        if (step === 'other') break;
        if (!step) continue;
        steps.push(...step);
        taking.add(statement);
        last = at;
      }
      if (steps.length < 2 || !steps.some((step) => this.#isText(step))) continue;
      found.push({ first: node, steps, statements: taking });
      i = last;
    }
    return found;
  }

  #isText(step: Step): boolean {
    if (step.kind === 'add') return isStringExpression(this.source, step.node);
    return (step.kind === 'each' ? step.steps : [...step.yes, ...step.no]).some((s) => this.#isText(s));
  }

  /** `let html = '…'`, `html = '…'`, `html += '…'`, `const lines = ['…']`. */
  #begins(
    statement: ts.Statement,
  ): { name: string; node: ts.Expression; pieces?: readonly ts.Expression[] } | undefined {
    const { source } = this;
    if (this.#ts.isVariableStatement(statement)) {
      const [declared, ...others] = statement.declarationList.declarations;
      if (!declared?.initializer || others.length > 0 || !this.#ts.isIdentifier(declared.name))
        return undefined;
      const node = declared.initializer;
      const list = source.bare(node);
      if (this.#ts.isArrayLiteralExpression(list))
        return { name: declared.name.text, node: list, pieces: list.elements };
      return isStringExpression(source, node) ? { name: declared.name.text, node } : undefined;
    }
    const set = this.#assigned(statement);
    return set && isStringExpression(source, set.node) ? set : undefined;
  }

  #assigned(statement: ts.Statement): { name: string; node: ts.Expression; adds: boolean } | undefined {
    const { SyntaxKind } = this.#ts;
    if (!this.#ts.isExpressionStatement(statement) || !this.#ts.isBinaryExpression(statement.expression))
      return undefined;
    const { left, operatorToken, right } = statement.expression;
    const adds = operatorToken.kind === SyntaxKind.PlusEqualsToken;
    if (!adds && operatorToken.kind !== SyntaxKind.EqualsToken) return undefined;
    if (!this.#ts.isIdentifier(left) && !this.#ts.isPropertyAccessExpression(left)) return undefined;
    return { name: this.source.slice(left), node: right, adds };
  }

  /** Undefined where a statement has nothing to do with the text, `other` where it does something else with it. */
  #step(statement: ts.Statement, name: string): readonly Step[] | 'other' | undefined {
    if (!this.source.slice(statement).includes(name)) return undefined;
    const set = this.#assigned(statement);
    if (set?.name === name) return set.adds ? [{ kind: 'add', node: set.node }] : 'other';
    const pushed = this.#pushed(statement, name);
    if (pushed) return pushed.map((node) => ({ kind: 'add', node }));
    if (this.#ts.isIfStatement(statement)) {
      const yes = this.#steps(statement.thenStatement, name);
      const no = statement.elseStatement ? this.#steps(statement.elseStatement, name) : [];
      if (!yes || !no) return 'other';
      return [{ kind: 'choice', test: statement.expression, yes, no, end: statement.end }];
    }
    const loop = this.#loop(statement);
    const steps = loop && this.#steps(loop.body, name);
    return steps ? [{ kind: 'each', over: loop.over, steps, end: statement.end }] : 'other';
  }

  /** `lines.push('…', '…')` */
  #pushed(statement: ts.Statement, name: string): readonly ts.Expression[] | undefined {
    const { ts: typescript } = this.source;
    if (!typescript.isExpressionStatement(statement) || !typescript.isCallExpression(statement.expression))
      return undefined;
    const { expression: callee, arguments: given } = statement.expression;
    const pushes = typescript.isPropertyAccessExpression(callee) && callee.name.text === 'push';
    return pushes && this.source.slice(callee.expression) === name ? given : undefined;
  }

  #loop(statement: ts.Statement): { over: ts.Expression; body: ts.Statement } | undefined {
    const { ts: typescript } = this.source;
    if (typescript.isForOfStatement(statement) || typescript.isForInStatement(statement))
      return { over: statement.expression, body: statement.statement };
    if (typescript.isForStatement(statement) && statement.condition)
      return { over: statement.condition, body: statement.statement };
    if (!typescript.isExpressionStatement(statement) || !typescript.isCallExpression(statement.expression))
      return undefined;
    const { expression, arguments: given } = statement.expression;
    const [each] = given;
    const calls = typescript.isPropertyAccessExpression(expression) && expression.name.text === 'forEach';
    if (!calls || !each || (!typescript.isArrowFunction(each) && !typescript.isFunctionExpression(each)))
      return undefined;
    return typescript.isBlock(each.body) ? { over: expression.expression, body: each.body } : undefined;
  }

  #steps(body: ts.Statement, name: string): Step[] | undefined {
    const statements = this.#ts.isBlock(body) ? body.statements : [body];
    const steps = statements.map((statement) => this.#step(statement, name));
    if (steps.includes('other')) return undefined;
    return steps.flatMap((step) => (step === undefined || step === 'other' ? [] : step));
  }
}
