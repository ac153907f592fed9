import type { Ended, Unended } from './language.js';

/** How the end of a construct is told from the same characters within it. */
export interface EndRules {
  /** Quoted strings may hold the closing delimiter. */
  readonly strings?: boolean;
  /** Braces pair up within the code, as in `{{ path({a: {b: 1}}) }}`. */
  readonly braces?: boolean;
  /** Another construct's beginning on a later line shows that this one is not finished. */
  readonly openers?: readonly string[];
  /** Markup at the beginning of a later line shows that this one is not finished. */
  readonly markup?: boolean;
}

const LF = 10;
const CR = 13;
const QUOTE = 34;
const APOSTROPHE = 39;
const BACKQUOTE = 96;
const BACKSLASH = 92;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** Finds a closing delimiter from an offset on, or the place where it is plain that there is none. */
export function findEnd(source: string, from: number, close: string, rules: EndRules = {}): Ended | Unended {
  const { strings = false, braces = false, markup = false, openers = [] } = rules;
  const last = close.charCodeAt(0);
  const firsts = openers.map((o) => o.charCodeAt(0));
  let depth = 0;
  let later = false;
  /** A quote without a partner on its line is an apostrophe, and so are those after it. */
  let unpaired = 0;
  for (let i = from; i < source.length; i++) {
    const c = source.charCodeAt(i);
    if (c === CLOSE_BRACE && depth > 0) depth--;
    else if (c === last && source.startsWith(close, i)) return { end: i + close.length, codeEnd: i };
    else if (c === OPEN_BRACE && braces && !(later && openers.some((o) => source.startsWith(o, i)))) depth++;
    else if (c === LF || c === CR) {
      later = true;
      unpaired = 0;
      if (markup && startsMarkup(source, i + 1)) return { looked: i };
    } else if (strings && c !== unpaired && (c === QUOTE || c === APOSTROPHE || c === BACKQUOTE)) {
      const end = endOfString(source, i, c);
      if (end === undefined) unpaired = c;
      else i = end;
    } else if (later && firsts.includes(c) && openers.some((o) => source.startsWith(o, i)))
      return { looked: i };
  }
  return { looked: source.length };
}

/** The offset of the closing quote on the same line, or of the quote itself where it is an apostrophe within a word. */
function endOfString(source: string, at: number, quote: number): number | undefined {
  if (at > 0 && isWordCharacter(source.charCodeAt(at - 1))) return at;
  for (let i = at + 1; i < source.length; i++) {
    const c = source.charCodeAt(i);
    if (c === BACKSLASH) i++;
    else if (c === quote) return i;
    else if (c === LF || c === CR) return undefined;
  }
  return undefined;
}

function isWordCharacter(c: number): boolean {
  return (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95 || c > 127;
}

/** True where a tag is the first thing on the line that begins at an offset. */
export function startsMarkup(source: string, lineStart: number): boolean {
  let i = lineStart;
  for (;;) {
    const c = source.charCodeAt(i);
    if (c !== 32 && c !== 9) break;
    i++;
  }
  if (source.charCodeAt(i) !== 60) return false;
  const c = source.charCodeAt(i + 1);
  return c === 47 || c === 33 || (c >= 65 && c <= 90) || (c >= 97 && c <= 122);
}

/**
 * The offset after the parenthesis that closes the one at `at`, strings honoured; undefined where there is none, or where
 * markup at the beginning of a line shows that it is missing.
 */
export function closeParenthesis(source: string, at: number): number | undefined {
  let depth = 0;
  let quote = '';
  for (let i = at; i < source.length; i++) {
    const c = source.charAt(i);
    if (c === '\n' && startsMarkup(source, i + 1)) return undefined;
    if (quote !== '') {
      if (c === '\\') i++;
      else if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '(') depth++;
    else if (c === ')' && --depth === 0) return i + 1;
  }
  return undefined;
}

/** The offset of the quote that closes the one at `at`, on any line, backslashes honoured. */
export function closingQuote(source: string, at: number): number | undefined {
  const quote = source.charAt(at);
  for (let i = at + 1; i < source.length; i++) {
    const c = source.charAt(i);
    if (c === '\\') i++;
    else if (c === quote) return i;
  }
  return undefined;
}
