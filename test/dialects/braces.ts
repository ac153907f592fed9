import assert from 'node:assert/strict';
import type { Doc } from '../../server/src/model/nodes.js';
import { attributeOffsets } from '../support/attributeOffsets.js';
import { randomFrom } from '../support/random.js';
import { assertTrueSpans } from '../support/spans.js';

/**
 * The share of attributes that are still found where they stand when something is missing on another line. Whatever is
 * missing, every span stays true to the text.
 */
export function shareFound(text: string, read: (text: string) => Doc, seed: number, rounds: number): number {
  const random = randomFrom(seed);
  const whole = attributeOffsets(read(text));
  let sought = 0;
  let found = 0;
  for (let round = 0; round < rounds; round++) {
    const start = Math.floor(random() * text.length);
    const lineEnd = text.indexOf('\n', start);
    const end = Math.min(start + 1 + Math.floor(random() * 6), lineEnd < 0 ? text.length : lineEnd);
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    const doc = read(text.slice(0, start) + text.slice(end));
    assertTrueSpans(doc);
    const now = new Set(attributeOffsets(doc));
    for (const offset of whole) {
      if (offset >= lineStart && (lineEnd < 0 || offset <= lineEnd)) continue;
      sought++;
      if (now.has(offset < start ? offset : offset - (end - start))) found++;
    }
  }
  assert.ok(sought > 0);
  return found / sought;
}
