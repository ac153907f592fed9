import type { Edit } from '../../core/edit.js';
import type { Absent } from '../../core/knowable.js';
import type { Value } from '../../model/nodes.js';

/** What a construct's code says. */
export type Reading =
  | Print
  /** It begins a block that it may leave out. */
  | { readonly kind: 'begin'; readonly condition: Condition }
  | { readonly kind: 'else'; readonly condition?: Condition }
  | { readonly kind: 'end' }
  /** It puts another file's content here. */
  | { readonly kind: 'include'; readonly path: string }
  /** It names the layout that the content of this file is put into (`extends`). */
  | { readonly kind: 'layout'; readonly path: string }
  /** A layout's place for the content of the files that use it. */
  | { readonly kind: 'content' }
  | { readonly kind: 'comment'; readonly text: string }
  /** It prints nothing. */
  | { readonly kind: 'statement' };

export interface Print {
  readonly kind: 'print';
  readonly value: Exclude<Value, Absent>;
  /** Switches off what is printed for want of another value, at the literal that decides. */
  readonly off?: Edit;
}

/** What decides whether a block is printed. */
export interface Condition {
  readonly code: string;
  /**
   * `by-default`: true until somebody has sent the form, so that a visitor first sees what it guards; `only-by-default`: and
   * never after that; `unknown`: only the running program knows.
   */
  readonly holds: 'only-by-default' | 'by-default' | 'unknown';
  /** Lets it not hold by default, at the literal that decides. */
  readonly off?: Edit | undefined;
}
