import { contains, overlaps, type Span } from '../core/span.js';
import type { Block } from '../model/blocks.js';
import type { Element, Node } from '../model/nodes.js';
import { ancestors, parentElement, wordsSpan } from '../model/query.js';
import type { FactSource } from './source.js';
import type { StatedPurpose } from './types/index.js';

/** A sentence that stands among the words of a form. */
export interface Said {
  readonly text: string;
  /** Where all of its words stand, and nothing else; undefined where escapes or code part them. */
  readonly span: Span | undefined;
  readonly block: Block;
  readonly purposes: readonly StatedPurpose[];
  readonly language: string | undefined;
  readonly form: Element;
}

/** Where no box can stand, or where words belong to something else. */
const CLOSED: ReadonlySet<string> = new Set([
  'a',
  'button',
  'label',
  'legend',
  'option',
  'select',
  'summary',
  'textarea',
  'title',
]);

/** The stretch that a sentence takes up, with the elements that only format it; undefined where it shares one. */
export function placeOf({ text, span, block, form }: Said, { index, doc }: FactSource): Span | undefined {
  const { element } = block;
  const isInside = element === form || [...ancestors(element)].includes(form);
  if (!isInside || block.links.length > 0 || block.gaps.length > 0) return undefined;
  for (let up: Element | undefined = element; up && up !== form; up = parentElement(up)) {
    if (up.made || CLOSED.has(up.tag)) return undefined;
  }
  if (text !== block.text) {
    const own = span && isOneText(element, span);
    return own && !/[<>{}]/.test(doc.text.slice(span.start, span.end)) ? span : undefined;
  }
  return wholePlace(element, block.span, index.controlsIn);
}

/** The one text, no value of an attribute, that holds a stretch. */
export function isOneText(element: Element, span: Span): boolean {
  return element.children.some((child) =>
    child.kind === 'text'
      ? contains(child.span, span)
      : child.kind === 'element' &&
        contains({ start: child.open.end, end: child.close?.start ?? child.open.end }, span) &&
        !CLOSED.has(child.tag) &&
        isOneText(child, span),
  );
}

/** What an element holds from the first to the last of its words, unless fields or code stand between them. */
function wholePlace(element: Element, words: Span, controlsIn: (e: Element) => number): Span | undefined {
  const held = element.children.filter((child) => overlaps(child.span, words) && !isBlank(child));
  const [first] = held;
  const last = held.at(-1);
  if (!first || !last || held.some((child) => !isWords(child, controlsIn))) return undefined;
  if (first === last && first.kind === 'element') {
    const inner = first.close && { start: first.open.end, end: first.close.start };
    if (!inner || !contains(inner, trimmed(first, words))) return undefined;
    return wholePlace(first, words, controlsIn);
  }
  return { start: spanOf(first).start, end: spanOf(last).end };
}

function isBlank(node: Node): boolean {
  return node.kind === 'comment' || (node.kind === 'text' && node.text.trim() === '');
}

function isWords(node: Node, controlsIn: (e: Element) => number): boolean {
  if (node.kind === 'hole') return node.value.state === 'known' && node.children.length === 0;
  if (node.kind !== 'element') return true;
  return !node.made && node.close !== undefined && !CLOSED.has(node.tag) && controlsIn(node) === 0;
}

/** Words of an element's own tag are handed to it; they begin outside of what it holds. */
function trimmed({ open }: Element, { start, end }: Span): Span {
  return start < open.end ? { start, end } : { start: Math.max(start, open.end), end };
}

function spanOf(node: Node): Span {
  return node.kind === 'text' ? wordsSpan(node) : node.span;
}

/** Attributes that two elements cannot both have, or that tie one to code. */
const OWN = /^(?:id|key|ref|slot|for|name|v-.*|:.*|@.*|#.*|\*.*)$/;

/** Whether a copy of an element, with other words in it, can stand behind it in its form. */
export function isCopied(element: Element, form: Element): boolean {
  if (element === form || element.parent?.kind !== 'element' || !element.close || element.made) return false;
  for (let up: Element | undefined = element; up && up !== form; up = parentElement(up))
    if (CLOSED.has(up.tag)) return false;
  return (
    !element.openEnded &&
    element.attributes.every(
      ({ written, value }) =>
        written !== '' && !OWN.test(written) && value.state === 'known' && !value.origin,
    )
  );
}
