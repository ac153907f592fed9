/** What a choice asks consent for. `cookies` is consent to cookies whose kind is not said. */
export type Purpose =
  | 'newsletter'
  | 'marketing'
  | 'partners'
  | 'profiling'
  | 'terms'
  | 'privacy-notice'
  | 'data-processing'
  | 'sensitive'
  /** Data shown to everyone. */
  | 'publication'
  | 'age'
  | 'cookies'
  | 'cookies-necessary'
  | 'cookies-functional'
  | 'cookies-analytics'
  | 'cookies-marketing'
  /** Messages that the person asks for or that a contract brings along: receipts, replies, reminders. Not marketing. */
  | 'service-messages';

/** Everyday choices that are not about personal data or contact. */
export type Unrelated =
  | 'remember-me'
  | 'same-address'
  | 'save-details'
  | 'gift'
  | 'extra'
  | 'filter'
  | 'selection'
  | 'visibility'
  | 'permission'
  | 'setting'
  | 'administration'
  | 'dismissal'
  | 'robot-check'
  | 'task';

/** Words of the text that was read; `start` and `end` are UTF-16 offsets into it. */
export interface Evidence {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

export interface PurposeHit {
  readonly purpose: Purpose;
  /** As messages name it. */
  readonly title: { readonly en: string; readonly fr: string };
  /** In order of appearance; never empty. */
  readonly evidence: readonly Evidence[];
  /** The words to quote: from the first to the last that name it, where they stand close together. */
  readonly phrase: string;
  readonly certainty: 'certain' | 'likely';
  /** False when the purpose is only mentioned or referred to ("see our privacy policy"), not asked consent for. */
  readonly requested: boolean;
  /** One may refuse it without losing what one came for; a contract, a notice or an age is accepted instead. */
  readonly optional: boolean;
}

/** Ticking grants, ticking refuses, or the words are a mere name ("Newsletter"). */
export type Polarity = 'grant' | 'refuse' | 'neutral';

export interface Reading {
  /** BCP 47 primary subtag of the language whose words were found; undefined when none were. */
  readonly language: string | undefined;
  /** Distinct purposes in order of appearance. */
  readonly purposes: readonly PurposeHit[];
  /** Every purpose that words name, bare nouns that ask for nothing included: "our partners". */
  readonly named: readonly Purpose[];
  readonly polarity: Polarity;
  readonly unrelated: { readonly kind: Unrelated; readonly evidence: Evidence } | undefined;
  /** Words by which the person agrees: "I accept", "Yes, please send me". */
  readonly act: Evidence | undefined;
  /** The text states what will happen ("We will send you offers") and requests nothing. */
  readonly statement: boolean;
  /** Words that refuse: "do not wish to receive"; `named` where a word for leaving does so by itself: "opt out". */
  readonly refusal: (Evidence & { readonly named: boolean }) | undefined;
  /** Words that tell to tick a box. */
  readonly tick: Evidence | undefined;
  /** Words that tell to take a tick away in order to refuse; ticking then grants. */
  readonly untick: Evidence | undefined;
  /** Words that take another act or silence for consent: "By registering, you agree". */
  readonly implied: Evidence | undefined;
  /** Words that say that consent can be withdrawn: "You can unsubscribe at any time". */
  readonly withdrawal: Evidence | undefined;
}
