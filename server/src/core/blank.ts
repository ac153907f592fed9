import type { Span } from './span.js';

/** A blank that a repair leaves: its user knows what belongs there. */
export interface Blank {
  /** As it stands there. */
  readonly written: string;
  readonly span: Span;
}

/** An address to be filled in. Its host is under `.invalid`, which never resolves (RFC 6761, section 6.4). */
export function blankAddress(what: string): string {
  return `https://your-${what}.invalid/`;
}

/** In letters that every encoding has. */
const MARK = '[privacylint: ';

/** Words to be filled in. */
export function blankWords(what: string): string {
  return `${MARK}${what}]`;
}

const BLANK =
  /(?:https?:\/\/|mailto:|\b[\w.+-]{1,64}@)?\byour-[a-z]{1,30}(?:-[a-z]{1,30}){0,4}\.invalid\/?|\[privacylint: [^\]\n]{1,200}\]/g;

/** The blanks that are still to be filled, in order; UTF-16 offsets. */
export function findBlanks(text: string): Blank[] {
  if (!text.includes('.invalid') && !text.includes(MARK)) return [];
  return [...text.matchAll(BLANK)].map(({ 0: written, index }) => ({
    written,
    span: { start: index, end: index + written.length },
  }));
}
