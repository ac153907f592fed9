import type { Locale, Localized } from '../rules/rule.js';
import { wordsIn } from './wordsIn.js';

/** A text in one language, `{name}` filled from the data as it is; what the data lacks stays as written. */
export function localize(
  text: Localized,
  locale: Locale,
  data: Readonly<Record<string, string>> = {},
): string {
  return wordsIn(text, locale).replace(/\{(\w+)\}/g, (whole, name: string) => data[name] ?? whole);
}
