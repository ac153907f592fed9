import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defaultConfiguration } from '../../server/src/engine/configuration.js';
import { review } from '../../server/src/engine/review.js';
import type { ReviewOptions } from '../../server/src/engine/types.js';
import { rules } from '../../server/src/rules/index.js';
import { locales } from '../../server/src/rules/rule.js';
import { draw } from '../support/draw.js';
import { folderProject } from '../support/folderProject.js';
import { assertHeals } from '../support/heals.js';
import { root } from '../support/root.js';
import { matchSnapshot } from '../support/snapshot.js';

const contact = { email: 'reception@hotel.example', unsubscribe: 'https://hotel.example/unsubscribe' };
const configuration = { ...defaultConfiguration, contact };
const ENDINGS = { html: 'html', tsx: 'tsx', ts: 'ts', vue: 'vue', mjml: 'mjml', erb: 'html.erb' };

for (const rule of rules) {
  const folder = path.join(root, 'test/rules', rule.id);
  const project = folderProject(folder);
  const only: ReviewOptions = { only: [rule.id], configuration, project };

  describe(`rule ${rule.id}`, () => {
    it('has fixtures', () => {
      const names = existsSync(folder) ? readdirSync(folder) : [];
      assert.ok(
        names.some((n) => n.startsWith('bad')),
        `no bad fixture in ${folder}`,
      );
      assert.ok(
        names.some((n) => n.startsWith('good')),
        `no good fixture in ${folder}`,
      );
    });

    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      if (name.endsWith('.snap') || isBeside(folder, name)) continue;
      const text = readFileSync(path.join(folder, name), 'utf8');
      const input = { text, path: name };
      if (name.startsWith('good')) {
        it(`${name} gives no finding`, async () => {
          const report = await review(input, only);
          assert.deepEqual(report.findings, [], draw(text, report));
          if (report.notReviewed.length) matchSnapshot(path.join(folder, `${name}.snap`), draw(text, report));
        });
      } else {
        it(`${name} is reported as drawn`, async () => {
          const report = await review(input, only);
          assert.ok(report.findings.length > 0, 'nothing found');
          matchSnapshot(path.join(folder, `${name}.snap`), draw(text, report));
        });
        it(`${name} is healed by every repair`, async () => {
          // All rules run: a repair must not bring what another rule reports.
          await assertHeals(input, await review(input, { configuration, project }), {
            configuration,
            project,
          });
        });
      }
      it(`${name} gives the same with the pre-filter off`, async () => {
        const [filtered, full] = [
          await review(input, only),
          await review(input, { ...only, prefilter: false }),
        ];
        assert.deepEqual(filtered.findings, full.findings);
      });
    }

    for (const kind of ['bad', 'good'] as const) {
      for (const [i, { language, code }] of rule.examples[kind].entries()) {
        it(`documented ${kind} example ${i + 1} does as documented`, async () => {
          const report = await review({ text: code, path: `emails/example.${ENDINGS[language]}` }, only);
          assert.equal(report.findings.length > 0, kind === 'bad', draw(code, report));
        });
      }
    }

    it('speaks every language, with the same placeholders', () => {
      const texts = [
        ...Object.values(rule.messages),
        ...Object.values(rule.repairs).flatMap((r) => (r.follow ? [r.title, r.follow] : [r.title])),
      ];
      for (const text of [...texts, rule.what, rule.why, rule.remedy]) {
        const holes = locales.map((l) => (text[l].match(/\{\w+\}/g) ?? []).sort().join());
        assert.equal(new Set(holes).size, 1, text.en);
        for (const locale of locales) assert.notEqual(text[locale].trim(), '');
      }
    });
  });
}

/** The code of a fixture that is a template. */
function isBeside(folder: string, name: string): boolean {
  return name.endsWith('.component.ts') && existsSync(path.join(folder, name.replace(/\.ts$/, '.html')));
}
