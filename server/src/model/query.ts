import type { Span } from '../core/span.js';
import type { Attribute, Element, Hole, Node, Text, Value } from './nodes.js';

/**
 * All nodes beneath one, in source order, without recursion: documents may nest a hundred thousand deep.
 * @param most how many are enough.
 */
export function descendants(root: Element | Hole, most = Number.POSITIVE_INFINITY): readonly Node[] {
  const found: Node[] = [];
  const stack: Node[] = [];
  pushChildren(stack, root);
  for (let node = stack.pop(); node && found.length < most; node = stack.pop()) {
    found.push(node);
    if (node.kind === 'element' || node.kind === 'hole') pushChildren(stack, node);
  }
  return found;
}

/** Nodes of a form that are looked at: forms that are never closed may hold one another. */
export const LARGEST_FORM = 5000;

function pushChildren(stack: Node[], { children }: Element | Hole): void {
  for (let i = children.length - 1; i >= 0; i--) stack.push(children[i] as Node);
}

export function elements(root: Element | Hole, most = Number.POSITIVE_INFINITY): readonly Element[] {
  return descendants(root, most).filter((node) => node.kind === 'element');
}

/** From the parent outwards; holes are passed through. */
export function* ancestors(node: Node): Generator<Element> {
  for (let up = node.parent; up; up = up.parent) if (up.kind === 'element' && up.parent) yield up;
}

/** The element around a node, the document aside; holes are passed through. */
export function parentElement(node: Node): Element | undefined {
  const [parent] = ancestors(node);
  return parent;
}

export function attribute(element: Element, name: string): Attribute | undefined {
  for (const found of element.attributes) if (found.name === name) return found;
  return undefined;
}

/** The attribute's value; where a spread may add it, dynamic instead of absent. */
export function valueOfAttribute(element: Element, name: string): Value {
  const found = attribute(element, name);
  if (found) return found.value;
  if (element.openEnded) return { state: 'dynamic', span: element.open, code: '' };
  return { state: 'absent' };
}

/** The attribute's text where it is known. */
export function knownText(element: Element, name: string): string | undefined {
  const value = attribute(element, name)?.value;
  return value?.state === 'known' && value.value !== null ? String(value.value) : undefined;
}

/** The stretch of a text without the blanks around its words; empty, behind the leading ones, where it has none. */
export function wordsSpan({ text, span: { start, end } }: Text): Span {
  const from = start + text.length - text.trimStart().length;
  return { start: from, end: Math.max(from, end - (text.length - text.trimEnd().length)) };
}

/**
 * The words a reader gets: texts and known holes, blanks folded, scripts and styles left out.
 * @param limit UTF-16 units that are enough; what has more is not read to its end.
 */
export function visibleText(node: Node, limit = Number.POSITIVE_INFINITY): string {
  if (node.kind === 'text') return node.text;
  if (node.kind === 'comment') return '';
  const stack: Node[] = [node];
  let words = '';
  // Two elements without a text between them are laid out apart more often than not.
  let afterElement = false;
  for (let inner = stack.pop(); inner && words.length < limit; inner = stack.pop()) {
    if (inner.kind === 'text') {
      if (!isRaw(inner.parent)) words += inner.text;
      afterElement = inner === inner.parent?.children.at(-1);
    } else if (inner.kind !== 'comment') {
      if (inner.kind === 'hole') words += printed(inner);
      else if (inner !== node) {
        if (afterElement || BREAKS.has(inner.tag)) words += ' ';
        afterElement = true;
      }
      pushChildren(stack, inner);
    }
  }
  return words.replace(/\s+/g, ' ').trim();
}

function printed({ value }: Hole): string {
  return value.state === 'known' && typeof value.value === 'string' ? value.value : '';
}

const RAW = new Set(['script', 'style', 'template', 'noscript']);
const BREAKS = new Set([
  'br',
  'p',
  'div',
  'li',
  'td',
  'tr',
  'th',
  'option',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
]);

function isRaw(parent: Element | Hole | undefined): boolean {
  return parent?.kind === 'element' && RAW.has(parent.tag);
}
