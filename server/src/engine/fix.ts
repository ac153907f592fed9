import type { Edit } from '../core/edit.js';
import type { Finding, Repair, Report, ReviewInput, ReviewOptions } from './types.js';

export interface FixOptions extends ReviewOptions {
  /** Offers too, the first of each finding that has no fix. */
  readonly offers?: boolean;
  /** Only repairs for which this says yes. */
  readonly accept?: (finding: Finding, repair: Repair) => boolean;
}

export interface FixResult {
  readonly text: string;
  /** The same change as edits of the given text, in order, none overlapping. */
  readonly edits: readonly Edit[];
  readonly applied: readonly { readonly ruleId: string; readonly title: string }[];
  /** Repairs that were not made because they left their finding or brought a new one. */
  readonly refused: readonly { readonly ruleId: string; readonly title: string }[];
  /** Of the resulting text. */
  readonly report: Report;
}

export type Review = (input: ReviewInput, options?: ReviewOptions) => Promise<Report>;

/** Repairs a text until nothing more can be repaired safely. */
export async function fixText(
  _input: ReviewInput,
  _options: FixOptions,
  _review: Review,
): Promise<FixResult> {
  throw new Error('not built yet');
}
