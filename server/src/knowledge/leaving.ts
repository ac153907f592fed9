import data from './leaving.json';
import { PhraseFinder } from './matching/phrases.js';

/**
 * `login`, `reason`: asked of who leaves. `others`: other mails go on. `service`: which are no advertising. `all`: everything
 * is left. `or`: parts two things that may be done. `reasonField`: the label of a field for the reason.
 */
export type LeavingWord = 'login' | 'reason' | 'others' | 'service' | 'all' | 'or' | 'reasonField';

/** Words that say such a thing; UTF-16 offsets into the text. */
export interface LeavingHit {
  readonly start: number;
  readonly end: number;
}

const finders = new Map<string, PhraseFinder<true>>();
const languages: Readonly<Record<string, Readonly<Record<LeavingWord, readonly string[]>>>> = data.languages;

/** The words of one kind in a text, in one language or, without one, in any. */
export function findLeavingWords(text: string, kind: LeavingWord, language?: string): readonly LeavingHit[] {
  const key = `${kind} ${language ?? ''}`;
  let finder = finders.get(key);
  if (!finder) {
    const own = language === undefined ? Object.values(languages) : [languages[language]];
    finder = new PhraseFinder<true>();
    for (const words of own) if (words) finder.add(words[kind], true);
    finders.set(key, finder);
  }
  return finder.inText(text);
}

const captchas = new Set(data.captchas);

/** True for a class, name or element of a captcha. */
export function isCaptcha(name: string): boolean {
  return captchas.has(name.toLowerCase());
}
