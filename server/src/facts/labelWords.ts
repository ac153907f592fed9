import { contains, type Span } from '../core/span.js';
import type { Element, Hole, Node } from '../model/nodes.js';
import { attribute, wordsSpan } from '../model/query.js';
import { adjacentNodes } from './adjacent.js';
import { labelElement } from './label.js';
import type { FactSource } from './source.js';

/** Where the words stand that name a control. */
export interface LabelWords {
  /** What holds them: the label, what stands beside the control, or the control itself. */
  readonly parts: readonly Node[];
  readonly label: Element | undefined;
  readonly beside: readonly Node[];
  /** From the first to the last word. */
  readonly span: Span | undefined;
}

export function labelWordsOf(control: Element, source: FactSource): LabelWords {
  const label = labelElement(control, source);
  const beside = label || control.children.length ? [] : adjacentNodes(control, source);
  const parts = label ? [label] : beside.length ? beside : [control];
  return { parts, label, beside, span: beside.length ? wordsIn(beside) : wordsOf(label ?? control, control) };
}

/** The stretch of the label's own words: all its content but the control. */
function wordsOf(label: Element, control: Element): Span | undefined {
  const prop = attribute(label, 'label');
  if (label.name !== label.tag && prop?.value.state === 'known' && !prop.value.origin) {
    // Beside words of its own, the prop is what code calls it.
    return label === control && wordsIn(label.children) ? undefined : prop.value.span;
  }
  const slot = label.children.find((c): c is Hole => c.kind === 'hole' && c.slot === 'label');
  if (slot && label.name !== label.tag) return wordsHanded(slot.children);
  const inside = label.close && { start: label.open.end, end: label.close.start };
  if (!inside) return undefined;
  if (label === control || !contains(inside, control.span)) return trimmed(label, inside);
  let top: Element | Hole = control;
  while (top.parent && top.parent !== label) top = top.parent;
  const after = { start: top.span.end, end: inside.end };
  const before = { start: inside.start, end: top.span.start };
  return trimmed(label, after) ?? trimmed(label, before);
}

/** Of markup that a prop is given. What stands for all of it is no place for words alone. */
function wordsHanded(nodes: readonly Node[]): Span | undefined {
  const words = wordsIn(nodes);
  return words && nodes.some((n) => n.kind !== 'text' && contains(words, n.span)) && nodes.length === 1
    ? undefined
    : words;
}

function trimmed(label: Element, within: Span): Span | undefined {
  return wordsIn(label.children.filter((c) => contains(within, c.span) && c.kind !== 'comment'));
}

/** From the first to the last word of nodes, blanks around them left out; inside the one element that formats all of them. */
function wordsIn(inner: readonly Node[]): Span | undefined {
  const shown = inner.flatMap((node) => {
    const span = shownSpan(node);
    return span.end > span.start ? [{ node, span }] : [];
  });
  const [first] = shown;
  const last = shown.at(-1);
  if (!first || !last) return undefined;
  const { node } = first;
  if (first === last && holdsWords(node))
    return wordsIn(node.children.filter((c) => c.kind !== 'comment')) ?? first.span;
  return { start: first.span.start, end: last.span.end };
}

/** An element that formats all the words, or a prop that they are the value of. */
function holdsWords(node: Node): node is Element | Hole {
  if (node.kind === 'hole') return node.slot !== undefined;
  return node.kind === 'element' && node.close !== undefined && node.tag !== 'a';
}

function shownSpan(node: Node): Span {
  const { start } = node.span;
  // `{' '}` is a blank as well.
  if (node.kind === 'hole' && node.value.state === 'known' && String(node.value.value).trim() === '')
    return { start, end: start };
  return node.kind === 'text' ? wordsSpan(node) : node.span;
}
