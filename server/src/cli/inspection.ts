import type { Knowable } from '../core/knowable.js';
import type { Span } from '../core/span.js';
import { spanInSource } from '../engine/embedded.js';
import type { ReadPart } from '../engine/read.js';
import type { Facts } from '../facts/types/index.js';
import type { Doc, Element, Hole, Node } from '../model/nodes.js';

export interface Inspection {
  /** As reports name it. */
  readonly path: string;
  readonly encoding: string;
  readonly doc: Doc;
  readonly facts: Facts;
  /** What stands in it encoded. */
  readonly parts: readonly ReadPart[];
}

/** The document and what stands in it, each with the way from its spans to those of the file. */
export function documentsOf({ doc, facts, parts }: Inspection): readonly InspectedDocument[] {
  return [
    { doc, facts, inFile: (span) => span },
    ...parts.map((part) => ({ ...part, inFile: (span: Span) => spanInSource(span, part) })),
  ];
}

export interface InspectedDocument {
  readonly doc: Doc;
  readonly facts: Facts;
  inFile(span: Span): Span;
}

/** A value without where it stands: `{ state: "known", value }`, `{ state: "dynamic" }` or `{ state: "absent" }`. */
export type PlainKnowable<T> =
  | { readonly state: 'known'; readonly value: T }
  | { readonly state: 'dynamic' }
  | { readonly state: 'absent' };

export function plain<T>(knowable: Knowable<T>): PlainKnowable<T> {
  return knowable.state === 'known' ? { state: 'known', value: knowable.value } : { state: knowable.state };
}

/** All nodes in source order with their depth, without recursion: documents may nest a hundred thousand deep. */
export function* nodesWithDepth(root: Element): Generator<readonly [node: Node, depth: number]> {
  const stack: [Node, number][] = [];
  const push = (parent: Element | Hole, depth: number) => {
    for (const child of [...parent.children].reverse()) stack.push([child, depth]);
  };
  push(root, 0);
  for (let next = stack.pop(); next; next = stack.pop()) {
    yield next;
    const [node, depth] = next;
    if (node.kind === 'element' || node.kind === 'hole') push(node, depth + 1);
  }
}
