import { remembered } from '../core/remembered.js';
import de from './wording/de.json';
import en from './wording/en.json';
import es from './wording/es.json';
import fr from './wording/fr.json';
import it from './wording/it.json';
import nl from './wording/nl.json';
import pl from './wording/pl.json';
import pt from './wording/pt.json';

/** Phrases in the notation that `schemas/wording.schema.json` describes. */
export type Phrases = readonly string[];

/** Words that always say it, words that say it unless something contradicts, words that say it only under a verb. */
export interface Graded {
  readonly certain?: Phrases;
  readonly likely?: Phrases;
  readonly spoken?: Phrases;
}

/** Words by what they stand for; keys are the purposes, unrelated kinds and roles of the schema. */
export interface Vocabulary {
  readonly purposes?: Readonly<Record<string, Graded>>;
  readonly roles?: Readonly<Record<string, Phrases>>;
  readonly unrelated?: Readonly<Record<string, Phrases>>;
}

/** A sentence and how it is read; `requested`, `mentioned` name purposes. */
export interface Example {
  readonly text: string;
  readonly requested?: readonly string[];
  readonly mentioned?: readonly string[];
  readonly polarity?: string;
  readonly unrelated?: string;
  readonly statement?: boolean;
}

export interface Examples {
  readonly positive: readonly Example[];
  readonly negative: readonly Example[];
}

/** Words of code names; `filler` holds words without meaning that stand in joined names ("chkterms"). */
export interface CodeVocabulary extends Vocabulary {
  readonly filler?: Phrases;
  readonly examples?: Examples;
}

/** One language file. */
export interface LanguageData extends Vocabulary {
  /** BCP 47 primary subtag. */
  readonly language: string;
  readonly source: string;
  /** Every noun has a capital: a capital tells no name. */
  readonly nounCapitals?: boolean;
  /** Single words or stems by which the language of a text is told. */
  readonly telltales: Phrases;
  readonly sets?: Readonly<Record<string, Phrases>>;
  /** Words that count in code names only. */
  readonly identifiers?: CodeVocabulary;
  readonly examples: Examples;
}

/** Every language, the one of most code names first. */
export const languages: readonly LanguageData[] = [en, fr, de, es, it, nl, pt, pl];

/** Whether a language (BCP 47 primary subtag) writes every noun with a capital. */
export function capitalisesNouns(language: string | undefined): boolean {
  return languages.some((data) => data.language === language && data.nounCapitals === true);
}

/** Where a sentence has words that a language (BCP 47 primary subtag) joins clauses with; UTF-16 offsets. */
export function conjunctionsIn(
  sentence: string,
  language: string | undefined,
): { readonly start: number; readonly end: number }[] {
  return [...sentence.matchAll(conjunctionOf(language ?? 'en'))].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
}

/** The parts of a sentence between such words. */
export function clausesOf(sentence: string, language: string | undefined): string[] {
  return sentence
    .split(conjunctionOf(language ?? 'en'))
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}

const conjunctionOf = remembered((language: string): RegExp => {
  const data = languages.find((known) => known.language === language);
  const words = (data?.roles?.and ?? []).filter((phrase) => /^[\p{L} ]+$/u.test(phrase));
  return new RegExp(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`, 'giu');
}, 8);
