import { remove } from '../../core/edit.js';
import { lazily } from '../../core/lazily.js';
import { contains, type Span } from '../../core/span.js';
import { changed } from '../../model/attributes.js';
import type { Attribute, KnownValue, Value } from '../../model/nodes.js';
import { blanksBefore } from '../html/attributes.js';
import { decodeEntities } from '../html/text.js';
import type { TemplateHole } from './hole.js';
import type { Condition, Print, Reading } from './reading.js';

type AttributeValue = Attribute['value'];

/** What is known of a start tag's constructs. */
export interface TagSource {
  readonly source: string;
  readonly read: (hole: TemplateHole) => Reading;
}

/** An attribute whose name or value holds constructs, as they make it. */
export function withHoles(attribute: Attribute, holes: readonly TemplateHole[], tag: TagSource): Attribute {
  const { nameSpan, value: written } = attribute;
  const inValue = holes.filter(
    (h) => h.kind !== 'comment' && h.start >= nameSpan.end && contains(written.span, h),
  );
  if (inValue.length === 0) return attribute;
  const value = compose(attribute.value.span, inValue, tag);
  return changed(attribute, {
    value: SWITCH.test(attribute.name) ? value : withoutFallback(value, attribute, tag),
  });
}

/** Attributes that switch something on: what holds for want of another value is what a visitor first sees. */
const SWITCH = /^(?:checked|selected|aria-checked|required|aria-required|hidden|disabled)$/;

/** Of a text, a fallback is only one of the values that it may have. */
function withoutFallback(
  value: AttributeValue,
  { value: { span } }: Attribute,
  tag: TagSource,
): AttributeValue {
  if (value.state !== 'known' || !value.origin) return value;
  const { origin, ...candidate } = value;
  return { state: 'dynamic', span, code: tag.source.slice(span.start, span.end), candidates: [candidate] };
}

/** The parts of a value: known where all of them are. */
function compose(span: Span, holes: readonly TemplateHole[], tag: TagSource): AttributeValue {
  const { source } = tag;
  const code = source.slice(span.start, span.end);
  const readings = holes.map(tag.read);
  const [only] = readings;
  if (readings.length === 1 && only?.kind === 'print' && holes[0] && sameSpan(holes[0], span)) {
    return printed(only.value, span, code);
  }
  let text = '';
  let at = span.start;
  for (const [i, hole] of holes.entries()) {
    const reading = readings[i];
    const value = reading?.kind === 'print' ? reading.value : undefined;
    if (value?.state !== 'known' || value.origin) {
      const candidates = branches(span, holes, readings, source);
      return { state: 'dynamic', span, code, ...(candidates.length > 0 && { candidates }) };
    }
    text += decodeEntities(source.slice(at, hole.start)) + String(value.value ?? '');
    at = hole.end;
  }
  return { state: 'known', value: text + decodeEntities(source.slice(at, span.end)), span };
}

function printed(value: Value, span: Span, code: string): AttributeValue {
  if (value.state === 'absent') return { state: 'dynamic', span, code };
  // The whole text between the quotes is the code: a merge tag is recognised by its delimiters.
  if (value.state === 'known') return value;
  return lazily({ state: 'dynamic' as const, span, code }, { candidates: () => value.candidates ?? [] });
}

function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/** `{% if x %}a{% else %}b{% endif %}`: what stands between blocks that make up the whole value. */
function branches(
  span: Span,
  holes: readonly TemplateHole[],
  readings: readonly Reading[],
  source: string,
): KnownValue[] {
  const first = readings[0]?.kind === 'begin' && holes[0]?.start === span.start;
  const last = readings.at(-1)?.kind === 'end' && holes.at(-1)?.end === span.end;
  if (!first || !last || readings.some((r) => r.kind === 'print')) return [];
  const found: KnownValue[] = [];
  for (const [i, hole] of holes.entries()) {
    const next = holes[i + 1];
    if (!next) break;
    const between = { start: hole.end, end: next.start };
    found.push({ state: 'known', value: source.slice(between.start, between.end), span: between });
  }
  return found;
}

/** An attribute that a condition writes or leaves out. */
export function guarded(attribute: Attribute, condition: Condition): Attribute {
  const { value, off } = attribute;
  const known = value.state === 'known' ? value : undefined;
  const decided = known !== undefined && !known.origin;
  const holds = decided ? condition.holds : 'unknown';
  if (known && holds !== 'unknown') {
    const origin = { kind: 'fallback' as const, span: attribute.span, name: condition.code, shared: false };
    return changed(attribute, {
      value: { ...known, origin },
      // Where the condition also holds for what a visitor has sent, the attribute shows a choice.
      off: holds === 'only-by-default' ? off : condition.off && [condition.off],
    });
  }
  return changed(attribute, {
    value: {
      state: 'dynamic',
      span: attribute.span,
      code: condition.code,
      ...(known && { candidates: [known] }),
    },
    off: undefined,
  });
}

const WRITTEN = /([^\s=<>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** The attributes that an output between attributes writes; undefined where nothing tells what it prints. */
export function derived(
  hole: TemplateHole,
  { value, off: switchOff }: Print,
  tag: TagSource,
): Attribute[] | undefined {
  const place = { start: hole.start, end: hole.end };
  const make = (name: string, value: AttributeValue, off?: Attribute['off']): Attribute => ({
    name,
    written: '',
    nameSpan: place,
    span: place,
    value,
    ...(off && { off }),
  });
  if (value.state === 'dynamic') {
    const found = new Map<string, KnownValue[]>();
    for (const candidate of value.candidates ?? []) {
      for (const { name, text } of parse(candidate.value)) {
        found.set(name, [...(found.get(name) ?? []), { ...candidate, value: text }]);
      }
    }
    if (found.size === 0) return undefined;
    return [...found].map(([name, candidates]) =>
      make(name, { state: 'dynamic', span: place, code: value.code, candidates }),
    );
  }
  const written = parse(value.value);
  const start = blanksBefore(tag.source, hole.start);
  const whole = written.length === 1 && !value.origin ? [remove({ start, end: hole.end })] : undefined;
  return written.map(({ name, text }) =>
    make(name, { ...value, value: text }, whole ?? (switchOff && [switchOff])),
  );
}

function parse(printed: KnownValue['value']): { name: string; text: string }[] {
  if (typeof printed !== 'string') return [];
  return [...printed.matchAll(WRITTEN)].map(([, name = '', double, single, bare]) => ({
    name: name.toLowerCase(),
    text: double ?? single ?? bare ?? '',
  }));
}
