import type ts from 'typescript';
import type { Attribute, Origin } from '../../model/nodes.js';
import type { OpenOrigin } from './values.js';

/** Notes which elements read which literal: one that several read is shared. */
export class OriginRegister {
  readonly #readers = new Map<
    number,
    { readonly elements: Set<number>; readonly origins: OpenOrigin[]; inside: number }
  >();

  note({ name, value }: Attribute, element: ts.Node): void {
    const origin = value.state === 'known' ? (value.origin as OpenOrigin | undefined) : undefined;
    if (!origin || (name !== 'checked' && name !== 'value')) return;
    const entry = this.#readers.get(keyOf(origin)) ?? {
      elements: new Set<number>(),
      origins: [],
      inside: 0,
    };
    entry.elements.add(element.pos);
    entry.origins.push(origin);
    this.#readers.set(keyOf(origin), entry);
  }

  /** The element that a component draws is the same control as the component where it is used. */
  drawnInside({ value }: Attribute): void {
    const entry = value.state === 'known' && value.origin && this.#readers.get(keyOf(value.origin));
    if (entry) entry.inside = 1;
  }

  /** When every element has been read. */
  settle(): void {
    for (const { elements, origins, inside } of this.#readers.values()) {
      if (elements.size - inside > 1) for (const origin of origins) origin.shared = true;
    }
  }
}

/** Literals of the other file that a text is read with are told apart from its own. */
function keyOf({ span, file }: Origin): number {
  return file ? -1 - span.start : span.start;
}
