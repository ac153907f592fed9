import type { Span } from '../core/span.js';
import type { Attribute, Comment, Element, Hole, Node, Text, Value } from './nodes.js';

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Parent = Writable<Element> | Writable<Hole>;
type Nodes = Node[];

/** What a dialect says of an element when its opening tag has been read. */
export type ElementStart = Pick<Element, 'tag' | 'name' | 'open' | 'attributes' | 'openEnded'> &
  Partial<Pick<Element, 'module' | 'include' | 'made' | 'inCode'>>;

/** Thrown where a dialect builds a node outside its parent or before its elder sibling: a defect of the dialect, never of the text. */
class NestingError extends Error {}

/** The one place where trees are made: it checks that nodes nest and follow one another, so that every span can be trusted. */
export class TreeBuilder {
  readonly root: Element;
  /** In source order. */
  readonly comments: Comment[] = [];
  /** `<html>`. */
  readonly pages: Element[] = [];
  readonly #tags = new Set<string>();
  #current: Parent;
  #floor = 0;

  constructor(readonly text: string) {
    const whole = { start: 0, end: text.length };
    const root: Element = {
      kind: 'element',
      tag: '#root',
      name: '#root',
      span: whole,
      open: { start: 0, end: 0 },
      attributes: [],
      children: [],
      openEnded: false,
      parent: undefined,
    };
    this.root = root;
    this.#current = root;
  }

  get current(): Element | Hole {
    return this.#current;
  }

  /** True where the tree has an element of one of the tags. */
  holds(...tags: readonly string[]): boolean {
    return tags.some((tag) => this.#tags.has(tag));
  }

  text_(text: string, span: Span): Text {
    return this.#leaf({ kind: 'text', text, span, parent: this.#current });
  }

  comment(text: string, span: Span): Comment {
    const comment = this.#leaf<Comment>({ kind: 'comment', text, span, parent: this.#current });
    this.comments.push(comment);
    return comment;
  }

  /** Opens an element; its span ends with its opening tag until `close` says otherwise. */
  open(start: ElementStart): Element {
    checkAttributes(start.attributes, start.open, this.text.length);
    const { tag, name, open, attributes, openEnded, module, include, made, inCode } = start;
    const element: Writable<Element> = {
      kind: 'element',
      tag,
      name,
      span: open,
      open,
      attributes,
      children: [],
      openEnded,
      parent: this.#current,
    };
    if (module !== undefined) element.module = module;
    if (include !== undefined) element.include = include;
    if (made !== undefined) element.made = made;
    if (inCode !== undefined) element.inCode = inCode;
    this.#add(element, open.start);
    this.#tags.add(tag);
    if (tag === 'html') this.pages.push(element);
    this.#current = element;
    return element;
  }

  /** @param value what it prints, or what works that out when it is first asked for. */
  openHole(
    span: Span,
    code: string,
    value: Value | (() => Value),
    slot?: string,
    more: Pick<Hole, 'include'> = {},
  ): Hole {
    const parent = this.#current;
    const named = slot === undefined ? more : { slot, ...more };
    const hole: Hole =
      typeof value === 'function'
        ? new LazyHole(span, code, parent, value, named)
        : { kind: 'hole', span, code, value, children: [], parent, ...named };
    this.#add(hole, span.start);
    this.#current = hole;
    return hole;
  }

  /** The opening tag is complete: what follows are children. */
  content(at: number): void {
    this.#floor = at;
  }

  /** Closes the current node at `end`; `tag` is its closing tag where there is one. */
  close(end: number, tag?: Span): void {
    const node = this.#current;
    if (!node.parent) throw new NestingError('the root is never closed');
    if (end < this.#floor)
      throw new NestingError(`a node ends at ${end}, before its last child at ${this.#floor}`);
    node.span = { start: node.span.start, end };
    if (tag && node.kind === 'element') node.close = tag;
    this.#floor = end;
    this.#current = node.parent;
  }

  #leaf<T extends Text | Comment>(node: T): T {
    this.#add(node, node.span.start);
    this.#floor = node.span.end;
    return node;
  }

  #add(node: Node, start: number): void {
    if (start < this.#floor) throw new NestingError(`a node starts at ${start}, before ${this.#floor}`);
    if (node.span.end < start || node.span.end > this.text.length)
      throw new NestingError(`a node ends at ${node.span.end}`);
    (this.#current.children as Nodes).push(node);
    this.#floor = start;
  }
}

/** A hole of which what it prints is worked out when it is first asked for. */
class LazyHole implements Hole {
  readonly kind = 'hole';
  readonly children: readonly Node[] = [];
  readonly slot?: string;
  readonly include?: string;
  #value: Value | undefined;

  constructor(
    readonly span: Span,
    readonly code: string,
    readonly parent: Element | Hole,
    readonly read: () => Value,
    { slot, include }: Pick<Hole, 'slot' | 'include'>,
  ) {
    if (slot !== undefined) this.slot = slot;
    if (include !== undefined) this.include = include;
  }

  get value(): Value {
    this.#value ??= this.read();
    return this.#value;
  }
}

function checkAttributes(attributes: readonly Attribute[], open: Span, length: number): void {
  for (const { written, span } of attributes) {
    const inside = written === '' || (open.start <= span.start && span.end <= open.end);
    if (!inside || span.end > length) throw new NestingError(`attribute ${written} stands outside its tag`);
  }
}
