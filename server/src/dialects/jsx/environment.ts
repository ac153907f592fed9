import type ts from 'typescript';
import type { Edit } from '../../core/edit.js';
import type { FormSource } from '../script/forms.js';
import type { FieldSpread, Thing } from '../script/things.js';

/** What the elements around tell those inside. */
export interface Environment {
  readonly form?: FormSource;
  readonly field?: FieldAround;
  readonly group?: GroupAround;
  /** Props that a label hands to its control. */
  readonly passed?: readonly ts.JsxAttribute[];
}

export interface FieldAround {
  readonly spread: FieldSpread;
  /** The control inside is given its name and value (`child`), or its code reads them from these names. */
  readonly by: 'child' | readonly string[];
  /** A box takes its tick from its value only when the wrapper says so. */
  readonly checks: boolean;
}

interface GroupAround {
  readonly value: Thing;
  readonly off: readonly Edit[] | undefined;
}
