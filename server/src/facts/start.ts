import { type Edit, insert, replace } from '../core/edit.js';
import { dynamic, type Knowable, known } from '../core/knowable.js';
import { answerOf } from '../knowledge/answers.js';
import { bindsToCode } from '../knowledge/submission.js';
import type { Attribute, Doc, Element, Origin } from '../model/nodes.js';
import { attribute, elements, knownText, visibleText } from '../model/query.js';
import { indentOf } from './indent.js';
import type { ControlKind, Preset } from './types/index.js';

/** How a choice stands before anyone acts. */
export interface Start {
  readonly state: Knowable<boolean>;
  readonly preset: Preset | undefined;
}

const off: Start = { state: known(false), preset: undefined };

/** Whether a choice starts on. Radios and selects count as on where the preset answer is a yes. */
export function startOf(element: Element, kind: ControlKind, label: Knowable<string>, doc: Doc): Start {
  if (kind === 'select') return startOfSelect(element, doc);
  const start = fromAttribute(attribute(element, 'checked') ?? attribute(element, 'aria-checked'));
  if (kind !== 'radio' || start.preset === undefined) return start;
  const answer = answerOf(label.state === 'known' ? label.value : undefined, knownText(element, 'value'));
  return answer === 'no' ? off : start;
}

function fromAttribute(tick: Attribute | undefined): Start {
  if (!tick) return off;
  if (tick.value.state === 'dynamic')
    return { state: dynamic(tick.value.span, tick.value.code), preset: undefined };
  return isOn(tick) ? started(tick, { off: tick.off }) : off;
}

/** An attribute that a dialect derived from code elsewhere has no place of its own in the tag. */
function started(tick: Attribute, repair: Repair): Start {
  const origin = tick.value.state === 'known' ? tick.value.origin : undefined;
  const span = tick.written === '' ? undefined : tick.span;
  const undone = repair.off || repair.unanswered ? undefined : undo(origin);
  return { state: known(true, tick.span), preset: { span, origin, ...repair, ...undone } };
}

type Repair = Pick<Preset, 'off' | 'unanswered'>;

function undo(origin: Origin | undefined): Pick<Preset, 'turned' | 'unanswered' | 'inverted'> | undefined {
  if (!origin?.undo) return undefined;
  const { by, edits } = origin.undo;
  if (by === 'emptying') return { unanswered: edits };
  return { turned: edits, inverted: edits.some(({ text }) => text === 'true' || text === '!0') };
}

/** A select without a selected option shows its first: taking the choice away helps where that is another one. */
function startOfSelect(select: Element, doc: Doc): Start {
  const options = elements(select).filter((e) => e.tag === 'option');
  const [first] = options;
  const isYes = (option: Element | undefined, value?: string) =>
    answerOf(textAt(option), value ?? valueAt(option)) === 'yes';
  const chosen = options.find((o) => fromAttribute(attribute(o, 'selected')).preset);
  const selected = chosen && attribute(chosen, 'selected');
  if (selected) {
    if (!isYes(chosen)) return off;
    return started(
      selected,
      chosen === first ? unanswered(first, selected.off ?? [], doc) : { off: selected.off },
    );
  }
  const value = attribute(select, 'value');
  if (!value && options.length === 2 && isYes(first) && isPlain(select) && options.every(isPlain))
    return answerOf(textAt(options[1]), valueAt(options[1])) === 'no' ? startOfFirst(first, doc) : off;
  if (value?.value.state !== 'known') return off;
  const wanted = String(value.value.value);
  const option = options.find((o) => (knownText(o, 'value') ?? visibleText(o)) === wanted);
  if (!isYes(option, wanted)) return off;
  const { origin } = value.value;
  const empty = origin ? origin.undo?.edits : [replace(value.value.span, '')];
  if (!first || !empty) return started(value, { off: undefined });
  const hasEmpty = options.some((o) => (knownText(o, 'value') ?? visibleText(o)) === '');
  // What a library draws need not take an empty option; it shows nothing for an empty value.
  const shows = hasEmpty || first.name !== first.tag;
  return started(value, shows ? { off: undefined, unanswered: empty } : unanswered(first, empty, doc));
}

/** "Yes" or "No" and nothing chosen: a browser shows and sends the first. */
function startOfFirst(first: Element | undefined, doc: Doc): Start {
  if (!first) return off;
  return {
    state: known(true, first.open),
    preset: { span: first.open, origin: undefined, ...unanswered(first, [], doc) },
  };
}

const textAt = (option: Element | undefined) => option && visibleText(option);
const valueAt = (option: Element | undefined) => option && knownText(option, 'value');

/** Written as HTML, with nothing by which code may choose. */
function isPlain({ name, tag, made, openEnded, attributes }: Element): boolean {
  const isBound = attributes.some(
    ({ written, value }) => written === '' || value.state !== 'known' || bindsToCode(written),
  );
  return name === tag && !made && !openEnded && !isBound && !attributes.some((a) => a.name === 'multiple');
}

/** Puts an empty option first, so that the person has to choose. */
function unanswered(first: Element, edits: readonly Edit[], doc: Doc): Repair {
  if (first.made) return { off: undefined };
  const { name, open } = first;
  const option = `<${name} ${doc.syntax.attribute('value', '')}></${name}>`;
  return {
    off: undefined,
    unanswered: [...edits, insert(open.start, option + indentOf(doc.text, open.start))],
  };
}

/** Boolean attributes are on when they hold any text, "false" included; ARIA states say it in words. */
export function isOn({ name, value }: Attribute): boolean {
  if (value.state !== 'known') return false;
  return name.startsWith('aria-')
    ? String(value.value) === 'true'
    : value.value === '' || Boolean(value.value);
}
