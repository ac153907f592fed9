import { knownText } from '../model/query.js';
import type { FactSource } from './source.js';

/** Languages to try first, from `lang` on the root element; empty where the document does not say. */
export function languageOf({ index }: FactSource): readonly string[] {
  const root = index.all.find((e) => e.tag === 'html');
  const tag = root && (knownText(root, 'lang') ?? knownText(root, 'xml:lang'));
  const primary = tag?.trim().split(/[-_]/)[0]?.toLowerCase();
  return primary ? [primary] : [];
}
