import type { DataKind } from './fields.js';
import data from './form-needs.json';
import type { FormPurpose } from './forms.js';

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

/** When a form of a purpose needs more nevertheless. */
export function exceptionsOf(purpose: FormPurpose): { readonly en: string; readonly fr: string } | undefined {
  return purposes[purpose]?.exceptions;
}
