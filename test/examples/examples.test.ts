import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadConfiguration } from '../../server/src/engine/configurationLoad.js';
import { review } from '../../server/src/engine/review.js';
import type { Report } from '../../server/src/engine/types.js';
import { rules } from '../../server/src/rules/index.js';
import { draw } from '../support/draw.js';
import { assertHeals } from '../support/heals.js';
import { root } from '../support/root.js';

const folder = path.join(root, 'examples');
const REVIEWED = /\.(html|tsx|ts)$/;
const host = {
  readFile: async (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined),
};

/** What each example shows, by rule. */
const EXPECTED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'booking.html': {
    'prechecked-consent': 1,
    'bundled-consent': 1,
    'forced-consent': 1,
    'missing-withdrawal-notice': 1,
    'unnamed-partners': 1,
  },
  'booking-en.html': {
    'prechecked-consent': 3,
    'bundled-consent': 1,
    'forced-consent': 1,
    'missing-withdrawal-notice': 1,
    'unnamed-partners': 1,
  },
  'check-in.html': {
    'sensitive-data': 1,
    'prechecked-consent': 1,
    'bundled-consent': 1,
    'missing-withdrawal-notice': 1,
    'unnamed-partners': 1,
  },
  'BookingForm.tsx': {
    'prechecked-consent': 2,
    'bundled-consent': 1,
    'forced-consent': 1,
    'missing-withdrawal-notice': 1,
    'unnamed-partners': 1,
  },
  'SignupForm.tsx': { 'get-before-hydration': 1, 'prechecked-consent': 2, 'missing-withdrawal-notice': 1 },
  'newsletter.html': { 'missing-unsubscribe': 1, 'no-reply-sender': 1 },
  'newsletter-fr.html': { 'missing-unsubscribe': 1, 'no-reply-sender': 1 },
  'winter-letter.html': { 'broken-unsubscribe': 1 },
  'winter-letter-fr.html': { 'obscured-unsubscribe': 1 },
  'booking-confirmation.html': { 'no-reply-sender': 1 },
  'home.html': {
    'tracker-before-consent': 2,
    'cookie-lifetime': 1,
    'cookie-banner': 1,
    'third-party-recipient': 1,
    'excessive-data': 1,
  },
  'contact.html': { 'insecure-form': 1, 'sensitive-data': 1, 'broken-privacy-link': 1 },
  'privacy.html': { 'incomplete-privacy-policy': 2 },
  'consent.ts': { 'consent-platform-settings': 2, 'cookie-lifetime': 1 },
  'send-mail.ts': { 'no-reply-sender': 3, 'missing-one-click-unsubscribe': 1 },
};

describe('examples', () => {
  const names = readdirSync(folder).filter((n) => REVIEWED.test(n) && !n.endsWith('.d.ts'));

  it('are all expected, and each has a clean twin', () => {
    assert.deepEqual([...names].sort(), Object.keys(EXPECTED).sort());
    for (const name of names) assert.ok(existsSync(path.join(folder, 'clean', name)), name);
  });

  for (const name of names) {
    it(`${name} shows its defects and no others`, async () => {
      const { text, report } = await reviewExample(name);
      assert.deepEqual(countByRule(report), EXPECTED[name], draw(text, report));
    });

    it(`${name} is healed by every repair`, async () => {
      const { input, options, report } = await reviewExample(name);
      await assertHeals(input, report, options);
    });

    it(`clean/${name} is silent`, async () => {
      const { text, report } = await reviewExample(`clean/${name}`);
      assert.equal(draw(text, report), 'nothing found\n');
    });
  }
});

async function reviewExample(name: string) {
  const loaded = await loadConfiguration(path.join(folder, '.privacylint.json'), host, {
    rules: rules.map((r) => r.id),
  });
  assert.deepEqual(loaded.problems, []);
  const text = readFileSync(path.join(folder, name), 'utf8');
  const input = { text, path: name };
  const options = { configuration: loaded.for(name) };
  return { text, input, options, report: await review(input, options) };
}

function countByRule(report: Report): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { ruleId } of report.findings) counts[ruleId] = (counts[ruleId] ?? 0) + 1;
  return counts;
}
