import assert from 'node:assert/strict';
import { layPhrase, type Sets } from '../../server/src/core/phrases/notation.js';
import { impliesByItsLetters } from '../../server/src/knowledge/prefilter.js';
import { languages } from '../../server/src/knowledge/wording.js';

/** Every way through a phrase, as the words that it is made of. */
function waysOf(notation: string, sets: Sets = {}): string[][] {
  const edges: { from: number; word: string; to: number }[] = [];
  let states = 1;
  const { ends } = layPhrase(notation, sets, {
    start: 0,
    newState: () => states++,
    link: (from, _, word, to) => edges.push({ from, word, to }),
  });
  const ways: string[][] = [];
  const walk = (at: number, words: readonly string[]): void => {
    if (ends.includes(at)) ways.push([...words]);
    for (const edge of edges) if (edge.from === at) walk(edge.to, [...words, edge.word]);
  };
  walk(0, []);
  return ways;
}

describe('letters of sentences that take an act or silence for consent', () => {
  for (const { language, roles, sets } of languages)
    for (const role of ['imputed', 'agree', 'silence', 'tick', 'untick'] as const)
      it(`stand in every “${role}” of ${language}`, () => {
        for (const phrase of roles?.[role] ?? [])
          for (const words of waysOf(phrase, sets))
            assert.ok(impliesByItsLetters(words.join(' ')), words.join(' '));
      });

  it('do not stand in every sentence', () =>
    assert.equal(impliesByItsLetters('The library is open from Monday to Friday.'), false));
});
