import { remembered } from '../core/remembered.js';
import data from './clauses.json';

interface Words {
  readonly joins: readonly string[];
  readonly own: readonly string[];
  readonly verbs: readonly string[];
  readonly subject?: string;
  readonly elided?: string;
}

/** Where a sentence can be cut in two: the first ends before `start`, the second begins at `end`. */
export interface Joint {
  readonly start: number;
  readonly end: number;
  /** A sentence ends there. */
  readonly full: boolean;
}

const languages: Readonly<Record<string, Words | undefined>> = data.languages;

/** The places where clauses of a text are joined, in order. */
export function jointsOf(text: string, language: string): Joint[] {
  const words = languages[language];
  if (!words) return [];
  return [...text.matchAll(joints(language))].map((found) => {
    const start = found.index;
    return { start, end: start + found[0].length, full: found[1] !== undefined };
  });
}

const joints = remembered((language: string): RegExp => {
  const words = [...(languages[language]?.joins ?? [])].sort((a, b) => b.length - a.length);
  return new RegExp(`([.!;])\\s+(?=\\p{Lu})|,?\\s(?:${words.join('|')})\\s`, 'giu');
}, 8);

/**
 * What a clause needs before it to be a sentence: nothing where it names its subject, the pronoun where the clause before
 * it does. Undefined where it is no sentence.
 */
export function subjectFor(clause: string, before: string, language: string): string | undefined {
  const words = languages[language];
  if (!words) return undefined;
  if (beginsWith(clause, words.own)) return '';
  if (!beginsWith(clause, words.verbs)) return undefined;
  if (words.subject === undefined) return '';
  if (!beginsWith(before, words.own)) return undefined;
  return words.elided !== undefined && /^[aeiouyéèêh]/i.test(clause) ? words.elided : `${words.subject} `;
}

function beginsWith(clause: string, words: readonly string[]): boolean {
  const folded = clause.slice(0, LONGEST).toLowerCase();
  return words.some(
    (word) =>
      folded.startsWith(word) && (/['’]$/.test(word) || !/^[\p{L}’']/u.test(folded.slice(word.length))),
  );
}

const LONGEST = 40;
