import type { Span } from '../../core/span.js';
import { entity } from '../../knowledge/entities.js';

/** JSX decodes HTML's named entities and numeric references, each with its semicolon. */
export function decode(text: string): string {
  return text.includes('&')
    ? text.replace(/&(#?\w{1,10});/g, (whole, name: string) => entity(name) ?? whole)
    : text;
}

/**
 * The text that JSX makes of what stands between tags: blanks at line ends and starts go, lines join with one blank.
 * Undefined where nothing is left. The span is drawn to what is left.
 */
export function jsxText(
  raw: string,
  start: number,
): { readonly text: string; readonly span: Span } | undefined {
  if (raw.trim() === '' && /[\n\r]/.test(raw)) return undefined;
  const lines = raw.split(/\r\n|[\n\r\u2028\u2029]/);
  const kept: string[] = [];
  lines.forEach((line, i) => {
    let part = i === 0 ? line : line.replace(/^[ \t]+/, '');
    if (i < lines.length - 1) part = part.replace(/(?<![ \t])[ \t]+$/, '');
    if (part) kept.push(part);
  });
  if (kept.length === 0) return undefined;
  const first = lines.length > 1 && !(lines[0] ?? '').trim() ? raw.length - raw.trimStart().length : 0;
  const last = lines.length > 1 && !(lines.at(-1) ?? '').trim() ? raw.trimEnd().length : raw.length;
  return { text: decode(kept.join(' ')), span: { start: start + first, end: start + Math.max(last, first) } };
}
