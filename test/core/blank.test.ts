import assert from 'node:assert/strict';
import { blankAddress, blankWords, findBlanks } from '../../server/src/core/blank.js';

describe('blanks of repairs', () => {
  it('are found as they are written', () => {
    const text = `<a href="${blankAddress('privacy-notice')}">x</a> ${blankWords('nom et adresse')} reply@your-contact.invalid`;
    assert.deepEqual(
      findBlanks(text).map(({ written, span }) => [written, text.slice(span.start, span.end)]),
      [
        ['https://your-privacy-notice.invalid/', 'https://your-privacy-notice.invalid/'],
        ['[privacylint: nom et adresse]', '[privacylint: nom et adresse]'],
        ['reply@your-contact.invalid', 'reply@your-contact.invalid'],
      ],
    );
  });

  it('are nothing else', () => {
    assert.deepEqual(findBlanks('https://example.invalid/ your.invalid [x] [privacylint: '), []);
  });

  it('take linear time', () => {
    for (const piece of ['your-', '[privacylint: ', 'a@your-', '.invalid']) {
      const started = process.cpuUsage().user;
      findBlanks(`${piece.repeat(100_000)}.invalid[privacylint: `);
      assert.ok(process.cpuUsage().user - started < 5_000_000, piece);
    }
  });
});
