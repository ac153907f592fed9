import type ts from 'typescript';
import type { Declaration, Scope, Step } from './scope.js';
import type { Source } from './source.js';

/** Declares every name that a variable's or parameter's pattern binds. */
export function bindPattern(
  source: Source,
  scope: Scope,
  name: ts.BindingName,
  declaration: Declaration,
): void {
  if (name.kind === source.ts.SyntaxKind.Identifier) scope.declare((name as ts.Identifier).text, declaration);
  else bind(source, scope, name as ts.BindingPattern, declaration);
}

function bind(source: Source, scope: Scope, pattern: ts.BindingPattern, base: Declaration): void {
  const { ts } = source;
  const array = ts.isArrayBindingPattern(pattern);
  for (let i = 0; i < pattern.elements.length; i++) {
    const element = pattern.elements[i];
    if (!element || !ts.isBindingElement(element)) continue;
    const rest = element.dotDotDotToken !== undefined;
    const key = rest ? undefined : array ? i : source.keyOf(element.propertyName ?? element.name);
    if (key === undefined && !rest) continue;
    const partner = array && i === 0 ? nameOf(source, pattern.elements[1]) : undefined;
    const steps: readonly Step[] = [...base.steps, { key, fallback: element.initializer }];
    bindPattern(source, scope, element.name, { ...base, steps, partner });
  }
}

function nameOf({ ts }: Source, element: ts.ArrayBindingElement | undefined): string | undefined {
  return element && ts.isBindingElement(element) && ts.isIdentifier(element.name)
    ? element.name.text
    : undefined;
}

/** Declares what an import brings in. */
export function bindImport(source: Source, scope: Scope, node: ts.ImportDeclaration): void {
  const { ts } = source;
  const module = ts.isStringLiteralLike(node.moduleSpecifier) ? node.moduleSpecifier.text : '';
  scope.modules.add(module);
  const { name, namedBindings } = node.importClause ?? {};
  if (name) scope.imports.set(name.text, { module, name: 'default' });
  if (namedBindings && ts.isNamespaceImport(namedBindings)) {
    scope.imports.set(namedBindings.name.text, { module, name: '*' });
  } else if (namedBindings) {
    for (const element of namedBindings.elements) {
      scope.imports.set(element.name.text, { module, name: (element.propertyName ?? element.name).text });
    }
  }
}

/** `const x = require('m')`, `const { y: z } = require('m')`. */
export function bindRequire(source: Source, scope: Scope, node: ts.VariableDeclaration): void {
  const { ts } = source;
  const module = node.initializer && requiredModule(source, node.initializer);
  if (module === undefined) return;
  if (ts.isIdentifier(node.name)) scope.imports.set(node.name.text, { module, name: '*' });
  else if (ts.isObjectBindingPattern(node.name)) {
    for (const { name, propertyName } of node.name.elements) {
      if (ts.isIdentifier(name))
        scope.imports.set(name.text, { module, name: source.keyOf(propertyName) ?? name.text });
    }
  }
}

/** The module that `require('m')`, `require('m').default` or `import('m')` names. */
export function requiredModule(source: Source, node: ts.Expression): string | undefined {
  const { ts } = source;
  if (ts.isPropertyAccessExpression(node)) return requiredModule(source, node.expression);
  if (!ts.isCallExpression(node) || node.arguments.length !== 1) return undefined;
  const [argument] = node.arguments;
  const loads =
    node.expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(node.expression) && node.expression.text === 'require');
  return loads && argument && ts.isStringLiteralLike(argument) ? argument.text : undefined;
}
