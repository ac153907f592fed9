import type ts from 'typescript';
import { bindPattern } from './bind.js';
import { NO_STEPS, type Scope } from './scope.js';
import type { Source } from './source.js';

export type NodeWithModifiers = ts.Node & { readonly modifiers?: ts.NodeArray<ts.ModifierLike> };

export function isExported({ ts }: Source, node: NodeWithModifiers): boolean {
  return node.modifiers?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/** `export { a }`, `export * from 'b'` */
export function noteExport({ ts }: Source, scope: Scope, node: ts.ExportDeclaration): void {
  const { moduleSpecifier, exportClause } = node;
  if (moduleSpecifier && ts.isStringLiteralLike(moduleSpecifier)) scope.modules.add(moduleSpecifier.text);
  else if (exportClause && ts.isNamedExports(exportClause)) {
    for (const { propertyName, name } of exportClause.elements)
      scope.exported.add((propertyName ?? name).text);
  }
}

/** The names that a function's parameters give what it is called with. */
export function bindParameters(source: Source, scope: Scope, node: ts.FunctionLikeDeclaration): void {
  for (let index = 0; index < node.parameters.length; index++) {
    const parameter = node.parameters[index];
    if (!parameter) continue;
    bindPattern(source, scope, parameter.name, {
      kind: 'parameter',
      scope: node,
      node: parameter,
      initial: parameter.initializer,
      steps: NO_STEPS,
      owner: node,
      index,
      constant: false,
      exported: false,
    });
  }
}
