import data from './purposes.json';

export interface PurposeWords {
  /** Name for the field of a box of its own. */
  readonly field: string;
  readonly title: { readonly en: string; readonly fr: string };
  /** What a box of its own says, by BCP 47 language; English always. */
  readonly sentence: { readonly en: string } & Readonly<Record<string, string>>;
}

const purposes: Readonly<Record<string, PurposeWords>> = data.purposes;

/** How a purpose is said; undefined for one that no box of its own asks for. */
export function purposeWords(purpose: string): PurposeWords | undefined {
  return Object.hasOwn(purposes, purpose) ? purposes[purpose] : undefined;
}

const titles: Readonly<Record<string, PurposeWords['title']>> = data.titles;

/** How messages name a purpose. */
export function purposeTitle(purpose: string): PurposeWords['title'] {
  return purposeWords(purpose)?.title ?? titles[purpose] ?? { en: purpose, fr: purpose };
}

const optional = new Set(data.optional);

/** Whether a person may refuse a purpose without losing what they came for. */
export function isOptional(purpose: string): boolean {
  return optional.has(purpose);
}

const withdrawal: Readonly<Record<string, string>> = data.withdrawal;

/** What says that consent can be withdrawn, in a language (BCP 47 primary subtag), else in English. */
export function withdrawalSentence(language: string | undefined): string {
  return withdrawal[language ?? 'en'] ?? data.withdrawal.en;
}

export interface FrequencyWords {
  readonly question: string;
  readonly weekly: string;
  readonly monthly: string;
}

const frequency: Readonly<Record<string, FrequencyWords>> = data.frequency;

/** How often one may choose to be written to, in a language (BCP 47 primary subtag), else in English. */
export function frequencyWords(language: string | undefined): FrequencyWords {
  return frequency[language ?? 'en'] ?? data.frequency.en;
}

/** Every purpose that a choice may ask consent for. */
export const purposeNames: ReadonlySet<string> = new Set([
  ...Object.keys(data.purposes),
  ...Object.keys(data.titles),
]);
