import { type Edit, remove } from '../core/edit.js';
import { once } from '../core/memo.js';
import type { Span } from '../core/span.js';
import { marksRequired, requiredMark } from '../knowledge/validation.js';
import type { Element, Hole, Node } from '../model/nodes.js';
import { ancestors, elements, knownText, visibleText } from '../model/query.js';
import type { ElementIndex, FactSource } from './source.js';
import type { Control, Demand } from './types/index.js';

/** Boxes under one title. */
interface Group {
  readonly within: Span;
  readonly title: Element | undefined;
  /** The element whose class says that an answer is asked for. */
  readonly marked: Element | undefined;
}

/** How far from a box the title of its group may stand. */
const LEVELS = 4;
const TITLES: ReadonlySet<string> = new Set(
  'label legend p div span strong b h1 h2 h3 h4 h5 h6 dt th td'.split(' '),
);

/** Groups of boxes that all ask consent, of which one has to be ticked: their title, or the group itself, says so. */
export function groupDemands(source: FactSource, controls: readonly Control[]): readonly Demand[] {
  const seen = new Set<number>();
  return controls.flatMap((control, number) => {
    const element = source.index.controls[number];
    if (!element || !control.consent || !isBox(control)) return [];
    const group = groupOf(element, source);
    if (!group || seen.has(group.within.start)) return [];
    seen.add(group.within.start);
    const boxes = boxesIn(group.within, number, controls);
    // Where something else is asked for there, or may be refused, one can go on without a yes.
    if (!boxes.every((box) => isBox(box) && box.consent?.polarity === 'grant')) return [];
    const found = demandOf(group, control, controls, source);
    const clearest = boxes.find((box) => box.consent?.certainty === 'certain') ?? control;
    return found ? [{ ...found, control: controls.indexOf(clearest) }] : [];
  });
}

function isBox({ kind }: Control): boolean {
  return kind === 'checkbox' || kind === 'switch';
}

function demandOf(
  { title, marked }: Group,
  control: Control,
  controls: readonly Control[],
  source: FactSource,
): Omit<Demand, 'control'> | undefined {
  const words = title ? visibleText(title) : '';
  const group = unmarked(words) || undefined;
  if (marked) return { by: 'group', span: marked.open, lift: undefined, ...(group && { group }) };
  if (!title || !group || !requiredMark(words)) return undefined;
  if (isStar(words) && hasFootnotes(source.index) && !isUsual(control, controls)) return undefined;
  const lift = liftOf(title, source.doc.text);
  return { by: 'group', span: lift?.[0]?.span ?? title.span, lift, group };
}

function unmarked(words: string): string {
  const mark = requiredMark(words);
  const named = (mark === undefined ? words : words.slice(0, words.lastIndexOf(mark))).trim();
  return named.endsWith(':') ? named.slice(0, -1).trim() : named;
}

function isStar(words: string): boolean {
  return /[*＊]$/.test(words.trimEnd());
}

/** A star may stand for a note as well. */
const hasFootnotes = once(({ blocks }: ElementIndex) => blocks.some(({ text }) => /^[*＊]/.test(text)));

function isUsual(control: Control, controls: readonly Control[]): boolean {
  return controls.some(
    ({ form, consent, label: { text } }) =>
      form === control.form && !consent && text.state === 'known' && isStar(text.value),
  );
}

/** Taking the mark away, where it ends the title's own words. */
function liftOf({ open, close }: Element, text: string): readonly Edit[] | undefined {
  if (!close) return undefined;
  const words = text.slice(open.end, close.start);
  const mark = requiredMark(words);
  if (mark === undefined) return undefined;
  const from = open.end + words.slice(0, words.lastIndexOf(mark)).trimEnd().length;
  return [remove({ start: from, end: open.end + words.trimEnd().length })];
}

function groupOf(box: Element, source: FactSource): Group | undefined {
  const fieldset = [...ancestors(box)].find(({ tag }) => tag === 'fieldset');
  if (fieldset) {
    const title = elements(fieldset).find(({ tag }) => tag === 'legend');
    const classes = knownText(fieldset, 'class')?.split(/\s+/) ?? [];
    const marked = classes.some(marksRequired) ? fieldset : undefined;
    if (title || marked)
      return { within: fieldset.span, title: title ?? titleBefore(fieldset, source)?.title, marked };
  }
  return titleBefore(box, source);
}

/** The words before a group that explain no other field. */
function titleBefore(box: Element, source: FactSource): Group | undefined {
  let node: Node = box;
  for (let level = 0; level < LEVELS; level++) {
    const parent: Element | Hole | undefined = node.parent;
    if (!parent) return undefined;
    if (level > 0 || node.kind !== 'element' || node.tag !== 'input') {
      const before: Node | undefined = parent.children
        .slice(0, parent.children.indexOf(node))
        .findLast((n) => n.kind !== 'comment' && visibleText(n).trim() !== '');
      if (before) {
        if (before.kind !== 'element' || !TITLES.has(before.tag)) return undefined;
        if (source.index.controlsIn(before) > 0) {
          if (level === 0) return undefined;
        } else if (isOfOther(before, source)) return undefined;
        else
          return {
            within: { start: before.span.end, end: parent.span.end },
            title: before,
            marked: undefined,
          };
      }
    }
    node = parent;
  }
  return undefined;
}

/** A label that names another field. */
function isOfOther(title: Element, { index }: FactSource): boolean {
  const id = title.tag === 'label' ? knownText(title, 'for') : undefined;
  return id !== undefined && index.byId.has(id);
}

function boxesIn({ start, end }: Span, number: number, controls: readonly Control[]): readonly Control[] {
  let first = number;
  while (first > 0 && (controls[first - 1]?.span.start ?? -1) >= start) first--;
  let last = number;
  while (last + 1 < controls.length && (controls[last + 1]?.span.start ?? end) < end) last++;
  return controls.slice(first, last + 1).filter(({ kind }) => !/^(?:hidden|button|submit)$/.test(kind));
}
