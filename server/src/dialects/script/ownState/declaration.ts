import type ts from 'typescript';
import { type Edit, remove, replace } from '../../../core/edit.js';
import type { Scope } from '../scope.js';
import type { Source } from '../source.js';
import { besideEntry, besideStatement, nodesAround } from './duplicate.js';
import { setterFor } from './rename.js';
import type { Declared } from './types.js';

/** The declaration of a state of its own, written beside another one. */
export interface Beside {
  readonly edits: readonly Edit[];
  /** What sets the old state, where that has a name of its own. */
  readonly setter: string | undefined;
}

/**
 * Declares a state beside the one that begins with a literal, as that is declared: a variable, a member of a class, an
 * entry of an object. It begins as `false`. Undefined where it is not declared under the name, or the new name is taken.
 */
export function declarationBeside(
  source: Source,
  scope: Scope,
  declared: Declared,
  literal: ts.Node,
): Beside | undefined {
  const around = nodesAround(source, source.start(literal), literal.end);
  const at = declaringIndex(source, around, declared.field.from);
  const node = around[at];
  const holder = around[at - 1];
  if (!node || !holder) return undefined;
  if (!around.slice(0, at).every((outer) => declaredType(source, outer).every((t) => declared.type(t))))
    return undefined;
  const start = startEdits(source, around.slice(at), literal);
  if (!start) return undefined;
  const { ts } = source;
  if (ts.isPropertyAssignment(node) && ts.isObjectLiteralExpression(holder)) {
    if (holder.properties.some((p) => source.keyOf(p.name) === declared.field.to)) return undefined;
    return { setter: undefined, edits: [besideEntry(source, node, [declared.renamed(node.name), ...start])] };
  }
  if (ts.isPropertyDeclaration(node) && ts.isClassLike(holder)) {
    if (holder.members.some((m) => source.keyOf(m.name as ts.PropertyName) === declared.field.to))
      return undefined;
    if (!declared.type(node.type)) return undefined;
    const edit = besideStatement(source, node, [declared.renamed(node.name), ...start]);
    return edit && { setter: undefined, edits: [edit] };
  }
  return ts.isVariableDeclaration(node)
    ? variable(source, scope, declared, around.slice(0, at + 1), start)
    : undefined;
}

/** The innermost node that gives the literal its name. */
function declaringIndex({ ts }: Source, around: readonly ts.Node[], name: string): number {
  for (let i = around.length - 1; i > 0; i--) {
    const node = around[i];
    if (!node || ts.isBlock(node) || ts.isSourceFile(node)) return -1;
    if (ts.isPropertyAssignment(node) || ts.isPropertyDeclaration(node)) {
      const key = ts.isPrivateIdentifier(node.name) ? undefined : keyOfName(ts, node.name);
      if (key === name) return i;
      // `{ value: false, disabled: true }`
      if (key !== 'value') return -1;
    }
    if (ts.isVariableDeclaration(node)) return boundName(ts, node.name) === name ? i : -1;
  }
  return -1;
}

function keyOfName(
  { isIdentifier, isStringLiteralLike }: typeof ts,
  name: ts.PropertyName,
): string | undefined {
  return isIdentifier(name) || isStringLiteralLike(name) ? name.text : undefined;
}

/** `agree`, or the first of `[agree, setAgree]`. */
function boundName(api: typeof ts, name: ts.BindingName): string | undefined {
  if (api.isIdentifier(name)) return name.text;
  const [first] = api.isArrayBindingPattern(name) ? name.elements : [];
  return first && api.isBindingElement(first) && api.isIdentifier(first.name) ? first.name.text : undefined;
}

/** Types that something around an object says of it. */
function declaredType({ ts }: Source, node: ts.Node): readonly ts.TypeNode[] {
  if (
    ts.isCallExpression(node) ||
    ts.isNewExpression(node) ||
    ts.isJsxOpeningElement(node) ||
    ts.isJsxSelfClosingElement(node)
  )
    return node.typeArguments ?? [];
  if (ts.isJsxElement(node)) return node.openingElement.typeArguments ?? [];
  const isTyped =
    ts.isVariableDeclaration(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node);
  if (isTyped) return node.type && !isConst(node.type) ? [node.type] : [];
  return [];
}

function isConst(type: ts.TypeNode): boolean {
  return type.end - type.pos < 8 && 'typeName' in type && (type.typeName as ts.Identifier).text === 'const';
}

/** The copy begins as false, and nothing demands that it be true. */
function startEdits(source: Source, inner: readonly ts.Node[], literal: ts.Node): Edit[] | undefined {
  const { ts } = source;
  const written = source.slice(literal);
  const isEmpty = ts.isCallExpression(literal) || ts.isNewExpression(literal);
  if (!isEmpty && !STARTS.test(written)) return undefined;
  const edits = isEmpty ? [] : [replace(source.span(literal), 'false')];
  if (isEmpty && source.text.slice(literal.end - 2, literal.end) !== '()') return undefined;
  for (const node of inner) {
    const list = ts.isArrayLiteralExpression(node)
      ? node.elements
      : ts.isCallExpression(node) || ts.isNewExpression(node)
        ? (node.arguments ?? [])
        : [];
    const [first, second] = list;
    const last = list.at(-1);
    if (!first || !second || !last || first.pos > literal.pos || literal.end > first.end) continue;
    const demands = demandsIn(source, second);
    if (list.length > 2 || !demands) edits.push(remove({ start: first.end, end: last.end }));
    else edits.push(...demands);
  }
  return edits;
}

/** Of options that keep their meaning without what they demand, the edits that take the demands out; else undefined. */
function demandsIn(source: Source, options: ts.Node): Edit[] | undefined {
  const { ts } = source;
  if (!/validat/i.test(source.slice(options))) return [];
  if (!ts.isObjectLiteralExpression(options)) return undefined;
  const { properties } = options;
  const isDemand = (p: ts.ObjectLiteralElementLike) => /validat/i.test(source.slice(p));
  if (properties.every(isDemand)) return undefined;
  return properties.flatMap((p, i) => {
    if (!isDemand(p)) return [];
    const [before, next] = [properties[i - 1], properties[i + 1]];
    const first = properties.slice(0, i).every(isDemand);
    return [
      remove(
        first && next
          ? { start: source.start(p), end: source.start(next) }
          : { start: before?.end ?? p.pos, end: p.end },
      ),
    ];
  });
}

const STARTS = /^(?:true|false|null|undefined|!0|!1|0|1)$/;

function variable(
  source: Source,
  scope: Scope,
  declared: Declared,
  around: readonly ts.Node[],
  start: readonly Edit[],
): Beside | undefined {
  const { ts } = source;
  const { from, to } = declared.field;
  const node = around.at(-1);
  const list = around.at(-2);
  const statement = around.at(-3);
  const block = around.at(-4);
  if (!node || !ts.isVariableDeclaration(node) || !list || !ts.isVariableDeclarationList(list))
    return undefined;
  if (!statement || !ts.isVariableStatement(statement) || !block || !declared.type(node.type))
    return undefined;
  const edits = [...start];
  let setter: string | undefined;
  const taken = [to];
  if (ts.isIdentifier(node.name)) edits.push(declared.renamed(node.name));
  else {
    const [first, second, ...more] = node.name.elements;
    if (!first || more.length > 0 || !ts.isBindingElement(first)) return undefined;
    edits.push(declared.renamed(first.name));
    if (second && ts.isBindingElement(second)) {
      setter = source.slice(second.name);
      const next = setterFor(setter, from, to);
      if (next === undefined) return undefined;
      taken.push(next);
      edits.push(replace(source.span(second.name), next));
    }
  }
  if (taken.some((name) => scope.find(name, source.start(node)) || scope.imports.has(name))) return undefined;
  const single = list.declarations.length === 1;
  const edit = single ? besideStatement(source, statement, edits) : besideEntry(source, node, edits);
  return edit && { setter, edits: [edit, ...handedOut(source, block, declared)] };
}

/** What `setup` returns, beside the state itself. */
function handedOut(source: Source, block: ts.Node, declared: Declared): Edit[] {
  const { ts } = source;
  if (!ts.isBlock(block)) return [];
  const returned = source.lastReturned(block);
  const object = returned && source.bare(returned);
  if (!object || !ts.isObjectLiteralExpression(object)) return [];
  const entry = object.properties.find(
    (p) => ts.isShorthandPropertyAssignment(p) && p.name.text === declared.field.from,
  );
  return entry?.name
    ? [besideEntry(source, entry, [replace(source.span(entry.name), declared.field.to)])]
    : [];
}
