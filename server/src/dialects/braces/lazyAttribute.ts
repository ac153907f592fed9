import type { Edit } from '../../core/edit.js';
import type { Span } from '../../core/span.js';
import type { Attribute } from '../../model/nodes.js';

interface Reading {
  readonly value: Attribute['value'];
  readonly off: readonly Edit[] | undefined;
}

/** An attribute whose code is read when it is first asked for: most of what is bound never is. */
export class LazyAttribute implements Attribute {
  #reading: Reading | undefined;

  constructor(
    readonly name: string,
    readonly written: string,
    readonly nameSpan: Span,
    readonly span: Span,
    readonly read: () => Reading,
  ) {}

  get value(): Attribute['value'] {
    return this.#known().value;
  }

  get off(): readonly Edit[] | undefined {
    return this.#known().off;
  }

  #known(): Reading {
    this.#reading ??= this.read();
    return this.#reading;
  }
}
