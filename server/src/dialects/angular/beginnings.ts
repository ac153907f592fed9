import type ts from 'typescript';
import type { Assigned, Beginnings, When } from '../script/effects.js';
import type { Evaluator } from '../script/evaluate.js';
import { pathIn } from './forms.js';
import type { ClassMembers } from './members.js';

/** Hooks that run before the page is used; Ionic's among them. */
const HOOKS: ReadonlySet<string> = new Set([
  'ngOnInit',
  'ngDoCheck',
  'ngAfterContentInit',
  'ngAfterViewInit',
  'ionViewWillEnter',
  'ionViewDidEnter',
]);
const HANDED: ReadonlyMap<string, When> = new Map<string, When>([
  ['effect', 'always'],
  ['untracked', 'always'],
  ['afterNextRender', 'always'],
  ['afterRender', 'always'],
  ['runInInjectionContext', 'always'],
  ['subscribe', 'later'],
  ['tap', 'later'],
  ['map', 'later'],
  ['switchMap', 'later'],
  ['mergeMap', 'later'],
  ['concatMap', 'later'],
  ['finalize', 'later'],
  ['then', 'later'],
  ['catch', 'later'],
  ['finally', 'later'],
  ['setTimeout', 'later'],
  ['setInterval', 'later'],
  ['requestAnimationFrame', 'later'],
  ['forEach', 'sometimes'],
]);
/** Members that only lead to a control or to its value. */
const SILENT: ReadonlySet<string> = new Set(['controls', 'value']);

/** What a component does before anyone acts. */
export function beginningsOf(members: ClassMembers): Beginnings {
  const { evaluator, component } = members;
  const { source } = evaluator;
  const { ts } = source;
  const code = [...(component?.members ?? [])].flatMap((member): ts.Node[] => {
    if (ts.isConstructorDeclaration(member)) return member.body ? [member.body] : [];
    return ts.isMethodDeclaration(member) && HOOKS.has(source.keyOf(member.name) ?? '') ? [member] : [];
  });
  return {
    code,
    method: (name) => members.declared(name),
    handed: (name) => HANDED.get(name),
    pathOf: (expression) => memberPath(evaluator, expression)?.join('.'),
    sets: (call) => setBy(evaluator, call),
  };
}

/** `form`, `newsletter` of `this.form.get('newsletter')`, `form.controls['newsletter'].value`; undefined for what is no path. */
export function memberPath(evaluator: Evaluator, expression: ts.Expression): string[] | undefined {
  const { source } = evaluator;
  const { ts } = source;
  const node = source.bare(expression);
  if (node.kind === ts.SyntaxKind.ThisKeyword) return [];
  if (ts.isIdentifier(node)) return [node.text];
  if (ts.isPropertyAccessExpression(node)) {
    const path = memberPath(evaluator, node.expression);
    return path && (SILENT.has(node.name.text) ? path : [...path, node.name.text]);
  }
  if (ts.isElementAccessExpression(node)) {
    const path = memberPath(evaluator, node.expression);
    const key = node.argumentExpression;
    return path && ts.isStringLiteralLike(key) ? [...path, key.text] : undefined;
  }
  if (!ts.isCallExpression(node)) return undefined;
  const callee = source.bare(node.expression);
  // A signal is read by calling it.
  if (node.arguments.length === 0) return memberPath(evaluator, callee);
  if (!ts.isPropertyAccessExpression(callee) || !/^(?:get|at)$/.test(callee.name.text)) return undefined;
  const path = memberPath(evaluator, callee.expression);
  const inner = path && pathIn(evaluator, node.arguments[0]);
  return inner && [...path, ...inner];
}

/** `this.form.patchValue({ newsletter: true })`, `this.optIn.set(true)`, `this.form.addControl('newsletter', control)` */
function setBy(evaluator: Evaluator, call: ts.CallExpression): readonly Assigned[] | undefined {
  const { source } = evaluator;
  const { ts } = source;
  const callee = source.bare(call.expression);
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const path = memberPath(evaluator, callee.expression);
  const [first, second] = call.arguments;
  if (!path || path.length === 0) return undefined;
  switch (callee.name.text) {
    case 'patchValue':
    case 'setValue':
    case 'reset':
      return valuesSet(evaluator, path, first);
    case 'set':
      return call.arguments.length === 1 ? [{ path: path.join('.'), value: first }] : undefined;
    case 'update':
      return [{ path: path.join('.'), value: undefined }];
    case 'addControl':
    case 'setControl': {
      const key = pathIn(evaluator, first);
      return key && [{ path: [...path, ...key].join('.'), value: second }];
    }
    default:
      return undefined;
  }
}

function valuesSet(
  evaluator: Evaluator,
  path: readonly string[],
  given: ts.Expression | undefined,
): Assigned[] {
  const { source } = evaluator;
  const { ts } = source;
  const value = given && source.bare(given);
  if (!value || !ts.isObjectLiteralExpression(value)) return [{ path: path.join('.'), value }];
  return value.properties.flatMap((entry) => {
    const key = ts.isPropertyAssignment(entry) ? source.keyOf(entry.name) : undefined;
    if (key !== undefined && ts.isPropertyAssignment(entry))
      return valuesSet(evaluator, [...path, key], entry.initializer);
    const name = ts.isShorthandPropertyAssignment(entry) ? [entry.name.text] : [];
    return [{ path: [...path, ...name].join('.'), value: undefined }];
  });
}
