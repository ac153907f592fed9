import { contains, type Span } from '../../core/span.js';
import type { ElementStart, TreeBuilder } from '../../model/build.js';
import type { Attribute, Doc } from '../../model/nodes.js';
import type { Mask } from '../html/mask.js';
import { derived, guarded, withHoles } from './attributes.js';
import type { TemplateHole } from './hole.js';
import type { TemplateLanguage } from './language.js';
import { trimCode } from './read.js';
import type { Condition, Reading } from './reading.js';
import type { Scan } from './scanner.js';

/** The constructs of a template language, brought into the tree of the HTML around them. */
export class TemplateMask implements Mask {
  readonly text: string;
  readonly places: readonly TemplateHole[];
  /** Comments that are not delivered. */
  readonly comments: { readonly text: string; readonly span: Span }[] = [];
  /** True where a layout leaves room for the content of others. */
  hasContent = false;
  readonly #holes: readonly TemplateHole[];

  constructor(
    readonly source: string,
    readonly language: TemplateLanguage,
    { text, holes }: Scan,
  ) {
    this.text = text;
    this.#holes = holes;
    this.places = holes.filter((h) => h.context === 'text' || h.context === 'raw');
    for (const hole of holes) {
      if (hole.context === 'comment') continue;
      const reading = this.#comment(hole);
      if (reading) this.comments.push({ text: reading, span: { start: hole.start, end: hole.end } });
    }
  }

  build(place: number, tree: TreeBuilder): void {
    const hole = this.places[place];
    if (!hole) return;
    const span = { start: hole.start, end: hole.end };
    const reading = this.read(hole);
    if (reading.kind === 'comment') {
      tree.comment(reading.text, span);
      return;
    }
    if (reading.kind === 'content') this.hasContent = true;
    const { start, end } = trimCode(this.source, hole.code, this.language.trim);
    const code = this.source.slice(start, end);
    const include = reading.kind === 'include' ? { include: reading.path } : {};
    const value =
      reading.kind === 'print'
        ? reading.value
        : reading.kind === 'include' || reading.kind === 'content'
          ? ({ state: 'dynamic', span, code } as const)
          : ({ state: 'absent' } as const);
    tree.openHole(span, code, value, undefined, include);
    tree.close(span.end);
  }

  attributes(read: readonly Attribute[], open: Span): Pick<ElementStart, 'attributes' | 'openEnded'> {
    const holes = this.#within(open);
    if (holes.length === 0) return { attributes: read, openEnded: false };
    return new TagReader(this, holes).read(read);
  }

  read(hole: TemplateHole): Reading {
    if (hole.kind === 'comment')
      return { kind: 'comment', text: this.source.slice(hole.code.start, hole.code.end) };
    if (hole.kind === 'opaque') return { kind: 'statement' };
    return this.language.read({ source: this.source, open: hole.open, kind: hole.kind, code: hole.code });
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
    let low = 0;
    let high = holes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((holes[middle]?.start ?? 0) < span.start) low = middle + 1;
      else high = middle;
    }
    const found: TemplateHole[] = [];
    for (let hole = holes[low]; hole && contains(span, hole); hole = holes[++low]) found.push(hole);
    return found;
  }
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
    const between = holes.filter((h) => h.context === 'between');
    let next = 0;
    const upTo = (at: number) => {
      for (let hole = between[next]; hole && hole.start < at; hole = between[++next]) this.#between(hole);
    };
    for (const attribute of read) {
      upTo(attribute.span.start);
      const own = holes.filter((h) => contains(attribute.span, h));
      // `{{name}}="…"`: any attribute at all.
      if (own.some((h) => h.start === attribute.span.start)) this.#openEnded = true;
      this.#add(withHoles(attribute, own, tag));
    }
    upTo(Number.POSITIVE_INFINITY);
    return { attributes: this.#attributes, openEnded: this.#openEnded };
  }

  #add(attribute: Attribute): void {
    const guard = this.#guards.at(-1);
    this.#attributes.push(guard ? guarded(attribute, guard) : attribute);
  }

  #between(hole: TemplateHole): void {
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

/** Comments of the HTML, of the template, and of the code in it, in source order. */
export function allComments(
  inTree: Doc['comments'],
  mask: TemplateMask,
  inCode: Doc['comments'] = [],
): Doc['comments'] {
  const own = new Set(mask.comments.map((c) => c.span.start));
  const outer = [...inTree.filter((c) => !own.has(c.span.start)), ...mask.comments];
  const inner = inCode.filter((c) => !outer.some((o) => contains(o.span, c.span)));
  return [...outer, ...inner].sort((a, b) => a.span.start - b.span.start);
}
