import { type Edit, remove, replace } from '../../../core/edit.js';
import type { Span } from '../../../core/span.js';
import type { Scalar } from '../../../model/nodes.js';

/** Takes one of several arguments or entries away, with the comma that parts it from the others. */
export function removeEntry(source: string, { start, end }: Span): Edit {
  let from = start;
  while (from > 0 && /\s/.test(source.charAt(from - 1))) from--;
  const before = source.charAt(from - 1);
  if (before === ',') return remove({ start: from - 1, end });
  if (!/[([{]/.test(before)) return remove({ start: from, end });
  let to = end;
  while (/\s/.test(source.charAt(to))) to++;
  if (/[)\]}]/.test(source.charAt(to))) return remove({ start: from, end: to });
  if (source.charAt(to) !== ',') return remove({ start, end });
  to++;
  while (/[ \t]/.test(source.charAt(to))) to++;
  return remove({ start, end: to });
}

/** Puts "false" in the place of an argument that says "true", spelled as it is. */
export function sayFalse(source: string, span: Span): Edit {
  const written = source.slice(span.start, span.end);
  return replace(span, /^T[A-Z]/.test(written) ? 'FALSE' : /^T/.test(written) ? 'False' : 'false');
}

/** What programs take for a yes; attributes of HTML are on when they are there. */
export function isYes(value: Scalar): boolean {
  return value !== null && value !== false && value !== 0 && value !== '0' && value !== '';
}
