import type ts from 'typescript';
import type { Evaluator } from '../script/evaluate.js';
import type { Opening } from '../script/scope.js';
import type { Meaning } from './meaning.js';

export type MeaningOf = (
  tag: ts.JsxTagNameExpression,
  props: ReadonlyMap<string, ts.JsxAttribute>,
) => Meaning;

export const BOXES: ReadonlySet<string> = new Set(['checkbox', 'switch', 'radio']);

/** Every opening tag in a function, and every expression that stands between tags. */
export function drawn(
  { source: { ts } }: Evaluator,
  body: ts.Node,
): { readonly openings: Opening[]; readonly printed: ts.Expression[] } {
  const openings: Opening[] = [];
  const printed: ts.Expression[] = [];
  const pending: ts.Node[] = [body];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) openings.push(node);
    if (ts.isJsxElement(node) || ts.isJsxFragment(node)) {
      for (const child of node.children)
        if (ts.isJsxExpression(child) && child.expression) printed.push(child.expression);
    }
    const children: ts.Node[] = [];
    ts.forEachChild(node, (child) => void children.push(child));
    pending.push(...children.reverse());
  }
  return { openings, printed };
}

export function propsOf({ source }: Evaluator, { attributes }: Opening): Map<string, ts.JsxAttribute> {
  const written = attributes.properties.filter(source.ts.isJsxAttribute);
  return new Map(written.map((attribute) => [source.slice(attribute.name), attribute]));
}

export function typeOf(
  evaluator: Evaluator,
  { component }: Meaning,
  props: ReadonlyMap<string, ts.JsxAttribute>,
): string | undefined {
  const { ts } = evaluator.source;
  const written = props.get('type')?.initializer;
  const expression =
    written &&
    (ts.isJsxExpression(written) ? written.expression : ts.isStringLiteral(written) ? written : undefined);
  const type = expression && evaluator.resolve(expression);
  return type?.is === 'scalar' && typeof type.value === 'string' ? type.value : component?.type;
}
