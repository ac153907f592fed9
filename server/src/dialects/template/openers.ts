import { type EndRules, findEnd } from './ends.js';
import type { HoleKind } from './hole.js';
import type { Memory, Opener } from './language.js';

/** A construct between two delimiters. */
export function delimited(
  open: string,
  close: string,
  kind: HoleKind,
  rules: EndRules = {},
  more: Partial<Opener> = {},
): Opener {
  return { open, kind, find: (source, from) => findEnd(source, from, close, rules), ...more };
}

/** `{{! … }}`, `{# … #}`: what stands in a comment tells nothing, except that another one begins. */
export function comment(open: string, close: string): Opener {
  return delimited(open, close, 'comment', { openers: [open] });
}

/** The first match of a global expression from an offset on; what is not there is searched but once. */
export function findNext(
  pattern: RegExp,
  source: string,
  from: number,
  memory: Memory,
): { readonly start: number; readonly end: number } | undefined {
  if (from >= (memory.inVain.get(pattern) ?? Number.POSITIVE_INFINITY)) return undefined;
  pattern.lastIndex = from;
  const match = pattern.exec(source);
  if (!match) {
    memory.inVain.set(pattern, from);
    return undefined;
  }
  return { start: match.index, end: match.index + match[0].length };
}
