import { changed } from '../../model/attributes.js';
import type { Attribute } from '../../model/nodes.js';
import type { ElementReading } from '../template/language.js';

/**
 * Attributes as lit binds them (https://lit.dev/docs/templates/expressions/): `?checked=${on}` is there or not, `.value=${x}`
 * sets the property of that name.
 */
export function litAttributes(read: readonly Attribute[]): ElementReading {
  const attributes = read.flatMap((attribute): Attribute[] => {
    const { written, value } = attribute;
    const sign = written.charAt(0);
    if (sign !== '?' && sign !== '.') return [attribute];
    if (value.state === 'known' && (value.value === false || value.value === null)) return [];
    return [changed(attribute, { name: written.slice(1).toLowerCase() })];
  });
  return { attributes, openEnded: false };
}
