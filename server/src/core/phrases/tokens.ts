import { fold } from '../fold.js';

/** A word (accents, case and characters that nobody reads folded away) or a mark. Offsets are UTF-16 into the text read. */
export interface Token {
  readonly text: string;
  readonly kind: 'word' | 'number' | 'mark';
  readonly start: number;
  readonly end: number;
  /** A mark stands before it that no phrase reaches across. */
  readonly parted: boolean;
}

/** What becomes of characters that are no part of words; those that are not named mean nothing. */
export interface Marks {
  /** They become tokens, so that phrases can name them. */
  readonly kept: string;
  /** No phrase reaches across them. */
  readonly parting: string;
}

const OTHER = 1;
const LETTER = 2;
const COMBINING = 3;
/** Written but not read: soft hyphen, zero-width blanks and joiners, word joiner, BOM. */
const INVISIBLE = 4;
/** What is known of each UTF-16 unit, 0 where nobody has asked yet. */
const classes = new Uint8Array(0x10000);

function classOf(character: string): number {
  if (/^[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/.test(character)) return INVISIBLE;
  if (/^\p{M}/u.test(character)) return COMBINING;
  return /^[\p{L}\p{N}]/u.test(character) ? LETTER : OTHER;
}

function classAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit >= 0xd800 && unit < 0xe000) return classOf(String.fromCodePoint(text.codePointAt(index) ?? 0));
  const known = classes[unit];
  if (known) return known;
  const found = classOf(text.charAt(index));
  classes[unit] = found;
  return found;
}

const OPENS_ENDING: ReadonlySet<string> = new Set('(·•./');
/** Endings for another gender or number that are written behind a word: "informé(e)", "client·e·s", "inscrito/a". */
const ENDING =
  /\((?:e|es|ne|le|te|trice|en|in|innen|s|a|as|o|os|em|am)\)s?(?!\p{L})|[·•](?:e|ne|le|te|trice|ice)?(?:[·•]?s)?(?!\p{L})|[./](?:e|es|a|as|os|o)(?:[./]s)?(?![\p{L}\p{N}./])/uy;

/**
 * Splits visible text into words and marks, in linear time; endings behind a word that include other readers are left out.
 * Apostrophes and hyphens part words, except the hyphen after a lone letter: "e-mail" reads as "email".
 */
export function tokensOfText(text: string, marks: Marks): Token[] {
  const tokens: Token[] = [];
  let parted = false;
  for (let index = 0; index < text.length; ) {
    let kind = classAt(text, index);
    if (kind === OTHER) {
      const character = text.charAt(index);
      if (tokens.at(-1)?.end === index && OPENS_ENDING.has(character)) {
        ENDING.lastIndex = index;
        if (ENDING.test(text)) {
          index = ENDING.lastIndex;
          continue;
        }
      }
      index += 1;
      if (character === ' ') continue;
      if (character === '.' && !endsSentence(text, index)) continue;
      if (marks.kept.includes(character))
        tokens.push({ text: character, kind: 'mark', start: index - 1, end: index, parted: false });
      parted ||= marks.parting.includes(character);
      continue;
    }
    let start = -1;
    let end = index;
    for (; index < text.length && kind !== OTHER; kind = classAt(text, index)) {
      const next = index + (isPair(text, index) ? 2 : 1);
      if (kind === LETTER && start < 0) start = index;
      if (kind !== INVISIBLE) end = next;
      index = next;
    }
    if (start < 0) continue;
    const word = fold(text.slice(start, end));
    if (word === '') continue;
    const before = tokens.at(-1);
    if (before?.end === start - 1 && isLoneLetter(before, text) && startsWithLetter(word)) {
      tokens[tokens.length - 1] = { ...before, text: before.text + word, end };
    } else tokens.push({ text: word, kind: isNumber(word) ? 'number' : 'word', start, end, parted });
    parted = false;
  }
  return tokens;
}

/** A letter with a hyphen behind it, as in "e-mail". */
function isLoneLetter({ kind, text, end }: Token, whole: string): boolean {
  return kind === 'word' && text.length === 1 && /[-‐‑]/.test(whole.charAt(end));
}

function isPair(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xd800 && unit < 0xdc00 && (text.codePointAt(index) ?? 0) > 0xffff;
}

/** A full stop ends a sentence before a blank and no lower-case letter or slash: "e.g. offers", "example.org" and "Sr. / Sra." go on. */
function endsSentence(text: string, index: number): boolean {
  const rest = /^(\s*)(\S?)/u.exec(text.slice(index, index + 16));
  const blank = rest?.[1] ?? '';
  const first = rest?.[2] ?? '';
  if (first === '') return true;
  return blank !== '' && !/[\p{Ll}/]/u.test(first);
}

function startsWithLetter(text: string): boolean {
  return /^\p{L}/u.test(text);
}

function isNumber(word: string): boolean {
  const first = word.charCodeAt(0);
  return !(first >= 0x61 && first <= 0x7a) && /^\p{N}+$/u.test(word);
}

const HUMP = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{M}]+|\p{N}+|[^\p{L}\p{N}\p{M}]/gu;

/**
 * Splits code: camelCase, PascalCase, snake_case, kebab-case, digits. A mark that is kept becomes a full stop, since
 * what parts the names of a key or a path does not matter.
 */
export function tokensOfCode(code: string, marks: Marks): Token[] {
  const tokens: Token[] = [];
  let parted = false;
  for (const match of code.matchAll(HUMP)) {
    const start = match.index;
    const end = start + match[0].length;
    if (/^[\p{L}\p{N}\p{M}]/u.test(match[0])) {
      const kind = isNumber(match[0]) ? 'number' : 'word';
      tokens.push({ text: fold(match[0]), kind, start, end, parted });
      parted = false;
    } else if (marks.kept.includes(match[0]))
      tokens.push({ text: '.', kind: 'mark', start, end, parted: false });
    else parted ||= marks.parting.includes(match[0]);
  }
  return tokens;
}
