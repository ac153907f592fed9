import assert from 'node:assert/strict';
import { calculate, durationOf } from '../../server/src/facts/cookies/duration.js';
import { cookiePurpose, cookieSettings } from '../../server/src/knowledge/cookies.js';
import { factsOf } from '../support/factsOf.js';

const PER_DAY = { milliseconds: 86_400_000, seconds: 86_400, minutes: 1440, days: 1 };

describe('cookie lifetimes', () => {
  for (const { key, unit, of, beside, component } of cookieSettings) {
    it(`${key} of ${of} is read`, async () => {
      const code = (days: number) => {
        const value = days * PER_DAY[unit];
        return component === undefined
          ? `setUp({ ${beside ?? 'x'}: 1, '${key}': ${value} }); // cookie`
          : `export const Notice = () => <${component} ${key}={${value}} />; // cookie`;
      };
      const livesOf = async (days: number) => (await factsOf(code(days), 'notice.tsx')).cookieLives;
      assert.deepEqual(
        (await livesOf(730)).map((l) => [l.name, l.tooLong]),
        [[of, true]],
      );
      assert.deepEqual(
        (await livesOf(390)).map((l) => [l.name, l.tooLong]),
        [[of, false]],
      );
    });
  }

  const purposes: readonly (readonly [string, ReturnType<typeof cookiePurpose>])[] = [
    ['cookie_consent', 'consent'],
    ['cookiesAccepted', 'consent'],
    ['acceptCookies', 'consent'],
    ['rgpd', 'consent'],
    ['_ga_ABC', 'audience'],
    ['visitor_id', 'audience'],
    ['session_cookie', undefined],
    ['language', undefined],
    ['basket', undefined],
  ];
  for (const [name, purpose] of purposes) {
    it(`${name} keeps ${purpose ?? 'neither'}`, () => assert.equal(cookiePurpose(name), purpose));
  }

  const days: readonly (readonly [expression: string, days: number | undefined])[] = [
    ['60 * 60 * 24 * 2', 2],
    ['86_400', 1],
    ['(1 + 2) * 86400 / 3', 1],
    ['time() + 172800', 2],
    ['new Date(Date.now() + 86400000)', 1],
    ['Date.now() + 2 * DAY_MS', 2],
    ['3.days.from_now', 3],
    ["strtotime('+1 week')", 7],
    ['timedelta(days=4)', 4],
    ['keptFor', undefined],
    ['60 * keptFor', undefined],
    ['', undefined],
  ];
  for (const [expression, expected] of days) {
    it(`"${expression}" lasts ${expected ?? 'as long as the program says'}`, () => {
      const names: Readonly<Record<string, string>> = { DAY_MS: '24 * 60 * 60 * 1000' };
      const duration = durationOf(expression, 0, 'seconds', (name) => names[name]);
      assert.equal(duration && Math.round(duration.seconds / 86_400), expected);
    });
  }

  it('sums that never end are none', () => {
    assert.equal(calculate('('.repeat(5000)), undefined);
    assert.equal(calculate('1 +'), undefined);
    assert.equal(calculate('1 / 0'), undefined);
  });
});
