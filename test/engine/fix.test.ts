import assert from 'node:assert/strict';
import { applyEdits, insert, remove, replace } from '../../server/src/core/edit.js';
import { emptyReport } from '../../server/src/engine/emptyReport.js';
import { type FixOptions, fixText } from '../../server/src/engine/fix.js';
import type { Finding, Repair, Report, ReviewInput } from '../../server/src/engine/types.js';
import { findMarkers } from '../support/markers.js';
import { randomFrom } from '../support/random.js';

/** What a world of markers offers for each of them. */
type Repairs = (finding: Finding, text: string) => readonly Repair[];

function repair(safety: 'fix' | 'offer', edits: Repair['edits'], id = 'r'): Repair {
  return { id, title: `${id} it`, safety, edits };
}

const removing: Repairs = ({ span }) => [repair('fix', [remove(span)])];

/** `(alpha!)` is suppressed; `boom` lets the rule alpha fail. */
function reviewing(repairs: Repairs) {
  const review = async ({ text, path }: ReviewInput): Promise<Report> => {
    review.texts.push(text);
    const failed = text.includes('boom');
    const findings = findMarkers(text, (f) => repairs(f, text))
      .filter((f) => !failed || f.ruleId !== 'alpha')
      .map(
        (f): Finding =>
          text[f.span.start - 1] === '(' ? { ...f, suppression: { by: 'directive', reason: 'r' } } : f,
      );
    const notReviewed = failed ? [{ reason: 'rule-failed' as const, ruleId: 'alpha', message: 'm' }] : [];
    return { ...emptyReport(path), dialect: 'html', findings, notReviewed };
  };
  review.texts = [] as string[];
  return review;
}

async function fix(text: string, repairs: Repairs, options: FixOptions = {}) {
  const result = await fixText({ text, path: 'a.html' }, options, reviewing(repairs));
  assert.equal(applyEdits(text, result.edits), result.text);
  return result;
}

describe('fixText', () => {
  it('makes all safe fixes, and reviews what comes out', async () => {
    const { text, applied, refused, report } = await fix('a alpha! b beta! c', removing);
    assert.equal(text, 'a  b  c');
    assert.deepEqual(applied, [
      { ruleId: 'alpha', title: 'r it' },
      { ruleId: 'beta', title: 'r it' },
    ]);
    assert.deepEqual([refused, report.findings], [[], []]);
  });

  it('leaves what is suppressed, and what has no safe fix', async () => {
    const offers: Repairs = ({ span, ruleId }) =>
      ruleId === 'beta' ? [repair('offer', [remove(span)])] : removing({ span } as Finding, '');
    const { text, report } = await fix('(alpha!) beta! alpha!', offers);
    assert.equal(text, '(alpha!) beta! ');
    assert.equal(report.findings.length, 2);
    assert.equal((await fix('(alpha!) beta! alpha!', offers, { offers: true })).text, '(alpha!)  ');
  });

  it('takes the first fix, before any offer, that is accepted', async () => {
    const choices: Repairs = ({ span }) => [
      repair('offer', [replace(span, '1')], 'one'),
      repair('fix', [], 'none'),
      repair('fix', [replace(span, '2')], 'two'),
      repair('fix', [replace(span, '3')], 'three'),
    ];
    assert.equal((await fix('alpha!', choices)).text, '2');
    assert.equal((await fix('alpha!', choices, { offers: true })).text, '2');
    assert.equal((await fix('alpha!', choices, { accept: (_, { id }) => id === 'three' })).text, '3');
    assert.equal(
      (await fix('alpha!', choices, { offers: true, accept: (_, { id }) => id === 'one' })).text,
      '1',
    );
    assert.equal(
      (await fix('alpha! beta!', choices, { accept: (f) => f.ruleId === 'beta' })).text,
      'alpha! 2',
    );
  });

  it('makes overlapping fixes one after another', async () => {
    // each fix takes the blank on either side along
    const greedy: Repairs = ({ span }, text) => [
      repair('fix', [
        remove({ start: Math.max(0, span.start - 1), end: Math.min(text.length, span.end + 1) }),
      ]),
    ];
    const { text, applied } = await fix('x. alpha! beta! alpha! .y', greedy);
    assert.deepEqual([text, applied.length], ['xy', 3]);
  });

  it('refuses a fix that leaves its finding, and keeps the others', async () => {
    const stubborn: Repairs = ({ span, ruleId }) => [
      repair('fix', ruleId === 'beta' ? [insert(span.end, '?')] : [remove(span)]),
    ];
    const { text, applied, refused, report } = await fix('alpha! beta! alpha! beta! alpha!', stubborn);
    assert.equal(text, ' beta!  beta! ');
    assert.deepEqual(
      [applied.length, refused.map((r) => r.ruleId), report.findings.length],
      [3, ['beta', 'beta'], 2],
    );
  });

  it('refuses a fix that brings something new', async () => {
    const breeding: Repairs = ({ span, ruleId }) => [
      repair('fix', [replace(span, ruleId === 'beta' ? 'gamma-ray!' : '')]),
    ];
    const { text, refused } = await fix('alpha! beta! alpha!', breeding);
    assert.deepEqual([text, refused], [' beta! ', [{ ruleId: 'beta', title: 'r it' }]]);
  });

  it('refuses a fix that lifts a suppression, or blinds a rule', async () => {
    const lifting: Repairs = ({ span }) => [
      repair('fix', [remove({ start: span.start, end: span.end + 1 })]),
    ];
    assert.equal((await fix('beta!(alpha!)', lifting)).text, 'beta!(alpha!)');
    const blinding: Repairs = ({ span }) => [repair('fix', [replace(span, 'boom')])];
    assert.equal((await fix('alpha! x', blinding)).text, 'alpha! x');
  });

  it('refuses a fix that changes nothing', async () => {
    const { refused } = await fix('alpha!', ({ span }) => [repair('fix', [replace(span, 'alpha!')])]);
    assert.equal(refused.length, 1);
  });

  it('ends, however much there is to repair, and reviews no more than it must', async () => {
    const review = reviewing(removing);
    const many = await fixText({ text: 'alpha! '.repeat(500), path: 'a.html' }, {}, review);
    assert.deepEqual([many.applied.length, review.texts.length], [500, 2]);
    const culprit = reviewing(({ span }) => [
      repair('fix', [span.start === 7 * 100 ? insert(span.end, '?') : remove(span)]),
    ]);
    const rest = await fixText({ text: 'alpha! '.repeat(128), path: 'a.html' }, {}, culprit);
    assert.deepEqual([rest.applied.length, rest.refused.length], [127, 1]);
    assert.ok(culprit.texts.length < 20, `${culprit.texts.length} reviews`);
  });

  it('stops after ten passes', async () => {
    const oneByOne: Repairs = ({ span }) => [repair('fix', [insert(0, '.'), remove(span)])];
    const { text, applied, report } = await fix(' alpha!'.repeat(15), oneByOne);
    assert.deepEqual(
      [applied.length, report.findings.length, text.startsWith(`${'.'.repeat(10)} `)],
      [10, 5, true],
    );
  });

  it('changes nothing but what the edits of its repairs span', async () => {
    const random = randomFrom(7);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
    const kinds: Repairs[] = [
      removing,
      ({ span }) => [repair('fix', [replace(span, '#')])],
      ({ span }) => [repair('fix', [insert(span.end, '#')])],
      ({ span }) => [repair('fix', [replace(span, '#beta!#')])],
      ({ span }) => [
        repair('fix', [remove({ start: span.start + 1, end: span.end }), insert(span.start, '#')]),
      ],
      ({ span }) => [repair('offer', [remove(span)])],
    ];
    for (let i = 0; i < 300; i++) {
      const text = Array.from({ length: 12 }, () =>
        pick(['alpha!', 'beta!', 'gamma-ray!', '(alpha!)', 'π\r\n', ' x ', '<b>']),
      ).join(' ');
      const by = { alpha: pick(kinds), beta: pick(kinds), 'gamma-ray': pick(kinds) };
      const { text: after } = await fix(text, (f, t) => by[f.ruleId as keyof typeof by](f, t));
      const outside = (s: string) => s.replace(/\b(alpha|beta|gamma-ray)!|#|\b[abg](?=[ #(]|$)/g, '');
      assert.equal(outside(after), outside(text));
    }
  });
});
