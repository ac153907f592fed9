import type { Span } from '../../../core/span.js';
import type { Scalar } from '../../../model/nodes.js';

/** An expression in template code, as far as it matters what it prints. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: Scalar; readonly span: Span }
  | { readonly kind: 'path'; readonly path: string; readonly span: Span }
  | Call
  | { readonly kind: 'not'; readonly of: Expression; readonly span: Span }
  | Binary
  | {
      readonly kind: 'choice';
      readonly test: Expression;
      readonly yes: Expression;
      readonly no: Expression;
      readonly span: Span;
    }
  | { readonly kind: 'joined'; readonly parts: readonly Expression[]; readonly span: Span }
  | Collection
  | { readonly kind: 'other'; readonly span: Span };

export interface Call {
  readonly kind: 'call';
  /** With the object it belongs to, as written. */
  readonly name: string;
  /** Those without a name. */
  readonly arguments: readonly Expression[];
  readonly named: readonly Entry[];
  /** The call on whose result it is made: `field()` of `field()->checkbox()`. */
  readonly on?: Call;
  readonly span: Span;
}

/** A list, a map, or what PHP calls an array, which is both. */
export interface Collection {
  readonly kind: 'collection';
  readonly items: readonly Expression[];
  readonly entries: readonly Entry[];
  readonly span: Span;
}

/** `key: value`, `'key' => value`, `key = value`. */
export interface Entry {
  readonly key: string;
  /** Without quotes and signs. */
  readonly keySpan: Span;
  readonly value: Expression;
  readonly span: Span;
}

export interface Binary {
  readonly kind: 'and' | 'or' | 'default' | 'equal' | 'unequal';
  readonly left: Expression;
  readonly right: Expression;
  readonly span: Span;
}
