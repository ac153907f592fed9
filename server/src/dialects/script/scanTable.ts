import type ts from 'typescript';
import type { Scan } from './scan.js';
import type { TypeScript } from './typescript.js';

type Action<N extends ts.Node> = (scan: Scan, node: N) => void;
/** What to do with a node, by its kind; nothing special where there is no entry. */
export type ScanTable = readonly (Action<ts.Node> | undefined)[];

let table: ScanTable | undefined;

export function scanTable(ts: TypeScript): ScanTable {
  table ??= make(ts.SyntaxKind);
  return table;
}

function make(K: TypeScript['SyntaxKind']): ScanTable {
  const actions: (Action<ts.Node> | undefined)[] = [];
  const on = <N extends ts.Node>(kinds: readonly ts.SyntaxKind[], action: Action<N>): void => {
    // Each action is entered for the kinds of its own node type only.
    for (const kind of kinds) actions[kind] = action as Action<ts.Node>;
  };
  const types: ts.SyntaxKind[] = [K.InterfaceDeclaration, K.TypeAliasDeclaration];
  for (let kind = K.FirstTypeNode; kind <= K.LastTypeNode; kind++) types.push(kind);
  const strings = [
    K.StringLiteral,
    K.NoSubstitutionTemplateLiteral,
    K.TemplateHead,
    K.TemplateMiddle,
    K.TemplateTail,
  ];
  const loops = [K.ForStatement, K.ForOfStatement, K.ForInStatement];
  const functions = [K.ArrowFunction, K.FunctionExpression, K.FunctionDeclaration];
  const methods = [K.MethodDeclaration, K.Constructor, K.GetAccessor, K.SetAccessor];

  on(types, (scan, node) => scan.type(node));
  on([K.Identifier, K.PrivateIdentifier, K.NumericLiteral], () => {});
  on(strings, (scan, node) => scan.string(node));
  on([K.JsxText, K.RegularExpressionLiteral], (scan, node) => scan.token(node));
  on([K.Block, K.CaseBlock, K.ModuleBlock, K.CatchClause, ...loops], (scan, node) => scan.blockLike(node));
  on([...functions, ...methods], (scan, node: ts.FunctionLikeDeclaration) => scan.callable(node));
  on([K.ClassDeclaration, K.ClassExpression], (scan, node: ts.ClassLikeDeclaration) => scan.classLike(node));
  on([K.IfStatement, K.ConditionalExpression, K.CaseClause, K.DefaultClause], (scan, node) =>
    scan.framed(node),
  );
  on([K.PropertyAssignment, K.ExportAssignment], (scan, node) => scan.framed(node));
  on([K.NewExpression], (scan, node: ts.NewExpression) => scan.call(node));
  on([K.ImportDeclaration], (scan, node: ts.ImportDeclaration) => scan.importDeclaration(node));
  on([K.ExportDeclaration], (scan, node: ts.ExportDeclaration) => scan.exportDeclaration(node));
  on([K.VariableStatement], (scan, node: ts.VariableStatement) => scan.variableStatement(node));
  on([K.ExpressionStatement], (scan, node: ts.ExpressionStatement) => scan.expressionStatement(node));
  on([K.VariableDeclarationList], (scan, node: ts.VariableDeclarationList) => scan.variables(node));
  on([K.VariableDeclaration], (scan, node: ts.VariableDeclaration) => scan.variable(node));
  on([K.BindingElement], (scan, node: ts.BindingElement) => scan.initialized(node));
  on([K.Parameter], (scan, node: ts.ParameterDeclaration) => scan.initialized(node));
  on([K.EnumMember], (scan, node: ts.EnumMember) => scan.initialized(node));
  on([K.PropertyDeclaration], (scan, node: ts.PropertyDeclaration) => scan.property(node));
  on([K.EnumDeclaration], (scan, node: ts.EnumDeclaration) => scan.enumDeclaration(node));
  on([K.BinaryExpression], (scan, node: ts.BinaryExpression) => scan.binary(node));
  on([K.CallExpression], (scan, node: ts.CallExpression) => scan.callExpression(node));
  on([K.ObjectLiteralExpression], (scan, node: ts.ObjectLiteralExpression) => scan.object(node));
  on([K.JsxElement, K.JsxSelfClosingElement, K.JsxFragment], (scan, node) => scan.element(node));
  on([K.JsxExpression, K.JsxSpreadAttribute], (scan, node) => scan.container(node));
  on([K.JsxAttribute], (scan, node: ts.JsxAttribute) => scan.attribute(node));
  return actions;
}
