import type { Span } from '../core/span.js';

/** How much text before and after a place goes into its fingerprint, in UTF-16 units, white space left out. */
const CONTEXT = 32;
/** Longer places are known by their beginning and their end. */
const LONGEST = 512;

/**
 * A finding's identity while other lines change: FNV-1a (64 bit) of the rule's id, the text of the place with a little
 * of what stands around it, and which of several identical ones it is. White space does not count, so line ends,
 * indentation and re-wrapping leave it alone; nor do paths and line numbers. 16 hexadecimal digits, lower case.
 * @param occurrence 0 for the first finding of the rule with this content in the text, 1 for the second, and so on.
 */
export function fingerprint(ruleId: string, text: string, span: Span, occurrence: number): string {
  return fnv1a64(`${ruleId}\n${contentAt(text, span)}\n${occurrence}`);
}

/** Counts occurrences by itself: give it the findings of one text in source order. */
export function fingerprinter(text: string): (ruleId: string, span: Span) => string {
  const seen = new Map<string, number>();
  return (ruleId, span) => {
    const content = contentAt(text, span);
    const key = `${ruleId}\n${content}`;
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    return fnv1a64(`${key}\n${occurrence}`);
  };
}

function contentAt(text: string, { start, end }: Span): string {
  const before = squeeze(text.slice(Math.max(0, start - LONGEST), start)).slice(-CONTEXT);
  const after = squeeze(text.slice(end, end + LONGEST)).slice(0, CONTEXT);
  const place =
    end - start <= 2 * LONGEST
      ? text.slice(start, end)
      : `${text.slice(start, start + LONGEST)}${text.slice(end - LONGEST, end)}`;
  return `${before}\t${squeeze(place)}\t${after}`;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/** FNV-1a, 64 bit, over the UTF-8 bytes (http://www.isthe.com/chongo/tech/comp/fnv/); 16 hexadecimal digits. */
export function fnv1a64(text: string): string {
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  return hash.toString(16).padStart(16, '0');
}
