import { type Token, Tokenizer } from 'parse5';
import { TreeBuilder } from '../../model/build.js';
import type { Element } from '../../model/nodes.js';
import { readAttributes } from './attributes.js';
import { BARRIER, CLOSED_BY, FOREIGN, RAW_TEXT, VOID } from './elements.js';

export interface HtmlTreeOptions {
  /** Elements other than HTML's void ones that a trailing slash closes (`<mj-image />`); by default those with a hyphen. */
  readonly selfClosing?: (tag: string) => boolean;
}

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

class Reader {
  readonly tree: TreeBuilder;
  readonly #selfClosing: (tag: string) => boolean;
  #base = 0;
  #resume: number | undefined;
  #tokenizer!: Tokenizer;
  #pending: { text: string; start: number; end: number } | undefined;
  #foreign = 0;
  /** How many elements of a tag are open: what is not open is not searched for, so that reading stays linear. */
  readonly #open = new Map<string, number>();

  constructor(
    readonly source: string,
    options: HtmlTreeOptions,
  ) {
    this.tree = new TreeBuilder(source);
    this.#selfClosing = options.selfClosing ?? ((tag) => tag.includes('-'));
  }

  /** Reads from an offset to the end, or to the place where reading has to start anew. */
  read(base: number): number | undefined {
    this.#base = base;
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
        onEof: () => this.#flush(),
        onParseError: null,
      },
    );
    this.#tokenizer.inForeignNode = this.#foreign > 0;
    this.#tokenizer.write(base === 0 ? this.source : this.source.slice(base), true);
    return this.#resume;
  }

  finish(): void {
    this.#flush();
    while (this.tree.current.parent) this.tree.close(this.source.length);
  }

  #span(token: { location: Token.Location | null }) {
    const { startOffset = 0, endOffset = 0 } = token.location ?? {};
    // Tokens that the end of the text cuts off claim one unit too many.
    return { start: this.#base + startOffset, end: Math.min(this.#base + endOffset, this.source.length) };
  }

  #startTag(token: Token.TagToken): void {
    this.#flush();
    const open = this.#span(token);
    let attributes = readAttributes(this.source, token, this.#base);
    // A half-typed tag swallows the next one as an attribute named `<label`: it ends here, and reading starts anew there.
    const swallowed = attributes.find((a) => a.written.startsWith('<'));
    if (swallowed) {
      open.end = swallowed.span.start;
      attributes = attributes.filter((a) => a.span.end <= open.end);
      this.#resume = open.end;
      this.#tokenizer.pause();
    }
    const tag = token.tagName;
    this.#closeImplied(tag, open.start);
    const name = this.source.slice(open.start + 1, open.start + 1 + tag.length);
    this.tree.open({ tag: tag.toLowerCase(), name, open, attributes, openEnded: false });
    this.tree.content(open.end);
    const foreign = this.#foreign > 0 || FOREIGN.has(tag);
    if (VOID.has(tag) || (token.selfClosing && (foreign || this.#selfClosing(tag)))) {
      this.tree.close(open.end);
      return;
    }
    this.#count(tag.toLowerCase(), 1);
    if (FOREIGN.has(tag)) this.#foreign++;
    this.#tokenizer.inForeignNode = this.#foreign > 0;
    const raw = foreign || swallowed ? undefined : RAW_TEXT.get(tag);
    if (raw !== undefined) {
      this.#tokenizer.state = raw;
      this.#tokenizer.lastStartTagName = tag;
    }
  }

  #endTag(token: Token.TagToken): void {
    this.#flush();
    const tag = token.tagName;
    if (!this.#open.get(tag)) return;
    let depth = 0;
    for (let node = this.#current(); node.parent; node = node.parent as Element, depth++) {
      if (node.tag !== tag) continue;
      const span = this.#span(token);
      for (; depth > 0; depth--) this.#close(span.start);
      this.#close(span.end, span);
      return;
    }
  }

  #closeImplied(tag: string, at: number): void {
    const closes = CLOSED_BY.get(tag);
    if (!closes) return;
    let open = closes.reduce((sum, t) => sum + (this.#open.get(t) ?? 0), 0);
    let depth = 0;
    let closing = 0;
    for (
      let node = this.#current();
      open > 0 && node.parent && !BARRIER.has(node.tag);
      node = node.parent as Element
    ) {
      depth++;
      if (!closes.includes(node.tag)) continue;
      closing = depth;
      open--;
    }
    for (; closing > 0; closing--) this.#close(at);
  }

  #close(end: number, tag?: { start: number; end: number }): void {
    const { tag: name } = this.#current();
    if (FOREIGN.has(name)) this.#foreign--;
    this.#count(name, -1);
    this.tree.close(end, tag);
    this.#tokenizer.inForeignNode = this.#foreign > 0;
  }

  #count(tag: string, by: number): void {
    this.#open.set(tag, (this.#open.get(tag) ?? 0) + by);
  }

  #comment(token: Token.CommentToken): void {
    this.#flush();
    this.tree.comment(token.data, this.#span(token));
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
    this.tree.text_(text, { start, end });
  }

  /** In HTML every open node is an element. */
  #current(): Element {
    return this.tree.current as Element;
  }
}
