import type { Purpose, Unrelated } from './types.js';

/** Token indices, `to` excluded. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A purpose named in a sentence, with what the sentence does to it. */
export interface Mention extends Stretch {
  purpose: Purpose;
  certainty: 'certain' | 'likely';
  requested: boolean;
  /** A noun that says it only under a verb. */
  bare: boolean;
  /** "and", "or" or a comma parts it from the mention before. */
  coordinated: boolean;
  /** Something the person accepts or has read, not only wants. */
  readonly agreed: boolean;
  /** Where the verb before it ends, -1 without one. */
  readonly governed: number;
  /** A verb of receiving or joining stands in the sentence. */
  told: boolean;
  /** Further words that say the same, absorbed into this mention. */
  readonly also: Stretch[];
}

/** Words for messages that do not say what the messages are about. */
export interface Vague extends Stretch {
  readonly kind: 'news' | 'message' | 'matter' | 'contact';
  readonly requested: boolean;
}

/** `named`: a word that refuses by itself ("opt out"), not a negation. */
export interface Refusal extends Stretch {
  readonly named: boolean;
}

export interface Sentence {
  readonly mentions: Mention[];
  readonly vague: Vague[];
  /** Words by which the person agrees, wants, asks for or joins, in order. */
  readonly grants: Stretch[];
  readonly refusals: Refusal[];
  /** A first person or imperative speaks: "I agree", "yes", "please". */
  personal: boolean;
  /** Something is accepted or has been read. */
  agreed: boolean;
  received: boolean;
  joined: boolean;
  asked: Stretch | undefined;
  /** What is asked for names the act that is taken for consent. */
  askedInAct: Stretch | undefined;
  announced: boolean;
  tick: Stretch | undefined;
  untick: Stretch | undefined;
  implied: Stretch | undefined;
  withdrawal: Stretch | undefined;
  unrelated: (Stretch & { readonly kind: Unrelated }) | undefined;
  /** Purposes stand for parts of a program: "newsletter module". */
  administration: Stretch | undefined;
}
