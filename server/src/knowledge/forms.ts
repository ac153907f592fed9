import data from './forms.json';
import { PhraseFinder } from './matching/phrases.js';

/** What a form is for. */
export type FormPurpose = keyof typeof data.purposes;

export interface FormHit {
  readonly purpose: FormPurpose;
  /** The words as written. */
  readonly words: string;
  /** UTF-16 offsets into the text that was read. */
  readonly start: number;
  readonly end: number;
}

let finders:
  | { readonly words: PhraseFinder<FormPurpose>; readonly names: PhraseFinder<FormPurpose> }
  | undefined;

function compile() {
  const words = new PhraseFinder<FormPurpose>();
  const names = new PhraseFinder<FormPurpose>();
  for (const [purpose, entry] of Object.entries(data.purposes)) {
    for (const phrases of Object.values(entry.words)) words.add(phrases, purpose as FormPurpose);
    names.add(entry.names, purpose as FormPurpose);
  }
  return { words, names };
}

/** What a heading or a button says of the form it belongs to. */
export function purposesInWords(text: string): FormHit[] {
  finders ??= compile();
  return finders.words.inText(text).map((hit) => hitIn(text, hit));
}

/** What a name, a route or a path says of a form. */
export function purposesInName(name: string): FormHit[] {
  finders ??= compile();
  return finders.names.inCode(name).map((hit) => hitIn(name, hit));
}

/** What a form is for of which one asks consent to a purpose of this name: whoever signs up for a newsletter. */
export function formPurposeOf(purpose: string): FormPurpose | undefined {
  return Object.hasOwn(data.purposes, purpose) ? (purpose as FormPurpose) : undefined;
}

/** How messages name what a form is for. */
export function titleOfPurpose(purpose: FormPurpose): { readonly en: string; readonly fr: string } {
  return data.purposes[purpose].title;
}

function hitIn(
  text: string,
  { meaning, start, end }: { readonly meaning: FormPurpose; readonly start: number; readonly end: number },
): FormHit {
  return { purpose: meaning, words: text.slice(start, end), start, end };
}
