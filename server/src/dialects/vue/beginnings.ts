import type ts from 'typescript';
import type { Beginnings, When } from '../script/effects.js';
import type { Evaluator } from '../script/evaluate.js';
import { memberOf } from '../script/members.js';
import type { Thing } from '../script/things.js';

/** Hooks of the options and of the composition API that run before the page is used. */
const OPTIONS = ['setup', 'beforeCreate', 'created', 'beforeMount', 'mounted', 'fetch'];
const HANDED: ReadonlyMap<string, When> = new Map<string, When>([
  ['onBeforeMount', 'always'],
  ['onMounted', 'always'],
  ['onServerPrefetch', 'always'],
  ['onActivated', 'always'],
  ['watchEffect', 'always'],
  ['nextTick', 'always'],
  ['$nextTick', 'always'],
  ['then', 'later'],
  ['finally', 'later'],
  ['setTimeout', 'later'],
  ['setInterval', 'later'],
  ['requestAnimationFrame', 'later'],
  ['$on', 'later'],
  ['forEach', 'sometimes'],
  ['map', 'sometimes'],
]);
/** Names on the way to a value that say nothing of their own. */
const SILENT: ReadonlySet<string> = new Set(['this', 'value', '$data']);

/** What a component of Vue does before anyone acts. @param setup its script is what `setup` does. */
export function beginningsOf(
  evaluator: Evaluator,
  options: ts.ObjectLiteralExpression | undefined,
  setup: boolean,
): Beginnings {
  const option = (key: string): Thing | undefined =>
    options && memberOf(evaluator, { is: 'node', node: options }, key);
  const hooks = OPTIONS.flatMap((key) => {
    const thing = option(key);
    return thing?.is === 'node' && evaluator.source.isFunction(thing.node) ? [thing.node] : [];
  });
  const { statements } = evaluator.source.file;
  return {
    // A function that is declared is not called yet.
    code: [...(setup ? statements.filter((s) => !evaluator.source.isFunction(s)) : []), ...hooks],
    method: (name) => {
      const methods = option('methods');
      return methods && memberOf(evaluator, methods, name);
    },
    handed: (name) => HANDED.get(name),
    pathOf: (expression) => pathOf(evaluator, expression),
  };
}

/** `form.newsletter` of `this.form.newsletter` and `form.value.newsletter`. */
function pathOf({ source }: Evaluator, expression: ts.Expression): string | undefined {
  const code = source.slice(source.bare(expression));
  if (!/^[\w$]+(?:\??\.[\w$]+)*$/.test(code)) return undefined;
  const parts = code.replaceAll('?', '').split('.');
  return parts.filter((part) => !SILENT.has(part)).join('.');
}
