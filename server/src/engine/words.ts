import type { Datum, Locale, Localized } from '../rules/rule.js';
import { wordsIn } from './wordsIn.js';

/** Puts data into a message; a placeholder without data is left as it stands, so that a test sees it. */
export function say(text: Localized, locale: Locale, data: Readonly<Record<string, Datum>> = {}): string {
  return wordsIn(text, locale).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const datum = data[name];
    if (datum === undefined) return whole;
    return typeof datum === 'string' ? shorten(datum) : datum[locale];
  });
}

const LONGEST = 120;

/** Labels are quoted, long ones up to a word's end; what is said in each language is our own. */
function shorten(text: string): string {
  const folded = text.replace(/\s+/g, ' ').trim();
  if (folded.length <= LONGEST) return folded;
  const cut = folded.slice(0, LONGEST);
  // A cut never parts a surrogate pair.
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
