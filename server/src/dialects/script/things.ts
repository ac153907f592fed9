import type ts from 'typescript';
import type { Edit } from '../../core/edit.js';
import type { Origin, Scalar } from '../../model/nodes.js';
import type { FormSource } from './forms.js';

/** How a value reaches the place that reads it. */
export interface Way {
  readonly kind: Origin['kind'];
  readonly name: string;
  /** Another file may read the same value. */
  readonly exported: boolean;
}

/** What an expression stands for, as far as the text tells. */
export type Thing = ScalarThing | NodeThing | VirtualThing | UnknownThing;

/** A literal; `undefined` is a value of the language as well. */
export interface ScalarThing {
  readonly is: 'scalar';
  readonly value: Scalar | undefined;
  /** The literal that decides. */
  readonly node: ts.Node;
  readonly way?: Way;
  /** The result follows the literal (1), its opposite (-1), or something computed from it (0). */
  readonly sense: 1 | -1 | 0;
  /** The result is true because the literal is a certain text. */
  readonly matches?: boolean;
  /** The result is true because this list has the literal in it. */
  readonly within?: { readonly list: ts.ArrayLiteralExpression; readonly index: number };
}

/** An object, array, function or markup, as written. */
interface NodeThing {
  readonly is: 'node';
  readonly node: ts.Expression | ts.FunctionDeclaration | ts.MethodDeclaration | ts.EnumDeclaration;
  readonly way?: Way;
}

/** Something that a library hands out: a form, a field, a signal. */
export interface VirtualThing {
  readonly is: 'virtual';
  member?(key: string): Thing | undefined;
  call?(args: readonly ts.Expression[]): Thing | undefined;
  /** What a signal, ref or store holds, for markup that reads it by the holder's name. */
  readonly held?: Thing;
  /** The form it belongs to. */
  readonly form?: FormSource;
  /** What it adds to the element it is spread over. */
  readonly spread?: FieldSpread;
}

/** Only the running program knows; `node` is as far as the text leads. */
export interface UnknownThing {
  readonly is: 'unknown';
  readonly node: ts.Node;
}

/** What a form library tells a control. */
export interface FieldSpread {
  readonly name: string | undefined;
  /** Its initial value. */
  readonly initial: Thing | undefined;
  readonly required?: boolean;
  /** The edits that let it be left empty, where one place in the text asks for an answer. */
  readonly lift?: readonly Edit[] | undefined;
  /** The input type that it sets. */
  readonly type?: string | undefined;
}

export function scalar(value: Scalar | undefined, node: ts.Node): ScalarThing {
  return { is: 'scalar', value, node, sense: 1 };
}

export function unknown(node: ts.Node): UnknownThing {
  return { is: 'unknown', node };
}

/** What weighs more: a default that a caller may overrule, then state, then a mere name. */
const WEIGHT: Readonly<Record<Way['kind'], number>> = {
  constant: 0,
  state: 1,
  'form-defaults': 1,
  parameter: 2,
  fallback: 2,
};

/** Notes one more name on the way, as the reader further out knows it. */
export function via<T extends Thing>(thing: T, way: Way): T {
  if (thing.is !== 'scalar' && thing.is !== 'node') return thing;
  const inner = thing.way;
  const kind = inner && WEIGHT[inner.kind] > WEIGHT[way.kind] ? inner.kind : way.kind;
  return { ...thing, way: { kind, name: way.name, exported: way.exported || (inner?.exported ?? false) } };
}

export function truthy(thing: Thing): boolean | undefined {
  if (thing.is === 'scalar') return Boolean(thing.value);
  return thing.is === 'node' ? true : undefined;
}

/** A path as form libraries write it: `profile.newsletter`, `topics[0].on`. */
export function pathOf(name: string): string[] {
  return name.split(/[.[\]]+/).filter(Boolean);
}
