import type { Span } from '../../core/span.js';

/** Where among the markup code in braces stands: among texts, in a text that holds no elements, or in an opening tag. */
export type BraceContext = 'text' | 'raw' | 'attribute' | 'value';

/** Code in braces, or a stretch of it between elements that stand in it. */
export interface BraceHole extends Span {
  readonly context: BraceContext;
  /** What stands between the braces. */
  readonly code: Span;
  /** False where it has no end yet: somebody is typing it. */
  readonly closed: boolean;
}

/** An expression that has markup in it. */
export interface MixedExpression {
  /** What stands between its braces. */
  readonly code: Span;
  /** The markup in it, in source order. */
  readonly markup: readonly Span[];
}

/** The code of a `<script>` element. */
export interface ScriptElement {
  readonly open: Span;
  readonly content: Span;
}

export interface BraceScan {
  /** As long as the source, without anything that HTML's tokenizer would misread. */
  readonly text: string;
  /** In source order; none overlaps another. */
  readonly holes: readonly BraceHole[];
  readonly mixed: readonly MixedExpression[];
  readonly scripts: readonly ScriptElement[];
  /** Comments between attributes and those that stand alone in braces there. */
  readonly comments: readonly { readonly text: string; readonly span: Span }[];
}

/** What distinguishes the languages that write code in braces. */
export interface BraceLanguage {
  /** Code may hold markup (`{items.map((i) => <li>{i}</li>)}`), attributes templates; a quoted value holds no code. */
  readonly markupInCode: boolean;
  /** Where the markup begins. */
  readonly from: number;
}
