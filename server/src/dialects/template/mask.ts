import { firstFrom } from '../../core/search.js';
import { contains, type Span } from '../../core/span.js';
import { changed } from '../../model/attributes.js';
import type { ElementStart, TreeBuilder } from '../../model/build.js';
import type { Attribute, Doc, Value } from '../../model/nodes.js';
import type { Mask, MaskHost } from '../html/mask.js';
import { derived, guarded, withHoles } from './attributes.js';
import { HelperPlaces } from './helpers/places.js';
import type { TemplateHole } from './hole.js';
import type { TemplateLanguage } from './language.js';
import { trimCode } from './read.js';
import type { Condition, Print, Reading } from './reading.js';
import type { Scan } from './scanner.js';

/** The constructs of a template language, brought into the tree of the HTML around them. */
export class TemplateMask implements Mask {
  readonly text: string;
  readonly places: readonly TemplateHole[];
  /** Comments that are not delivered. */
  readonly comments: { readonly text: string; readonly span: Span }[] = [];
  /** True where a layout leaves room for the content of others. */
  hasContent = false;
  /** The layout that the file names as its own. */
  within: Doc['within'];
  readonly #holes: readonly TemplateHole[];
  readonly #helpers: HelperPlaces | undefined;
  /** Words that the attributes of the element just begun put into it. */
  #words: { readonly at: number; readonly reading: Print } | undefined;

  constructor(
    readonly source: string,
    readonly language: TemplateLanguage,
    { text, holes }: Scan,
  ) {
    this.text = text;
    this.#holes = holes;
    this.#helpers = language.helpers && new HelperPlaces(source, language.helpers);
    this.places = holes.filter((h) => h.context === 'text' || h.context === 'raw');
    for (const hole of holes) {
      if (hole.context === 'comment') continue;
      const reading = this.#comment(hole);
      if (reading) this.comments.push({ text: reading, span: { start: hole.start, end: hole.end } });
    }
  }

  build(place: number, host: MaskHost): void {
    const hole = this.places[place];
    if (!hole) return;
    if (hole.context === 'text' && this.#helpers?.build(hole, host)) return;
    const reading = this.read(hole);
    if (this.#helpers?.follow(reading, hole, host)) return;
    this.#add({ start: hole.start, end: hole.end }, hole.code, reading, host.tree);
  }

  /** Controls of which the code of another file decides what they are. */
  get elsewhere(): readonly Span[] {
    return this.#helpers?.elsewhere ?? [];
  }

  meaning(start: ElementStart): ElementStart {
    if (!this.#helpers) return start;
    const read = this.#helpers.meaning(start);
    this.#words = read.text && { at: start.open.end, reading: read.text };
    return read.start;
  }

  content(attributes: readonly Attribute[], at: number, tree: TreeBuilder): void {
    const words = this.#words;
    if (words?.at === at) this.#add({ start: at, end: at }, words.reading.value.span, words.reading, tree);
    const put = this.language.content?.(attributes, this.source);
    if (put) this.#add({ start: at, end: at }, put.code, put.reading, tree);
  }

  #add(span: Span, place: Span, reading: Reading, tree: TreeBuilder): void {
    if (reading.kind === 'comment') {
      tree.comment(reading.text, span);
      return;
    }
    if (reading.kind === 'content') this.hasContent = true;
    const { start, end } = trimCode(this.source, place, this.language.trim);
    const code = this.source.slice(start, end);
    if (reading.kind === 'layout') this.within ??= { path: reading.path, span };
    const named = reading.kind === 'include' || reading.kind === 'layout';
    const include = named ? { include: reading.path } : {};
    tree.openHole(span, code, valueFor(reading, span, code), undefined, include);
    tree.close(span.end);
  }

  attributes(read: readonly Attribute[], open: Span): Pick<ElementStart, 'attributes' | 'openEnded'> {
    const holes = this.#within(open);
    const seen =
      holes.length === 0 ? { attributes: read, openEnded: false } : new TagReader(this, holes).read(read);
    const meant = this.language.attributes?.(seen.attributes, this.source);
    return meant ? { attributes: meant.attributes, openEnded: seen.openEnded || meant.openEnded } : seen;
  }

  read(hole: TemplateHole): Reading {
    if (hole.kind === 'comment')
      return { kind: 'comment', text: this.source.slice(hole.code.start, hole.code.end) };
    if (hole.kind === 'opaque') return { kind: 'statement' };
    const { open, kind, code, context } = hole;
    return this.language.read({ source: this.source, open, kind, code, context });
  }

  #comment(hole: TemplateHole): string | undefined {
    if (hole.kind === 'output' || hole.kind === 'opaque') return undefined;
    if (hole.kind === 'block' && !this.#startsComment(hole.code.start)) return undefined;
    const reading = this.read(hole);
    return reading.kind === 'comment' ? reading.text : undefined;
  }

  /** Code whose first sign is `#` or a slash may be nothing but a comment. */
  #startsComment(at: number): boolean {
    let i = at;
    while (this.source.charCodeAt(i) <= 32) i++;
    const c = this.source.charCodeAt(i);
    return c === 35 || c === 47;
  }

  #within(span: Span): TemplateHole[] {
    const holes = this.#holes;
    let low = firstFrom(holes, span.start, (hole) => hole.start);
    const found: TemplateHole[] = [];
    for (let hole = holes[low]; hole && contains(span, hole); hole = holes[++low]) found.push(hole);
    return found;
  }
}

function valueFor(reading: Reading, span: Span, code: string): Value {
  if (reading.kind === 'print') return reading.value;
  if (reading.kind === 'include' || reading.kind === 'layout' || reading.kind === 'content')
    return { state: 'dynamic', span, code };
  return { state: 'absent' };
}

/** Reads one start tag from left to right, with the blocks that are open at each attribute. */
class TagReader {
  readonly #attributes: Attribute[] = [];
  readonly #guards: Condition[] = [];
  #openEnded = false;

  constructor(
    readonly mask: TemplateMask,
    readonly holes: readonly TemplateHole[],
  ) {}

  read(read: readonly Attribute[]): Pick<ElementStart, 'attributes' | 'openEnded'> {
    const { mask, holes } = this;
    const tag = { source: mask.source, read: (hole: TemplateHole) => mask.read(hole) };
    // Attributes and constructs both come in the order of the source.
    let next = 0;
    for (const attribute of read) {
      const { start, end } = attribute.span;
      for (let hole = holes[next]; hole && hole.start < start; hole = holes[++next]) this.#between(hole);
      const first = next;
      for (let hole = holes[next]; hole && hole.end <= end; hole = holes[++next]) this.#between(hole);
      const own = next === first ? [] : holes.slice(first, next);
      // `{{name}}="…"`: any attribute at all.
      if (own[0]?.start === start) this.#openEnded = true;
      this.#add(own.length === 0 ? attribute : withHoles(attribute, own, tag));
    }
    for (let hole = holes[next]; hole; hole = holes[++next]) this.#between(hole);
    return { attributes: surestFirst(this.#attributes), openEnded: this.#openEnded };
  }

  #add(attribute: Attribute): void {
    const guard = this.#guards.at(-1);
    this.#attributes.push(guard ? guarded(attribute, guard) : attribute);
  }

  /** Takes up what stands between attributes. */
  #between(hole: TemplateHole): void {
    if (hole.context !== 'between') return;
    const { mask } = this;
    const reading = mask.read(hole);
    switch (reading.kind) {
      case 'begin':
        this.#guards.push(reading.condition);
        break;
      case 'else':
        this.#otherwise(reading.condition);
        break;
      case 'end':
        this.#guards.pop();
        break;
      case 'print': {
        const read = (h: TemplateHole) => mask.read(h);
        const attributes = derived(hole, reading, { source: mask.source, read });
        if (attributes) for (const attribute of attributes) this.#add(attribute);
        else this.#openEnded = true;
        break;
      }
      case 'include':
      case 'layout':
      case 'content':
        this.#openEnded = true;
        break;
    }
  }

  #otherwise(condition: Condition | undefined): void {
    const before = this.#guards.pop();
    if (before) this.#guards.push(condition ?? { code: before.code, holds: 'unknown' });
  }
}

/**
 * Of attributes of one name, written in several branches or by code as well, the one that is there in any case comes
 * first, and is switched off only together with the others that are known.
 */
function surestFirst(attributes: readonly Attribute[]): readonly Attribute[] {
  if (attributes.length < 2 || new Set(attributes.map((a) => a.name)).size === attributes.length)
    return attributes;
  const doubt = ({ value }: Attribute) => (value.state === 'dynamic' ? 2 : value.origin ? 1 : 0);
  return [...attributes]
    .sort((a, b) => doubt(a) - doubt(b))
    .map((attribute) => {
      const alike = attributes.filter((a) => a.name === attribute.name && a.value.state === 'known');
      if (alike.length < 2 || attribute.value.state !== 'known') return attribute;
      const off = alike.every((a) => a.off) ? alike.flatMap((a) => a.off ?? []) : undefined;
      return changed(attribute, { off });
    });
}

/** Comments of the HTML, of the template, and of the code in it, in source order. */
export function allComments(
  inTree: Doc['comments'],
  mask: TemplateMask,
  inCode: Doc['comments'] = [],
): Doc['comments'] {
  const { uncomment = (text) => text } = mask.language;
  const own = new Set(mask.comments.map((c) => c.span.start));
  const others = inTree.filter((c) => !own.has(c.span.start));
  const outer = [...others.map((c) => ({ ...c, text: uncomment(c.text) })), ...mask.comments].sort(bySource);
  // Code that is nothing but a comment has been read as one already.
  let next = 0;
  const inner = [...inCode].sort(bySource).filter(({ span }) => {
    while ((outer[next]?.span.end ?? Number.POSITIVE_INFINITY) < span.end) next++;
    return (outer[next]?.span.start ?? Number.POSITIVE_INFINITY) > span.start;
  });
  return [...outer, ...inner].sort(bySource);
}

function bySource(a: { readonly span: Span }, b: { readonly span: Span }): number {
  return a.span.start - b.span.start;
}
