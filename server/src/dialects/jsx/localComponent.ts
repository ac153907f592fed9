import type ts from 'typescript';
import type { Component } from '../../knowledge/components.js';
import { htmlName } from '../components/attributeNames.js';
import { callableOf } from '../script/callable.js';
import type { Evaluator } from '../script/evaluate.js';
import type { Declaration, Opening } from '../script/scope.js';
import type { Callable } from '../script/source.js';
import type { Thing } from '../script/things.js';
import { BOXES, drawn, type MeaningOf, propsOf, typeOf } from './drawing.js';
import type { Meaning } from './meaning.js';

/** A component of the same text that draws one box and takes its tick or its words from its props. */
export interface LocalComponent {
  readonly component: Component;
  /** Whether the box starts on where no prop says so. */
  readonly initial: Thing | undefined;
}

const CONTROLS = new Set(['input', 'select', 'textarea', 'form', 'option']);

export function localComponent(
  evaluator: Evaluator,
  declaration: Declaration,
  meaningOf: MeaningOf,
): LocalComponent | undefined {
  const callable = callableOf(evaluator, declaration);
  if (!callable?.body || callable.parameters.length === 0) return undefined;
  const { openings, printed } = drawn(evaluator, callable.body);
  let box: { readonly opening: Opening; readonly meaning: Meaning; readonly type: string } | undefined;
  for (const opening of openings) {
    const props = propsOf(evaluator, opening);
    const meaning = meaningOf(opening.tagName, props);
    if (!CONTROLS.has(meaning.tag)) continue;
    const type = typeOf(evaluator, meaning, props);
    if (box || !type || !BOXES.has(type)) return undefined;
    box = { opening, meaning, type };
  }
  if (!box) return undefined;
  const names: Record<string, string> = {};
  let initial: Thing | undefined;
  for (const [written, { initializer }] of propsOf(evaluator, box.opening)) {
    const { ts } = evaluator.source;
    const expression = initializer && ts.isJsxExpression(initializer) ? initializer.expression : undefined;
    if (!expression) continue;
    const name = htmlName(box.meaning, written);
    const prop = propRead(evaluator, callable, expression);
    if (prop !== undefined) names[prop] = name;
    if (name === 'checked') initial = evaluator.resolve(expression);
  }
  const words = printed
    .map((expression) => propRead(evaluator, callable, expression))
    .filter((prop) => prop !== undefined);
  const label = words.find((prop) => prop !== 'children' && !Object.hasOwn(names, prop));
  if (label !== undefined) names[label] = 'label';
  if (words.length === 0 && !Object.values(names).includes('checked')) return undefined;
  return { component: { tag: 'input', type: box.type, props: names }, initial };
}

/** The prop that an expression reads: `on`, `props.on`, `!!on`, `on ?? false`. */
function propRead(evaluator: Evaluator, callable: Callable, node: ts.Expression): string | undefined {
  const { source, scope } = evaluator;
  const { ts } = source;
  let inner = source.bare(node);
  for (;;) {
    if (ts.isPrefixUnaryExpression(inner)) inner = source.bare(inner.operand);
    else if (ts.isBinaryExpression(inner)) inner = source.bare(inner.left);
    else break;
  }
  const parameter = (name: ts.Identifier): Declaration | undefined => {
    const found = scope.find(name.text, source.start(name));
    return found?.kind === 'parameter' && found.owner === callable && found.index === 0 ? found : undefined;
  };
  if (ts.isPropertyAccessExpression(inner) && ts.isIdentifier(inner.expression)) {
    return parameter(inner.expression)?.steps.length === 0 ? inner.name.text : undefined;
  }
  const steps = ts.isIdentifier(inner) ? parameter(inner)?.steps : undefined;
  const key = steps?.length === 1 ? steps[0]?.key : undefined;
  return typeof key === 'string' ? key : undefined;
}
