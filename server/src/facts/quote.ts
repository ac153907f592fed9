import type { Span } from '../core/span.js';
import type { Quote } from './types/index.js';

/** A place to look through is never longer than this, in UTF-16 units. */
const MAX_PLACE = 20_000;

/** Finds words that were read in a place of the text, where only blanks and tags stand between them. */
export function quote(text: string, words: string, place: Span | undefined): Quote {
  if (!place) return { words, span: undefined };
  const within = text.slice(place.start, Math.min(place.end, place.start + MAX_PLACE));
  const found = indexOfWords(within, words.replace(/\s+/g, ''));
  return {
    words,
    span: found && { start: place.start + found.start, end: place.start + found.end },
  };
}

/** @param letters the words without their blanks. */
function indexOfWords(text: string, letters: string): Span | undefined {
  const first = letters.charAt(0);
  if (first === '') return undefined;
  for (let start = text.indexOf(first); start >= 0; start = text.indexOf(first, start + 1)) {
    let end = start + 1;
    for (let i = 1; i < letters.length && end > 0; i++) {
      const at = afterGap(text, end);
      end = text.charAt(at) === letters.charAt(i) ? at + 1 : 0;
    }
    if (end > 0) return { start, end };
  }
  return undefined;
}

const BLANK = /\s|&nbsp;|&#160;/y;

/** Past blanks and tags. */
function afterGap(text: string, from: number): number {
  let at = from;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit > 32 && unit < 128 && unit !== 38 && unit !== 60) return at;
    BLANK.lastIndex = at;
    const blank = BLANK.exec(text)?.[0].length ?? 0;
    if (blank > 0) at += blank;
    else if (unit === 60 && text.indexOf('>', at) > 0) at = text.indexOf('>', at) + 1;
    else return at;
  }
}
