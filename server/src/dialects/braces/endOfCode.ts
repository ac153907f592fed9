import { CodeCursor, isLetter } from './code.js';

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const BLOCK_END = /\{\/(?:if|each|await|key|snippet)\s*\}/y;

/** Where code in braces ends: at its own brace, or where it was found to have none. */
export type CodeEnd = { readonly brace: number } | { readonly looked: number };

/**
 * Finds the brace that ends code. Code without one must not swallow the file: it is recognised by what no code holds, the
 * end of an element or a block.
 * @param from after the opening brace.
 * @param elements true where elements may stand in the code.
 */
export function endOfCode(source: string, from: number, elements: boolean): CodeEnd {
  // `{/if}` begins no regular expression.
  BLOCK_END.lastIndex = from - 1;
  if (source.charCodeAt(from) === SLASH && BLOCK_END.test(source)) return { brace: BLOCK_END.lastIndex - 1 };
  const cursor = new CodeCursor(source, from);
  let depth = 0;
  let within = false;
  while (cursor.skipBlanks()) {
    const { at } = cursor;
    const c = source.charCodeAt(at);
    if (c === LESS && (!elements || !within) && endsElement(source, at)) break;
    if (c === LESS && !cursor.operand && isLetter(source.charCodeAt(at + 1))) {
      if (!elements) break;
      within = true;
    }
    if (c === OPEN_BRACE && isBlock(source, at)) break;
    if (!cursor.read()) break;
    if (c === OPEN_BRACE) depth++;
    else if (c === CLOSE_BRACE && depth-- === 0) return { brace: at };
  }
  return { looked: cursor.at };
}

/** `</p`, `</>` and `<!--` stand in no code. */
export function endsElement(source: string, at: number): boolean {
  const next = source.charCodeAt(at + 1);
  if (next === SLASH) {
    const c = source.charCodeAt(at + 2);
    return isLetter(c) || c === GREATER;
  }
  return next === 33 && source.startsWith('<!--', at);
}

/** `{#if`, `{:else`, `{@html`, `{/if}` */
function isBlock(source: string, at: number): boolean {
  const next = source.charCodeAt(at + 1);
  if (next === 35 || next === 58 || next === 64) return true;
  BLOCK_END.lastIndex = at;
  return next === SLASH && BLOCK_END.test(source);
}

/** Where unfinished code among texts ends: with its line, or where the markup goes on. */
export function endInText(source: string, from: number): number {
  for (let i = from; i < source.length; i++) {
    const c = source.charCodeAt(i);
    if (c === 10 || c === 13) return i;
    if (c !== LESS) continue;
    const next = source.charCodeAt(i + 1);
    if (isLetter(next) || next === SLASH || next === 33 || next === GREATER) return i;
  }
  return source.length;
}

/** Where unfinished code in an opening tag ends: with its line, with the tag, or with the value that holds it. */
export function endInTag(source: string, from: number, quote: number | undefined): number {
  for (let i = from; i < source.length; i++) {
    const c = source.charCodeAt(i);
    if (c === 10 || c === 13) return i;
    if (quote !== undefined ? c === quote : c === GREATER && source.charCodeAt(i - 1) !== 61) {
      return quote === undefined && source.charCodeAt(i - 1) === SLASH ? i - 1 : i;
    }
  }
  return source.length;
}
