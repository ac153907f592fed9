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
  const cut = wordsOfCut(edges, ends, states);
  const words = tells(cut) ? cut : wordsOfPaths(edges, ends);
  if (!tells(words)) return undefined;
  return [...new Set(words.map((word) => word.slice(1)))];
}

const SHORTEST = 3;
const MOST_PATHS = 400;

function tells(words: readonly string[]): boolean {
  return words.length > 0 && words.every(({ length }) => length >= SHORTEST);
}

/** The longest word of each way through; none where there are too many ways. */
function wordsOfPaths(edges: readonly Edge[], ends: readonly number[]): string[] {
  const found: string[] = [];
  const pending = [{ at: 0, longest: '' }];
  for (let path = pending.pop(); path; path = pending.pop()) {
    const { at, longest } = path;
    if (ends.includes(at)) found.push(longest);
    for (const { from, word, to } of edges)
      if (from === at) pending.push({ at: to, longest: word.length > longest.length ? word : longest });
    if (found.length + pending.length > MOST_PATHS) return [];
  }
  return found;
}

/** The words of the most telling place that every way comes through. */
function wordsOfCut(edges: readonly Edge[], ends: readonly number[], states: number): string[] {
  let best: string[] = [];
  let length = 0;
  for (let state = 1; state < states; state++) {
    if (canAvoid(state, edges, ends)) continue;
    const words = edges.filter(({ to }) => to === state).map(({ word }) => word);
    const shortest = Math.min(...words.map((word) => word.length));
    if (shortest > length) [best, length] = [words, shortest];
  }
  return best;
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
