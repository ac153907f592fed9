import { firstFrom } from '../../core/search.js';
import { contains, type Span } from '../../core/span.js';
import type { ElementStart, TreeBuilder } from '../../model/build.js';
import type { Attribute } from '../../model/nodes.js';
import type { Mask, MaskHost } from '../html/mask.js';
import type { BraceHole, BraceScan } from './scan.js';

/** Code in braces, brought into the tree of the markup around it. */
export class BraceMask implements Mask {
  readonly text: string;
  readonly places: readonly BraceHole[];

  /**
   * @param add adds the nodes that code among texts stands for.
   * @param fill adds what attributes put into an element.
   */
  constructor(
    readonly scan: BraceScan,
    readonly add: (hole: BraceHole, tree: TreeBuilder) => void,
    readonly fill: NonNullable<Mask['content']> = () => {},
  ) {
    this.text = scan.text;
    this.places = scan.holes.filter(({ context }) => context === 'text' || context === 'raw');
  }

  build(place: number, { tree }: MaskHost): void {
    const hole = this.places[place];
    if (hole) this.add(hole, tree);
  }

  content(attributes: readonly Attribute[], at: number, tree: TreeBuilder): void {
    this.fill(attributes, at, tree);
  }

  /** What attributes mean depends on the element; it is read with that. */
  attributes(read: readonly Attribute[]): Pick<ElementStart, 'attributes' | 'openEnded'> {
    return { attributes: read, openEnded: false };
  }

  /** The code in a stretch of the text. */
  within(span: Span): BraceHole[] {
    const { holes } = this.scan;
    let low = firstFrom(holes, span.start, (hole) => hole.start);
    const found: BraceHole[] = [];
    for (let hole = holes[low]; hole && contains(span, hole); hole = holes[++low]) found.push(hole);
    return found;
  }
}
