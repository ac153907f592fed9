import { type Marks, tokensOfText } from './tokens.js';

/** Phrases may name these. */
const MARKS: Marks = { kept: ',;.!?()/&+', parting: '' };
const wordsIn = (text: string) => tokensOfText(text, MARKS);

/** How one word of a phrase is compared. Texts are folded; a number has none. */
export type ElementKind = 'exact' | 'prefix' | 'suffix' | 'infix' | 'number';

/** A phrase that cannot be read; the message names it. */
export class PhraseError extends Error {}

/** Where `layPhrase` puts the words of a phrase: states, and steps from one to another by a word. */
export interface Automaton<S> {
  readonly start: S;
  newState(): S;
  link(from: S, kind: ElementKind, word: string, to: S): void;
}

export interface Laid<S> {
  /** States in which the phrase is complete. */
  readonly ends: readonly S[];
  /** The phrase must be all that the label says. */
  readonly whole: boolean;
}

/** Named alternatives. */
export type Sets = Readonly<Record<string, readonly string[]>>;

/** States reached, and the letters since that are not a whole word yet. */
interface Path<S> {
  readonly states: readonly S[];
  readonly word: string;
}

/**
 * Lays a phrase of the language files into an automaton; its size grows with the notation, not with the variants.
 * `newsletter*` is a stem, `*angebot*` may stand inside a compound, `#` is a number, `(a|b)` chooses, `(a|)` and `(a)?`
 * are optional, `<our>` is one of the file's sets, `^…$` must be the whole label.
 * Throws PhraseError on an unknown set, unbalanced brackets or a phrase that can be empty.
 */
export function layPhrase<S>(notation: string, sets: Sets, automaton: Automaton<S>): Laid<S> {
  const whole = notation.startsWith('^') && notation.endsWith('$');
  const body = withSets(whole ? notation.slice(1, -1) : notation, sets, notation);
  const ends = new Layer(body, notation, automaton).lay();
  if (ends.includes(automaton.start)) throw new PhraseError(`“${notation}” can be empty.`);
  return { ends, whole };
}

/**
 * What the words begin with that a phrase can begin with: whole words as such, of others three letters and a star;
 * '' where any word may begin it. Cheap: nothing is laid, and a phrase that cannot be read is not refused.
 */
export function firstWords(notation: string, sets: Sets): ReadonlySet<string> {
  const plain = FIRST_WORD.exec(notation)?.[1];
  if (plain !== undefined) return new Set([plain]);
  const first = new Set<string>();
  const parts = (notation.includes('<') ? withSets(notation, sets, notation) : notation).match(PARTS) ?? [];
  let position = 0;
  /** Reads to the end of the alternative; true while no word has begun. */
  const sequence = (waiting: boolean): boolean => {
    for (;;) {
      const part = parts[position];
      if (part === undefined || part === '|' || part === ')') return waiting;
      position += 1;
      if (part === '(') {
        let isEmpty = false;
        do {
          isEmpty = sequence(waiting) || isEmpty;
          position += 1;
        } while (parts[position - 1] === '|');
        if (parts[position] === '?') {
          position += 1;
          isEmpty = true;
        }
        waiting &&= isEmpty;
      } else if (waiting && part !== ' ' && part !== '^') {
        first.add(firstOf(part, endsWord(parts, position)));
        waiting = false;
      }
    }
  };
  sequence(true);
  return first;
}

/** Whether no letters follow what stands before a part, whichever choice is taken. */
function endsWord(parts: readonly string[], from: number): boolean {
  let depth = 0;
  for (let position = from; ; position += 1) {
    const part = parts[position];
    if (part === undefined || (depth === 0 && part === ' ')) return true;
    if (part === '|' && depth === 0) depth = 1;
    else if (depth > 0) depth += part === '(' ? 1 : part === ')' ? -1 : 0;
    else if (part !== ')' && part !== '?') return false;
  }
}

function firstOf(part: string, isWhole: boolean): string {
  const word = part.replace(/^\^|\$$/g, '');
  // A number is no key: what begins with one is laid at once.
  if (/^[*#\d]/.test(word)) return '';
  if (isWhole && PLAIN.test(word)) return word;
  const letters = PLAIN.test(word) ? word : (wordsIn(word.replaceAll('*', ''))[0]?.text ?? '');
  return letters.length < 3 ? '' : `${letters.slice(0, 3)}*`;
}

const FIRST_WORD = /^\^?([a-z]+)(?=[ $]|$)/;
const PARTS = /[^()| ?]+|[()| ?]/g;
const MISPLACED = /[?<>^$]/;
const PLAIN = /^[a-z]+$/;

class Layer<S> {
  readonly #parts: readonly string[];
  readonly #notation: string;
  readonly #automaton: Automaton<S>;
  #position = 0;

  constructor(body: string, notation: string, automaton: Automaton<S>) {
    this.#parts = body.match(PARTS) ?? [];
    this.#notation = notation;
    this.#automaton = automaton;
  }

  lay(): readonly S[] {
    return this.#endWords(this.#sequence([{ states: [this.#automaton.start], word: '' }], 0));
  }

  #sequence(start: readonly Path<S>[], depth: number): readonly Path<S>[] {
    let paths = start;
    for (;;) {
      const part = this.#parts[this.#position];
      if (part === undefined || part === '|' || part === ')') {
        if (part !== undefined && depth === 0)
          throw new PhraseError(`“${this.#notation}” has “${part}” outside brackets.`);
        return paths;
      }
      if (part === '(') {
        paths = this.#choice(paths, depth + 1);
        continue;
      }
      this.#position += 1;
      if (part === ' ') paths = [{ states: this.#endWords(paths), word: '' }];
      else if (MISPLACED.test(part))
        throw new PhraseError(`“${this.#notation}” has a mark where it means nothing: “${part}”.`);
      else paths = paths.map(({ states, word }) => ({ states, word: word + part }));
    }
  }

  #choice(start: readonly Path<S>[], depth: number): readonly Path<S>[] {
    const paths: Path<S>[] = [];
    do {
      this.#position += 1;
      for (const path of this.#sequence(start, depth)) addPath(paths, path);
    } while (this.#parts[this.#position] === '|');
    if (this.#parts[this.#position] !== ')')
      throw new PhraseError(`“${this.#notation}” leaves a bracket open.`);
    this.#position += 1;
    if (this.#parts[this.#position] === '?') {
      this.#position += 1;
      for (const path of start) addPath(paths, path);
    }
    return paths;
  }

  /** A blank or the end: words begun are whole. What they lead to is one state, since the same follows. */
  #endWords(paths: readonly Path<S>[]): readonly S[] {
    const first = paths[0];
    if (paths.length === 1 && first?.word === '') return first.states;
    const reached: S[] = [];
    let next: S | undefined;
    for (const { states, word } of paths) {
      if (word === '') {
        for (const state of states) if (!reached.includes(state)) reached.push(state);
        continue;
      }
      if (next === undefined) {
        next = this.#automaton.newState();
        reached.push(next);
      }
      for (const state of states) this.#linkWord(state, word, next);
    }
    return reached;
  }

  #linkWord(from: S, word: string, to: S): void {
    const automaton = this.#automaton;
    if (PLAIN.test(word)) automaton.link(from, 'exact', word, to);
    else if (word === '#') automaton.link(from, 'number', '', to);
    else {
      const open = word.startsWith('*');
      const shut = word.length > 1 && word.endsWith('*');
      const tokens = wordsIn(word.replaceAll('*', ''));
      if (tokens.length === 0)
        throw new PhraseError(`“${this.#notation}” has a word without letters: “${word}”.`);
      let state = from;
      for (const [index, { text }] of tokens.entries()) {
        const first = open && index === 0;
        const last = index === tokens.length - 1;
        const next = last ? to : automaton.newState();
        automaton.link(
          state,
          first ? (shut && last ? 'infix' : 'suffix') : shut && last ? 'prefix' : 'exact',
          text,
          next,
        );
        state = next;
      }
    }
  }
}

function addPath<S>(paths: Path<S>[], path: Path<S>): void {
  const known = paths.findIndex(({ word }) => word === path.word);
  const before = paths[known];
  if (before === undefined) paths.push(path);
  else
    paths[known] = {
      word: path.word,
      states: [...before.states, ...path.states.filter((state) => !before.states.includes(state))],
    };
}

function withSets(body: string, sets: Sets, notation: string): string {
  if (!body.includes('<')) return body;
  return body.replace(/<([a-z-]+)>/g, (_, name: string) => {
    const words = sets[name];
    if (words === undefined)
      throw new PhraseError(`“${notation}” names the set “${name}”, which the file does not define.`);
    return withSets(`(${words.join('|')})`, sets, notation);
  });
}
