import type { Attribute } from './nodes.js';

/**
 * A copy of an attribute with some of its properties changed. Attributes may work out their properties when asked, and then
 * `{ ...attribute }` has none of those.
 */
export function changed(attribute: Attribute, change: Partial<Attribute>): Attribute {
  const { name, written, nameSpan, span, value, off } = attribute;
  return { name, written, nameSpan, span, value, off, ...change };
}

/** The attribute under another name; itself where it has that one. */
export function renamed(attribute: Attribute, name: string): Attribute {
  return attribute.name === name ? attribute : changed(attribute, { name });
}
