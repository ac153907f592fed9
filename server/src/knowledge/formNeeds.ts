import type { DataKind } from './fields.js';
import data from './form-needs.json';
import type { FormPurpose } from './forms.js';
import { PhraseFinder } from './matching/phrases.js';

/** How much a form of some purpose needs a kind of data. `unrequired`: it may be asked, but not required. */
export type Need = 'needed' | 'usual' | 'unrequired' | 'excessive';

interface Entry {
  readonly needed: readonly string[];
  readonly excessive: readonly string[];
  readonly exceptions: { readonly en: string; readonly fr: string };
}

const purposes = data.purposes as Readonly<Partial<Record<FormPurpose, Entry>>>;

/** What is not known to be excessive is usual. */
export function needOf(kind: DataKind, purpose: FormPurpose | undefined): Need {
  const entry = purpose && purposes[purpose];
  if (entry?.needed.includes(kind)) return 'needed';
  if (entry?.excessive.includes(kind)) return 'excessive';
  return data.requiredNowhere.includes(kind) ? 'unrequired' : 'usual';
}

let reasons: PhraseFinder<readonly string[]> | undefined;

/** The kinds of data that the words of a form give a reason for: "we call you back". */
export function reasonedIn(text: string): ReadonlySet<string> {
  if (!reasons) {
    reasons = new PhraseFinder();
    for (const { kinds, words } of data.reasons)
      for (const phrases of Object.values(words)) reasons.add(phrases, kinds);
  }
  return new Set(reasons.inText(text).flatMap(({ meaning }) => meaning));
}

/** When a form of a purpose needs more nevertheless. */
export function exceptionsOf(purpose: FormPurpose): { readonly en: string; readonly fr: string } | undefined {
  return purposes[purpose]?.exceptions;
}
