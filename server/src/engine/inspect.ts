import { dialectOf, type ReadDocument, readDocument } from './read.js';
import type { ReviewInput, ReviewOptions } from './types.js';

/** The document model and the facts of a text and its parts, for people who want to see what the rules see; undefined where no dialect reads it. */
export async function inspect(
  input: ReviewInput,
  options: ReviewOptions = {},
): Promise<Pick<ReadDocument, 'doc' | 'facts' | 'parts'> | undefined> {
  const dialect = await dialectOf(input, options.configuration);
  return dialect && readDocument(dialect, input, options.configuration, options.project);
}
