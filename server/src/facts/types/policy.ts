import type { Edit } from '../../core/edit.js';
import type { Span } from '../../core/span.js';
import type { PolicyPointTexts } from '../../knowledge/privacyPolicy.js';
import type { Quote } from './consent.js';

/** A privacy policy, point by point. */
export interface Policy {
  /** Its title. */
  readonly place: Span;
  /** What it speaks of, and where first. */
  readonly found: readonly (PolicyPointTexts & { readonly span: Span })[];
  /** What it does not seem to speak of. */
  readonly missing: readonly PolicyPointTexts[];
  /** Words by which data are kept without end. */
  readonly endless: Quote | undefined;
  /** Words by which prospects are kept far longer than the reference of three years. */
  readonly long: Quote | undefined;
  /** Writes headings at its end, each with a paragraph to fill in. */
  readonly addHeadings:
    | ((headings: readonly { readonly heading: string; readonly blank: string }[]) => readonly Edit[])
    | undefined;
}
