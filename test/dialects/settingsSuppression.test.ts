import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { applyEdits } from '../../server/src/core/edit.js';
import { review } from '../../server/src/engine/review.js';
import { suppressFinding } from '../../server/src/engine/suppressFinding.js';
import { root } from '../support/root.js';

const folder = path.join(root, 'test/rules/no-reply-sender');

describe('suppression in settings and sending code', () => {
  for (const name of readdirSync(folder).filter((n) =>
    /^bad\.(?:cs|env|go|ini|java|md|php|py|rb|yml)$/.test(n),
  )) {
    it(`writes a comment that ${name} bears, for each finding`, async () => {
      const text = readFileSync(path.join(folder, name), 'utf8');
      const { findings } = await review({ text, path: name });
      for (const finding of findings) {
        const edit = await suppressFinding({ text, path: name }, {}, finding, 'read by a machine');
        assert.ok(edit);
        const after = await review({ text: applyEdits(text, [edit]), path: name });
        assert.equal(after.findings.length, findings.length, JSON.stringify(edit.text));
        assert.ok(after.findings.some((f) => f.suppression && f.messageId === finding.messageId));
      }
    });
  }

  it('writes none into a mail, where no comment can stand', async () => {
    const text = 'From: no-reply@hotel.example\nSubject: Stay\n\nHello\n';
    const [finding] = (await review({ text, path: 'x.eml' })).findings;
    assert.ok(finding);
    assert.equal(await suppressFinding({ text, path: 'x.eml' }, {}, finding, 'x'), undefined);
  });
});
