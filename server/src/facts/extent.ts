import type { Span } from '../core/span.js';
import type { Doc, Element, Hole, Node } from '../model/nodes.js';
import type { Extent } from './types/index.js';

/** How much of what people get stands in a document. */
export function extentOf(doc: Doc): Extent {
  if (doc.within) return 'content';
  if (doc.layout) return 'layout';
  if (doc.whole) return 'whole';
  return frameOf(doc) ? 'content' : 'part';
}

/**
 * Where a document names what stands around its content: its layout; else the component or partial that it begins with, for
 * a text that is not whole is begun and ended by others. Undefined where it names nothing.
 */
export function frameOf({ within, whole, root }: Doc): Span | undefined {
  if (within) return within.span;
  if (whole) return undefined;
  const first = root.children.find(isShown);
  return first && namesOther(first) ? (first.kind === 'element' ? first.open : first.span) : undefined;
}

function isShown(node: Node): boolean {
  if (node.kind === 'text') return node.text.trim() !== '';
  return node.kind === 'element' || (node.kind === 'hole' && node.value.state !== 'absent');
}

function namesOther(node: Node): node is Element | Hole {
  return (node.kind === 'element' || node.kind === 'hole') && node.include !== undefined;
}
