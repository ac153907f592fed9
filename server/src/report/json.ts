import { summarize } from './summary.js';
import type { FileResult, PlacedFinding, PlacedNote, Run } from './types.js';

/** Raised when a reader of the old form would misread the new one. */
const FORM = 1;

/** The whole run as JSON; `schemas/report.schema.json` describes it. Nothing in it names the machine it was made on. */
export function render(run: Run): string {
  const { product, locale, files, unreadable } = run;
  const { error, warning, information, hint, filesWithFindings, ...counts } = summarize(run);
  const document = {
    version: FORM,
    tool: { name: 'privacylint', version: product.version },
    locale,
    summary: { errors: error, warnings: warning, information, hints: hint, filesWithFindings, ...counts },
    files: files.map(fileObject),
    unreadable,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function fileObject({ path, dialect, findings, notReviewed, repaired }: FileResult): object {
  return {
    path,
    ...(dialect !== undefined && { dialect }),
    findings: findings.map(findingObject),
    notReviewed: notReviewed.map(noteObject),
    repaired,
  };
}

// Written out member by member: what the engine adds for itself does not slip into a published form.
function findingObject(finding: PlacedFinding): object {
  const { ruleId, messageId, message, severity, review, region, fingerprint } = finding;
  const { related, evidence, repairs, suppression } = finding;
  return {
    ruleId,
    messageId,
    severity,
    message,
    review,
    region,
    fingerprint,
    related: related.map((r) => ({ message: r.message, path: r.path, region: r.region })),
    ...(evidence && { evidence: evidence.map(({ words, names }) => ({ words, names })) }),
    repairs: repairs.map(({ id, title, safety, follow, edits }) => ({ id, title, safety, follow, edits })),
    suppression: suppression && {
      by: suppression.by,
      reason: suppression.reason,
      ground: suppression.ground,
      until: suppression.until,
      region: suppression.region,
    },
  };
}

function noteObject({ reason, message, ruleId, region }: PlacedNote): object {
  return { reason, message, ruleId, region };
}
