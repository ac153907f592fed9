import assert from 'node:assert/strict';
import { type Configuration, defaultConfiguration } from '../../server/src/engine/configuration.js';
import { review } from '../../server/src/engine/review.js';
import jurisdictions from '../../server/src/knowledge/jurisdictions.json';
import { rules } from '../../server/src/rules/index.js';
import { severities } from '../../server/src/rules/rule.js';

const preset =
  '<form><input type="email" name="e"><label><input type="checkbox" name="n" checked> Send me the newsletter. I can unsubscribe at any time.</label></form>';
const refusal =
  '<form action="/order"><h2>Your order</h2><input type="email" name="e"><label><input type="checkbox" name="no"> I do not wish to receive your offers</label></form>';

type Law = Partial<Pick<Configuration, 'jurisdiction' | 'audience'>>;

/** An offer that neither says who sends it nor how to stop. */
const mail = `<html><head><title>Our newsletter</title></head><body><table><tr><td>
<h1>This week’s special offers</h1><p>Save 20 % on every room until Sunday.</p>
<a href="https://stay.example/offers">Book now</a></td></tr></table></body></html>`;

async function judged(text: string, rule: string, law: Law) {
  const configuration = { ...defaultConfiguration, ...law };
  const { findings } = await review(
    { text, path: text === mail ? 'emails/newsletter.html' : 'form.html' },
    { configuration, only: [rule] },
  );
  return findings[0];
}

describe('jurisdiction and audience', () => {
  const rows: readonly [string, string, Law, string, RegExp][] = [
    [preset, 'prechecked-consent', {}, 'error', /let it start off\.$/],
    [preset, 'prechecked-consent', { jurisdiction: ['us'] }, 'warning', /CAN-SPAM/],
    [preset, 'prechecked-consent', { jurisdiction: ['us-ca'] }, 'warning', /CAN-SPAM/],
    [preset, 'prechecked-consent', { jurisdiction: ['us', 'de'] }, 'error', /let it start off\.$/],
    [preset, 'prechecked-consent', { jurisdiction: ['ca'] }, 'error', /CASL/],
    [refusal, 'opt-out-consent', {}, 'warning', /[.]$/],
    [refusal, 'opt-out-consent', { audience: 'b2b' }, 'information', /Towards businesses/],
    [refusal, 'opt-out-consent', { audience: 'b2b', jurisdiction: ['de'] }, 'warning', /UWG § 7\(2\)/],
    [refusal, 'opt-out-consent', { audience: 'b2b', jurisdiction: ['fr', 'de'] }, 'warning', /[.]$/],
    [refusal, 'opt-out-consent', { jurisdiction: ['uk'] }, 'warning', /PECR/],
    [mail, 'missing-unsubscribe', { jurisdiction: ['us'] }, 'error', /ten business days/],
    [mail, 'missing-unsubscribe', { jurisdiction: ['ca'] }, 'error', /CASL/],
    [mail, 'missing-sender-identity', { jurisdiction: ['us'] }, 'warning', /postal address/],
  ];
  for (const [text, rule, law, severity, says] of rows) {
    it(`${rule} under ${JSON.stringify(law)} is of severity ${severity}`, async () => {
      const finding = await judged(text, rule, law);
      assert.equal(finding?.severity, severity);
      assert.match(finding?.message ?? '', says);
    });
  }

  it('leaves what the rules setting says above all', async () => {
    const configuration = {
      ...defaultConfiguration,
      jurisdiction: ['us'],
      rules: { 'prechecked-consent': 'hint' as const },
    };
    const { findings } = await review({ text: preset, path: 'form.html' }, { configuration });
    assert.equal(findings.find((f) => f.ruleId === 'prechecked-consent')?.severity, 'hint');
  });

  it('names rules and severities that exist, and only weakens', () => {
    const ids = new Set(rules.map(({ id }) => id));
    for (const shift of jurisdictions.shifts) {
      for (const id of shift.rules) assert.ok(ids.has(id), id);
      for (const [graded, becomes] of Object.entries(shift.severity)) {
        const [from, to] = [graded, becomes].map((s) => (severities as readonly string[]).indexOf(s));
        assert.ok(from !== undefined && to !== undefined && from >= 0 && to > from, `${graded} → ${becomes}`);
      }
    }
  });
});
