/**
 * A text with its character references (HTML § 13.5) and percent-encoded punctuation (RFC 3986 § 2.1) undone, and
 * the way back to the offsets of the text as written.
 */
export interface Decoded {
  readonly text: string;
  /** @param offset UTF-16 offset into the decoded text; gives the UTF-16 offset in the text as written. */
  original(offset: number): number;
}

/** Name and character. Only punctuation and blanks: letters of a merge tag or an address are never written so. */
const namedReferences = new Map(
  (
    'amp& lt< gt> quot" apos\' num# dollar$ percnt% ast* excl! colon: commat@ period. lowbar_ plus+ equals= sol/ ' +
    'lpar( rpar) lsqb[ lbrack[ rsqb] rbrack] lcub{ lbrace{ rcub} rbrace} vert| verbar|'
  )
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, -1), pair.slice(-1)]),
).set('nbsp', ' ');

/** The semicolon may be missing after numbers and after the oldest names only. */
const encodedPattern =
  /&(?:#x([\da-f]{1,6});?|#(\d{1,7});?|(amp|lt|gt|quot|nbsp);?|([a-z]{3,6});)|%(2[\da-f]|3[a-f]|40|5[b-f]|60|7[b-e])/gi;

/** Decodes once, so that `%257C` stays as it is. Linear in the length of the text. */
export function decode(source: string): Decoded {
  if (!/[&%]/.test(source)) return { text: source, original: (offset) => offset };
  const parts: string[] = [];
  /** For every decoded character: where it stands in the decoded text, and how far the original has run ahead after it. */
  const places: number[] = [];
  const leads: number[] = [];
  let copied = 0;
  let length = 0;
  for (const match of source.matchAll(encodedPattern)) {
    const character = characterOf(match);
    if (character === undefined) continue;
    parts.push(source.slice(copied, match.index), character);
    length += match.index - copied + character.length;
    copied = match.index + match[0].length;
    places.push(length);
    leads.push(copied - length);
  }
  if (parts.length === 0) return { text: source, original: (offset) => offset };
  parts.push(source.slice(copied));
  return { text: parts.join(''), original: (offset) => offset + leadAt(places, leads, offset) };
}

function characterOf(match: RegExpMatchArray): string | undefined {
  const [, hex, decimal, oldName, name, percent] = match;
  const reference = oldName ?? name;
  if (reference !== undefined) return namedReferences.get(reference.toLowerCase());
  const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? percent ?? '', 16);
  if (code === 0xa0) return ' ';
  return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : undefined;
}

/** The lead after the last decoded character that ends at or before the offset; places are in ascending order. */
function leadAt(places: readonly number[], leads: readonly number[], offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return leads[low - 1] ?? 0;
}
