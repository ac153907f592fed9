import { type Edit, remove } from '../core/edit.js';
import { contains, type Span } from '../core/span.js';
import type { Doc, Node } from '../model/nodes.js';

/** The innermost node that holds a place; the root where no other does. */
export function innermost(doc: Doc, place: Span): Node {
  let found: Node = doc.root;
  for (;;) {
    const inner: Node | undefined =
      found.kind === 'element' || found.kind === 'hole'
        ? found.children.find((c) => contains(c.span, place))
        : undefined;
    if (!inner) return found;
    found = inner;
  }
}

/** Whether a comment stands among elements and texts, inside an opening tag, or in code. */
export function placeOf(doc: Doc, comment: Span): 'markup' | 'tag' | 'code' {
  const holder = innermost(doc, comment);
  if (holder.kind === 'comment') return 'markup';
  return holder.kind === 'element' && contains(holder.open, comment) ? 'tag' : 'code';
}

/** The edit that takes a comment away, with its line where nothing else stands there. */
export function removal(text: string, { start, end }: Span): Edit {
  const before = /(?<![ \t])[ \t]*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0].length ?? 0;
  const after = /^[ \t]*/.exec(text.slice(end, end + 200))?.[0].length ?? 0;
  const lineStart = start - before === 0 || /[\r\n]/.test(text.charAt(start - before - 1));
  const lineEnd = /^(\r\n|[\r\n])/.exec(text.slice(end + after, end + after + 2))?.[0].length;
  if (lineStart && (lineEnd !== undefined || end + after === text.length)) {
    return remove({ start: start - before, end: end + after + (lineEnd ?? 0) });
  }
  return remove({ start, end: lineStart || before > 0 ? end + after : end });
}
