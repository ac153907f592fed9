import type { Span } from '../../core/span.js';
import { namesAddress } from '../../knowledge/mail.js';
import { TreeBuilder } from '../../model/build.js';
import type { Attribute, Doc, Element, Syntax } from '../../model/nodes.js';
import type { MaskHost } from '../html/mask.js';
import type { TemplateHole } from '../template/hole.js';
import type { TemplateLanguage } from '../template/language.js';
import { allComments, TemplateMask } from '../template/mask.js';
import { scan } from '../template/scanner.js';
import { FILLED, linksIn } from './addresses.js';

const syntax: Syntax = {
  text: (plain) => plain,
  comment: () => '',
  attribute: () => '',
  link: (href, text) => `${text} (${href})`,
  lastParagraph: (content, _indent, lineEnd) => `${lineEnd}${lineEnd}${content}`,
};

/**
 * A plain text: its paragraphs, and in them the addresses that mail programs make links of.
 * @param language the template language that fills it in, if any.
 * @param covered the text with blanks for what is none of it; as long as the text.
 */
export function readPlainText(text: string, language?: TemplateLanguage, covered = text): Doc {
  const mask = language && maskOf(text, language, covered);
  const reader = new Reader(text, covered, mask);
  reader.read();
  return {
    dialect: 'plain',
    text,
    root: reader.tree.root,
    whole: reader.paragraphs > 1,
    comments: mask ? allComments([], mask) : [],
    settings: [],
    modules: [],
    problems: [],
    syntax: language ? { ...syntax, comment: language.comment } : syntax,
    ...(mask?.hasContent && { layout: true }),
    ...(mask?.within && { within: mask.within }),
  };
}

/** Helpers make elements of HTML, which a plain text has none of. */
function maskOf(text: string, language: TemplateLanguage, covered: string): TemplateMask {
  const { helpers: _helpers, components: _components, ...plain } = language;
  return new TemplateMask(text, plain, scan(covered.replace(TAG, 'x'), plain));
}

/** Where HTML would begin a tag, which means nothing here. */
const TAG = /<(?=[a-zA-Z!]|\/[a-zA-Z])/g;

class Reader {
  readonly tree: TreeBuilder;
  paragraphs = 0;
  /** The text with a mark for each unit that is filled in. */
  readonly #marked: string;
  readonly #host: MaskHost;
  #next = 0;

  constructor(
    readonly text: string,
    covered: string,
    readonly mask: TemplateMask | undefined,
  ) {
    this.tree = new TreeBuilder(text);
    this.#marked = mask ? marked(covered, mask.places) : covered;
    const { tree } = this;
    const never = (): never => {
      throw new Error('plain text has no elements of a template');
    };
    this.#host = { tree, open: (): Element => never(), isOpen: () => false, close: never };
  }

  read(): void {
    for (const [start, end] of paragraphs(this.#marked)) {
      this.paragraphs++;
      this.#open('p', { start, end: start });
      this.tree.content(start);
      let done = start;
      for (const address of linksIn(this.#marked, start, end)) {
        this.#words(done, address.start);
        this.#address(address);
        done = address.end;
      }
      this.#words(done, end);
      this.tree.close(end);
    }
  }

  /** Words, and what is filled in among them. */
  #words(start: number, end: number): void {
    let done = start;
    for (let hole = this.#nextHole(start, end); hole; hole = this.#nextHole(done, end)) {
      this.#text(done, hole.start);
      if (isAddress(hole, this.text))
        this.#link(hole, this.text.slice(hole.code.start, hole.code.end).trim());
      else this.mask?.build(this.#next - 1, this.#host);
      done = hole.end;
    }
    this.#text(done, end);
  }

  #nextHole(start: number, end: number): TemplateHole | undefined {
    const places = this.mask?.places ?? [];
    while ((places[this.#next]?.start ?? start) < start) this.#next++;
    const hole = places[this.#next];
    if (!hole || hole.end > end) return undefined;
    this.#next++;
    return hole;
  }

  #text(start: number, end: number): void {
    if (end > start) this.tree.text_(this.text.slice(start, end), { start, end });
  }

  /** An address that is its own link: what it leads to and what it shows are one. */
  #address(span: Span): void {
    const isFilled = this.#marked.slice(span.start, span.end).includes(FILLED);
    this.#link(span, isFilled ? this.text.slice(span.start, span.end) : undefined);
  }

  #link(span: Span, code: string | undefined): void {
    const { start, end } = span;
    const value: Attribute['value'] =
      code === undefined
        ? { state: 'known', value: this.text.slice(start, end), span }
        : { state: 'dynamic', code, span };
    const href = { name: 'href', written: '', nameSpan: span, span, value };
    this.#open('a', { start, end }, [href]);
    this.tree.content(end);
    this.tree.close(end);
  }

  #open(tag: string, open: Span, attributes: readonly Attribute[] = []): void {
    this.tree.open({ tag, name: tag, open, attributes, openEnded: false });
  }
}

/** What prints a value that is named for an address: `{{ confirmation_url }}`, `<%= link %>`. */
function isAddress({ kind, code }: TemplateHole, text: string): boolean {
  return kind !== 'comment' && kind !== 'opaque' && code.end - code.start <= LONGEST_CODE
    ? namesAddress(text.slice(code.start, code.end))
    : false;
}

const LONGEST_CODE = 200;

function marked(text: string, holes: readonly Span[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end } of holes) {
    pieces.push(text.slice(done, start), FILLED.repeat(end - start));
    done = end;
  }
  return pieces.length > 0 ? pieces.join('') + text.slice(done) : text;
}

function* paragraphs(text: string): Generator<readonly [start: number, end: number]> {
  const blank = /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*/g;
  let start = text.length - text.trimStart().length;
  for (const { 0: gap, index } of text.matchAll(blank)) {
    if (index > start) yield [start, index];
    start = Math.max(start, index + gap.length);
  }
  if (start < text.length) yield [start, text.length];
}
