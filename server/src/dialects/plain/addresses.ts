import type { Span } from '../../core/span.js';

/** Stands, as often as a construct is long, for what a template fills in. */
export const FILLED = '\uE000';

const ADDRESS = new RegExp(
  `(?:https?:\\/\\/|mailto:|www\\.)[^\\s<>"“”«»]+|(?<!${FILLED})${FILLED}+\\/[^\\s<>"“”«»]+`,
  'gi',
);

/**
 * Addresses of the web and of mail that stand in a text and that programs make links of; punctuation at their end belongs
 * to the sentence.
 */
export function* linksIn(text: string, start: number, end: number): Generator<Span> {
  for (const { 0: written, index } of text.slice(start, end).matchAll(ADDRESS)) {
    const address = withoutEnd(written);
    yield { start: start + index, end: start + index + address.length };
  }
}

/** Punctuation at an address's end belongs to the sentence, a bracket only where the address did not open it. */
function withoutEnd(written: string): string {
  let open = written.split('(').length - written.split(')').length;
  let end = written.length;
  for (; end > 0; end--) {
    const c = written.charAt(end - 1);
    if (c === ')' && open < 0) open++;
    else if (!PUNCTUATION.includes(c)) break;
  }
  return written.slice(0, end);
}

const PUNCTUATION = ".,;:!?'*_]}";
