import type { Element } from '../model/nodes.js';
import { knownText } from '../model/query.js';

/** What the images among some elements say in words, where readers do not see them. */
export function alternativesOf(elements: Iterable<Element>): string {
  const words: string[] = [];
  for (const element of elements) {
    const text = element.tag === 'img' ? knownText(element, 'alt')?.trim() : undefined;
    if (text) words.push(text);
  }
  return words.join(' ');
}
