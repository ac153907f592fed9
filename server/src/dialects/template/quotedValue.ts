import type { Span } from '../../core/span.js';
import { startsMarkup } from './ends.js';
import type { Mark } from './fill.js';
import { isBlank } from './htmlState.js';

/** A value in quotes while it is read, with all that reading it anew begins from. */
export interface QuotedValue {
  /** After the opening quote. */
  readonly start: number;
  /** How many constructs stand before it. */
  readonly holes: number;
  readonly fill: Mark;
  readonly verbatimUntil: number;
  /** Blocks of code that are open. */
  readonly blocks: number;
}

/**
 * Where reading goes on after a value whose closing quote is missing, as `endOfUnclosed` tells it for HTML: the next quote
 * is followed by what follows no closing quote, and stands beyond a line that begins with markup.
 * @param next the next quote of its kind that stands in no construct, or the end of the text.
 * @param begins characters that a construct may begin with.
 * @returns undefined where the quote is there.
 */
export function endOfUnclosedValue(
  source: string,
  { start, holes: first }: QuotedValue,
  next: { readonly at: number; readonly quote: number },
  holes: readonly Span[],
  begins: Uint8Array,
): number | undefined {
  const { at } = next;
  const after = source.charCodeAt(at + 1);
  if (at < source.length) {
    if (at + 1 === source.length || isBlank(after) || after === 47 || after === 62) return undefined;
    // A construct may follow a value; what it begins is another value only where an equals sign stands before the quote.
    if (begins[after] === 1 && source.charCodeAt(at - 1) !== 61) return undefined;
  }
  let end: number | undefined;
  let markup = false;
  let hole = first;
  for (let i = start; i < at && !markup; i++) {
    if (holes[hole]?.start === i) {
      i = (holes[hole++]?.end ?? i + 1) - 1;
      continue;
    }
    const c = source.charCodeAt(i);
    const isLine = c === 10 || c === 13;
    if (c === 62) end ??= i + 1;
    else if (isLine) {
      end ??= i;
      markup = startsMarkup(source, i + 1);
    }
  }
  return markup ? end : undefined;
}
