import type { Edit } from '../core/edit.js';
import { loadDialect } from '../dialects/index.js';
import { dialectOf } from './read.js';
import { suppressionComment } from './suppressionComment.js';
import type { Finding, ReviewInput, ReviewOptions } from './types.js';

/**
 * The edit that writes a `disable-next` directive for a finding of a text, as `suppressionComment` does; undefined
 * where no dialect reads the text or no comment can stand there.
 */
export async function suppressFinding(
  input: ReviewInput,
  { configuration }: ReviewOptions,
  finding: Pick<Finding, 'ruleId' | 'span'>,
  reason: string,
): Promise<Edit | undefined> {
  const found = dialectOf(input, configuration);
  if (!found) return undefined;
  const dialect = await loadDialect(found);
  const components = configuration?.components ?? {};
  return suppressionComment(dialect.parse(input.text, { path: input.path, components }), finding, reason);
}
