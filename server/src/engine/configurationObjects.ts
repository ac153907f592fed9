import type { Node } from 'jsonc-parser';
import type { Span } from '../core/span.js';
import type { ConfigurationMessage } from './configurationMessages.js';
import { type Complain, type JsonSchema, type Shape, shown, spanOf, unknown } from './configurationReader.js';

/** A key of an object, with what the JSON Schema says of it. */
interface Field<T> {
  readonly shape: Shape<T>;
  readonly description: string;
  readonly required?: boolean;
}

/** A field for every key of a type, marked as required where the type requires it. */
export type FieldsOf<T> = {
  readonly [K in keyof T]-?: Pick<T, K> extends Required<Pick<T, K>>
    ? Field<T[K]> & { readonly required: true }
    : Field<Exclude<T[K], undefined>>;
};

/** Keys that are not read: with a message that says why, or in silence, described for the JSON Schema. */
export type Aside = Readonly<Record<string, ConfigurationMessage | JsonSchema>>;

interface Entry {
  readonly key: string;
  readonly keyNode: Node;
  readonly value: Node;
}

/** An object with fixed keys. One without a required key is left out. */
export function object<T extends object>(fields: FieldsOf<T>, aside: Aside = {}): Shape<T> {
  const shapes = new Map<string, Field<unknown>>(Object.entries(fields));
  const names = [...shapes.keys()];
  const required = names.filter((name) => shapes.get(name)?.required);
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries([
        ...Object.entries(aside).filter(([, about]) => typeof about === 'object'),
        ...[...shapes].map(([name, field]) => [name, described(field)]),
      ]),
      additionalProperties: false,
      ...(required.length > 0 && { required }),
    },
    read(node, complain) {
      const entries = entriesOf(node, complain);
      if (!entries) return undefined;
      const values: Record<string, unknown> = {};
      for (const { key, keyNode, value } of entries) {
        const field = shapes.get(key);
        const read = field?.shape.read(value, complain);
        if (read !== undefined) values[key] = read;
        if (field) continue;
        if (!Object.hasOwn(aside, key))
          unknown(keyNode, key, names, ['unknown-key', 'unknown-key-near'], complain);
        else if (typeof aside[key] === 'string') complain(keyNode, aside[key], { key });
      }
      const missing = required.filter((name) => !(name in values));
      for (const key of missing)
        if (!entries.some((e) => e.key === key)) complain(node, 'missing-key', { key });
      return missing.length > 0 ? undefined : (values as T);
    },
  };
}

/** An object whose keys the user names. */
export function record<T>(
  value: Shape<T>,
  names?: {
    readonly known: readonly string[] | undefined;
    readonly unknown: 'unknown-rule' | 'unknown-name';
  },
): Shape<Readonly<Record<string, T>>> {
  const known = names?.known;
  return {
    schema: known?.length
      ? {
          type: 'object',
          properties: Object.fromEntries(known.map((name) => [name, value.schema])),
          additionalProperties: false,
        }
      : { type: 'object', additionalProperties: value.schema },
    read(node, complain) {
      const entries = entriesOf(node, complain);
      if (!entries) return undefined;
      const values: (readonly [string, T])[] = [];
      for (const { key, keyNode, value: written } of entries) {
        if (names && known && !known.includes(key)) {
          unknown(keyNode, key, known, [names.unknown, `${names.unknown}-near`], complain);
          continue;
        }
        const read = value.read(written, complain);
        if (read !== undefined) values.push([key, read]);
      }
      return Object.fromEntries(values);
    },
  };
}

/** The same, with the place where it is written. */
export function placed<T extends object>(shape: Shape<T>): Shape<T & { readonly span: Span }> {
  return {
    schema: shape.schema,
    read(node, complain) {
      const value = shape.read(node, complain);
      return value === undefined ? undefined : { ...value, span: spanOf(node) };
    },
  };
}

function described(field: Field<unknown>): JsonSchema {
  return { description: field.description, ...field.shape.schema };
}

/** Keys and values, of two with one key the last; undefined where it is no object. */
function entriesOf(node: Node, complain: Complain): Entry[] | undefined {
  if (node.type !== 'object') {
    complain(node, 'expected-object', { value: shown(node) });
    return undefined;
  }
  const entries = new Map<string, Entry>();
  for (const property of node.children ?? []) {
    const [keyNode, value] = property.children ?? [];
    if (!keyNode || !value) continue;
    const key = String(keyNode.value);
    if (entries.has(key)) complain(keyNode, 'duplicate-key', { key });
    entries.set(key, { key, keyNode, value });
  }
  return [...entries.values()];
}
