import type { Ended, Unended } from './language.js';

/**
 * The end of a construct that is written as a tag (`<c:if test="…">`, `<#if (a > b)>`): the first `>` outside strings and
 * parentheses. A line that begins another tag shows that it is missing.
 */
export function findTagEnd(source: string, from: number): Ended | Unended {
  let depth = 0;
  let quote = 0;
  for (let i = from; i < source.length; i++) {
    const c = source.charCodeAt(i);
    if (quote !== 0) {
      if (c === quote) quote = 0;
      else if (c === 92) i++;
    } else if (c === 34 || c === 39) quote = c;
    else if (c === 40) depth++;
    else if (c === 41) depth--;
    else if (c === 62 && depth <= 0)
      return { end: i + 1, codeEnd: source.charCodeAt(i - 1) === 47 ? i - 1 : i };
    else if (c === 60 && i > from && /[a-z/!#@]/i.test(source.charAt(i + 1))) return { looked: i };
  }
  return { looked: source.length };
}

/** The value of an attribute of such a tag, with its place. */
export function attributeOf(
  source: string,
  { start, end }: { readonly start: number; readonly end: number },
  names: readonly string[],
): { readonly text: string; readonly start: number; readonly end: number } | undefined {
  const pattern = new RegExp(`\\b(?:${names.join('|')})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  const match = pattern.exec(source.slice(start, end));
  const text = match?.[1] ?? match?.[2];
  if (!match || text === undefined) return undefined;
  const to = start + match.index + match[0].length - 1;
  return { text, start: to - text.length, end: to };
}
