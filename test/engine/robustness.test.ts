import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compatible } from '../../server/src/core/edit.js';
import { review } from '../../server/src/engine/review.js';
import { root } from '../support/root.js';

const files = fixtures(path.join(root, 'test/rules')).concat(fixtures(path.join(root, 'examples')));

describe('review of any text', function () {
  this.timeout(60_000);

  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    const name = path.relative(root, file);
    const step = Math.max(1, Math.floor(text.length / 60));

    it(`judges every beginning of ${name}`, async () => {
      for (let end = 0; end <= text.length; end += step) await assertSound(text.slice(0, end), name);
    });

    it(`judges ${name} with any stretch taken out`, async () => {
      for (let start = 0; start < text.length; start += step) {
        await assertSound(text.slice(0, start) + text.slice(start + 1 + (start % 17)), name);
      }
    });
  }

  const odd: Readonly<Record<string, string>> = {
    empty: '',
    'a lone surrogate': '<label><input type="checkbox" checked> newsletter \ud83d</label>\udc00',
    'null characters': '<input\0 type="checkbox"\0 checked>\0 newsletter',
    'one long line': `<p>${'newsletter '.repeat(100_000)}</p>`,
    'a thousand openings': '<label><input type="checkbox" checked>'.repeat(1_000),
    'deep nesting': `${'<div>'.repeat(20_000)}<input type="checkbox" checked> newsletter`,
    'no end of anything': '<label><input type="checkbox" checked="',
  };
  for (const [what, text] of Object.entries(odd)) {
    for (const name of ['odd.html', 'odd.tsx', 'odd.ts']) {
      it(`judges ${what} as ${name}`, () => assertSound(text, name));
    }
  }
});

async function assertSound(text: string, name: string): Promise<void> {
  const report = await review({ text, path: name }, { prefilter: false });
  assert.deepEqual(
    report.notReviewed.filter((n) => n.reason !== 'other-file'),
    [],
    JSON.stringify(text.slice(-200)),
  );
  for (const { span, related, repairs } of report.findings) {
    for (const { start, end } of [
      span,
      ...related.map((r) => r.span),
      ...repairs.flatMap((r) => r.edits.map((e) => e.span)),
    ]) {
      assert.ok(0 <= start && start <= end && end <= text.length, `a span ${start}–${end} outside the text`);
    }
    for (const { edits } of repairs) assert.ok(compatible(edits), 'edits of one repair overlap');
  }
}

function fixtures(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(html|tsx|ts)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}
