import assert from 'node:assert/strict';
import type { ConfiguredSuppression, RuleSetting } from '../../server/src/engine/configuration.js';
import { severityOf } from '../../server/src/engine/severity.js';
import { applySuppressions } from '../../server/src/engine/suppress.js';
import { severities } from '../../server/src/rules/rule.js';
import { findMarkers } from '../support/markers.js';

describe('severityOf', () => {
  const rows: readonly [RuleSetting | undefined, string][] = [
    [undefined, 'error warning information hint'],
    ['error', 'error warning information hint'],
    ['warning', 'warning warning information hint'],
    ['information', 'information information information hint'],
    ['hint', 'hint hint hint hint'],
    ['off', 'off off off off'],
    [{ severity: 'warning', options: {} }, 'warning warning information hint'],
    [{ severity: 'off' }, 'off off off off'],
    [{ options: { x: 1 } }, 'error warning information hint'],
  ];
  for (const [setting, expected] of rows) {
    it(JSON.stringify(setting) ?? 'no setting', () => {
      assert.equal(severities.map((s) => severityOf(s, setting)).join(' '), expected);
    });
  }

  it('raises first, then caps', () => {
    const raise = { hint: 'information', information: 'warning' } as const;
    assert.equal(
      severities.map((s) => severityOf(s, undefined, raise)).join(' '),
      'error warning warning information',
    );
    assert.equal(
      severities.map((s) => severityOf(s, 'information', raise)).join(' '),
      'information information information information',
    );
  });
});

describe('applySuppressions', () => {
  const findings = findMarkers('alpha! beta! alpha!');
  const [first = assert.fail()] = findings;
  const entry: ConfiguredSuppression = {
    fingerprint: first.fingerprint,
    reason: 'r',
    ground: 'b2b',
    until: '2026-01-31',
  };

  it('marks what it names, and only that', () => {
    const marked = applySuppressions(findings, [entry], '2026-01-31');
    assert.deepEqual(marked[0]?.suppression, {
      by: 'configuration',
      reason: 'r',
      ground: 'b2b',
      until: '2026-01-31',
    });
    assert.deepEqual(marked.slice(1), findings.slice(1));
  });

  it('holds no longer than it says', () => {
    assert.deepEqual(applySuppressions(findings, [entry], '2026-02-01'), findings);
    assert.ok(applySuppressions(findings, [entry])[0]?.suppression);
    const renewed = [entry, { ...entry, until: '2027-01-31' }];
    assert.equal(applySuppressions(findings, renewed, '2026-02-01')[0]?.suppression?.until, '2027-01-31');
  });

  it('leaves what a directive suppresses', () => {
    const suppression = { by: 'directive', reason: 'd' } as const;
    assert.deepEqual(applySuppressions([{ ...first, suppression }], [entry])[0]?.suppression, suppression);
  });
});
