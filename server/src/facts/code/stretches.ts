import type { Span } from '../../core/span.js';
import type { Doc, Node } from '../../model/nodes.js';
import { descendants } from '../../model/query.js';

/** What is code: programs, scripts, code among markup; a text without markup is code as a whole. */
export function stretchesOfCode(doc: Doc): readonly Span[] {
  const nodes = descendants(doc.root);
  if (doc.programs) return [...doc.programs, ...scriptsIn(nodes)];
  if (nodes.length === 0) return [{ start: 0, end: doc.text.length }];
  return [...scriptsIn(nodes), ...nodes.filter(({ kind }) => kind === 'hole').map(({ span }) => span)];
}

function scriptsIn(nodes: readonly Node[]): Span[] {
  return nodes.flatMap((node) =>
    node.kind === 'text' && node.parent?.kind === 'element' && node.parent.tag === 'script'
      ? [node.span]
      : [],
  );
}
