import type { Span } from '../core/span.js';
import type { Node } from '../model/nodes.js';
import { ancestors } from '../model/query.js';

/** Elements whose words are somebody else's, or code: shown, not said to visitors. */
const QUOTING: ReadonlySet<string> = new Set(['code', 'pre', 'samp', 'kbd', 'q', 'blockquote']);
const SAMPLES: ReadonlySet<string> = new Set(['code', 'pre', 'samp', 'kbd']);

/** Whether a node stands in a sample of code or in a quotation. */
export function isQuoted(node: Node): boolean {
  return isWithin(node, QUOTING);
}

/** Whether a node stands in a sample of code. */
export function isInSample(node: Node): boolean {
  return isWithin(node, SAMPLES);
}

/** Elements whose words are samples of code or names of it. */
export function isSample(tag: string): boolean {
  return SAMPLES.has(tag);
}

function isWithin(node: Node, tags: ReadonlySet<string>): boolean {
  if (node.kind === 'element' && tags.has(node.tag)) return true;
  for (const { tag } of ancestors(node)) if (tags.has(tag)) return true;
  return false;
}

/** Whether words of a text, from `start` to `end`, stand within one pair of quotation marks: they are cited there. */
export function isCited(text: string, { start, end }: Span): boolean {
  if (end > text.length) return false;
  return PAIRS.some(([opening, closing]) => {
    const opened = text.slice(0, start).lastIndexOf(opening);
    if (opened < 0) return false;
    if (opening === closing && text.slice(0, start).split(opening).length % 2 !== 0) return false;
    const closed = indexOfAny(text, closing, opened + 1);
    return closed >= end;
  });
}

function indexOfAny(text: string, marks: string, from: number): number {
  for (let at = from; at < text.length; at += 1) if (marks.includes(text.charAt(at))) return at;
  return -1;
}

/** What opens, and what may close. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ['“', '”"'],
  ['„', '“”"'],
  ['«', '»'],
  ['»', '«'],
];
