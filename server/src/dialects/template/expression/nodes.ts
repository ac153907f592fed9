import type { Span } from '../../../core/span.js';
import type { Scalar } from '../../../model/nodes.js';

/** An expression in template code, as far as it matters what it prints. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: Scalar; readonly span: Span }
  | { readonly kind: 'path'; readonly path: string; readonly span: Span }
  | {
      readonly kind: 'call';
      /** With the object it belongs to. */
      readonly name: string;
      readonly arguments: readonly Expression[];
      readonly span: Span;
    }
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
  | { readonly kind: 'other'; readonly span: Span };

export interface Binary {
  readonly kind: 'and' | 'or' | 'default' | 'equal' | 'unequal';
  readonly left: Expression;
  readonly right: Expression;
  readonly span: Span;
}
