import type ts from 'typescript';
import type { Frame } from './sink.js';
import type { Source } from './source.js';

const MAX_NAMES = 12;

/** The names around a place, innermost first: variables, property keys, callees, functions, classes. */
export function namesAround(source: Source, frame: Frame | undefined): string[] {
  const names: string[] = [];
  for (let up = frame; up && names.length < MAX_NAMES; up = up.up) {
    const name = nameOf(source, up.node);
    if (name) names.push(name);
  }
  return names;
}

/** Whether a condition in the same function decides whether a place is reached. */
export function isConditional({ ts }: Source, frame: Frame | undefined): boolean {
  for (let up = frame; up; up = up.up) {
    const { node } = up;
    if (ts.isFunctionLike(node)) return false;
    if (ts.isIfStatement(node) || ts.isConditionalExpression(node) || ts.isCaseOrDefaultClause(node))
      return true;
    if (ts.isBinaryExpression(node) && node.operatorToken.kind < ts.SyntaxKind.FirstAssignment) return true;
  }
  return false;
}

function nameOf(source: Source, node: ts.Node): string | undefined {
  const { ts } = source;
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return calleeName(source, node.expression);
  if (ts.isPropertyAssignment(node) || ts.isPropertyDeclaration(node) || ts.isMethodDeclaration(node))
    return source.keyOf(node.name);
  if (ts.isVariableDeclaration(node)) return ts.isIdentifier(node.name) ? node.name.text : undefined;
  if (ts.isBinaryExpression(node))
    return node.operatorToken.kind < ts.SyntaxKind.FirstAssignment
      ? undefined
      : calleeName(source, node.left);
  if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) return calleeName(source, node);
  if (ts.isJsxAttribute(node)) return source.slice(node.name);
  if (ts.isExportAssignment(node)) return 'default';
  if (ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node) || ts.isClassLike(node))
    return node.name?.text;
  return ts.isEnumDeclaration(node) ? node.name.text : undefined;
}

/** A callee as it is spoken of: `new Resend(key).emails.send` is `new Resend().emails.send`. */
function calleeName(source: Source, node: ts.Expression): string {
  const { ts } = source;
  const parts: string[] = [];
  let inner = source.bare(node);
  for (let i = 0; i < MAX_NAMES; i++) {
    if (ts.isPropertyAccessExpression(inner)) parts.unshift(`.${inner.name.text}`);
    else if (ts.isElementAccessExpression(inner)) parts.unshift('[]');
    else if (ts.isCallExpression(inner)) parts.unshift('()');
    else if (ts.isAwaitExpression(inner)) parts.unshift('');
    else break;
    inner = source.bare(inner.expression);
  }
  if (ts.isNewExpression(inner)) parts.unshift(`new ${calleeName(source, inner.expression)}()`);
  else if (ts.isIdentifier(inner)) parts.unshift(inner.text);
  else if (inner.kind === ts.SyntaxKind.ThisKeyword) parts.unshift('this');
  return parts.join('').replace(/^\./, '');
}
