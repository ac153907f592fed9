import { contains, type Span } from '../../core/span.js';
import type { ElementStart, TreeBuilder } from '../../model/build.js';
import type { Attribute } from '../../model/nodes.js';
import type { Mask, MaskHost } from './mask.js';

/** Two masks over one text: the second one has been made of the first one's text. */
export class JoinedMask implements Mask {
  readonly text: string;
  readonly places: readonly Span[];
  readonly #builds: readonly ((host: MaskHost) => void)[];

  constructor(
    first: Mask,
    readonly second: Mask,
  ) {
    this.text = second.text;
    const parts = [first, second].flatMap((mask) =>
      mask.places.map((span, i) => ({ span, build: (host: MaskHost) => mask.build(i, host) })),
    );
    parts.sort((a, b) => a.span.start - b.span.start);
    const apart = parts.filter(({ span }, i) => i === 0 || !contains(parts[i - 1]?.span ?? span, span));
    this.places = apart.map((p) => p.span);
    this.#builds = apart.map((p) => p.build);
  }

  build(place: number, host: MaskHost): void {
    this.#builds[place]?.(host);
  }

  attributes(read: readonly Attribute[], open: Span): Pick<ElementStart, 'attributes' | 'openEnded'> {
    return this.second.attributes(read, open);
  }

  meaning(start: ElementStart): ElementStart {
    return this.second.meaning?.(start) ?? start;
  }

  content(attributes: readonly Attribute[], at: number, tree: TreeBuilder): void {
    this.second.content?.(attributes, at, tree);
  }
}
