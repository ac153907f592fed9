import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/core/edit.js';
import { review } from '../../server/src/engine/review.js';
import type { Finding, Report, ReviewInput, ReviewOptions } from '../../server/src/engine/types.js';
import { severities } from '../../server/src/rules/rule.js';

/**
 * After a repair its finding is gone, or where only a part can be mended (a reply address beside a no-reply sender) it
 * speaks more softly; and nothing is found that was not found before but the blanks that the repair leaves.
 */
export async function assertHeals(input: ReviewInput, report: Report, options: ReviewOptions): Promise<void> {
  assert.deepEqual(report.notReviewed, []);
  for (const finding of report.findings) {
    for (const repair of finding.repairs) {
      const text = applyEdits(input.text, repair.edits);
      const after = await review({ ...input, text }, options);
      const what = `${input.path}: “${repair.title}” for ${finding.ruleId}`;
      const weight = (r: Report) => weigh(r.findings.filter((f) => f.ruleId === finding.ruleId));
      assert.ok(weight(after) < weight(report), `${what} leaves the finding\n${text}`);
      for (const { ruleId } of after.findings) {
        if (ruleId === 'unfinished-repair') continue;
        assert.ok(count(after, ruleId) <= count(report, ruleId), `${what} brings a new ${ruleId}\n${text}`);
      }
    }
  }
}

function weigh(findings: readonly Finding[]): number {
  return findings.reduce((sum, f) => sum + severities.length - severities.indexOf(f.severity), 0);
}

function count(report: Report, ruleId: string): number {
  return report.findings.filter((f: Finding) => f.ruleId === ruleId && !f.suppression).length;
}
