import { type Edit, replace } from '../../../core/edit.js';
import type { Span } from '../../../core/span.js';
import type { HelperTable, Role } from '../../../knowledge/helpers.js';
import type { Attribute, Scalar } from '../../../model/nodes.js';
import { evaluate, toValue } from '../expression/evaluate.js';
import type { Entry, Expression } from '../expression/nodes.js';
import { asCollection } from './argument.js';
import { callName, wholeSpan } from './names.js';
import { removeEntry } from './removal.js';

/** What a list of choices is made of. */
export interface Offered {
  readonly list: Expression;
  /** What stands before the sign: the value that is sent, or the words. */
  readonly by: 'value' | 'label';
}

/** Which of them is taken at first. */
export interface Chosen {
  readonly argument: Expression;
  readonly entry: Entry | undefined;
}

/** A choice that a helper draws: an option, a box or a radio button. */
export interface Choice {
  readonly tag: 'option' | 'input';
  readonly span: Span;
  readonly attributes: readonly Attribute[];
  readonly words: { readonly value: Attribute['value']; readonly span: Span } | undefined;
}

/** What a helper's arguments say of its choices. */
export interface Choosing {
  readonly table: Pick<HelperTable, 'offers'>;
  offered: Offered | undefined;
  chosen: Chosen | undefined;
  /** It draws a box or radio button for each choice. */
  several: 'radio' | 'checkbox' | undefined;
}

/** Reads an argument that concerns choices; true where that is all it does. */
export function readChoice(
  choosing: Choosing,
  role: Role,
  argument: Expression,
  entry: Entry | undefined,
): boolean {
  if (role === 'choices' || role === 'labels') {
    const isCall = argument.kind === 'call' && choosing.table.offers(callName(argument));
    const list = isCall ? argument.arguments[0] : argument;
    if (list) choosing.offered = { list, by: role === 'choices' ? 'value' : 'label' };
    const named = isCall ? argument.named.find(({ key }) => key === 'selected') : undefined;
    const taken = named?.value ?? (isCall ? argument.arguments[1] : undefined);
    if (taken) choosing.chosen = { argument: taken, entry: named };
    return true;
  }
  if (role === 'chosen' || role === 'initial') choosing.chosen = { argument, entry };
  if (role === 'expanded' && evaluate(argument).known?.value === true) choosing.several ??= 'radio';
  if (role === 'initial') return asCollection(argument) !== undefined;
  return role === 'chosen' || role === 'expanded';
}

interface Read {
  readonly span: Span;
  readonly value: Scalar;
  readonly label: { readonly value: Attribute['value']; readonly span: Span };
}

/** The choices that the code names; none where it only names where they come from. */
export function choicesIn(
  source: string,
  offered: Offered,
  chosen: Chosen | undefined,
  several: 'radio' | 'checkbox' | undefined,
  name: Attribute | undefined,
): readonly Choice[] {
  const list = asCollection(offered.list);
  if (!list) return [];
  const read = [
    ...list.entries.map((entry) => ofEntry(source, entry, offered.by)),
    ...list.items.map((item) => ofItem(source, item)),
  ];
  if (read.some((choice) => choice === undefined)) return [];
  return read
    .filter((choice) => choice !== undefined)
    .sort((a, b) => a.span.start - b.span.start)
    .map((choice) => {
      const off = chosen && takenOff(source, chosen, choice.value);
      const attribute = (
        attribute: string,
        value: Attribute['value'],
        edits?: readonly Edit[],
      ): Attribute => {
        const { span } = choice;
        return { name: attribute, written: '', nameSpan: span, span, value, ...(edits && { off: edits }) };
      };
      const on = { state: 'known' as const, value: true, span: choice.span };
      const value = { state: 'known' as const, value: String(choice.value), span: choice.span };
      const attributes = [attribute('value', value)];
      if (off)
        attributes.push(attribute(several ? 'checked' : 'selected', on, off.length > 0 ? off : undefined));
      if (!several) return { tag: 'option', span: choice.span, attributes, words: choice.label };
      attributes.push(
        attribute('type', { ...value, value: several }),
        attribute('label', choice.label.value),
      );
      if (name) attributes.push(attribute('name', name.value));
      return { tag: 'input', span: choice.span, attributes, words: undefined };
    });
}

/** `'yes' => 'Yes'`, `'Yes' => 'yes'` */
function ofEntry(source: string, { key, keySpan, value, span }: Entry, by: Offered['by']): Read | undefined {
  if (by === 'value') return { span, value: key, label: wordsOf(source, value) };
  const sent = scalarOf(source, value);
  const label = { value: { state: 'known' as const, value: key, span: keySpan }, span: keySpan };
  return sent === undefined ? undefined : { span, value: sent, label };
}

/** `['Yes', 'yes']`, `'Yes'` */
function ofItem(source: string, item: Expression): Read | undefined {
  const [label, value = label] = asCollection(item)?.items ?? [item];
  const sent = value && scalarOf(source, value);
  if (!label || sent === undefined) return undefined;
  return { span: wholeSpan(source, item), value: sent, label: wordsOf(source, label) };
}

function wordsOf(source: string, expression: Expression): Read['label'] {
  const span = wholeSpan(source, expression);
  const value = toValue(evaluate(expression), source, span);
  return { value: value.state === 'known' && value.origin ? unknown(source, span) : value, span };
}

function unknown(source: string, { start, end }: Span): Attribute['value'] {
  return { state: 'dynamic', span: { start, end }, code: source.slice(start, end) };
}

function scalarOf(source: string, expression: Expression): Scalar | undefined {
  const value = toValue(evaluate(expression), source, expression.span);
  return value.state === 'known' && !value.origin ? value.value : undefined;
}

/** The edits by which a choice is not taken at first, none where no edit can do so; undefined where it is not. */
function takenOff(source: string, { argument, entry }: Chosen, value: Scalar): readonly Edit[] | undefined {
  const several = asCollection(argument);
  if (several) {
    const item = several.items.find((i) => same(scalarOf(source, i), value));
    return item && [removeEntry(source, wholeSpan(source, item))];
  }
  if (!same(scalarOf(source, argument), value)) return undefined;
  if (entry) return [removeEntry(source, entry.span)];
  const span = wholeSpan(source, argument);
  const isLast = /^\s{0,40}\)/.test(source.slice(span.end, span.end + 41));
  return [isLast ? removeEntry(source, span) : replace(span, 'null')];
}

/** Templates compare what is printed; a boolean is kept as 1 or nothing. */
function same(a: Scalar | undefined, b: Scalar): boolean {
  if (a === undefined || a === null || b === null) return false;
  return a === b || String(a) === String(b) || (a === true && String(b) === '1');
}
