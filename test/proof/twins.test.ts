import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/core/edit.js';
import { defaultConfiguration } from '../../server/src/engine/configuration.js';
import { review } from '../../server/src/engine/review.js';
import type { Report } from '../../server/src/engine/types.js';
import { decode, type Encoding, encode } from '../../server/src/node/encoding.js';
import { type Fixture, fixtures } from '../support/fixtures.js';
import { assertHeals } from '../support/heals.js';

const contact = { email: 'reception@hotel.example', unsubscribe: 'https://hotel.example/unsubscribe' };
const options = { configuration: { ...defaultConfiguration, contact } };
const ENCODINGS: readonly Encoding[] = [
  { name: 'windows-1252', bom: false },
  { name: 'utf-16le', bom: true },
  { name: 'utf-16be', bom: false },
];

describe('twins of fixtures', function () {
  this.timeout(20_000);

  for (const fixture of fixtures.filter((f) => f.rule?.bad)) {
    it(`${fixture.name} with other line ends gives the same, and repairs keep to them`, async () => {
      const { path, text } = fixture;
      const twin = text.replace(/\r?\n/g, '\r\n');
      const report = await review({ text: twin, path }, options);
      assert.deepEqual(told(twin, report), told(text, await review({ text, path }, options)));
      for (const edit of report.findings.flatMap((f) => f.repairs.flatMap((r) => r.edits)))
        assert.doesNotMatch(edit.text.replaceAll('\r\n', ''), /[\r\n]/, JSON.stringify(edit));
      await assertHeals({ text: twin, path }, report, options);
    });
  }

  for (const encoding of ENCODINGS) {
    it(`in ${encoding.name} are read alike, and what repairs write can be written`, async () => {
      let read = 0;
      for (const fixture of fixtures) {
        const bytes = encode(fixture.text, encoding);
        if (!Buffer.isBuffer(bytes) || isDeclared(fixture)) continue;
        read++;
        assert.equal(decode(bytes)?.text, fixture.text, fixture.name);
        if (!fixture.rule?.bad) continue;
        const { findings } = await review(fixture, options);
        for (const { edits } of findings.flatMap((f) => f.repairs))
          assert.ok(Buffer.isBuffer(encode(applyEdits(fixture.text, edits), encoding)), fixture.name);
      }
      assert.ok(read > 100, `${read} fixtures can be written in ${encoding.name}`);
    });
  }
});

/** A mark at the beginning, or a declaration of another encoding than UTF-8, contradicts the twin's. */
function isDeclared({ text }: Fixture): boolean {
  return text.startsWith('\uFEFF') || /charset=["']?(?!utf-8)[\w-]/i.test(text.slice(0, 1024));
}

/** What a report says, with the words at fault, line ends aside. */
function told(text: string, { findings, notReviewed }: Report): string[] {
  const said = findings.map(
    (f) => `${f.severity} ${f.ruleId} ${f.messageId} ${f.message} at ${text.slice(f.span.start, f.span.end)}`,
  );
  return [...said, ...notReviewed.map((n) => n.message)].map((line) => line.replace(/\r\n?/g, '\n'));
}
