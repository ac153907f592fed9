import type { Span } from '../../core/span.js';
import type { Purpose, PurposeHit } from '../wording/index.js';

export interface Consent {
  readonly purposes: readonly PurposeHit[];
  /** Ticking grants, or ticking refuses. */
  readonly polarity: 'grant' | 'refuse';
  /** Whether its words say so, or only the names that code gives it. */
  readonly from: 'words' | 'names';
  /** What messages quote: the question, else the label; where code writes it, its message key; else the field's name. */
  readonly quoted: string;
  /** The words that name each purpose, in the order of `purposes`. */
  readonly quotes: readonly NamedPurpose[];
  /** Words that refuse: "do not wish to receive"; `named` where a word for leaving does so by itself: "opt out". */
  readonly refusal: (Quote & { readonly named: boolean }) | undefined;
  /** Words that tell to take the tick away in order to refuse. */
  readonly untick: Quote | undefined;
  /** Words that say that consent can be withdrawn. */
  readonly withdrawal: Quote | undefined;
  /** Words for partners who get data or send offers, where no name, list or link tells who they are. */
  readonly unnamedPartners: Quote | undefined;
  /** What a sentence on withdrawal would say, in the page's language. */
  readonly withdrawalNotice: string;
  /** The question that it answers, where its own label is no more than an answer. */
  readonly question: string | undefined;
  readonly certainty: 'certain' | 'likely';
  /** Language of the words it was read from. */
  readonly language: string | undefined;
  /** What a box for each purpose would say. */
  readonly proposals: readonly Proposal[];
}

/** Words of the text, as written; without a span where escapes or code part them. */
export interface Quote {
  readonly words: string;
  readonly span: Span | undefined;
}

/** Words that name a purpose, and the purpose as messages name it. */
export interface NamedPurpose extends Quote {
  readonly title: { readonly en: string; readonly fr: string };
}

/** A box of its own for one purpose. */
export interface Proposal {
  readonly purpose: Purpose;
  readonly optional: boolean;
  /** The purpose as messages name it. */
  readonly title: { readonly en: string; readonly fr: string };
  /** What it says, in the page's language, with the links of the original label where they belong. */
  readonly label: readonly LabelPart[];
  /** The words of ours in it, without what is copied from the original. */
  readonly words: string;
  /** A field name in the style of the page's. */
  readonly name: string;
}

/** Words to be written, or a piece of the original label to be copied as it stands. */
export type LabelPart = { readonly words: string } | { readonly copy: Span };
