import type { Node } from '../model/nodes.js';
import { holesIn } from './label.js';

/** Message keys and names in an expression: `t('checkout.newsletter.label')`, `labels.newsletter`. */
export function keysIn(code: string): string[] {
  const strings = [...code.matchAll(/(['"`])((?:(?!\1)[^\\\n]){2,120})\1/g)].map((m) => m[2] ?? '');
  return strings.length ? strings : [code];
}

/** What messages quote of words that code writes: the key of the message, or the expression. */
export function messageKey(nodes: readonly Node[]): string | undefined {
  const [hole] = nodes.flatMap(holesIn);
  return hole && keysIn(hole.code)[0];
}
