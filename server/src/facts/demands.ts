import { type Edit, remove } from '../core/edit.js';
import type { Span } from '../core/span.js';
import { asksForAnswer, holdsRules, passesOnlyYes } from '../knowledge/validation.js';
import type { Attribute, Element } from '../model/nodes.js';
import { attribute } from '../model/query.js';
import { groupDemands } from './groupDemands.js';
import type { FactSource } from './source.js';
import { isOn } from './start.js';
import type { Control, Demand } from './types/index.js';

type Found = Omit<Demand, 'control'>;

/** What keeps a form from being sent as long as a consent is not given, for each box that asks one. */
export function readDemands(source: FactSource, controls: readonly Control[]): readonly Demand[] {
  const buttons = controls.filter(
    ({ kind, disabled }) => (kind === 'button' || kind === 'submit') && disabled.state !== 'absent',
  );
  const single = controls.flatMap((control, number) => {
    const element = source.index.controls[number];
    if (!element || !control.consent || (control.kind !== 'checkbox' && control.kind !== 'switch')) return [];
    const found = [
      ...byAttribute(element, source),
      ...byMark(control, controls, source),
      ...byRule(control, source),
      ...byButton(element, control, buttons, source),
    ];
    return found.map((demand) => ({ ...demand, control: number }));
  });
  const groups = groupDemands(source, controls);
  return groups.length > 0 ? [...single, ...groups] : single;
}

/** `required` and what stands for it. */
function byAttribute(element: Element, { doc }: FactSource): Found[] {
  return ['required', 'aria-required']
    .map((name) => attribute(element, name))
    .filter((found): found is Attribute => found !== undefined && isOn(found))
    .map((found) => ({
      by: 'attribute',
      span: found.written === '' ? element.open : found.span,
      lift: liftOf(element, found, doc.text),
    }));
}

/** Taking the attribute away where it is written out in a tag, or what else says it. */
function liftOf(
  element: Element,
  { written, span, value, off }: Attribute,
  text: string,
): readonly Edit[] | undefined {
  if (written === '' || element.made) return off;
  if (value.state === 'known' && value.origin) return undefined;
  const blank =
    /(?<!\s)\s*$/.exec(text.slice(Math.max(0, span.start - MAX_BLANK), span.start))?.[0].length ?? 0;
  return [remove({ start: span.start - blank, end: span.end })];
}

const MAX_BLANK = 200;
const MARKED = /[*＊]\s*$/;

/** An asterisk at the end of the label, where the fields that one has to fill in bear it as well. */
function byMark(control: Control, controls: readonly Control[], { doc }: FactSource): Found[] {
  const { label, form, unit } = control;
  const isMarked = (c: Control) => c.label.text.state === 'known' && MARKED.test(c.label.text.value);
  if (!isMarked(control) || !label.span) return [];
  const isUsual = controls.some((c) => c.form === form && c !== control && !c.consent && isMarked(c));
  if (!isUsual) return [];
  const words = unit?.slots.label ?? label.span;
  const [mark] = /(?<!\s)\s*[*＊]$/.exec(doc.text.slice(words.start, words.end).slice(-MAX_BLANK)) ?? [];
  const span: Span | undefined = mark ? { start: words.end - mark.length, end: words.end } : undefined;
  return [{ by: 'mark', span: span ?? words, lift: span && [remove(span)] }];
}

/** A rule for the field in the code of the same file: `newsletter: z.literal(true)`, `rules: { newsletter: { required: true } }`. */
function byRule({ name }: Control, { doc }: FactSource): Found[] {
  if (name.state !== 'known') return [];
  const field = name.value.slice(name.value.lastIndexOf('.') + 1);
  return doc.settings
    .filter(({ kind, key, value, context }) => {
      if (kind !== 'property') return false;
      const code = value.state === 'dynamic' ? value.code : '';
      if (key === field) return passesOnlyYes(code);
      if (context[0] !== field || !context.some(holdsRules)) return false;
      const asks = value.state === 'known' ? Boolean(value.value) : passesOnlyYes(`${key}(${code})`);
      return asksForAnswer(key) && asks;
    })
    .map(({ span }) => ({ by: 'rule' as const, span, lift: undefined }));
}

/** A button of the same form that stays disabled until the box is ticked: `disabled={!consent}`. */
function byButton(
  element: Element,
  control: Control,
  buttons: readonly Control[],
  { doc }: FactSource,
): Found[] {
  const names = namesOf(element, control);
  return buttons.flatMap(({ form, disabled }) => {
    if (form !== control.form || disabled.state === 'absent') return [];
    // The code tells, even where it is known what it comes to before anyone acts.
    const { span } = disabled;
    const code = span ? doc.text.slice(span.start, span.end) : '';
    const isHeld = [...code.matchAll(NEGATED)].some(([, path = '']) => names.has(lastName(path)));
    return isHeld && span ? [{ by: 'button' as const, span, lift: undefined }] : [];
  });
}

const NEGATED = /!\s*([\w$.?()[\]'"]{1,80})/g;

/** The names that the code knows a box's state by. */
function namesOf(element: Element, { name }: Control): ReadonlySet<string> {
  const names = new Set<string>(name.state === 'known' ? [lastName(name.value)] : []);
  const value = attribute(element, 'checked')?.value;
  if (value?.state === 'known' && value.origin) names.add(lastName(value.origin.name));
  if (value?.state === 'dynamic') names.add(lastName(value.code));
  // A box without a state of its own is switched by what it does: `onClick={() => setAgreed(!agreed)}`.
  for (const { name: event, value: act } of element.attributes) {
    if (!event.startsWith('on') || act.state !== 'dynamic') continue;
    for (const [, path = ''] of act.code.matchAll(NEGATED)) names.add(lastName(path));
  }
  names.delete('');
  return names;
}

/** `form.watch("terms")` is about terms. */
function lastName(path: string): string {
  return /[\w$]+(?=[^\w$]*$)/.exec(path.slice(-80))?.[0] ?? '';
}
