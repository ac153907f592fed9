import type { Edit } from '../core/edit.js';
import { absent, dynamic, type Knowable, known } from '../core/knowable.js';
import { answerOf } from '../knowledge/answers.js';
import type { Attribute, Element, Value } from '../model/nodes.js';
import { ancestors, attribute, elements, knownText, valueOfAttribute, visibleText } from '../model/query.js';
import { consentOf } from './consent.js';
import { labelOf } from './label.js';
import type { FactSource } from './source.js';
import type { Control, ControlKind, Preset } from './types.js';
import { unitOf } from './unit.js';

const INPUT_KINDS: ReadonlySet<string> = new Set([
  'checkbox',
  'radio',
  'switch',
  'email',
  'tel',
  'url',
  'password',
  'date',
  'number',
  'search',
  'file',
  'hidden',
  'button',
  'submit',
]);
const CHOICES: ReadonlySet<ControlKind> = new Set<ControlKind>(['checkbox', 'radio', 'switch', 'select']);

export function readControls(source: FactSource): readonly Control[] {
  const forms = source.index.all.filter((e) => e.tag === 'form');
  return source.index.controls.map((element) => readControl(element, forms, source));
}

function readControl(element: Element, forms: readonly Element[], source: FactSource): Control {
  const kind = kindOf(element);
  const label = labelOf(element, source);
  const start = CHOICES.has(kind) ? startOf(element, kind, label.text) : { state: absent, preset: undefined };
  const form = forms.indexOf([...ancestors(element)].find((a) => a.tag === 'form') as Element);
  return {
    kind,
    span: element.open,
    name: textOf(valueOfAttribute(element, 'name')),
    label,
    default: start.state,
    preset: start.preset,
    required: flagOf(attribute(element, 'required') ?? attribute(element, 'aria-required')),
    consent: CHOICES.has(kind) || kind === 'hidden' ? consentOf(element, kind, label, source) : undefined,
    form: form < 0 ? undefined : form,
    unit: CHOICES.has(kind) ? unitOf(element, source) : undefined,
  };
}

export function kindOf(element: Element): ControlKind {
  const role = knownText(element, 'role');
  if (role === 'switch' || role === 'checkbox' || role === 'radio') return role;
  if (element.tag === 'select' || element.tag === 'textarea' || element.tag === 'button') return element.tag;
  const type = attribute(element, 'type');
  if (!type) return 'text';
  if (type.value.state === 'dynamic') return 'other';
  const name = String(type.value.value).toLowerCase();
  return INPUT_KINDS.has(name) ? (name as ControlKind) : name === 'text' || name === '' ? 'text' : 'other';
}

interface Start {
  readonly state: Knowable<boolean>;
  readonly preset: Preset | undefined;
}

const off: Start = { state: known(false), preset: undefined };

/** Whether a choice starts on. Radios and selects count as on where the preset answer is a yes. */
function startOf(element: Element, kind: ControlKind, label: Knowable<string>): Start {
  if (kind === 'select') return startOfSelect(element);
  const tick = attribute(element, 'checked') ?? attribute(element, 'aria-checked');
  const start = fromAttribute(tick);
  if (kind !== 'radio' || start.preset === undefined) return start;
  const answer = answerOf(label.state === 'known' ? label.value : undefined, knownText(element, 'value'));
  return answer === 'no' ? { ...start, state: known(false), preset: undefined } : start;
}

function fromAttribute(tick: Attribute | undefined): Start {
  if (!tick) return off;
  const { value } = tick;
  if (value.state === 'dynamic') return { state: dynamic(value.span, value.code), preset: undefined };
  if (!isOn(tick.name, value.value)) return off;
  return started(tick, tick.off);
}

/** An attribute that a dialect derived from code elsewhere has no place of its own in the tag. */
function started(tick: Attribute, edits: readonly Edit[] | undefined): Start {
  const origin = tick.value.state === 'known' ? tick.value.origin : undefined;
  const span = tick.written === '' ? undefined : tick.span;
  return { state: known(true, tick.span), preset: { span, origin, off: edits } };
}

function startOfSelect(select: Element): Start {
  const options = [...elements(select)].filter((e) => e.tag === 'option');
  const isYes = (option: Element | undefined, value?: string) =>
    answerOf(option && visibleText(option), value ?? (option && knownText(option, 'value'))) === 'yes';
  const chosen = options.find((o) => fromAttribute(attribute(o, 'selected')).preset);
  const selected = chosen && attribute(chosen, 'selected');
  if (selected) {
    // Without a selected option a select shows its first: taking the choice away helps where that is another one.
    return isYes(chosen) ? started(selected, chosen === options[0] ? undefined : selected.off) : off;
  }
  const value = attribute(select, 'value');
  if (value?.value.state !== 'known') return off;
  const wanted = String(value.value.value);
  const option = options.find((o) => (knownText(o, 'value') ?? visibleText(o)) === wanted);
  return isYes(option, wanted) ? started(value, undefined) : off;
}

/** Boolean attributes are on when they hold any text, "false" included; ARIA states say it in words. */
function isOn(name: string, value: string | number | boolean | null): boolean {
  return name.startsWith('aria-') ? String(value) === 'true' : value === '' || Boolean(value);
}

function flagOf(found: Attribute | undefined): Knowable<boolean> {
  if (!found) return known(false);
  if (found.value.state === 'dynamic') return dynamic(found.span, found.value.code);
  return known(isOn(found.name, found.value.value), found.span);
}

export function textOf(value: Value): Knowable<string> {
  if (value.state !== 'known') return value;
  return value.value === null ? absent : known(String(value.value), value.span);
}
