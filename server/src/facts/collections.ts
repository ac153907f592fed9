import { lazily } from '../core/lazily.js';
import { once } from '../core/memo.js';
import type { Span } from '../core/span.js';
import type { DataKind } from '../knowledge/fields.js';
import { type Need, needOf, reasonedIn } from '../knowledge/formNeeds.js';
import { isAdministration, noticeLine } from '../knowledge/notices.js';
import type { Doc, Element } from '../model/nodes.js';
import { elements, knownText, LARGEST_FORM, visibleText } from '../model/query.js';
import { indentOf } from './indent.js';
import { languageAround } from './language.js';
import type { ElementIndex, FactSource } from './source.js';
import type { Aim, Collection, Control, Field, Form, NoticePlace } from './types/index.js';

/** What each form asks for, and what the controls outside any form do together. */
export function readCollections(
  source: FactSource,
  forms: readonly Form[],
  controls: readonly Control[],
  fields: readonly Field[],
  aim: () => Aim | undefined,
): readonly Collection[] {
  const elementsOfForms = source.index.all.filter((e) => e.tag === 'form');
  const byForm = new Map<number | undefined, Field[]>();
  for (const field of fields) {
    const form = controls[field.control]?.form;
    const others = byForm.get(form);
    if (others) others.push(field);
    else byForm.set(form, [field]);
  }
  const staff = isAdministration(source.path.split('/').slice(-2).join('/'));
  const ofForms = forms.flatMap((form, number): Collection[] => {
    const element = elementsOfForms[number];
    const asked = ofPersons(byForm.get(number) ?? [], () => form.aim);
    if (!element || asked.length === 0) return [];
    const eager = {
      form: number,
      open: form.open,
      fields: asked,
      need: (data: DataKind) => needIn(form, data),
      staff,
      place: placeIn(element, source),
    };
    return [
      lazily(eager, {
        aim: () => form.aim,
        language: () => languageAround(element, source),
        complete: () => hasButton(element) && isTitled(element, source),
      }),
    ];
  });
  const loose = ofPersons(byForm.get(undefined) ?? [], aim);
  const first = loose[0] && controls[loose[0].control];
  const asking = loose[0] && source.index.controls[loose[0].control];
  if (!first || !loose.some(({ reaches }) => reaches)) return ofForms;
  const outside = {
    form: undefined,
    open: first.span,
    fields: loose,
    need: (data: DataKind) => needOf(data, aim()?.purpose),
    staff,
    complete: false,
  };
  const last = controls[loose.at(-1)?.control ?? -1] ?? first;
  return [
    ...ofForms,
    lazily(outside, {
      aim,
      language: () => asking && languageAround(asking, source),
      place: () => placeBehind(first.span, last.span, source),
    }),
  ];
}

/** A bare name among nothing that only people have is the name of a group, a product, a file. */
function ofPersons(fields: readonly Field[], aim: () => Aim | undefined): readonly Field[] {
  if (!fields.some(({ bare }) => bare) || fields.some((f) => !f.bare && f.data !== 'free-text'))
    return fields;
  return asksPersons(aim()) ? fields : fields.filter(({ bare }) => !bare);
}

/** What one looks for, and settings, are of things as often as of people. */
function asksPersons(aim: Aim | undefined): boolean {
  return aim !== undefined && aim.purpose !== 'search' && aim.purpose !== 'settings';
}

/** What a form says that it needs for a reason is not excessive. */
function needIn({ aim, text }: Form, data: DataKind): Need {
  const need = needOf(data, aim?.purpose);
  return need === 'excessive' && reasonedIn(text).has(data) ? 'usual' : need;
}

function hasButton(form: Element): boolean {
  return elements(form, LARGEST_FORM).some((e) => isSubmit(e));
}

function isSubmit(element: Element): boolean {
  const type = knownText(element, 'type')?.toLowerCase();
  if (element.tag === 'button') return type !== 'button' && type !== 'reset';
  return element.tag === 'input' && (type === 'submit' || type === 'image');
}

const HEADING = /^(?:h[1-6]|legend)$/;

/** Where the first heading with words begins. */
const firstHeading = once(
  ({ all }: ElementIndex) => all.find((e) => HEADING.test(e.tag) && visibleText(e) !== '')?.span.start,
);

function isTitled(form: Element, { index }: FactSource): boolean {
  return (firstHeading(index) ?? Number.POSITIVE_INFINITY) <= form.span.end;
}

/** Before the last button of the form where that begins a line, else at the form's end. */
function placeIn(form: Element, source: FactSource): NoticePlace | undefined {
  const { doc } = source;
  const children = form.children.filter((c): c is Element => c.kind === 'element');
  const last =
    children.findLast((c) => isSubmit(c) && isMarkup(c, doc)) ??
    // What a call opens has no closing tag to write before.
    (form.made ? children.findLast((c) => isMarkup(c, doc) && elements(c).some(isSubmit)) : undefined);
  if (last) return placeBefore(last, source);
  if (form.made || !form.close) return undefined;
  const at = form.close.start;
  const indent = indentOf(doc.text, at);
  const isAlone = indent === ' ';
  // Before a closing tag the line goes after what stands on the line before.
  const start = at - (isAlone ? 0 : indent.length);
  return writing(source, start, (paragraph) => (isAlone ? paragraph : `${indent}  ${paragraph}`));
}

function placeBefore({ open }: Element, source: FactSource): NoticePlace {
  const indent = indentOf(source.doc.text, open.start);
  return writing(source, open.start, (line) => `${line}${indent === ' ' ? '' : indent}`);
}

/** Before the button that stands behind fields without a form, in a block that holds them as well. */
function placeBehind(first: Span, last: Span, source: FactSource): NoticePlace | undefined {
  const button = source.index.all.find(
    (e) => e.tag === 'button' && e.open.start > last.end && isMarkup(e, source.doc),
  );
  const block = button?.parent;
  const holds =
    block?.kind === 'element' && BLOCKS.has(block.tag) && block.span.start < first.start && !block.made;
  return button && holds ? placeBefore(button, source) : undefined;
}

const BLOCKS: ReadonlySet<string> = new Set([
  'div',
  'section',
  'article',
  'main',
  'aside',
  'body',
  'fieldset',
]);

/** A tag, or a template's construct that prints one; calls in code are none. */
function isMarkup({ open }: Element, { text }: Doc): boolean {
  return /^(?:<|\{\{|\{%|@)/.test(text.slice(open.start, open.start + 2));
}

function writing(
  { doc: { syntax } }: FactSource,
  start: number,
  lineOf: (paragraph: string) => string,
): NoticePlace {
  return {
    line: noticeLine,
    write: ({ before, link, after }, href) => {
      const anchor = `<a ${syntax.attribute('href', href)}>${syntax.text(link)}</a>`;
      const paragraph = `<p>${syntax.text(before)}${anchor}${syntax.text(after)}</p>`;
      return { span: { start, end: start }, text: lineOf(paragraph) };
    },
  };
}
