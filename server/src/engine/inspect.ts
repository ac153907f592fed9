import { loadDialect } from '../dialects/index.js';
import { dialectOf, type ReadDocument, readDocument } from './read.js';
import type { ReviewInput, ReviewOptions } from './types.js';

/** The document model and the facts of a text and its parts, for people who want to see what the rules see; undefined where no dialect reads it. */
export async function inspect(
  input: ReviewInput,
  options: ReviewOptions = {},
): Promise<Pick<ReadDocument, 'doc' | 'facts' | 'parts'> | undefined> {
  const dialect = dialectOf(input, options.configuration);
  return dialect && readDocument(await loadDialect(dialect), input, options.configuration, options.project);
}
