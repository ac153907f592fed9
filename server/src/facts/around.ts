import type { Span } from '../core/span.js';
import type { Element, Hole, Node, Text } from '../model/nodes.js';
import { ancestors, descendants, visibleText } from '../model/query.js';
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
  const { doc, index } = source;
  const form = [...ancestors(control)].find((e) => e.tag === 'form') ?? doc.root;
  const fields = index.controls.filter((c) => !index.isAuxiliary(c));
  const at = fields.indexOf(control);
  const [before, after] = at < 0 ? [] : [fields[at - 1], fields[at + 1]];
  const region: Span = {
    start: Math.max(form.open.end, before?.span.end ?? 0),
    end: Math.min(form.close?.start ?? form.span.end, after?.span.start ?? form.span.end),
  };
  const inside = ({ span }: { readonly span: Span }) =>
    region.start <= span.start && span.end <= region.end && span.end > span.start;
  const taken = [control, before, after].flatMap((c) => (c ? labelNodes(c, source) : []));
  const isFree = (node: Node) =>
    ![node, ...holders(node)].some((n) => taken.includes(n) || (n.kind === 'element' && NOT_SAID.has(n.tag)));
  const spoken = wordsOf(form).filter((node) => inside(node) && isFree(node));
  return {
    words: spoken.map(visibleText).join(' ').replace(/\s+/g, ' ').trim(),
    dynamic: spoken.some((n) => n.kind === 'hole' && n.value.state === 'dynamic'),
    elements: index.all.filter(inside),
  };
}

const NOT_SAID: ReadonlySet<string> = new Set(['button', 'option', 'label', 'script', 'style']);

function wordsOf(root: Element): (Text | Hole)[] {
  return descendants(root).filter(
    (n): n is Text | Hole =>
      n.kind === 'text' || (n.kind === 'hole' && n.slot === undefined && !n.children.length),
  );
}

function holders(node: Node): (Element | Hole)[] {
  const found: (Element | Hole)[] = [];
  for (let up = node.parent; up; up = up.parent) found.push(up);
  return found;
}
