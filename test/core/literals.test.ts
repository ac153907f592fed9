import assert from 'node:assert/strict';
import { fold } from '../../server/src/core/fold.js';
import { Literals } from '../../server/src/core/literals.js';

describe('literals in a text', () => {
  const literals = new Literals([
    ['consent', 'sent out'],
    ['données', 'straße'],
    ['<input', 'opt-in'],
  ]);
  const cases: readonly (readonly [string, number])[] = [
    ['', 0],
    ['nothing', 0],
    ['My CONSENT', 1],
    ['con\u00adsent', 1],
    ['consensent outer', 1],
    ['vos donne\u0301es', 2],
    ['VOS DONNÉES', 2],
    ['Strasse', 2],
    ['die Straße', 2],
    ['<INPUT name="opt-in">', 4],
    ['consent, <input>, données', 7],
    ['consen t', 0],
    ['sent\n\t out', 1],
    ['sent  o sent out', 1],
    ['согласие', 0],
  ];
  for (const [text, topics] of cases)
    it(`finds ${topics.toString(2)} in “${text}”`, () => assert.equal(literals.topicsIn(text), topics));

  it('ends at the first of those that are enough', () => {
    assert.equal(literals.topicsIn('consent <input données', 4), 5);
    assert.equal(literals.test('consent <input'), true);
    assert.equal(literals.test('nothing'), false);
  });

  it('refuses what does not fold to ASCII', () => {
    assert.throws(() => new Literals([['согласие']]), /cannot be looked for/);
  });

  it('finds what a search of the folded text finds', () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    const word = (letters: string, length: number) =>
      Array.from({ length }, () => letters.charAt(random(letters.length))).join('');
    for (let round = 0; round < 300; round++) {
      const lists = Array.from({ length: 3 }, () =>
        Array.from({ length: 4 }, () => word('abc', 1 + random(4))),
      );
      const text = word('abcABÇä- ', 12);
      const expected = lists.reduce(
        (bits, list, topic) => (list.some((l) => fold(text).includes(l)) ? bits | (1 << topic) : bits),
        0,
      );
      assert.equal(new Literals(lists).topicsIn(text), expected, `${JSON.stringify(lists)} in ${text}`);
    }
  });
});
