import { applyEdits, type Edit } from '../core/edit.js';
import { loadDialect } from '../dialects/index.js';
import { dialectOf } from './read.js';
import { review } from './review.js';
import { suppressionComments } from './suppressionComment.js';
import type { Finding, ReviewInput, ReviewOptions } from './types.js';

/**
 * The edit that writes a `disable-next` directive for a finding of a text: the first of `suppressionComments` with which
 * the finding is still found, and suppressed. Undefined where no dialect reads the text or no comment can stand there.
 */
export async function suppressFinding(
  input: ReviewInput,
  options: ReviewOptions,
  finding: Pick<Finding, 'ruleId' | 'span'>,
  reason: string,
): Promise<Edit | undefined> {
  const { configuration } = options;
  const found = dialectOf(input, configuration);
  if (!found) return undefined;
  const dialect = await loadDialect(found);
  const components = configuration?.components ?? {};
  const doc = dialect.parse(input.text, { path: input.path, components });
  for (const edit of suppressionComments(doc, finding, reason)) {
    if (await holds(input, options, finding, edit)) return edit;
  }
  return undefined;
}

/** Whether a text in which the comment is written reads as before, and the comment is one that suppresses the finding. */
async function holds(
  { text, ...input }: ReviewInput,
  options: ReviewOptions,
  { ruleId, span }: Pick<Finding, 'ruleId' | 'span'>,
  edit: Edit,
): Promise<boolean> {
  const changed = { ...input, text: applyEdits(text, [edit]) };
  const { findings } = await review(changed, { ...options, only: [ruleId] });
  // What is said of a text as a whole begins where the text does, with or without a comment there.
  const starts = [
    ...(span.start >= edit.span.start ? [span.start + edit.text.length] : []),
    ...(span.start <= edit.span.start ? [span.start] : []),
  ];
  return findings.some((f) => f.ruleId === ruleId && starts.includes(f.span.start) && f.suppression);
}
