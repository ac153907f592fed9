import { absent, dynamic, type Knowable, known } from '../core/knowable.js';
import { answerOf } from '../knowledge/answers.js';
import type { Attribute, Element, Value } from '../model/nodes.js';
import { ancestors, attribute, knownText, valueOfAttribute } from '../model/query.js';
import { assentOf } from './assent.js';
import { isBranch } from './branches.js';
import { codedWordsOf } from './codedWords.js';
import { consentOf, isLoneRadio } from './consent.js';
import { isDisplayed } from './displayed.js';
import { labelOf } from './label.js';
import { revealOf } from './reveal.js';
import type { FactSource } from './source.js';
import { isOn, startOf } from './start.js';
import type { Control, ControlKind } from './types/index.js';
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
  const stated = CHOICES.has(kind)
    ? startOf(element, kind, label.text, source.doc)
    : { state: absent, preset: undefined };
  const start =
    stated.preset && isBranch(element, source) ? { state: dynamic(element.open), preset: undefined } : stated;
  const form = forms.indexOf([...ancestors(element)].find((a) => a.tag === 'form') as Element);
  return {
    kind,
    span: element.open,
    name: textOf(valueOfAttribute(element, 'name')),
    value: textOf(valueOfAttribute(element, 'value')),
    answer: answerOf(undefined, knownText(element, 'value')),
    label,
    default: start.state,
    preset: start.preset,
    required: flagOf(attribute(element, 'required') ?? attribute(element, 'aria-required')),
    disabled: flagOf(attribute(element, 'disabled')),
    displayed: kind !== 'hidden' && isDisplayed(element, source),
    consent: CHOICES.has(kind) || kind === 'hidden' ? consentOf(element, kind, label, source) : undefined,
    assent: mayAssent(element, kind, source) ? assentOf(element, label, source) : undefined,
    form: form < 0 ? undefined : form,
    reveal: kind === 'hidden' ? revealOf(element, source) : undefined,
    unit: CHOICES.has(kind) ? unitOf(element, source) : undefined,
    coded: kind === 'checkbox' || kind === 'switch' ? codedWordsOf(element, label, source) : undefined,
  };
}

function mayAssent(element: Element, kind: ControlKind, source: FactSource): boolean {
  return kind === 'checkbox' || kind === 'switch' || (kind === 'radio' && isLoneRadio(element, source));
}

function kindOf(element: Element): ControlKind {
  const role = knownText(element, 'role');
  if (role === 'switch' || role === 'checkbox' || role === 'radio') return role;
  if (element.tag === 'select' || element.tag === 'textarea' || element.tag === 'button') return element.tag;
  const type = attribute(element, 'type');
  if (!type) return 'text';
  if (type.value.state === 'dynamic') return 'other';
  const name = String(type.value.value).toLowerCase();
  return INPUT_KINDS.has(name) ? (name as ControlKind) : name === 'text' || name === '' ? 'text' : 'other';
}

function flagOf(found: Attribute | undefined): Knowable<boolean> {
  if (!found) return known(false);
  if (found.value.state === 'dynamic') return dynamic(found.span, found.value.code);
  return known(isOn(found), found.span);
}

export function textOf(value: Value): Knowable<string> {
  if (value.state !== 'known') return value;
  return value.value === null ? absent : known(String(value.value), value.span);
}
