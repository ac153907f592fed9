import type { Span } from '../../core/span.js';
import type { ElementStart, TreeBuilder } from '../../model/build.js';
import type { Attribute, Element } from '../../model/nodes.js';

/** What stands in for a template's own constructs while the HTML around them is tokenized. */
export interface Mask {
  /** The source with every construct replaced by as many UTF-16 units that no tokenizer stumbles over. */
  readonly text: string;
  /** Constructs that stand among texts, in source order; none overlaps another. */
  readonly places: readonly Span[];
  /** Adds the nodes of a place to the tree. */
  build(place: number, host: MaskHost): void;
  /** What a start tag says when its constructs are taken into account. */
  attributes(read: readonly Attribute[], open: Span): Pick<ElementStart, 'attributes' | 'openEnded'>;
  /** What an element stands for, where the template's language or framework gives it a meaning of its own. */
  meaning?(start: ElementStart): ElementStart;
  /** Adds what an element's attributes put into it, before its own content. @param at the end of its opening tag. */
  content?(attributes: readonly Attribute[], at: number, tree: TreeBuilder): void;
}

/** The tree as a mask adds to it. */
export interface MaskHost {
  readonly tree: TreeBuilder;
  /** Opens an element among those that tags open. */
  open(start: ElementStart): Element;
  isOpen(element: Element): boolean;
  /** Closes an open element, and those that were left open in it. @param close what ends it, where something does. */
  close(element: Element, end: number, close?: Span): void;
}
