import { fold } from '../../core/fold.js';
import type { Word } from './words.js';

/** Words found in a text; UTF-16 offsets. */
export interface PhraseHit<T> {
  readonly meaning: T;
  readonly start: number;
  readonly end: number;
}

interface WordPattern {
  readonly text: string;
  readonly kind: 'exact' | 'stem' | 'part';
}

/** One place of a phrase: the runs of words that can stand in it; an empty run makes it optional. */
type Slot = readonly (readonly WordPattern[])[];

interface Phrase<T> {
  readonly slots: readonly Slot[];
  /** It must be all that the text says. */
  readonly whole: boolean;
  readonly meaning: T;
}

const shortestStem = 3;

/**
 * Finds phrases in words: at each place the longest, none overlapping another; of equal ones the first added. The
 * notation: `word`, `stem*`, `*part*`, `(a|b c|)` chooses (an empty choice makes it optional), `^…$` is the whole
 * text. Accents and case do not matter. A text costs time linear in its length.
 */
export class PhraseFinder<T> {
  /** By the word, or by the first letters of the stem, that a phrase can begin with. */
  readonly #byWord = new Map<string, Phrase<T>[]>();
  readonly #byStem = new Map<string, Phrase<T>[]>();
  readonly #byPart: Phrase<T>[] = [];

  /** Throws an Error that quotes the notation where it cannot be read. */
  add(notations: readonly string[], meaning: T): this {
    for (const notation of notations) {
      const whole = notation.startsWith('^') && notation.endsWith('$');
      const slots = slotsOf(whole ? notation.slice(1, -1) : notation, notation);
      const phrase = { slots, whole, meaning };
      for (const { kind, text } of firstWords(slots, notation)) {
        if (kind === 'part') this.#byPart.push(phrase);
        else if (kind === 'exact') append(this.#byWord, text, phrase);
        else append(this.#byStem, text.slice(0, shortestStem), phrase);
      }
    }
    return this;
  }

  find(words: readonly Word[]): PhraseHit<T>[] {
    const hits: PhraseHit<T>[] = [];
    for (let from = 0; from < words.length; from++) {
      let longest: { meaning: T; to: number } | undefined;
      for (const { slots, whole, meaning } of this.#candidates(words[from]?.text ?? '')) {
        const to = endOf(slots, 0, words, from, from);
        if (to < 0 || (whole && (from > 0 || to < words.length))) continue;
        if (longest === undefined || to > longest.to) longest = { meaning, to };
      }
      if (longest === undefined) continue;
      const { meaning, to } = longest;
      hits.push({ meaning, start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 });
      from = to - 1;
    }
    return hits;
  }

  #candidates(word: string): readonly Phrase<T>[] {
    const exact = this.#byWord.get(word);
    const stems = word.length < shortestStem ? undefined : this.#byStem.get(word.slice(0, shortestStem));
    if (exact === undefined && stems === undefined) return this.#byPart;
    return [...(exact ?? []), ...(stems ?? []), ...this.#byPart];
  }
}

/** Where the longest match of the slots from this one on ends (words, exclusive), or -1. */
function endOf(
  slots: readonly Slot[],
  at: number,
  words: readonly Word[],
  next: number,
  from: number,
): number {
  const slot = slots[at];
  if (slot === undefined) return next > from ? next : -1;
  let longest = -1;
  for (const run of slot) {
    if (run.every((pattern, index) => fits(pattern, words[next + index], next + index === from))) {
      longest = Math.max(longest, endOf(slots, at + 1, words, next + run.length, from));
    }
  }
  return longest;
}

function fits({ kind, text }: WordPattern, word: Word | undefined, first: boolean): boolean {
  if (word === undefined || (word.parted && !first)) return false;
  if (kind === 'exact') return word.text === text;
  return kind === 'stem' ? word.text.startsWith(text) : word.text.includes(text);
}

/** A blank outside brackets ends a slot; letters beside brackets are part of the words in them: `list(s|)`. */
function slotsOf(body: string, notation: string): Slot[] {
  return (body.match(/(?:[^\s()]|\([^()]*\))+/g) ?? []).map((piece) => {
    const spellings = /^\([^()]*\)$/.test(piece) ? piece.slice(1, -1).split('|') : spellingsOf(piece);
    return spellings.map((spelling) =>
      spelling === ''
        ? []
        : spelling
            .trim()
            .split(' ')
            .map((word) => patternOf(word, notation)),
    );
  });
}

function spellingsOf(piece: string): string[] {
  return piece.split(/(\([^()]*\))/).reduce<string[]>(
    (spellings, part) => {
      const choices = part.startsWith('(') ? part.slice(1, -1).split('|') : [part];
      return spellings.flatMap((before) => choices.map((choice) => before + choice));
    },
    [''],
  );
}

function patternOf(word: string, notation: string): WordPattern {
  const kind = !word.endsWith('*') ? 'exact' : word.startsWith('*') ? 'part' : 'stem';
  const text = fold(kind === 'exact' ? word : word.replaceAll('*', ''));
  if (!/^[a-z0-9]+$/.test(text))
    throw new Error(`The phrase “${notation}” holds “${word}”, which is no word.`);
  if (kind !== 'exact' && text.length < shortestStem)
    throw new Error(`“${word}” in “${notation}” is too short.`);
  return { text, kind };
}

function firstWords(slots: readonly Slot[], notation: string): WordPattern[] {
  const first = new Map<string, WordPattern>();
  for (const slot of slots) {
    for (const [pattern] of slot) if (pattern !== undefined) first.set(pattern.kind + pattern.text, pattern);
    if (slot.every((run) => run.length > 0)) return [...first.values()];
  }
  throw new Error(`The phrase “${notation}” can be empty.`);
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
