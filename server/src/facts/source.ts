import { once } from '../core/memo.js';
import type { Snapshot } from '../core/project.js';
import { firstFrom } from '../core/search.js';
import { type Block, blocksOf } from '../model/blocks.js';
import type { Doc, Element, Hole, Node } from '../model/nodes.js';
import { elements, knownText } from '../model/query.js';
import { listedControls } from './listed.js';
import { StyleReader } from './style/reader.js';
import type { Wording } from './wording/index.js';

/** What facts are read from: the document, its index, and what the user's configuration says of it. */
export interface FactSource {
  readonly doc: Doc;
  readonly index: ElementIndex;
  readonly snapshot: Snapshot;
  /** Path with `/`; a mail's folder and name are evidence of its kind. */
  readonly path: string;
  /** The kind of mail that a directive or the configuration states. */
  readonly email: 'marketing' | 'transactional' | undefined;
  /** How words are read: in the languages known, with the words that the configuration adds. */
  readonly wording: Wording;
  /** The configured mail provider's id. */
  readonly provider: string | undefined;
  /** The document that this one is a part of: the mail around its HTML. */
  readonly container?: Doc;
  /** The document in whose code it stands as a string. */
  readonly host?: Doc;
}

/** The document's elements, listed once for all fact families. */
export interface ElementIndex {
  readonly all: readonly Element[];
  readonly byId: ReadonlyMap<string, Element>;
  /** `<label for>` elements by the id they point to. */
  readonly labelsFor: ReadonlyMap<string, readonly Element[]>;
  /** Form-associated elements, in source order. */
  readonly controls: readonly Element[];
  readonly isControl: (node: Node) => boolean;
  /** What the document's own styles say of its elements. */
  readonly styles: StyleReader;
  /** Words that are laid out together, in source order. */
  readonly blocks: readonly Block[];
  /** Hidden fields and buttons, which stand beside a control without sharing its label. */
  readonly isAuxiliary: (control: Element) => boolean;
  /** Number of controls within an element. */
  controlsIn(node: Element | Hole): number;
}

const CONTROL_TAGS = new Set(['input', 'select', 'textarea', 'button']);
const WIDGET_ROLES = new Set(['checkbox', 'switch', 'radio']);

/** A document's index, made once. It must not hold on to the document: what is kept for a key would keep the key. */
export const indexElements = once((doc: Doc): ElementIndex => new DocumentIndex(doc.root, doc.text));

class DocumentIndex implements ElementIndex {
  readonly all: readonly Element[];
  readonly byId = new Map<string, Element>();
  readonly labelsFor = new Map<string, Element[]>();
  readonly controls: Element[] = [];
  readonly isAuxiliary = isAuxiliary;
  readonly isControl: (node: Node) => boolean;
  readonly controlsIn: (node: Element | Hole) => number;
  #styles: StyleReader | undefined;
  #blocks: readonly Block[] | undefined;

  constructor(
    readonly root: Element,
    readonly text: string,
  ) {
    this.all = elements(root);
    for (const element of this.all) {
      const id = knownText(element, 'id');
      if (id && !this.byId.has(id)) this.byId.set(id, element);
      const target = element.tag === 'label' ? knownText(element, 'for') : undefined;
      if (target) this.labelsFor.set(target, [...(this.labelsFor.get(target) ?? []), element]);
      if (isFormAssociated(element)) this.controls.push(element);
    }
    const known = new Set<Node>(this.controls);
    this.isControl = (node) => known.has(node);
    this.controlsIn = counter([...this.controls]);
    // What a list makes stands in no markup, and shares no label there.
    const listed = listedControls(root, text, this.controls);
    if (listed.length === 0) return;
    this.controls.push(...listed);
    this.controls.sort((a, b) => a.open.start - b.open.start);
  }

  get styles(): StyleReader {
    this.#styles ??= new StyleReader(this.text, this.all);
    return this.#styles;
  }

  get blocks(): readonly Block[] {
    this.#blocks ??= blocksOf(this.root);
    return this.#blocks;
  }
}

function isFormAssociated(element: Element): boolean {
  return CONTROL_TAGS.has(element.tag) || WIDGET_ROLES.has(knownText(element, 'role') ?? '');
}

/** Counts by binary search in the controls' starts, which are in source order. */
function counter(controls: readonly Element[]): (node: Element | Hole) => number {
  const starts = controls.filter((c) => !isAuxiliary(c)).map((c) => c.open.start);
  const before = (at: number) => firstFrom(starts, at, (start) => start);
  return ({ span }) => before(span.end) - before(span.start);
}

/** Hidden fields and buttons stand beside a control without sharing its label. */
function isAuxiliary(element: Element): boolean {
  if (element.tag === 'button') return !WIDGET_ROLES.has(knownText(element, 'role') ?? '');
  return ['hidden', 'submit', 'button', 'image', 'reset'].includes(
    knownText(element, 'type')?.toLowerCase() ?? '',
  );
}
