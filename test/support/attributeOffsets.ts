import type { Doc } from '../../server/src/model/nodes.js';
import { elements } from '../../server/src/model/query.js';

/** Where the attributes that stand in opening tags begin, in source order. */
export function attributeOffsets(doc: Doc): number[] {
  const found = new Set<number>();
  for (const { attributes, open } of elements(doc.root)) {
    for (const { written, span } of attributes)
      if (written !== '' && open.start <= span.start && span.end <= open.end) found.add(span.start);
  }
  return [...found].sort((a, b) => a - b);
}
