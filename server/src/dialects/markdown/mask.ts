import type { Span } from '../../core/span.js';
import type { ElementStart, TreeBuilder } from '../../model/build.js';
import type { Attribute } from '../../model/nodes.js';
import type { Mask, MaskHost } from '../html/mask.js';
import { decodeEntities } from '../html/text.js';
import { Filler } from '../template/fill.js';
import type { Inline } from './inline.js';

/** Something of Markdown's own that is no HTML: what it stands for is put into the tree, or nothing. */
export type Piece = Inline | (Span & { readonly kind: 'block' });

/** What template languages fill in. */
const HOLE = /\{\{|\{%|<%|\$\{|\*\||%%/;

/** Markdown's constructs among the HTML. */
export class MarkdownMask implements Mask {
  readonly text: string;

  constructor(
    readonly source: string,
    readonly places: readonly Piece[],
  ) {
    const filler = new Filler(source);
    for (const { start, end } of places) filler.blanks(start, end);
    this.text = filler.finish();
  }

  attributes(read: readonly Attribute[]): Pick<ElementStart, 'attributes' | 'openEnded'> {
    return { attributes: read, openEnded: false };
  }

  build(place: number, { tree }: MaskHost): void {
    const piece = this.places[place];
    if (!piece) return;
    if (piece.kind === 'link' || piece.kind === 'image' || piece.kind === 'address')
      this.#element(piece, tree);
    else if (piece.kind === 'jsx') this.#comment(piece, tree);
  }

  #element({ kind, start, end, label, target }: Inline, tree: TreeBuilder): void {
    const attributes: Attribute[] = [];
    if (target) attributes.push(attributeOf(kind === 'image' ? 'src' : 'href', target.text, target.span));
    const tag = kind === 'image' ? 'img' : 'a';
    // An address shows itself, an image its other text: neither has content.
    const open = kind === 'link' && label ? { start, end: label.start } : { start, end };
    if (kind === 'image' && label) attributes.push(attributeOf('alt', this.#cut(label), label));
    tree.open({ tag, name: tag, open, attributes, openEnded: false });
    tree.content(open.end);
    if (kind !== 'link' || !label) {
      tree.close(end);
      return;
    }
    if (label.end > label.start) this.#words(label, tree);
    tree.close(end, { start: label.end, end });
  }

  /** The words of a link; where it shows an image instead, that. */
  #words(label: Span, tree: TreeBuilder): void {
    const [, alt = ''] = /^!\[([^\]]*)\]\(/.exec(this.#cut(label)) ?? [];
    if (alt === '') {
      tree.text_(decodeEntities(this.#cut(label)), label);
      return;
    }
    const shown = { start: label.start + 2, end: label.start + 2 + alt.length };
    tree.open({
      tag: 'img',
      name: 'img',
      open: label,
      attributes: [attributeOf('alt', alt, shown)],
      openEnded: false,
    });
    tree.content(label.end);
    tree.close(label.end);
  }

  /** `{/* … *​/}`, the comment of MDX. */
  #comment({ start, end }: Span, tree: TreeBuilder): void {
    const [, text] = /^\{\s*\/\*([\s\S]*)\*\/\s*\}$/.exec(this.source.slice(start, end)) ?? [];
    if (text !== undefined) tree.comment(text, { start, end });
  }

  #cut({ start, end }: Span): string {
    return this.source.slice(start, end);
  }
}

function attributeOf(name: string, text: string, span: Span): Attribute {
  const value = HOLE.test(text)
    ? ({ state: 'dynamic', span, code: text } as const)
    : ({ state: 'known', value: decodeEntities(text), span } as const);
  return { name, written: '', nameSpan: span, span, value };
}
