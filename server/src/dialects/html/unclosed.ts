const MARKUP_LINE = /[\r\n][ \t]*(?=<[a-z/!])/gi;
const AFTER_VALUE = /[\s/>]/;

/**
 * Where a quoted value ends whose quote is missing: with its tag, or with its line. It is missing where the next quote of
 * its kind stands beyond a line that begins with markup, and is followed by what follows no closing quote.
 * @param from the offset after the opening quote.
 * @returns undefined where the quote is there.
 */
export function endOfUnclosed(text: string, from: number, quote: string): number | undefined {
  const close = text.indexOf(quote, from);
  const to = close < 0 ? text.length : close;
  if (close >= 0 && (to + 1 >= text.length || AFTER_VALUE.test(text.charAt(to + 1)))) return undefined;
  if (nextMarkup(text.slice(from, to + 1), 0) === undefined) return undefined;
  for (let i = from; i < to; i++) {
    const c = text.charAt(i);
    if (c === '>' || c === '\n' || c === '\r') return i;
  }
  return undefined;
}

/** Where the next line's markup begins that is the first thing on it. */
export function nextMarkup(text: string, from: number): number | undefined {
  MARKUP_LINE.lastIndex = from;
  const match = MARKUP_LINE.exec(text);
  return match ? match.index + match[0].length : undefined;
}
