import { type Token, Tokenizer } from 'parse5';
import { absent } from '../../core/knowable.js';
import type { Span } from '../../core/span.js';
import { type ElementStart, TreeBuilder } from '../../model/build.js';
import type { Attribute, Element } from '../../model/nodes.js';
import { readAttributes } from './attributes.js';
import { BARRIER, CLOSED_BY, FOREIGN, HOLDS_WORDS, isComponent, RAW_TEXT, VOID } from './elements.js';
import type { Mask, MaskHost } from './mask.js';
import type { HtmlTreeOptions } from './options.js';
import { MarkupState } from './state/index.js';
import { decodeEntities } from './text.js';
import { endOfUnclosed, nextMarkup } from './unclosed.js';

/**
 * Reads HTML into a tree that stays true to the source: nothing is moved, dropped or added, as browsers would do with
 * misplaced table cells or nested forms. Unclosed elements end where their parent does.
 */
export function readTree(source: string, options: HtmlTreeOptions = {}): TreeBuilder {
  const reader = new Reader(source, options);
  for (let base: number | undefined = 0; base !== undefined; ) base = reader.read(base);
  reader.finish();
  return reader.tree;
}

class Reader implements MaskHost {
  readonly tree: TreeBuilder;
  readonly #selfClosing: (tag: string) => boolean;
  readonly #meaning: NonNullable<HtmlTreeOptions['meaning']>;
  readonly #slot: NonNullable<HtmlTreeOptions['slot']>;
  readonly #caseSensitive: boolean;
  readonly #components: boolean;
  readonly #mask: Mask | undefined;
  readonly #state: MarkupState | undefined;
  readonly #masked: string;
  /** The first place of the mask that is not behind us. */
  #place = 0;
  #base = 0;
  #resume: number | undefined;
  /** How many tags without an end are looked into: each has been read to the end of the text. */
  #patience = 4;
  /** The end of the last token. */
  #read = 0;
  #tokenizer!: Tokenizer;
  #pending: { text: string; start: number; end: number } | undefined;
  #foreign = 0;
  /** Names of the open elements, lower case where capitals say nothing, the innermost last. */
  readonly #names: string[] = [];
  /** Open elements that the mask has added. */
  readonly #added = new Set<Element>();
  /** How many elements of a name are open: what is not open is not searched for, so that reading stays linear. */
  readonly #open = new Map<string, number>();

  constructor(
    readonly source: string,
    options: HtmlTreeOptions,
  ) {
    this.tree = new TreeBuilder(source);
    this.#selfClosing = options.selfClosing ?? ((tag) => /[-:]/.test(tag));
    this.#meaning = options.meaning ?? ((start) => start);
    this.#slot = options.slot ?? (() => undefined);
    this.#caseSensitive = options.caseSensitive ?? false;
    this.#components = options.components ?? false;
    this.#mask = options.mask;
    this.#state = options.stateless ? undefined : new MarkupState(source);
    this.#masked = options.mask?.text ?? source;
  }

  /** Reads from an offset to the end, or to the place where reading has to start anew. */
  read(base: number): number | undefined {
    this.#base = base;
    this.#read = base;
    this.#resume = undefined;
    const text = (token: Token.CharacterToken) => this.#text(token);
    this.#tokenizer = new Tokenizer(
      { sourceCodeLocationInfo: true },
      {
        onStartTag: (token) => this.#startTag(token),
        onEndTag: (token) => this.#endTag(token),
        onComment: (token) => this.#comment(token),
        onCharacter: text,
        onWhitespaceCharacter: text,
        onNullCharacter: text,
        onDoctype: () => this.#flush(),
        onEof: () => this.#end(),
        onParseError: null,
      },
    );
    this.#tokenizer.inForeignNode = this.#foreign > 0;
    this.#tokenizer.write(base === 0 ? this.#masked : this.#masked.slice(base), true);
    return this.#resume;
  }

  finish(): void {
    this.#flush();
    while (this.tree.current.parent) this.tree.close(this.source.length);
  }

  open(start: ElementStart): Element {
    const element = this.tree.open(start);
    this.#names.push(start.tag);
    this.#count(start.tag, 1);
    if (FOREIGN.has(start.tag)) this.#foreign++;
    this.#added.add(element);
    return element;
  }

  isOpen(element: Element): boolean {
    return this.#added.has(element);
  }

  close(element: Element, end: number, close?: Span): void {
    while (this.tree.current !== element) this.#close(close?.start ?? end);
    this.#close(end, close);
  }

  #span(token: { location: Token.Location | null }) {
    const { startOffset = 0, endOffset = 0 } = token.location ?? {};
    // Tokens that the end of the text cuts off claim one unit too many.
    const end = Math.min(this.#base + endOffset, this.source.length);
    this.#read = end;
    return { start: this.#base + startOffset, end };
  }

  #startTag(token: Token.TagToken): void {
    this.#flush();
    const open = this.#span(token);
    let attributes = readAttributes(this.source, this.#masked, token, this.#base, this.#mask !== undefined);
    // A half-typed tag swallows the next one as an attribute named `<label`: it ends here, and reading starts anew there.
    const cut = this.#endOfUnfinished(attributes);
    const swallowed = cut !== undefined && cut < open.end;
    if (swallowed) {
      open.end = cut;
      attributes = attributes.filter((a) => a.span.end <= open.end);
      this.#resume = open.end;
      this.#tokenizer.pause();
    }
    const name = this.source.slice(open.start + 1, open.start + 1 + token.tagName.length);
    const tag = this.#caseSensitive ? name : token.tagName;
    this.#closeImplied(tag, open.start);
    const seen = this.#mask?.attributes(attributes, open) ?? { attributes, openEnded: false };
    const parent = this.tree.current;
    const read = this.#meaning({ tag: tag.toLowerCase(), name, open, ...seen }, parent);
    const meant = this.#mask?.meaning?.(read) ?? read;
    const start = this.#state?.read(meant, parent) ?? meant;
    const slot = this.#slot(start, parent);
    if (slot !== undefined) this.tree.openHole(open, '', absent, slot);
    this.tree.open(start);
    this.#names.push(tag);
    this.tree.content(open.end);
    const foreign = this.#foreign > 0 || FOREIGN.has(tag);
    const component = this.#components && isComponent(name);
    if (VOID.has(tag) || (token.selfClosing && (foreign || component || this.#selfClosing(tag)))) {
      if (!VOID.has(tag)) this.#mask?.content?.(seen.attributes, open.end, this.tree);
      this.#closeNode(open.end);
      this.#names.pop();
      return;
    }
    this.#count(tag, 1);
    if (FOREIGN.has(tag)) this.#foreign++;
    this.#tokenizer.inForeignNode = this.#foreign > 0;
    const raw = foreign || swallowed || component ? undefined : RAW_TEXT.get(tag);
    this.#mask?.content?.(seen.attributes, open.end, this.tree);
    if (raw !== undefined) {
      this.#tokenizer.state = raw;
      this.#tokenizer.lastStartTagName = tag;
    }
  }

  /** A tag that has no end takes what follows with it: reading starts anew where markup begins a line. */
  #end(): void {
    this.#flush();
    if (this.#read < this.source.length && this.#patience-- > 0)
      this.#resume = nextMarkup(this.#masked, this.#read);
  }

  /** Where a tag ends that is being typed: before the next one, or with the line of a value whose quote is missing. */
  #endOfUnfinished(attributes: readonly Attribute[]): number | undefined {
    for (const { written, span, value } of attributes) {
      if (written.startsWith('<')) return span.start;
      const quote = value.span.end > value.span.start ? this.#masked.charAt(value.span.start - 1) : '';
      const end =
        quote === '"' || quote === "'" ? endOfUnclosed(this.#masked, value.span.start, quote) : undefined;
      if (end !== undefined) return this.#masked.charAt(end) === '>' ? end + 1 : end;
    }
    return undefined;
  }

  #endTag(token: Token.TagToken): void {
    this.#flush();
    const span = this.#span(token);
    const written = this.source.slice(span.start + 2, span.start + 2 + token.tagName.length);
    const tag = this.#caseSensitive ? written : token.tagName;
    if (!this.#open.get(tag)) return;
    for (let depth = this.#names.length - 1 - this.#names.lastIndexOf(tag); depth > 0; depth--)
      this.#close(span.start);
    this.#close(span.end, span);
  }

  #closeImplied(tag: string, at: number): void {
    const closes = CLOSED_BY.get(tag);
    if (!closes) return;
    let open = closes.reduce((sum, t) => sum + (this.#open.get(t) ?? 0), 0);
    let closing = 0;
    for (let i = this.#names.length - 1; open > 0; i--) {
      const name = this.#names[i];
      if (name === undefined || BARRIER.has(name)) break;
      if (!closes.includes(name)) continue;
      closing = this.#names.length - i;
      open--;
    }
    for (; closing > 0; closing--) this.#close(at);
  }

  #close(end: number, tag?: { start: number; end: number }): void {
    const name = this.#names.pop() ?? '';
    if (FOREIGN.has(name)) this.#foreign--;
    this.#count(name, -1);
    this.#added.delete(this.#current());
    this.#closeNode(end, tag);
    this.#tokenizer.inForeignNode = this.#foreign > 0;
  }

  /** Closes an element, and the hole around it where there is one. */
  #closeNode(end: number, tag?: Span): void {
    this.tree.close(end, tag);
    if (this.tree.current.kind === 'hole') this.tree.close(end);
  }

  #count(tag: string, by: number): void {
    this.#open.set(tag, (this.#open.get(tag) ?? 0) + by);
  }

  #comment(token: Token.CommentToken): void {
    this.#flush();
    const span = this.#span(token);
    const written = this.source.slice(span.start, span.end);
    const text = this.#mask && written.startsWith('<!--') ? written.replace(/^<!--|--!?>$/g, '') : token.data;
    this.tree.comment(text, span);
  }

  #text(token: Token.CharacterToken): void {
    const { start, end } = this.#span(token);
    if (this.#pending) {
      this.#pending.text += token.chars;
      this.#pending.end = end;
    } else this.#pending = { text: token.chars, start, end };
  }

  #flush(): void {
    if (!this.#pending) return;
    const { text, start, end } = this.#pending;
    this.#pending = undefined;
    const found = this.#mask ? this.#placesWithin(start, end) : [];
    if (this.#mask && found.length > 0) this.#textAround(this.#mask, found, { start, end });
    else this.tree.text_(text, { start, end });
  }

  /** Places of the mask within a text that ends at an offset, by number; those in what is no text are left behind. */
  #placesWithin(start: number, end: number): number[] {
    const places = this.#mask?.places ?? [];
    const found: number[] = [];
    for (let place = places[this.#place]; place && place.start < end; place = places[++this.#place]) {
      if (place.start >= start && place.end <= end) found.push(this.#place);
    }
    return found;
  }

  /** A text in pieces, with the nodes of the mask between them; scripts and the like stay whole, as written. */
  #textAround(mask: Mask, found: readonly number[], { start, end }: Span): void {
    const whole = RAW_TEXT.has(this.#current().tag) && !HOLDS_WORDS.has(this.#current().tag);
    if (whole) {
      this.tree.text_(this.source.slice(start, end), { start, end });
      return;
    }
    let at = start;
    const piece = (to: number) => {
      if (to > at) this.tree.text_(decodeEntities(this.source.slice(at, to)), { start: at, end: to });
    };
    for (const number of found) {
      const place = mask.places[number];
      if (!place) continue;
      piece(place.start);
      mask.build(number, this);
      at = place.end;
    }
    piece(end);
  }

  /** Among texts the innermost open node is an element: holes are closed at once or hold but one. */
  #current(): Element {
    return this.tree.current as Element;
  }
}
