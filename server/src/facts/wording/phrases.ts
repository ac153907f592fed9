import { tokenizeText } from './tokens.js';

/** How one word of a phrase is compared. Texts are folded. */
export type Element =
  | { readonly kind: 'exact' | 'prefix' | 'suffix' | 'infix'; readonly text: string }
  | { readonly kind: 'number' };

/** A phrase that cannot be read; the message names it. */
export class PhraseError extends Error {}

/** Where `layPhrase` puts the words of a phrase: states, and steps from one to another by a word. */
export interface Automaton<S> {
  readonly start: S;
  newState(): S;
  link(from: S, element: Element, to: S): void;
}

export interface Laid<S> {
  /** States in which the phrase is complete. */
  readonly ends: readonly S[];
  /** The phrase must be all that the label says. */
  readonly whole: boolean;
}

const LETTERS = /[^()| ]+/y;
const PLAIN = /^[a-z]+$/;

/** States reached, and the letters since that are not a whole word yet. */
interface Path<S> {
  readonly states: ReadonlySet<S>;
  readonly word: string;
}

/**
 * Lays a phrase of the language files into an automaton; its size grows with the notation, not with the variants.
 * `newsletter*` is a stem, `*angebot*` may stand inside a compound, `#` is a number, `(a|b)` chooses, `(a|)` and `(a)?`
 * are optional, `<our>` is one of the file's sets, `^…$` must be the whole label.
 * Throws PhraseError on an unknown set, unbalanced brackets or a phrase that can be empty.
 */
export function layPhrase<S>(
  notation: string,
  sets: Readonly<Record<string, readonly string[]>>,
  automaton: Automaton<S>,
): Laid<S> {
  const whole = notation.startsWith('^') && notation.endsWith('$');
  const body = withSets(whole ? notation.slice(1, -1) : notation, sets, notation);
  let position = 0;

  const endWords = (paths: readonly Path<S>[]): ReadonlySet<S> => {
    const [only] = paths;
    if (only !== undefined && paths.length === 1 && only.word === '') return only.states;
    const states = new Set<S>();
    let next: S | undefined;
    for (const { states: from, word } of paths) {
      const elements = readWord(word);
      if (elements.length === 0) for (const state of from) states.add(state);
      else {
        next ??= automaton.newState();
        for (const state of from) linkAll(state, elements, next);
        states.add(next);
      }
    }
    return states;
  };
  const linkAll = (from: S, elements: readonly Element[], to: S) => {
    let state = from;
    for (const [index, element] of elements.entries()) {
      const next = index === elements.length - 1 ? to : automaton.newState();
      automaton.link(state, element, next);
      state = next;
    }
  };
  const sequence = (start: readonly Path<S>[], depth: number): Path<S>[] => {
    let paths = [...start];
    for (;;) {
      const character = body[position];
      if (character === undefined || character === '|' || character === ')') {
        if (character !== undefined && depth === 0)
          throw new PhraseError(`“${notation}” has “${character}” without its opening bracket.`);
        return paths;
      }
      if (character === '(') {
        position += 1;
        paths = choice(paths, depth + 1);
      } else if (character === ' ') {
        position += 1;
        paths = [{ states: endWords(paths), word: '' }];
      } else {
        LETTERS.lastIndex = position;
        const letters = LETTERS.exec(body)?.[0] ?? '';
        position += letters.length;
        paths = paths.map(({ states, word }) => ({ states, word: word + letters }));
      }
    }
  };
  const choice = (start: readonly Path<S>[], depth: number): Path<S>[] => {
    const paths: Path<S>[] = [];
    for (;;) {
      paths.push(...sequence(start, depth));
      const character = body[position];
      if (character === undefined) throw new PhraseError(`“${notation}” leaves a bracket open.`);
      position += 1;
      if (character === ')') break;
    }
    if (body[position] === '?') {
      position += 1;
      paths.push(...start);
    }
    return merge(paths);
  };

  const ends = endWords(sequence([{ states: new Set([automaton.start]), word: '' }], 0));
  if (ends.has(automaton.start)) throw new PhraseError(`“${notation}” can be empty.`);
  return { ends: [...ends], whole };
}

function withSets(body: string, sets: Readonly<Record<string, readonly string[]>>, notation: string): string {
  if (!body.includes('<')) return body;
  return body.replace(/<([a-z-]+)>/g, (_, name: string) => {
    const words = sets[name];
    if (words === undefined)
      throw new PhraseError(`“${notation}” names the set “${name}”, which the file does not define.`);
    return `(${words.join('|')})`;
  });
}

function merge<S>(paths: Path<S>[]): Path<S>[] {
  if (paths.length === new Set(paths.map(({ word }) => word)).size) return paths;
  const byWord = new Map<string, Set<S>>();
  for (const { states, word } of paths) {
    const known = byWord.get(word);
    if (known === undefined) byWord.set(word, new Set(states));
    else for (const state of states) known.add(state);
  }
  return [...byWord].map(([word, states]) => ({ states, word }));
}

function readWord(word: string): readonly Element[] {
  if (word === '') return [];
  if (PLAIN.test(word)) return [{ kind: 'exact', text: word }];
  if (word === '#') return [{ kind: 'number' }];
  const open = word.startsWith('*');
  const shut = word.length > 1 && word.endsWith('*');
  const tokens = tokenizeText(word.replaceAll('*', ''));
  return tokens.map((token, index) => {
    const first = open && index === 0;
    const last = shut && index === tokens.length - 1;
    const kind = first && last ? 'infix' : first ? 'suffix' : last ? 'prefix' : 'exact';
    return { kind, text: token.text };
  });
}
