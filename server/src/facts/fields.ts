import { compatible, remove } from '../core/edit.js';
import { lazily } from '../core/lazily.js';
import { contains, type Span } from '../core/span.js';
import {
  askedByChoice,
  type DataHit,
  dataInAutocomplete,
  dataInHint,
  dataInName,
  dataInWords,
  dataOfType,
  isAddressee,
  isBare,
  isSought,
  protectionOf,
  reachesPerson,
  titleOfData,
} from '../knowledge/fields.js';
import type { Element } from '../model/nodes.js';
import { ancestors, elements, knownText, visibleText } from '../model/query.js';
import { labelElement } from './label.js';
import { wholeLines } from './lines.js';
import type { FactSource } from './source.js';
import type { Control, ControlKind, Field } from './types/index.js';
import { unitOf } from './unit.js';

/** Kinds of control that people write into. */
const WRITTEN: ReadonlySet<ControlKind> = new Set<ControlKind>([
  'text',
  'email',
  'tel',
  'url',
  'password',
  'date',
  'number',
  'file',
  'textarea',
  'other',
]);
const NAMES = ['name', 'formcontrolname', 'id'];
/** A question that says more than this speaks of other things as well. */
const MOST_WORDS = 14;

type Hit = DataHit & { readonly by: Field['by'] };

/** A list of answers asks for them, even where what it asks is itself what consent is asked for: sexual orientation. */
function isConsent({ consent, kind }: Control): boolean {
  if (!consent) return false;
  return kind !== 'select' || consent.purposes.some(({ purpose }) => purpose !== 'sensitive');
}

/** The controls that ask for personal data, in source order. What is hidden or not sent asks nobody, and who asks leave asks no data. */
export function readFields(source: FactSource, controls: readonly Control[]): readonly Field[] {
  const { index } = source;
  return controls.flatMap((control, i): Field[] => {
    const element = index.controls[i];
    if (!element || isConsent(control) || (control.disabled.state === 'known' && control.disabled.value))
      return [];
    const hit = dataOf(control, element);
    // Traps for robots ask for everyday things; what is protected is hidden until some answer wants it.
    if (!hit || (!control.displayed && !isProtected(hit))) return [];
    const { kind, by, words } = hit;
    return [
      lazily(
        {
          control: i,
          data: kind,
          title: titleOfData(kind),
          protection: protectionOf(kind),
          reaches: reachesPerson(kind),
          bare: by !== 'autocomplete' && isBare(hit),
          by,
          words,
          confirmed: isConfirmed(control, by),
          release: releaseOf(control, element),
        },
        { removal: () => removalOf(control, element, source) },
      ),
    ];
  });
}

/** Words that are known and say nothing of it leave a name without confirmation. */
function isConfirmed({ label }: Control, by: Field['by']): boolean {
  return by !== 'name' || label.text.state !== 'known';
}

function isProtected({ kind }: Hit): boolean {
  const protection = protectionOf(kind);
  return protection !== undefined && protection !== 'secret';
}

/** Takes a `required` away where it is written. */
function releaseOf({ required }: Control, element: Element): Field['release'] {
  if (required.state !== 'known' || !required.value) return undefined;
  const written = element.attributes.filter(({ name }) => name === 'required' || name === 'aria-required');
  const edits = written.map(({ off }) => off);
  return edits.every((e) => e !== undefined) ? edits.flat() : undefined;
}

/** Takes the control away, with its label and what holds nothing but the two. One answer of several is no field. */
function removalOf(control: Control, element: Element, source: FactSource): Field['removal'] {
  if (control.kind === 'radio' || control.kind === 'checkbox' || control.kind === 'switch') return undefined;
  const { text } = source.doc;
  if (element.listed) return [remove(wholeLines(text, withComma(text, element.span)))];
  const label = labelElement(element, source);
  const unit = unitOf(element, source);
  const parts = unit ? [unit.span] : label ? [label.span, element.span] : [element.span];
  const outer = parts.filter((span) => !parts.some((other) => other !== span && contains(other, span)));
  const edits = outer
    .map((span) => remove(wholeLines(text, span)))
    .sort((a, b) => a.span.start - b.span.start);
  return compatible(edits) ? edits : undefined;
}

/** An entry of a list with the comma that goes with it. */
function withComma(text: string, { start, end }: Span): Span {
  const after = /^[ \t]{0,80},/.exec(text.slice(end, end + 100))?.[0].length;
  if (after !== undefined) return { start, end: end + after };
  const from = Math.max(0, start - 200);
  const before = text.slice(from, start).trimEnd();
  return { start: before.endsWith(',') ? from + before.length - 1 : start, end };
}

function dataOf(control: Control, element: Element): Hit | undefined {
  const { kind } = control;
  if (kind === 'radio' || kind === 'checkbox' || kind === 'switch') return ofChoice(control, element);
  if (kind !== 'select' && !WRITTEN.has(kind)) return undefined;
  const found = ofWritten(control, element);
  return found && kind !== 'select' && askedByChoice(found.kind) === 'only' ? undefined : found;
}

function ofWritten(control: Control, element: Element): Hit | undefined {
  const token = dataInAutocomplete(knownText(element, 'autocomplete') ?? '');
  if (token) return { ...token, by: 'autocomplete' };
  // A text area holds free text, whatever its label; but the label may ask for something of note.
  const said = saidBy(control, element);
  const found = ofWords(control, element, said);
  if (!found) return undefined;
  const texts = said.map(({ text }) => text);
  if (found.kind === 'email' && texts.some(isAddressee)) return undefined;
  return isSought(found.kind, texts, idsOf(element)) ? undefined : found;
}

type Said = { readonly by: 'label' | 'placeholder'; readonly text: string };

function ofWords(control: Control, element: Element, said: readonly Said[]): Hit | undefined {
  const typed = dataOfType(control.kind);
  if (typed && control.kind !== 'textarea') return { ...typed, by: 'type' };
  const worded = said.map(({ by, text }) => withSource(dataInWords(text), by)).find(Boolean);
  if (worded) return worded;
  const names = namesOf(control, element);
  const named = names.map((name) => withSource(dataInName(name), 'name')).find(Boolean);
  if (named) return named;
  const hinted = said.length ? undefined : names.map((n) => withSource(dataInHint(n), 'name')).find(Boolean);
  return hinted ?? (typed && { ...typed, by: 'type' });
}

/** Radios and checkboxes ask by their names, their own words, or the question of their group. */
function ofChoice(control: Control, element: Element): Hit | undefined {
  if (control.consent) return undefined;
  const hits = [
    ...namesOf(control, element).map((name) => withSource(dataInName(name), 'name')),
    ...saidBy(control, element).map(({ by, text }) => withSource(dataInWords(text), by)),
    withSource(dataInWords(legendOf(element)), 'question'),
  ];
  return hits.find((hit) => hit && askedByChoice(hit.kind) !== 'never');
}

function saidBy(control: Control, element: Element): Said[] {
  const { text, source } = control.label;
  const label = text.state === 'known' && source !== 'placeholder' ? text.value : undefined;
  const placeholder = knownText(element, 'placeholder');
  return [
    ...(label && isShort(label) ? [{ by: 'label' as const, text: label }] : []),
    ...(placeholder && isShort(placeholder) ? [{ by: 'placeholder' as const, text: placeholder }] : []),
  ];
}

function isShort(text: string): boolean {
  return /\p{L}/u.test(text) && text.trim().split(/\s+/, MOST_WORDS + 1).length <= MOST_WORDS;
}

/** Names that code gives it, and those of the message that its label is. */
function namesOf(control: Control, element: Element): string[] {
  const names = idsOf(element);
  const { text } = control.label;
  if (text.state === 'dynamic' && text.code !== undefined && text.code.length <= LONGEST_CODE)
    names.push(text.code);
  return names;
}

function idsOf(element: Element): string[] {
  return NAMES.flatMap((name) => knownText(element, name) ?? []);
}

const LONGEST_CODE = 80;

function legendOf(element: Element): string {
  for (const up of ancestors(element)) {
    if (up.tag === 'fieldset') {
      const legend = elements(up).find((e) => e.tag === 'legend');
      const words = legend ? visibleText(legend) : '';
      return isShort(words) ? words : '';
    }
    if (knownText(up, 'role') === 'radiogroup') return knownText(up, 'aria-label') ?? '';
  }
  return '';
}

function withSource(hit: DataHit | undefined, by: Field['by']): Hit | undefined {
  return hit && { ...hit, by };
}
