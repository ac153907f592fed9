import type { Span } from '../../core/span.js';
import { linesOf } from '../settings/lines.js';

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
