import type ts from 'typescript';
import type { Evaluator } from '../script/evaluate.js';
import type { Thing } from '../script/things.js';

/**
 * Of a list that is written out, the first entry that holds something that is on: what markup draws for each entry, it draws
 * for this one. Undefined where no entry does.
 */
export function entryThatIsOn(evaluator: Evaluator, list: Thing): ts.ObjectLiteralExpression | undefined {
  const { ts } = evaluator.source;
  if (list.is !== 'node' || !ts.isArrayLiteralExpression(list.node)) return undefined;
  return list.node.elements
    .filter(ts.isObjectLiteralExpression)
    .find(({ properties }) =>
      properties.some(
        (entry) => ts.isPropertyAssignment(entry) && entry.initializer.kind === ts.SyntaxKind.TrueKeyword,
      ),
    );
}
