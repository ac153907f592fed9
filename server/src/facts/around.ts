import { once } from '../core/memo.js';
import { firstFrom } from '../core/search.js';
import type { Span } from '../core/span.js';
import type { Element, Hole, Node, Text } from '../model/nodes.js';
import { ancestors, attribute, descendants, visibleText } from '../model/query.js';
import { labelNodes } from './label.js';
import type { FactSource } from './source.js';

/** What stands around a control and belongs to no other: between the field before and the field after, in its form. */
export interface Around {
  /** Words outside any label and button. */
  readonly words: string;
  /** Code prints something among them. */
  readonly dynamic: boolean;
  /** The elements that stand there in full, its own label's included. */
  readonly elements: readonly Element[];
}

export function aroundOf(control: Element, source: FactSource): Around {
  const { doc } = source;
  const form = [...ancestors(control)].find((e) => e.tag === 'form') ?? doc.root;
  const { all, words, fields } = listed(source);
  const at = fields.indexOf(control);
  const [before, after] = at < 0 ? [] : [fields[at - 1], fields[at + 1]];
  const region: Span = {
    start: Math.max(form.open.end, before?.span.end ?? 0),
    end: Math.min(form.close?.start ?? form.span.end, after?.span.start ?? form.span.end),
  };
  const taken = [control, before, after].flatMap((c) => (c ? labelNodes(c, source) : []));
  const isFree = (node: Node) =>
    ![node, ...holders(node)].some((n) => taken.includes(n) || (n.kind === 'element' && isElses(n, source)));
  const spoken = within(words, region).filter(isFree);
  return {
    words: spoken
      .map((node) => visibleText(node))
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim(),
    dynamic: spoken.some((n) => n.kind === 'hole' && n.value.state === 'dynamic'),
    elements: within(all, region),
  };
}

const listed = once(({ doc, index }: FactSource) => ({
  all: index.all,
  words: descendants(doc.root).filter(
    (n): n is Text | Hole =>
      n.kind === 'text' || (n.kind === 'hole' && n.slot === undefined && !n.children.length),
  ),
  fields: index.controls.filter((c) => !index.isAuxiliary(c)),
}));

/** Those of the nodes, which are in source order, that stand in a region. */
function within<T extends Node>(nodes: readonly T[], { start, end }: Span): T[] {
  let low = firstFrom(nodes, start, ({ span }) => span.start);
  const found: T[] = [];
  for (let node = nodes[low]; node && node.span.start < end; node = nodes[++low])
    if (node.span.end <= end && node.span.end > node.span.start) found.push(node);
  return found;
}

const NOT_SAID: ReadonlySet<string> = new Set(['button', 'option', 'script', 'style']);

/** Words of a button or of another field; a label that belongs to none is no more than a text. */
function isElses(element: Element, { index }: FactSource): boolean {
  if (NOT_SAID.has(element.tag)) return true;
  return (
    element.tag === 'label' && (attribute(element, 'for') !== undefined || index.controlsIn(element) > 0)
  );
}

function holders(node: Node): (Element | Hole)[] {
  const found: (Element | Hole)[] = [];
  for (let up = node.parent; up; up = up.parent) found.push(up);
  return found;
}
