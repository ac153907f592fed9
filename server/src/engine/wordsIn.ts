import { typesetFrench } from '../core/typography.js';
import type { Locale, Localized } from '../rules/rule.js';

/** A text of the product in one language, its placeholders unfilled. */
export function wordsIn(text: Localized, locale: Locale): string {
  return locale === 'fr' ? typesetFrench(text.fr) : text[locale];
}
