import assert from 'node:assert/strict';
import { isDate, isOver } from '../../server/src/engine/dates.js';
import { choosing, ignoring } from '../../server/src/engine/globs.js';
import { nearest } from '../../server/src/engine/nearest.js';
import { folderOf, foldersUp, join, relativeTo } from '../../server/src/engine/paths.js';

describe('nearest', () => {
  const names = [
    'error',
    'warning',
    'information',
    'hint',
    'off',
    'disable',
    'disable-next',
    'prechecked-consent',
  ];
  const rows: readonly [string, string | undefined][] = [
    ['warn', 'warning'],
    ['info', 'information'],
    ['Error', 'error'],
    ['eror', 'error'],
    ['erorr', 'error'],
    ['of', 'off'],
    ['disable-next-line', 'disable-next'],
    ['disable_next', 'disable-next'],
    ['disabel', 'disable'],
    ['prechecked', 'prechecked-consent'],
    ['prechequed-consents', 'prechecked-consent'],
    ['zebra', undefined],
    ['', undefined],
    ['x', undefined],
    ['consentement', undefined],
  ];
  for (const [written, meant] of rows)
    it(`${written} → ${meant}`, () => assert.equal(nearest(written, names), meant));
});

describe('dates', () => {
  it('are days of the calendar', () => {
    for (const day of ['2024-02-29', '2027-12-31', '0001-01-01']) assert.equal(isDate(day), true, day);
    for (const no of [
      '2025-02-29',
      '2025-13-01',
      '2025-00-10',
      '2025-1-1',
      '25-01-01',
      '2025-01-01T00:00',
      'x',
      '',
    ]) {
      assert.equal(isDate(no), false, no);
    }
  });

  it('count through their day', () => {
    assert.deepEqual([isOver('2025-01-31', '2025-01-31'), isOver('2025-01-31', '2025-02-01')], [false, true]);
    assert.deepEqual([isOver(undefined, '2025-01-31'), isOver('2025-01-31', undefined)], [false, false]);
  });
});

describe('globs', () => {
  const rows: readonly [patterns: string[], path: string, chosen: boolean, ignored: boolean][] = [
    [['mails/'], 'mails/a/b.html', true, true],
    [['*.html'], 'a/b.html', true, true],
    [['/*.html'], 'a/b.html', false, false],
    [['./*.html'], 'b.html', true, true],
    [['a/**/b.html'], 'a/x/y/b.html', true, true],
    [['*.{html,vue}'], 'b.html', false, false],
    [['mails/', '!mails/own/'], 'mails/own/a.html', false, true],
    [['!a.html'], 'a.html', false, false],
    [['*.html', '!a.html', 'a.html'], 'a.html', true, true],
    [['*.HTML'], 'a.html', false, false],
    [['*.html'], '../a.html', true, true],
    [[], 'a.html', false, false],
    [['*'], '', false, false],
  ];
  for (const [patterns, path, chosen, ignored] of rows) {
    it(`${patterns.join(' ')} on ${path}`, () => {
      assert.deepEqual(
        [choosing(patterns).matches(path), ignoring(patterns).matches(path)],
        [chosen, ignored],
      );
    });
  }
});

describe('paths', () => {
  it('are taken apart and joined', () => {
    assert.deepEqual(['a/b', 'b', '/b', '/a/b', 'C:/b', 'x-y://h/b'].map(folderOf), [
      'a',
      '',
      '/',
      '/a',
      'C:/',
      'x-y://h/',
    ]);
    const joined = [
      ['a', './b'],
      ['a/b', '../../c'],
      ['', '../c'],
      ['/a', '../../c'],
      ['C:/a', '../b'],
      ['x-y://h/a', 'b/./c'],
      ['a', '/b'],
    ] as const;
    assert.deepEqual(
      joined.map(([folder, path]) => join(folder, path)),
      ['a/b', 'c', '../c', '/c', 'C:/b', 'x-y://h/a/b/c', '/b'],
    );
    const relative = [
      ['/a', '/a/b/c'],
      ['/a/b', '/a/c'],
      ['/', '/a'],
      ['', 'a/b'],
      ['a', 'a/b/'],
      ['C:/a', 'D:/b'],
      ['/a/b', '/a/b.html'],
    ] as const;
    assert.deepEqual(
      relative.map(([folder, path]) => relativeTo(folder, path)),
      ['b/c', '../c', 'a', 'a/b', 'b/', 'D:/b', '../b.html'],
    );
    assert.deepEqual([...foldersUp('/a/b/c.html')], ['/a/b', '/a', '/']);
    assert.deepEqual([...foldersUp('a/b.html')], ['a', '']);
  });
});
