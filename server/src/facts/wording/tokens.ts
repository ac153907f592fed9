import { fold } from '../../core/fold.js';

/** A word (accents, case and soft hyphens folded away) or a mark that matters to the sentence. Offsets are UTF-16 into the text read. */
export interface Token {
  readonly text: string;
  readonly kind: 'word' | 'number' | 'mark';
  readonly start: number;
  readonly end: number;
}

const MARKS = new Set([',', ';', '.', '!', '?', '(', ')', '/', '&', '+']);
/** Characters that are written but not read: soft hyphen, zero-width blanks and joiners, word joiner, BOM. */
const INVISIBLE = /^(?:\u00ad|\u034f|[\u200b-\u200f]|[\u2060-\u2064]|[\ufe00-\ufe0f]|\ufeff)$/;
const WORD = /^[\p{L}\p{N}]$/u;
const COMBINING = /^\p{M}$/u;

const foldedCharacters = new Map<string, string | undefined>();

/** What a character adds to a word: letters, nothing for what is written but not read; undefined ends the word. */
function foldCharacter(character: string): string | undefined {
  if (foldedCharacters.has(character)) return foldedCharacters.get(character);
  let folded: string | undefined;
  if (INVISIBLE.test(character) || COMBINING.test(character)) folded = '';
  else if (WORD.test(character)) folded = fold(character);
  if (foldedCharacters.size < 4096) foldedCharacters.set(character, folded);
  return folded;
}

function foldAscii(code: number, character: string): string | undefined {
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)) return character;
  return code >= 0x41 && code <= 0x5a ? String.fromCharCode(code + 0x20) : undefined;
}

/**
 * Splits visible text into words and marks, in linear time.
 * Apostrophes and hyphens part words, except the hyphen after a lone letter: "e-mail" reads as "email".
 */
export function tokenizeText(text: string): Token[] {
  const tokens: Token[] = [];
  let word = '';
  let start = 0;
  let end = 0;
  const flush = () => {
    if (word !== '') tokens.push({ text: word, kind: isNumber(word) ? 'number' : 'word', start, end });
    word = '';
  };
  for (let index = 0; index < text.length; ) {
    const code = text.charCodeAt(index);
    const character = code < 0xd800 ? text.charAt(index) : String.fromCodePoint(text.codePointAt(index) ?? 0);
    const next = index + character.length;
    const folded = code < 0x80 ? foldAscii(code, character) : foldCharacter(character);
    if (folded === undefined) {
      const joins =
        (character === '-' || character === '‑') &&
        word.length === 1 &&
        startsWithLetter(word) &&
        startsWithLetter(text.slice(next, next + 2));
      if (!joins) flush();
      if (MARKS.has(character) && !(character === '.' && !endsSentence(text, next))) {
        tokens.push({ text: character, kind: 'mark', start: index, end: next });
      }
    } else if (folded !== '') {
      if (word === '') start = index;
      word += folded;
      end = next;
    } else if (word !== '' && COMBINING.test(character)) end = next;
    index = next;
  }
  flush();
  return tokens;
}

/** A full stop ends a sentence before a blank and no lower-case letter: "e.g. offers" and "example.org" go on. */
function endsSentence(text: string, index: number): boolean {
  const rest = /^(\s*)(\S?)/u.exec(text.slice(index, index + 16));
  const blank = rest?.[1] ?? '';
  const first = rest?.[2] ?? '';
  if (first === '') return true;
  return blank !== '' && !/\p{Ll}/u.test(first);
}

function startsWithLetter(text: string): boolean {
  return /^\p{L}/u.test(text);
}

function isNumber(word: string): boolean {
  return /^\p{N}+$/u.test(word);
}

const HUMP = /[\p{Lu}]+(?![\p{Ll}])|[\p{Lu}]?[\p{Ll}\p{Lo}]+|\p{N}+|[.:/]/gu;

/**
 * Splits a code name or message key: camelCase, PascalCase, snake_case, kebab-case, digits.
 * Dots, colons and slashes become marks, since a phrase does not reach across the parts of a key.
 */
export function tokenizeIdentifier(name: string): Token[] {
  const tokens: Token[] = [];
  for (const match of name.matchAll(HUMP)) {
    const start = match.index;
    const end = start + match[0].length;
    if (/^[.:/]$/.test(match[0])) tokens.push({ text: '.', kind: 'mark', start, end });
    else tokens.push({ text: fold(match[0]), kind: isNumber(match[0]) ? 'number' : 'word', start, end });
  }
  return tokens;
}
