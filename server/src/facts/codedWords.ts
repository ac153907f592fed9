import { type Edit, replace } from '../core/edit.js';
import type { Element } from '../model/nodes.js';
import { labelElement } from './label.js';
import { quote } from './quote.js';
import type { FactSource } from './source.js';
import type { Label } from './types/index.js';

/** What no string of any language reads otherwise than it stands. */
const PLAIN = /^[^'"`\\$#{}<>&\r\n]*$/;

/**
 * Writes other words for a box that a call makes: into the string of code that holds the words of its label. Undefined where
 * there is no such string; the function gives nothing for words that a string would have to escape.
 */
export function codedWordsOf(
  element: Element,
  { text, span }: Label,
  source: FactSource,
): ((words: string) => Edit | undefined) | undefined {
  const isMade = element.made || labelElement(element, source)?.made;
  if (!isMade || text.state !== 'known' || !span || !PLAIN.test(text.value)) return undefined;
  const found = quote(source.doc.text, text.value, span).span;
  if (!found) return undefined;
  const mark = source.doc.text.charAt(found.end);
  if (!/["']/.test(mark) || source.doc.text.charAt(found.start - 1) !== mark) return undefined;
  return (words) => (PLAIN.test(words) ? replace(found, words) : undefined);
}
