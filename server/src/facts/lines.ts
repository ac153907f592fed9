import type { Span } from '../core/span.js';

/** With the blanks before it and its line end, where nothing else stands on its lines. */
export function wholeLines(text: string, { start, end }: Span): Span {
  const before =
    /(?<![ \t])[ \t]*$/.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1, start))?.[0].length ?? 0;
  const after = /[ \t]*(?:\r?\n|$)/y.exec(text.slice(end, end + 200))?.[0].length;
  const begins = start === before || text[start - before - 1] === '\n';
  return begins && after !== undefined ? { start: start - before, end: end + after } : { start, end };
}
