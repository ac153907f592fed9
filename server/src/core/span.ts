/** A stretch of a source text, in UTF-16 offsets: `start` included, `end` excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** True where the two share at least one unit; two empty spans at one place overlap as well. */
export function overlaps(a: Span, b: Span): boolean {
  if (a.start === a.end && b.start === b.end) return a.start === b.start;
  return a.start < b.end && b.start < a.end;
}

export function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
