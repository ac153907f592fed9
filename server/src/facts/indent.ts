import type { Span } from '../core/span.js';

/** What stands between the element before and this place when it begins its line: the line end and the indentation; else a blank. */
export function indentOf(text: string, at: number): string {
  // Not lastIndexOf: where a text has no CR, that would look for one through all that stands before.
  let line = at - 1;
  while (line >= 0 && /[^\S\n\r]/.test(text.charAt(line))) line--;
  if (line >= 0 && !/[\n\r]/.test(text.charAt(line))) return ' ';
  const before = text.slice(line + 1, at);
  const end = line < 0 ? '\n' : text[line] === '\n' && text[line - 1] === '\r' ? '\r\n' : text.charAt(line);
  return end + before;
}

/** By how much the lines of a piece of markup are indented further than its first, as the text indents. */
export function stepIn(text: string, { start, end }: Span): string {
  const own = blanksBefore(text, start);
  const inner = /[\n\r]([ \t]+)\S/.exec(text.slice(start, end))?.[1];
  if (inner?.startsWith(own) && inner.length > own.length) return inner.slice(own.length);
  let line = start - own.length - 1;
  while (line > 0 && /\s/.test(text.charAt(line - 1))) line--;
  while (line > 0 && !/[\n\r]/.test(text.charAt(line - 1))) line--;
  const outer = /^[ \t]*/.exec(text.slice(line, line + own.length + 1))?.[0] ?? '';
  return own.startsWith(outer) && own.length > outer.length ? own.slice(outer.length) : '  ';
}

function blanksBefore(text: string, at: number): string {
  let from = at;
  while (from > 0 && /[ \t]/.test(text.charAt(from - 1))) from--;
  return text.slice(from, at);
}
