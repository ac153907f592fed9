import type ts from 'typescript';
import type { Evaluator } from './evaluate.js';
import { jsxText } from './text.js';

export interface Words {
  readonly text: string;
  /** Nothing in it depends on the running program. */
  readonly whole: boolean;
}

/** The words of JSX that stands elsewhere (`const label = <b>Yes</b>`); undefined where the expression is no JSX or has none. */
export function markupText(evaluator: Evaluator, node: ts.Expression): Words | undefined {
  const { ts } = evaluator.source;
  if (!ts.isJsxElement(node) && !ts.isJsxFragment(node)) return undefined;
  const parts: string[] = [];
  let whole = true;
  const seen = new Set<ts.Node>([node]);
  const pending: ts.Node[] = [...node.children].reverse();
  for (let child = pending.pop(); child; child = pending.pop()) {
    if (ts.isJsxText(child)) parts.push(jsxText(child.text, 0)?.text ?? '');
    else if (ts.isJsxElement(child) || ts.isJsxFragment(child))
      pending.push(...[...child.children].reverse());
    else if (ts.isJsxExpression(child) && child.expression) {
      const value = evaluator.resolve(child.expression);
      if (value.is === 'scalar' && typeof value.value === 'string') parts.push(value.value);
      else {
        const inner =
          value.is === 'node' && ts.isExpression(value.node) && value.node !== child.expression
            ? value.node
            : undefined;
        if (inner && !seen.has(inner) && (ts.isJsxElement(inner) || ts.isJsxFragment(inner))) {
          seen.add(inner);
          pending.push(inner);
        } else whole = false;
      }
    }
  }
  const text = parts.join('').replace(/\s+/g, ' ').trim();
  return text ? { text, whole } : undefined;
}
