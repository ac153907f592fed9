import type ts from 'typescript';
import { boundNames } from '../braces/expressions.js';
import type { EmbeddedScript } from '../script/embeddedScript.js';
import { formBag } from '../script/forms.js';
import { NO_STEPS } from '../script/scope.js';
import { type Thing, via } from '../script/things.js';

/**
 * Reads a component's declarations as Svelte does: what the top level says is what the component starts with, whatever
 * handlers do later; `export let` and `$props()` are what its user may give; `$: y = x` gives y a value at the start.
 */
export function readState(script: EmbeddedScript): void {
  new StateReader(script).read();
  const { evaluator } = script;
  evaluator.beyond = (name, at) => storeValue(script, name, at);
  // Its first argument is the data; what follows are options.
  evaluator.calls.set('superForm', (call) => {
    const [first] = call.arguments;
    return first && formBag(evaluator, { initial: evaluator.resolve(first), key: 'superForm' });
  });
  // Runes whose last name others bear as well.
  for (const [last, whole] of [
    ['raw', '$state.raw'],
    ['snapshot', '$state.snapshot'],
    ['by', '$derived.by'],
  ] as const) {
    evaluator.calls.set(last, (call) => {
      const [argument] = call.arguments;
      if (!argument || script.source.slice(call.expression) !== whole) return undefined;
      return last === 'by' ? evaluator.called(argument) : evaluator.resolve(argument);
    });
  }
}

/** `$store` is what the store holds. */
function storeValue({ evaluator }: EmbeddedScript, name: string, at: number): Thing | undefined {
  if (!/^\$[A-Za-z_]/.test(name)) return undefined;
  const store = evaluator.named(name.slice(1), at);
  if (store?.is === 'node') return store;
  if (store?.is !== 'virtual') return undefined;
  if (store.form) return via(store.form.initial, { kind: 'form-defaults', name, exported: false });
  return store.held && via(store.held, { kind: 'state', name, exported: false });
}

class StateReader {
  constructor(readonly script: EmbeddedScript) {}

  read(): void {
    const { ts, source } = this.script;
    for (const statement of source.file.statements) {
      if (ts.isVariableStatement(statement)) this.#variables(statement);
      else if (ts.isExpressionStatement(statement)) this.#expression(statement);
      else if (ts.isLabeledStatement(statement) && statement.label.text === '$') this.#reactive(statement);
      else if (!ts.isFunctionDeclaration(statement)) this.#uncertain(statement);
    }
  }

  #variables({ modifiers, declarationList }: ts.VariableStatement): void {
    const { ts, source, scan } = this.script;
    const constant = (declarationList.flags & ts.NodeFlags.Const) !== 0;
    const exported = modifiers?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword) ?? false;
    for (const declaration of declarationList.declarations) {
      const { initializer } = declaration;
      const given = initializer !== undefined && this.#isProps(initializer);
      for (const name of boundNames(ts, declaration.name)) {
        const found = scan.scope.find(name, source.start(declaration));
        if (found?.node !== declaration) continue;
        const prop = given || (!constant && (exported || scan.scope.exported.has(name)));
        const kind = prop ? 'parameter' : found.kind;
        scan.scope.redeclare(name, { ...found, kind, constant: true, exported: found.exported && !prop });
      }
    }
  }

  #isProps(node: ts.Expression): boolean {
    const { ts, source } = this.script;
    const bare = source.bare(node);
    return ts.isCallExpression(bare) && source.lastName(bare.expression) === '$props';
  }

  #expression({ expression }: ts.ExpressionStatement): void {
    const { ts, source } = this.script;
    const node = source.bare(expression);
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      if (ts.isIdentifier(node.left)) {
        this.#give(node.left.text, node.right, source.start(node));
        return;
      }
    }
    this.#uncertain(node);
  }

  #reactive({ statement }: ts.LabeledStatement): void {
    if (this.script.ts.isExpressionStatement(statement)) this.#expression(statement);
    else this.#uncertain(statement);
  }

  /** What conditions and loops assign, only the running program knows. */
  #uncertain(root: ts.Node): void {
    const { ts, source } = this.script;
    const pending: ts.Node[] = [root];
    for (let node = pending.pop(); node; node = pending.pop()) {
      if (ts.isFunctionLike(node) || ts.isClassLike(node)) continue;
      if (ts.isBinaryExpression(node) && isAssignment(ts, node)) {
        let left: ts.Expression = source.bare(node.left);
        while (ts.isPropertyAccessExpression(left) || ts.isElementAccessExpression(left))
          left = source.bare(left.expression);
        if (ts.isIdentifier(left)) this.#give(left.text, undefined, source.start(node));
      }
      ts.forEachChild(node, (child) => void pending.push(child));
    }
  }

  #give(name: string, initial: ts.Expression | undefined, at: number): void {
    const { source, scan } = this.script;
    const known = scan.scope.find(name, at);
    scan.scope.redeclare(name, {
      kind: 'variable',
      scope: source.file,
      node: initial ?? source.file,
      initial,
      steps: NO_STEPS,
      constant: true,
      exported: known?.exported ?? false,
    });
  }
}

function isAssignment({ SyntaxKind }: typeof ts, { operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return kind >= SyntaxKind.FirstAssignment && kind <= SyntaxKind.LastAssignment;
}
