import type { Node } from 'jsonc-parser';
import type { Span } from '../core/span.js';
import type { ConfigurationMessage } from './configurationMessages.js';
import { nearest } from './nearest.js';

/** A piece of JSON Schema, draft 7. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Takes problems while a configuration is read. */
export type Complain = (
  at: Node,
  message: ConfigurationMessage,
  data?: Readonly<Record<string, string>>,
) => void;

/**
 * One kind of value: how it is read from JSON, and its JSON Schema. What is wrong is complained about and left out,
 * so that the rest stays in force.
 */
export interface Shape<T> {
  readonly schema: JsonSchema;
  read(node: Node, complain: Complain): T | undefined;
}

export function spanOf({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}

export function text(
  pattern?: RegExp,
  otherwise: ConfigurationMessage = 'expected-text',
  valid: (value: string) => boolean = () => true,
): Shape<string> {
  return {
    schema: { type: 'string', ...(pattern ? { pattern: pattern.source } : { minLength: 1 }) },
    read(node, complain) {
      const value: unknown = node.value;
      const right =
        typeof value === 'string' && (pattern ? pattern.test(value) && valid(value) : value.trim() !== '');
      if (right) return value;
      const message = typeof value !== 'string' ? 'expected-text' : pattern ? otherwise : 'empty-text';
      complain(node, message, { value: shown(node) });
      return undefined;
    },
  };
}

export const boolean: Shape<boolean> = {
  schema: { type: 'boolean' },
  read(node, complain) {
    if (node.type === 'boolean') return node.value;
    complain(node, 'expected-boolean', { value: shown(node) });
    return undefined;
  },
};

/** Any object; rules read their own options. */
export const anyObject: Shape<Readonly<Record<string, unknown>>> = {
  schema: { type: 'object' },
  read(node, complain) {
    if (node.type === 'object') return plain(node) as Record<string, unknown>;
    complain(node, 'expected-object', { value: shown(node) });
    return undefined;
  },
};

export function choice<const T extends string>(values: readonly T[]): Shape<T> {
  return {
    schema: { enum: values },
    read(node, complain) {
      const found = values.find((value) => node.type === 'string' && value === node.value);
      if (found === undefined) complainOf(node, values, complain);
      return found;
    },
  };
}

function complainOf(node: Node, values: readonly string[], complain: Complain): void {
  const near = node.type === 'string' ? nearest(node.value, values) : undefined;
  const data = { value: shown(node), names: values.join(', ') };
  if (near !== undefined) complain(node, 'expected-choice-near', { ...data, near });
  else complain(node, 'expected-choice', data);
}

/** A name out of a list that others keep; any, where the list is not known. */
export function nameOf(known: readonly string[] | undefined): Shape<string> {
  const any = text();
  return {
    schema: known?.length ? { enum: known } : any.schema,
    read(node, complain) {
      const name = any.read(node, complain);
      if (name === undefined || !known || known.includes(name)) return name;
      return unknown(node, name, known, ['unknown-name', 'unknown-name-near'], complain);
    },
  };
}

export function unknown(
  node: Node,
  value: string,
  names: readonly string[],
  [plainly, withNear]: readonly [ConfigurationMessage, ConfigurationMessage],
  complain: Complain,
): undefined {
  const near = nearest(value, names);
  const data = { value, key: value, names: names.join(', ') };
  if (near !== undefined) complain(node, withNear, { ...data, near });
  else complain(node, plainly, data);
  return undefined;
}

export function list<T>(item: Shape<T>): Shape<readonly T[]> {
  return {
    schema: { type: 'array', items: item.schema },
    read(node, complain) {
      if (node.type === 'array') return each(node.children ?? [], item, complain);
      complain(node, 'expected-list', { value: shown(node) });
      return undefined;
    },
  };
}

/** A list, or its only item by itself. */
export function listOrOne<T>(item: Shape<T>): Shape<readonly T[]> {
  return {
    schema: { anyOf: [item.schema, { type: 'array', items: item.schema }] },
    read: (node, complain) => each(node.type === 'array' ? (node.children ?? []) : [node], item, complain),
  };
}

function each<T>(nodes: readonly Node[], item: Shape<T>, complain: Complain): T[] {
  return nodes.flatMap((node) => {
    const value = item.read(node, complain);
    return value === undefined ? [] : [value];
  });
}

/** How a value looks in a message: short, in the notation of the file. */
export function shown(node: Node): string {
  if (node.type === 'array') return '[…]';
  if (node.type === 'object') return '{…}';
  const written = JSON.stringify(node.value) ?? String(node.value);
  return written.length > 60 ? `${written.slice(0, 59)}…` : written;
}

function plain(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plain);
  if (node.type !== 'object') return node.value;
  const entries = (node.children ?? []).flatMap(({ children = [] }) => {
    const [key, value] = children;
    return key && value ? [[String(key.value), plain(value)] as const] : [];
  });
  return Object.fromEntries(entries);
}
