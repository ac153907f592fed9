import { layPhrase, type Sets } from './notation.js';

interface Edge {
  readonly from: number;
  readonly word: string;
  readonly to: number;
}

/**
 * Letters of which some stand wherever a phrase does: the longest words that it cannot do without. The first letter of
 * each is left out, for it may be parted from the others (“e-mail”).
 * @returns undefined where no word is longer than two letters. Throws PhraseError for a phrase that cannot be read.
 */
export function keysOf(notation: string, sets: Sets = {}): readonly string[] | undefined {
  const edges: Edge[] = [];
  let states = 1;
  const { ends } = layPhrase(notation, sets, {
    start: 0,
    newState: () => states++,
    link: (from, _, word, to) => edges.push({ from, word, to }),
  });
  let best: readonly string[] = [];
  let length = 2;
  for (let state = 1; state < states; state++) {
    if (canAvoid(state, edges, ends)) continue;
    const words = edges.filter(({ to }) => to === state).map(({ word }) => word);
    const shortest = Math.min(...words.map((word) => word.length));
    if (shortest > length) [best, length] = [words, shortest];
  }
  return best.length > 0 ? [...new Set(best.map((word) => word.slice(1)))] : undefined;
}

/** Whether some way from the start to an end leaves out a state. */
function canAvoid(state: number, edges: readonly Edge[], ends: readonly number[]): boolean {
  const reached = new Set([0]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { from, to } of edges) {
      if (to === state || reached.has(to) || !reached.has(from)) continue;
      reached.add(to);
      grown = true;
    }
  }
  return ends.some((end) => reached.has(end));
}
