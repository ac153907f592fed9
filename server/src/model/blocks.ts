import type { Span } from '../core/span.js';
import type { Element, Hole, Node } from './nodes.js';

/** Words that are laid out together: a paragraph, a heading, a cell, a label; or addresses that stand for themselves. */
export interface Block {
  /** Blanks folded; what only code knows is left out. */
  readonly text: string;
  /** From the first to the last of its words. */
  readonly span: Span;
  /** The innermost element that lays it out. */
  readonly element: Element;
  /** The links among its words, and where they stand in `text`. */
  readonly links: readonly (Span & { readonly element: Element })[];
  /** Where in `text` something stands that only code knows. */
  readonly gaps: readonly number[];
}

/** Elements of HTML that stand within a line (HTML Standard, phrasing content), and stand-ins for them. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code data dfn em font i ins kbd mark q s samp small span strong sub sup time u var wbr tt big label input trans'.split(
    ' ',
  ),
);
const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'head', 'svg']);

function isLink({ tag, attributes }: Element): boolean {
  return tag === 'a' || attributes.some(({ name }) => name === 'href');
}

/** An address in a running text, which is all that there is of the link. */
export function showsItself({ tag, open, span, children }: Element): boolean {
  return tag === 'a' && children.length === 0 && open.end === span.end;
}

const SENTENCE = /^\S{1,40}(?:\s+\S{1,40}){4}/;

/** The blocks of a document that hold words, in source order. */
export function blocksOf(root: Element): Block[] {
  const reader = new BlockReader(root);
  reader.walk();
  return reader.blocks;
}

class BlockReader {
  readonly blocks: Block[] = [];
  #words = '';
  #links: (Span & { element: Element })[] = [];
  #gaps: number[] = [];
  #start = -1;
  #end = -1;
  #holder: Element;

  constructor(readonly root: Element) {
    this.#holder = root;
  }

  /** Without recursion: documents may nest a hundred thousand deep. */
  walk(): void {
    const pending: (Node | (() => void))[] = [this.root];
    for (let next = pending.pop(); next; next = pending.pop()) {
      if (typeof next === 'function') next();
      else if (next.kind === 'text') this.#text(next.text, next.span);
      else if (next.kind === 'hole') this.#hole(next, pending);
      else if (next.kind === 'element' && !UNSEEN.has(next.tag)) this.#element(next, pending);
    }
    this.#finish();
  }

  #element(element: Element, pending: (Node | (() => void))[]): void {
    if (element.name !== element.tag) this.#props(element);
    if (!INLINE.has(element.tag)) {
      const outer = this.#holder;
      this.#finish();
      this.#holder = element;
      pending.push(() => {
        this.#finish();
        this.#holder = outer;
      });
    }
    if (isLink(element)) {
      const links = this.#links;
      const start = this.#words.length;
      if (showsItself(element)) this.#mark(element.span);
      // A link around blocks of its own stands in none.
      pending.push(() => {
        if (links === this.#links) links.push({ element, start, end: this.#words.length });
      });
    }
    for (let i = element.children.length - 1; i >= 0; i--) pending.push(element.children[i] as Node);
  }

  /** Sentences that a component is handed to show. */
  #props(component: Element): void {
    for (const { value } of component.attributes) {
      if (value.state !== 'known' || typeof value.value !== 'string' || !SENTENCE.test(value.value)) continue;
      this.#finish();
      this.#text(value.value, value.span);
      this.#finish();
    }
  }

  #hole(hole: Hole, pending: (Node | (() => void))[]): void {
    if (hole.value.state === 'known' && typeof hole.value.value === 'string')
      this.#text(hole.value.value, hole.span);
    else this.#gap(hole);
    for (let i = hole.children.length - 1; i >= 0; i--) pending.push(hole.children[i] as Node);
  }

  #gap({ value }: Hole): void {
    if (value.state === 'dynamic') this.#gaps.push(this.#words.length);
    this.#add(' ');
  }

  /** Blanks are folded as they come. */
  #add(part: string): void {
    const folded = part.replace(/\s+/g, ' ');
    this.#words += this.#words === '' || this.#words.endsWith(' ') ? folded.trimStart() : folded;
  }

  #text(text: string, { start, end }: Span): void {
    this.#add(text);
    if (text.trim() !== '') this.#mark({ start, end });
  }

  #mark({ start, end }: Span): void {
    if (this.#start < 0) this.#start = start;
    this.#end = Math.max(this.#end, end);
  }

  #finish(): void {
    if (this.#start >= 0) {
      this.blocks.push({
        text: this.#words.trimEnd(),
        span: { start: this.#start, end: this.#end },
        element: this.#holder,
        links: this.#links,
        gaps: this.#gaps,
      });
    }
    this.#words = '';
    this.#links = [];
    this.#gaps = [];
    this.#start = this.#end = -1;
  }
}
