import { overlaps, type Span } from './span.js';

/** A replacement of one span by a text: an empty span inserts, an empty text deletes. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

export function insert(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text };
}

export function remove(span: Span): Edit {
  return { span, text: '' };
}

export function replace(span: Span, text: string): Edit {
  return { span, text };
}

/** True where the edits can be applied together: no two touch the same text. */
export function compatible(edits: readonly Edit[]): boolean {
  const sorted = [...edits].sort(byPlace);
  return sorted.every((edit, i) => {
    const next = sorted[i + 1];
    return !next || !overlaps(edit.span, next.span);
  });
}

/** Edits of one place become one, in their order: otherwise which of them comes first would not be certain. */
export function joined(edits: readonly Edit[]): Edit[] {
  const found = new Map<string, Edit>();
  for (const { span, text } of edits) {
    const place = `${span.start} ${span.end}`;
    found.set(place, { span, text: (found.get(place)?.text ?? '') + text });
  }
  return [...found.values()];
}

/** Applies edits that are compatible; nothing outside their spans changes. Throws RangeError when two of them overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  if (!compatible(edits)) throw new RangeError('edits overlap');
  let result = '';
  let done = 0;
  for (const { span, text: written } of [...edits].sort(byPlace)) {
    result += text.slice(done, span.start) + written;
    done = span.end;
  }
  return result + text.slice(done);
}

function byPlace(a: Edit, b: Edit): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
