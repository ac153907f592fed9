import type ts from 'typescript';
import { type Edit, replace } from '../../../core/edit.js';
import type { Source } from '../source.js';

/** Which state an expression reads: `agree`, `form.terms`, `terms()`; the name by which it is known there. */
export interface StatePath {
  readonly key: string;
  /** It is a member of something: its own name may be one that others bear. */
  readonly isMember: boolean;
}

/** Undefined for what is no path, or is more than one. */
export function statePath(source: Source, expression: ts.Expression): StatePath | undefined {
  const { ts } = source;
  const node = source.bare(expression);
  if (ts.isIdentifier(node)) return { key: node.text, isMember: false };
  if (ts.isCallExpression(node)) {
    // A signal is read by calling it; `Boolean(x)` is x.
    const [first, second] = node.arguments;
    if (!first) return statePath(source, node.expression);
    const isBoolean = ts.isIdentifier(node.expression) && node.expression.text === 'Boolean';
    if (isBoolean && !second) return statePath(source, first);
    return ts.isStringLiteralLike(first) && !second && READS.test(source.lastName(node.expression) ?? '')
      ? { key: first.text, isMember: true }
      : undefined;
  }
  if (ts.isPrefixUnaryExpression(node)) {
    const inner = ts.isPrefixUnaryExpression(node.operand) ? node.operand : undefined;
    const isTwice =
      node.operator === ts.SyntaxKind.ExclamationToken && inner?.operator === ts.SyntaxKind.ExclamationToken;
    return isTwice && inner ? statePath(source, inner.operand) : undefined;
  }
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    const isFallback =
      (kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.BarBarToken) &&
      source.bare(node.right).kind === ts.SyntaxKind.FalseKeyword;
    return isFallback ? statePath(source, node.left) : undefined;
  }
  if (ts.isElementAccessExpression(node))
    return ts.isStringLiteralLike(node.argumentExpression)
      ? { key: node.argumentExpression.text, isMember: true }
      : undefined;
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  if (HELD.test(node.name.text)) return statePath(source, node.expression);
  const ofThis = node.expression.kind === ts.SyntaxKind.ThisKeyword;
  return { key: node.name.text, isMember: !ofThis };
}

/** What refs and signals hold their value in. */
const HELD = /^(?:value|current)$/;
const READS = /^(?:watch|get|getValues|getFieldValue)$/;

/** Names of one state and of its copy, among them the function that sets it. */
export interface Names {
  readonly from: string;
  readonly to: string;
  readonly isMember: boolean;
  readonly setter?: { readonly from: string; readonly to: string } | undefined;
}

/** The edits that let code speak of the copy; none where it does not speak of the state. */
export function renames(source: Source, root: ts.Node, { from, to, isMember, setter }: Names): Edit[] {
  const { ts } = source;
  const found = new Map<number, Edit>();
  const put = (node: ts.Node, text: string): void => {
    const span = source.inner(node);
    found.set(span.start, replace(span, text));
  };
  const pending: ts.Node[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (ts.isPropertyAccessExpression(node)) {
      const ofThis = node.expression.kind === ts.SyntaxKind.ThisKeyword;
      if (node.name.text === from && (isMember || ofThis)) put(node.name, to);
      else if (ofThis && node.name.text === setter?.from) put(node.name, setter.to);
      pending.push(node.expression);
    } else if (ts.isPropertyAssignment(node)) {
      if (isMember && source.keyOf(node.name) === from) put(keyNode(ts, node.name), to);
      pending.push(node.initializer);
    } else if (ts.isStringLiteralLike(node)) {
      if (isMember && node.text === from) put(node, to);
    } else if (ts.isIdentifier(node)) {
      if (setter && node.text === setter.from) put(node, setter.to);
      else if (!isMember && node.text === from) put(node, to);
    } else ts.forEachChild(node, (child) => void pending.push(child));
  }
  return [...found.values()];
}

function keyNode({ isComputedPropertyName }: typeof ts, name: ts.PropertyName): ts.Node {
  return isComputedPropertyName(name) ? name.expression : name;
}

/** The name of what sets the copy: `setNewsletter` for `setTerms`; undefined where the state's name is no part of it. */
export function setterFor(setter: string, from: string, to: string): string | undefined {
  for (const [old, next] of [
    [capital(from), capital(to)],
    [from, to],
  ] as const)
    if (setter.endsWith(old)) return setter.slice(0, -old.length) + next;
  return undefined;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
