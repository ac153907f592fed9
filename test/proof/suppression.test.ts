import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/core/edit.js';
import { review } from '../../server/src/engine/review.js';
import { suppressFinding } from '../../server/src/engine/suppressFinding.js';
import { fixtures } from '../support/fixtures.js';

/** Mails as they are sent, and plain texts, bear no comments. */
const WITHOUT_COMMENTS = new Set(['eml', 'plain']);

describe('suppression of every finding of the fixtures', function () {
  this.timeout(20_000);

  for (const { name, path, text, dialect } of fixtures.filter(({ rule }) => rule?.bad)) {
    it(`writes a comment that ${name} bears, and that holds`, async () => {
      const report = await review({ text, path });
      for (const finding of report.findings) {
        if (finding.suppression) continue;
        const edit = await suppressFinding({ text, path }, {}, finding, 'asked at the desk');
        if (WITHOUT_COMMENTS.has(dialect)) continue;
        assert.ok(edit, finding.ruleId);
        const changed = applyEdits(text, [edit]);
        const after = await review({ text: changed, path });
        const what = `${finding.ruleId} ${finding.messageId} in\n${changed}`;
        assert.equal(after.findings.length, report.findings.length, what);
        const again = after.findings.filter(
          (f) => f.ruleId === finding.ruleId && f.messageId === finding.messageId && f.suppression,
        );
        assert.ok(again.length > 0, what);
      }
    });
  }
});
