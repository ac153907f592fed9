import type ts from 'typescript';
import { contains, overlaps, type Span } from '../../core/span.js';
import type { Attribute, KnownValue } from '../../model/nodes.js';
import { Evaluator } from '../script/evaluate.js';
import { markupText } from '../script/markupText.js';
import { OriginRegister } from '../script/origins.js';
import { usesOf } from '../script/parameters.js';
import type { Scan } from '../script/scan.js';
import type { Callable } from '../script/source.js';
import { Values } from '../script/values.js';
import type { AttributeList } from './attributeList.js';
import { AttributeReader } from './attributes.js';
import { drawn, propsOf, typeOf } from './drawing.js';
import { Meanings } from './meaning.js';

/** A box that code draws from an entry of a list: `options.map((o) => <Switch defaultChecked={o.on} label={o.label} />)`. */
export interface ListedBox {
  /** The entry. */
  readonly span: Span;
  /** What the list is called; it stands for the element's name. */
  readonly name: string;
  readonly attributes: readonly Attribute[];
}

const DRAWING = new Set(['map', 'flatMap']);
/** Methods that give the same entries, or some of them. */
const SELECTING = new Set(['filter', 'slice', 'sort', 'reverse', 'toSorted', 'toReversed']);
const MAX_ENTRIES = 50;

/** Every such box whose entry stands outside JSX, in source order. */
export function listedBoxes(
  scan: Scan,
  evaluator: Evaluator,
  configured: Meanings['configured'],
): ListedBox[] {
  const found: ListedBox[] = [];
  if (scan.drawers.size === 0) return found;
  const roots = scan.roots.map((root) => evaluator.source.span(root));
  for (const call of scan.scope.calls) {
    const drawer = drawerOf(scan, evaluator, call);
    const list = drawer && listOf(evaluator, call.expression);
    if (!list) continue;
    const { ts } = evaluator.source;
    const entries = list.elements.filter(ts.isObjectLiteralExpression).slice(0, MAX_ENTRIES);
    const name = nameOf(evaluator, call.expression);
    for (const entry of entries) {
      const span = evaluator.source.span(entry);
      if (roots.some((root) => contains(root, span)) || found.some((other) => overlaps(other.span, span)))
        continue;
      const attributes = attributesOf(scan, evaluator, configured, drawer, entry);
      if (attributes) found.push({ span, name, attributes });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** The function that draws the entries, where a call hands them to one. */
function drawerOf(scan: Scan, evaluator: Evaluator, call: ts.CallExpression): Callable | undefined {
  const { source } = evaluator;
  const name = source.ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : '';
  const [argument] = call.arguments;
  if (!argument || !DRAWING.has(name)) return undefined;
  const drawer = evaluator.resolve(argument);
  if (drawer.is !== 'node' || !source.isFunction(drawer.node)) return undefined;
  return scan.drawers.has(drawer.node) && drawer.node.parameters.length > 0 ? drawer.node : undefined;
}

function calledOn(evaluator: Evaluator, callee: ts.Expression): ts.Expression | undefined {
  return evaluator.source.ts.isPropertyAccessExpression(callee) ? callee.expression : undefined;
}

/** What the list is called, before anything is selected from it. */
function wholeList(evaluator: Evaluator, callee: ts.Expression): ts.Expression | undefined {
  const { ts } = evaluator.source;
  let expression = calledOn(evaluator, callee);
  while (
    expression &&
    ts.isCallExpression(expression) &&
    ts.isPropertyAccessExpression(expression.expression)
  ) {
    if (!SELECTING.has(expression.expression.name.text)) break;
    expression = expression.expression.expression;
  }
  return expression;
}

function listOf(evaluator: Evaluator, callee: ts.Expression): ts.ArrayLiteralExpression | undefined {
  const expression = wholeList(evaluator, callee);
  const list = expression && evaluator.resolve(expression);
  return list?.is === 'node' && evaluator.source.ts.isArrayLiteralExpression(list.node)
    ? list.node
    : undefined;
}

function nameOf(evaluator: Evaluator, callee: ts.Expression): string {
  const { ts } = evaluator.source;
  const expression = wholeList(evaluator, callee);
  const named = expression && (ts.isIdentifier(expression) || ts.isPropertyAccessExpression(expression));
  return named ? evaluator.source.slice(expression) : 'map';
}

/** What the entry makes of the one box that the function draws; undefined where it draws none or several, or has no words for it. */
function attributesOf(
  scan: Scan,
  outer: Evaluator,
  configured: Meanings['configured'],
  drawer: Callable,
  entry: ts.ObjectLiteralExpression,
): readonly Attribute[] | undefined {
  const { source } = outer;
  const evaluator = new Evaluator(source, scan.scope);
  for (const [callable, thing] of outer.parameters) evaluator.parameters.set(callable, thing);
  evaluator.uses = usesOf(outer);
  evaluator.parameters.set(drawer, { is: 'node', node: entry });
  const meanings = new Meanings(evaluator, configured);
  const reader = new AttributeReader(new Values(evaluator), new OriginRegister(), scan.holders);
  let list: AttributeList | undefined;
  for (const opening of drawn(evaluator, drawer.body ?? drawer).openings) {
    const props = propsOf(evaluator, opening);
    const meaning = meanings.of(opening.tagName, props);
    if (meaning.tag !== 'input') continue;
    const type = typeOf(evaluator, meaning, props);
    if (list || (type !== 'checkbox' && type !== 'switch')) return undefined;
    list = reader.read(meaning, opening.tagName, opening.attributes, {});
  }
  const label = list && labelOf(evaluator, list, drawer, entry);
  return list && label && [...standing(list, source.span(entry)), label];
}

/** The words for the box: its own, else all that the function draws. */
function labelOf(
  evaluator: Evaluator,
  list: AttributeList,
  drawer: Callable,
  entry: ts.ObjectLiteralExpression,
): Attribute | undefined {
  const { source } = evaluator;
  const own = (list.get('label') ?? list.get('aria-label'))?.value;
  const markup = firstMarkup(evaluator, drawer);
  const words =
    own?.state === 'known' && typeof own.value === 'string'
      ? own.value
      : markup && markupText(evaluator, markup)?.text;
  if (!words) return undefined;
  const span = source.span(entry);
  const origin = { kind: 'constant', span, name: source.slice(list.tag), shared: false } as const;
  return {
    name: 'label',
    written: '',
    nameSpan: span,
    span,
    value: { state: 'known', value: words, span, origin },
  };
}

function firstMarkup({ source: { ts } }: Evaluator, drawer: Callable): ts.Expression | undefined {
  const pending: ts.Node[] = [drawer.body ?? drawer];
  for (let node = pending.shift(); node; node = pending.shift()) {
    if (ts.isJsxElement(node) || ts.isJsxFragment(node)) return node;
    ts.forEachChild(node, (child) => void pending.push(child));
  }
  return undefined;
}

/** Type, name and tick, placed where the entry says them; a tick that the markup gives to every entry is shared. */
function standing(list: AttributeList, entry: Span): Attribute[] {
  return list.attributes
    .filter(({ name }) => name === 'type' || name === 'name' || name === 'checked' || name === 'required')
    .map((attribute) => ({
      ...attribute,
      written: '',
      // What asks for an answer asks it for every entry.
      ...(attribute.name === 'required' && { off: undefined }),
      ...placed(attribute, entry),
    }));
}

function placed(
  { name, span, nameSpan, value }: Attribute,
  entry: Span,
): Pick<Attribute, 'span' | 'nameSpan' | 'value'> {
  if (name !== 'checked' || value.state !== 'known') return { span, nameSpan, value };
  if (value.origin) {
    const decides: KnownValue = { ...value, span: value.origin.span };
    return contains(entry, value.origin.span)
      ? { span: value.origin.span, nameSpan: entry, value: decides }
      : { span, nameSpan, value };
  }
  return { span, nameSpan, value: { ...value, origin: { kind: 'constant', span, name, shared: true } } };
}
