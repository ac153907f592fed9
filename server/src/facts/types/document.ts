import type { Blank } from '../../core/blank.js';
import type { Knowable } from '../../core/knowable.js';
import type { Span } from '../../core/span.js';
import type { FormPurpose } from '../../knowledge/forms.js';

export interface DocumentFacts {
  readonly text: string;
  readonly extent: Extent;
  /** Primary language subtag (BCP 47), from `lang`, else from the words. */
  readonly language: Knowable<string>;
  /** What repairs have left to be filled in. */
  readonly blanks: readonly Blank[];
  /** What the page is about, by its headings and the file's name. */
  readonly aim: Aim | undefined;
}

/**
 * How much of what people get stands in a text: all of it (`whole`), a frame for the content of others (`layout`), what is
 * put into a layout elsewhere (`content`), or a partial, fragment or component (`part`). Only of a whole can be said that
 * something is missing; what the others lack may stand in another file.
 */
export type Extent = 'whole' | 'layout' | 'content' | 'part';

/** What a form or page is for, and what says so. */
export interface Aim {
  readonly purpose: FormPurpose;
  /** How messages name it. */
  readonly title: { readonly en: string; readonly fr: string };
  /** When such a form needs more than usual. */
  readonly exceptions: { readonly en: string; readonly fr: string } | undefined;
  readonly evidence: readonly AimEvidence[];
}

export interface AimEvidence {
  readonly by: 'heading' | 'button' | 'recipient' | 'name' | 'fields' | 'file';
  /** The words as written; empty where fields speak. */
  readonly words: string;
  readonly span: Span | undefined;
}
