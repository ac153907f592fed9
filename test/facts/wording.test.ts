import assert from 'node:assert/strict';
import { readIdentifier, readWording } from '../../server/src/facts/wording/index.js';
import { type Example, languages } from '../../server/src/knowledge/wording.js';

describe('wording examples', () => {
  for (const { language, examples, identifiers } of languages) {
    describe(language, () => {
      for (const example of examples.positive)
        it(example.text, () => check(example, readWording(example.text, [language])));
      for (const example of examples.negative)
        it(`nothing asked: ${example.text}`, () => check(example, readWording(example.text, [language])));
      for (const example of identifiers?.examples?.positive ?? [])
        it(`name ${example.text}`, () => check(example, readIdentifier(example.text)));
      for (const example of identifiers?.examples?.negative ?? [])
        it(`name ${example.text}`, () => check(example, readIdentifier(example.text)));
      it('has examples of both kinds, and the negative ones ask for nothing', () => {
        assert.ok(examples.positive.length >= 10 && examples.negative.length >= 5);
        assert.ok(examples.positive.every(({ requested }) => (requested ?? []).length > 0));
        assert.ok(examples.negative.every(({ requested }) => requested === undefined));
      });
    });
  }
});

function check(example: Example, reading: ReturnType<typeof readWording>): void {
  const names = (requested: boolean) =>
    reading.purposes.filter((hit) => hit.requested === requested).map((hit) => hit.purpose);
  assert.deepEqual(names(true), example.requested ?? []);
  if (example.mentioned !== undefined) assert.deepEqual(names(false), example.mentioned);
  if (example.polarity !== undefined) assert.equal(reading.polarity, example.polarity);
  if (example.unrelated !== undefined) assert.equal(reading.unrelated?.kind, example.unrelated);
  if (example.statement !== undefined) assert.equal(reading.statement, example.statement);
  for (const { evidence } of reading.purposes) {
    for (const { start, end, words } of evidence) assert.equal(words, example.text.slice(start, end));
  }
}
