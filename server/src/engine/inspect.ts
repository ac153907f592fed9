import type { Facts } from '../facts/types.js';
import type { Doc } from '../model/nodes.js';
import { dialectOf, readDocument } from './read.js';
import type { ReviewInput, ReviewOptions } from './types.js';

/** The document model and the facts of a text, for people who want to see what the rules see; undefined where no dialect reads it. */
export async function inspect(
  input: ReviewInput,
  options: ReviewOptions = {},
): Promise<{ readonly doc: Doc; readonly facts: Facts } | undefined> {
  const dialect = await dialectOf(input, options.configuration);
  return dialect && readDocument(dialect, input, options.configuration, options.project);
}
