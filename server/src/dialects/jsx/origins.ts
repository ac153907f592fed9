import type ts from 'typescript';
import type { Attribute } from '../../model/nodes.js';
import type { OpenOrigin } from './values.js';

/** Notes which elements read which literal: one that several read is shared. */
export class OriginRegister {
  readonly #readers = new Map<number, { readonly elements: Set<number>; readonly origins: OpenOrigin[] }>();

  note({ name, value }: Attribute, element: ts.Node): void {
    const origin = value.state === 'known' ? (value.origin as OpenOrigin | undefined) : undefined;
    if (!origin || (name !== 'checked' && name !== 'value')) return;
    const entry = this.#readers.get(origin.span.start) ?? { elements: new Set(), origins: [] };
    entry.elements.add(element.pos);
    entry.origins.push(origin);
    this.#readers.set(origin.span.start, entry);
  }

  /** When every element has been read. */
  settle(): void {
    for (const { elements, origins } of this.#readers.values()) {
      if (elements.size > 1) for (const origin of origins) origin.shared = true;
    }
  }
}
