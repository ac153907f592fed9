import type { Edit } from '../../core/edit.js';
import type { Span } from '../../core/span.js';
import type { PurposeHit } from '../wording/index.js';
import type { NamedPurpose, Quote } from './consent.js';
import type { Aim } from './document.js';

/** A purpose that a sentence names. */
export interface StatedPurpose extends Omit<PurposeHit, 'evidence' | 'phrase'> {
  /** The first words that name it. */
  readonly quote: NamedPurpose;
}

/** A sentence among the visible words that says what an act stands for, or how to refuse or withdraw. */
export interface Statement {
  /** Blanks folded. */
  readonly text: string;
  readonly span: Span;
  readonly language: string | undefined;
  readonly purposes: readonly StatedPurpose[];
  /** Words that take another act, or silence, for consent. */
  readonly implied: Quote | undefined;
  /** Words that tell to tick a box. */
  readonly tick: Quote | undefined;
  /** Words that tell to take a tick away in order to refuse. */
  readonly untick: Quote | undefined;
  readonly refusal: Quote | undefined;
  /** Who wants to refuse is told to write, to call or to get in touch. */
  readonly contact: boolean;
  /** Words that say that consent can be withdrawn. */
  readonly withdrawal: Quote | undefined;
  /** The act that it names is to press a button that says yes: "by clicking 'Accept' you accept". */
  readonly agreed: boolean;
  /** It says what will be done and asks for nothing. */
  readonly announces: boolean;
  /** Index into `forms`; undefined outside any form. */
  readonly form: number | undefined;
  /** What its form, else the fields nearest to it, are for; asked only of words that imply consent. */
  readonly aim: Aim | undefined;
  /**
   * Puts an empty box in the place of a sentence that takes a form's sending for consent, and nothing else; undefined where
   * none can stand there. It is told whether the page says already that consent can be withdrawn.
   */
  readonly asking: ((told: boolean) => Asking | undefined) | undefined;
}

/** A box for each purpose, in the page's language, where a sentence stood. */
export interface Asking {
  readonly edits: readonly Edit[];
  /** The names of its fields. */
  readonly names: readonly string[];
}

/** A consent in what code sends with a person's data, whose answer is a yes that the code writes itself. */
export interface Submission {
  /** The field as the code names it. */
  readonly name: string;
  readonly span: Span;
  readonly keySpan: Span;
  readonly purposes: readonly PurposeHit[];
  /** The functions around it serve a newsletter: calling them is asking for it. */
  readonly isAsked: boolean;
}
