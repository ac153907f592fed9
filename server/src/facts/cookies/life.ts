import { replace } from '../../core/edit.js';
import type { Span } from '../../core/span.js';
import { CHOICE_LIFE, LONG_CHOICE, LONGEST_LIFE } from '../../knowledge/cookies.js';
import type { CookieLife } from '../types/index.js';
import { type Duration, limitIn } from './duration.js';

/** Seconds that a cookie of a purpose should live at the most. */
export function limitOf(purpose: CookieLife['purpose']): number {
  return purpose === 'consent' ? CHOICE_LIFE : LONGEST_LIFE;
}

/** @param text the code that the duration stands in. */
export function lifeOf(
  name: string,
  purpose: 'consent' | 'audience',
  { seconds, amount }: Duration,
  span: Span,
  text: string,
): CookieLife {
  const written = amount ? text.slice(amount.span.start, amount.span.end) : '';
  const shorten = amount && [replace(amount.span, limitIn(amount.unit, limitOf(purpose), written))];
  const askedLate = purpose === 'consent' && seconds > LONG_CHOICE;
  return { name, purpose, seconds, span, tooLong: seconds > LONGEST_LIFE, askedLate, shorten };
}
