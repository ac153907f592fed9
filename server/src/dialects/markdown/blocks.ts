import type { Span } from '../../core/span.js';
import { linesOf } from '../settings/lines.js';

/** What stands at the head of a file between its own marks, and in which language. */
export interface FrontMatter extends Span {
  readonly language: 'yaml' | 'toml' | 'json';
  /** Without the marks. */
  readonly content: Span;
}

const FENCES = [
  ['---', 'yaml'],
  ['+++', 'toml'],
  [';;;', 'json'],
] as const;

export function frontMatterOf(source: string): FrontMatter | undefined {
  const start = source.startsWith('\uFEFF') ? 1 : 0;
  for (const [mark, language] of FENCES) {
    const written = mark.replace(/\+/g, '\\+');
    if (!new RegExp(`^${written}[ \\t]*[\\r\\n]`).test(source.slice(start, start + 200))) continue;
    const close = new RegExp(`[\\r\\n]${written}[ \\t]*(?=[\\r\\n]|$)`, 'g');
    close.lastIndex = start + mark.length;
    const found = close.exec(source);
    if (!found) return undefined;
    const content = { start: start + mark.length, end: found.index + 1 };
    return { start, end: found.index + found[0].length, language, content };
  }
  return undefined;
}

const FENCE = /^ {0,3}(?:> ?)*(?:[-*+] |\d+[.)] )? {0,3}(`{3,}|~{3,})/;
const LIST_ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s/;
const INDENTED = /^(?: {4}|\t)/;
const BLANK = /^\s*$/;

/** Lines that show code and are no markup (CommonMark, "Indented code blocks", "Fenced code blocks"), in source order. */
export function codeBlocks(source: string, from: number): Span[] {
  const blocks: Span[] = [];
  let fence: { readonly mark: string; readonly start: number } | undefined;
  let afterBlank = true;
  let inList = false;
  for (const { line, start } of linesOf(source, { start: from, end: source.length })) {
    const end = start + line.length;
    const mark = FENCE.exec(line)?.[1];
    if (fence) {
      if (!mark?.startsWith(fence.mark) || !/^[\s>]*[`~]+\s*$/.test(line)) continue;
      blocks.push({ start: fence.start, end });
      fence = undefined;
    } else if (mark !== undefined) fence = { mark, start };
    else if (BLANK.test(line)) afterBlank = true;
    else if (INDENTED.test(line)) {
      if (afterBlank && !inList) blocks.push({ start, end });
      else afterBlank = false;
    } else {
      inList = LIST_ITEM.test(line);
      afterBlank = false;
    }
  }
  if (fence) blocks.push({ start: fence.start, end: source.length });
  return blocks;
}

/** Statements of a module at the beginning of a line, up to the next blank one (MDX). */
export function moduleBlocks(source: string): Span[] {
  return [
    ...source.matchAll(/^(?:import|export)\b[^\r\n]*(?:(?:\r\n|\r|\n)(?![ \t]*[\r\n])[^\r\n]+)*/gm),
  ].map(({ 0: text, index }) => ({ start: index, end: index + text.length }));
}
