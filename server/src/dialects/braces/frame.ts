import type { Span } from '../../core/span.js';

/** An expression that is open, or the file itself: the elements open in it, and the code that is being read. */
export interface Frame {
  readonly start: number;
  readonly elements: string[];
  /** Braces open in the code. */
  depth: number;
  /** Where the stretch of code begins that is being read. */
  from: number;
  /** Where the markup in it begins; undefined while code is read. */
  markupFrom: number | undefined;
  readonly markup: Span[];
}
