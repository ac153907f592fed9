import { fold } from '../../core/fold.js';

/** A word with accents, case and invisible characters folded away; UTF-16 offsets into the text read. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A mark stands before it that no phrase reaches across. */
  readonly parted: boolean;
}

const beyondAscii = /[\p{L}\p{N}\p{M}\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/u;
/** Words of code and addresses end at a hump as well: `optOut`, `UnsubscribeURL`. */
const codeWord = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{M}]+|\p{N}+/gu;

/** The words that a reader sees. Hyphens and apostrophes part them, except after a lone letter: "e-mail" is "email". */
export function wordsOfText(text: string): Word[] {
  const words: Word[] = [];
  let parted = false;
  for (let start = 0; start < text.length; start++) {
    if (!isWordCharacter(text, start)) {
      parted ||= '.!?;|<>{}_'.includes(text.charAt(start));
      continue;
    }
    let end = start + 1;
    while (end < text.length && isWordCharacter(text, end)) end++;
    const folded = fold(text.slice(start, end));
    const before = words.at(-1);
    if (
      before?.text.length === 1 &&
      before.end === start - 1 &&
      /[-\u2010\u2011]/.test(text.charAt(start - 1))
    ) {
      words[words.length - 1] = { ...before, text: before.text + folded, end };
    } else if (folded !== '') {
      words.push({ text: folded, start, end, parted });
    }
    parted = false;
    start = end - 1;
  }
  return words;
}

/** What is known of each UTF-16 unit: 1 belongs to words, 2 does not. */
const classes = new Uint8Array(0x10000);

/** Letters outside the basic plane (surrogate pairs) are in no phrase. */
function isWordCharacter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) {
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
  }
  const known = classes[code];
  if (known) return known === 1;
  const isPart = beyondAscii.test(text.charAt(at));
  classes[code] = isPart ? 1 : 2;
  return isPart;
}

/** The words of an identifier, an expression or an address. */
export function wordsOfCode(code: string): Word[] {
  const words: Word[] = [];
  let reached = 0;
  for (const match of code.matchAll(codeWord)) {
    const start = match.index;
    const end = start + match[0].length;
    words.push({ text: fold(match[0]), start, end, parted: /[?&#,;()]/.test(code.slice(reached, start)) });
    reached = end;
  }
  return words;
}
