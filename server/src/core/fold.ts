/** Characters that are written but not read: combining marks, soft hyphens, zero-width blanks and joiners, BOM. */
const UNREAD = /[\p{M}\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/gu;

/** Letters that Unicode does not decompose. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  þ: 'th',
};

/** Lower case without accents and characters that nobody reads: how words are compared, whatever their language. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
  if (/^[\x00-\x7f]*$/.test(lower)) return lower;
  const plain = lower.normalize('NFKD').replace(UNREAD, '');
  return plain.replace(/[ßæœøłđıþ]/g, (letter) => UNDECOMPOSED[letter] ?? letter);
}
