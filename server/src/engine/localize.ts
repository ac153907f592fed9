import type { Locale, Localized } from '../rules/rule.js';
import { wordsIn } from './wordsIn.js';

export type Data = Readonly<Record<string, string | number>>;

/** A text of the product in one language, `{name}` filled from the data as it is; what the data lacks stays as written. */
export function localize(text: Localized, locale: Locale, data: Data = {}): string {
  return wordsIn(text, locale).replace(/\{(\w+)\}/g, (whole, name: string) => String(data[name] ?? whole));
}
