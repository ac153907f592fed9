import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/core/edit.js';
import { review } from '../../server/src/engine/review.js';
import { fixtures } from '../support/fixtures.js';
import { complaintsOf } from '../support/syntaxErrors.js';

describe('repairs of the fixtures, read by the parsers of the frameworks', function () {
  this.timeout(20_000);

  for (const { name, path, text, dialect } of fixtures.filter(({ rule }) => rule?.bad)) {
    const complaints = complaintsOf[dialect];
    if (!complaints) continue;
    it(`${name} has no new error of syntax after any repair`, async () => {
      const before = await complaints(text, path);
      const { findings } = await review({ text, path });
      for (const { ruleId, repairs } of findings)
        for (const { title, edits } of repairs) {
          const changed = applyEdits(text, edits);
          const after = await complaints(changed, path);
          assert.ok(after.length <= before.length, `${ruleId}, ${title}: ${after.join('; ')}\n${changed}`);
        }
    });
  }
});
