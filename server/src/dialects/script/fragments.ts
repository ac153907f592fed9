import type ts from 'typescript';
import type { Evaluator } from './evaluate.js';
import { type Fragments, holdsMarkup } from './stringText.js';

/** A text takes in so many others at most: each may take in as many again. */
const MOST = 200;
const DEEPEST = 8;

/** What stands elsewhere in the file as a string with markup: a constant, or what a function gives back. */
export class LocalFragments implements Fragments {
  readonly #busy = new Set<ts.Expression>();
  #count = 0;

  constructor(
    readonly evaluator: Evaluator,
    /** What has been taken in. */
    readonly taken: Set<ts.Expression>,
  ) {}

  find(output: ts.Expression): ts.Expression | undefined {
    if (this.#count >= MOST || this.#busy.size >= DEEPEST) return undefined;
    const fragment = definitionOf(this.evaluator, output);
    if (!fragment || this.#busy.has(fragment) || !holdsMarkup(this.evaluator.source, fragment))
      return undefined;
    this.#count++;
    this.#busy.add(fragment);
    this.taken.add(fragment);
    return fragment;
  }

  leave(fragment: ts.Expression): void {
    this.#busy.delete(fragment);
  }
}

/** The expression that a name or a call of a function of this file stands for; undefined where it is no such, or may be another one. */
export function definitionOf(evaluator: Evaluator, node: ts.Expression): ts.Expression | undefined {
  const { source, scope } = evaluator;
  const { ts } = source;
  const bare = source.bare(ts.isAwaitExpression(node) ? node.expression : node);
  if (ts.isCallExpression(bare)) {
    const called = evaluator.resolve(bare.expression);
    if (called.is !== 'node' || !source.isFunction(called.node) || source.returnsEarly(called.node))
      return undefined;
    const returned = source.returned(called.node);
    return returned && (definitionOf(evaluator, returned) ?? source.bare(returned));
  }
  if (ts.isIdentifier(bare)) {
    const declaration = scope.find(bare.text, source.start(bare));
    if (declaration?.kind !== 'variable' || !declaration.initial || declaration.steps.length > 0)
      return undefined;
    if (!declaration.constant && scope.assigned.has(bare.text)) return undefined;
    return definitionOf(evaluator, declaration.initial) ?? source.bare(declaration.initial);
  }
  return undefined;
}
