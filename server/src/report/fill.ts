import { wordsIn } from '../engine/wordsIn.js';
import type { Locale, Localized } from '../rules/rule.js';

export type Data = Readonly<Record<string, string | number>>;

/** A text of the product in one language, `{name}` filled from the data, unshortened. */
export function fill(text: Localized, locale: Locale, data: Data = {}): string {
  return wordsIn(text, locale).replace(/\{(\w+)\}/g, (whole, name: string) => String(data[name] ?? whole));
}
