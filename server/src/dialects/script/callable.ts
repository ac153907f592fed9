import type { Evaluator } from './evaluate.js';
import type { Declaration } from './scope.js';
import type { Callable } from './source.js';

/** The function that a declaration gives its name, through `memo(…)`, `forwardRef(…)` and the like. */
export function callableOf(evaluator: Evaluator, { kind, node, initial }: Declaration): Callable | undefined {
  const { source } = evaluator;
  if (kind === 'function' && source.isFunction(node)) return node;
  let made = initial && source.bare(initial);
  if (made && source.ts.isCallExpression(made)) made = made.arguments[0];
  return made && source.isFunction(made) ? made : undefined;
}
