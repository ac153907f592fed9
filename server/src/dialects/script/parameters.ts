import type ts from 'typescript';
import { callableOf } from './callable.js';
import type { Evaluator } from './evaluate.js';
import type { Declaration, Opening } from './scope.js';
import { type Thing, unknown, via } from './things.js';

/** Where the text's own components are used, by the function that draws them. */
export type Uses = ReadonlyMap<ts.Node, ComponentUses>;

interface ComponentUses {
  readonly openings: readonly Opening[];
  /** Other texts may use it as well. */
  readonly exported: boolean;
}

/** What a parameter is given: by a library that calls the function, by the elements that use the component, by default. */
export function parameterGiven(
  evaluator: Evaluator,
  { owner, index, initial, steps, node }: Declaration,
): Thing {
  if (owner && index === 0) {
    const given = evaluator.parameters.get(owner) ?? defaultProps(evaluator, owner);
    if (given) return given;
    const uses = usesOf(evaluator).get(owner);
    if (uses) return { is: 'virtual', member: (key) => propGiven(evaluator, uses.openings, key) };
  }
  // A pattern's own default only says what it takes apart when nothing is given.
  if (!initial || steps.length > 0) return unknown(node);
  return via(evaluator.resolve(initial), { kind: 'parameter', name: '', exported: false });
}

/** True where every use of a component gives the prop, so that its default is never taken. */
export function alwaysGiven(evaluator: Evaluator, { owner, steps }: Declaration): boolean {
  const uses = owner && usesOf(evaluator).get(owner);
  const key = steps.length === 1 ? steps[0]?.key : undefined;
  return uses !== undefined && !uses.exported && uses.openings.every((use) => gives(evaluator, use, key));
}

function gives({ source }: Evaluator, { attributes }: Opening, key: string | number | undefined): boolean {
  const { ts } = source;
  return attributes.properties.some((entry) => !ts.isJsxAttribute(entry) || source.slice(entry.name) === key);
}

function defaultProps(evaluator: Evaluator, owner: ts.Node): Thing | undefined {
  const { scope, source } = evaluator;
  for (const [name, defaults] of scope.defaultProps) {
    const declaration = scope.find(name, source.start(defaults));
    if (declaration && (declaration.node === owner || declaration.initial === owner)) {
      return via(evaluator.resolve(defaults), { kind: 'parameter', name: 'defaultProps', exported: false });
    }
  }
  return undefined;
}

/** Forms, fields and lists that a component is handed; plain values belong to the element that gives them. */
function propGiven(evaluator: Evaluator, uses: readonly Opening[], key: string): Thing | undefined {
  let given: Thing | undefined;
  for (const use of uses) {
    const expression = propOf(evaluator, use, key);
    const thing = expression && evaluator.resolve(expression);
    if (!thing || (thing.is !== 'virtual' && thing.is !== 'node')) return undefined;
    if (given && !isSame(given, thing)) return undefined;
    given ??= thing;
  }
  return given;
}

function isSame(a: Thing, b: Thing): boolean {
  if (a.is === 'virtual' && b.is === 'virtual')
    return a.form !== undefined && a.form.initial === b.form?.initial;
  return a.is === 'node' && b.is === 'node' && a.node === b.node;
}

function propOf({ source }: Evaluator, { attributes }: Opening, key: string): ts.Expression | undefined {
  const { ts } = source;
  for (const entry of attributes.properties) {
    if (!ts.isJsxAttribute(entry) || source.slice(entry.name) !== key) continue;
    const written = entry.initializer;
    return (
      written &&
      (ts.isJsxExpression(written) ? written.expression : ts.isStringLiteral(written) ? written : undefined)
    );
  }
  return undefined;
}

export function usesOf(evaluator: Evaluator): Uses {
  if (evaluator.uses) return evaluator.uses;
  const uses = new Map<ts.Node, ComponentUses>();
  for (const [name, openings] of evaluator.scope.uses) {
    const [first] = openings;
    const declaration = first && evaluator.scope.find(name, first.pos);
    const callable = declaration && callableOf(evaluator, declaration);
    if (callable) uses.set(callable, { openings, exported: isExported(evaluator, declaration, name) });
  }
  evaluator.uses = uses;
  return uses;
}

function isExported({ scope, source }: Evaluator, { node, exported }: Declaration, name: string): boolean {
  const { ts } = source;
  const modifiers = ts.isFunctionDeclaration(node) ? node.modifiers : undefined;
  return (
    exported ||
    scope.exported.has(name) ||
    modifiers?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword) === true
  );
}
