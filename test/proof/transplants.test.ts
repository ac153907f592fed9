import assert from 'node:assert/strict';
import path from 'node:path';
import { defaultConfiguration } from '../../server/src/engine/configuration.js';
import { review } from '../../server/src/engine/review.js';
import type { Finding, ReviewOptions } from '../../server/src/engine/types.js';
import { rules } from '../../server/src/rules/index.js';
import { type Fixture, fixtures } from '../support/fixtures.js';
import { folderProject } from '../support/folderProject.js';
import { assertHeals } from '../support/heals.js';
import { root } from '../support/root.js';
import { transplants } from '../support/transplant.js';

const contact = {
  email: 'reception@hotel.example',
  unsubscribe: 'https://hotel.example/unsubscribe',
  privacyNotice: 'https://hotel.example/privacy',
};
const configuration = { ...defaultConfiguration, contact };

/** Rules that repair nothing in a page of plain HTML, and why. */
const NOT_IN_PAGES: Readonly<Record<string, string>> = {
  'missing-one-click-unsubscribe': 'are for headers, which code writes',
};
/** What is not repaired in a language, and why. */
const NOT_IN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'obscured-unsubscribe': { jsx: 'read no style sheet that is code' },
  'tracking-pixel': {
    mail: 'say that it is a mail and no page',
    'quoted-printable mail': 'say that it is a mail and no page',
  },
};

interface Page {
  readonly fixture: Fixture;
  readonly options: ReviewOptions;
  readonly findings: readonly Finding[];
}

/** Of every rule, pages of HTML that show each of its repairs. */
async function pages(): Promise<Page[]> {
  const found: Page[] = [];
  const shown = new Set<string>();
  for (const fixture of fixtures) {
    const { rule, dialect } = fixture;
    if (!rule?.bad || dialect !== 'html') continue;
    const options = { configuration, project: folderProject(path.join(root, 'test/rules', rule.id)) };
    const findings = (await review(fixture, options)).findings.filter((f) => f.ruleId === rule.id);
    const repairs = findings.flatMap((f) => f.repairs.map((r) => `${f.ruleId} ${r.title}`));
    if (repairs.every((repair) => shown.has(repair))) continue;
    for (const repair of repairs) shown.add(repair);
    found.push({ fixture, options, findings });
  }
  return found;
}

describe('repairs of pages of HTML in every other language', function () {
  this.timeout(60_000);
  let all: Page[] = [];

  before(async () => {
    all = await pages();
  });

  for (const { id, topic } of rules.filter((rule) => Object.keys(rule.repairs).length > 0)) {
    const own = () => all.filter(({ fixture }) => fixture.rule?.id === id);

    it(`of ${id} ${NOT_IN_PAGES[id] ?? 'are shown'}`, () => {
      assert.equal(own().length > 0, NOT_IN_PAGES[id] === undefined);
    });

    for (const { id: language, end, mail, write } of transplants) {
      if (NOT_IN_PAGES[id] || (mail && topic !== 'mail')) continue;
      const reason = NOT_IN[id]?.[language];
      it(`of ${id} in ${language} ${reason ?? 'are those of HTML, and heal'}`, async () => {
        let alike = true;
        for (const { fixture, options, findings } of own()) {
          const name = `${fixture.path.replace(/\.html$/, '')}.${end}`;
          const input = { path: name, text: write(fixture.text) };
          const report = await review(input, options);
          const told = report.findings.filter((f) => f.ruleId === id).map(say);
          const wanted = findings.map(say);
          if (reason === undefined) assert.deepEqual(told.sort(), wanted.sort(), input.text);
          alike &&= told.sort().join() === wanted.sort().join();
          await assertHeals(input, report, options);
        }
        assert.equal(alike, reason === undefined);
      });
    }
  }
});

function say({ messageId, repairs }: Finding): string {
  return `${messageId}: ${repairs.map((r) => r.title).join(', ')}`;
}
