import type { Role } from '../../../knowledge/helpers.js';
import type { Attribute } from '../../../model/nodes.js';
import type { Collection, Expression } from '../expression/nodes.js';
import { writtenIn } from './names.js';

type AttributeValue = Attribute['value'];

/** An option without a meaning of its own is an attribute. */
export function own(key: string): Role {
  return /^[a-z][\w:.-]*$/i.test(key) ? key.toLowerCase() : '-';
}

/** PHP's older `array(…)` as well. */
export function asCollection(argument: Expression): Pick<Collection, 'items' | 'entries'> | undefined {
  if (argument.kind === 'collection') return argument;
  if (argument.kind !== 'call' || argument.name.toLowerCase() !== 'array') return undefined;
  return { items: argument.arguments, entries: argument.named };
}

export function isNothing(argument: Expression): boolean {
  return argument.kind === 'literal' && (argument.value === null || argument.value === false);
}

/** `:user`, `'user'`, `@user`; of a nested object its last part. */
export function objectIn(argument: Expression): string | undefined {
  const written = writtenIn(argument)?.text;
  if (written !== undefined) return written;
  if (argument.kind === 'collection') {
    const last = argument.items.at(-1);
    return last && objectIn(last);
  }
  return argument.kind === 'path' ? /^@?(\w+)$/.exec(argument.path)?.[1] : undefined;
}

/** Of a text, what holds for want of another value is only one of those that it may have. */
export function withoutOrigin(value: AttributeValue, source: string, { span }: Expression): AttributeValue {
  if (value.state !== 'known' || !value.origin) return value;
  const { origin, ...candidate } = value;
  return { state: 'dynamic', span, code: source.slice(span.start, span.end), candidates: [candidate] };
}
