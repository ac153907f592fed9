/** A spelling that is no delimited tag: an attribute, a path, a piece of markup, or the beginning of a longer tag. */
export class FixedSpelling {
  /** A part that must stand in the text; a cheap look for it comes first. */
  readonly #part: string;
  readonly #pattern: RegExp;

  /**
   * @param wholeValue only where it is a whole attribute value or a whole text.
   * @param close mark up to which a hit reaches, where one stands nearby.
   */
  constructor(spelling: string, wholeValue: boolean, close?: string) {
    const parts = spelling.toLowerCase().split(/["'\s]+/);
    this.#part = parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
    const body = escapedForPattern(spelling).replace(/["']/g, '["\']').replace(/ +/g, '\\s{1,8}');
    const rest = close === undefined ? '' : `(?:[^\\n]{0,200}?${escapedForPattern(close)}\\}?)?`;
    this.#pattern = new RegExp(wholeValue ? `(?<=^|["'>])${body}(?=["'<>?#&]|$)` : body + rest, 'gi');
  }

  /**
   * All places of the spelling, in UTF-16 offsets; case, the kind of quotes and the amount of blank do not matter.
   * @param lowerCase the text in lower case, made once for all spellings.
   */
  find(text: string, lowerCase: string): { start: number; end: number }[] {
    if (!lowerCase.includes(this.#part)) return [];
    return Array.from(text.matchAll(this.#pattern), ({ index, 0: found }) => ({
      start: index,
      end: index + found.length,
    }));
  }
}

function escapedForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
