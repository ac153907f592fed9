import { closingQuote, startsMarkup } from './ends.js';
import type { Ended, Memory, Unended } from './language.js';

const KIND_OF_ECHO = /^\s+(?:echo|print)\b/i;
const HEREDOC = /<<<[ \t]*(['"]?)([A-Za-z_]\w*)\1(?:\r\n|[\r\n])/y;

/**
 * The end of a stretch of PHP: `?>` ends line comments, but neither strings, block comments nor heredocs (PHP manual,
 * "Basic syntax"). Code without an end runs to the end of the file unless markup follows on a line of its own.
 */
export function findPhpEnd(source: string, from: number, memory: Memory): Ended | Unended {
  const kind = KIND_OF_ECHO.test(source.slice(from, from + 16)) ? { kind: 'output' as const } : {};
  let later = false;
  for (let i = from; i < source.length; i++) {
    switch (source.charCodeAt(i)) {
      case 63: // ?
        if (source.charCodeAt(i + 1) === 62) return { end: i + 2, codeEnd: i, ...kind };
        break;
      case 10:
      case 13:
        later = true;
        if (startsMarkup(source, i + 1)) return { looked: i };
        break;
      case 34: // "
      case 39: {
        const end = endOfString(source, i);
        if (end === undefined) return { looked: source.length };
        if ('stray' in end) return { end: end.stray + 2, codeEnd: end.stray, ...kind };
        i = end.at;
        break;
      }
      case 35: // #
        if (source.charAt(i + 1) !== '[') i = endOfLineComment(source, i) - 1;
        break;
      case 47: // slash
        if (source.charAt(i + 1) === '/') i = endOfLineComment(source, i) - 1;
        else if (source.charAt(i + 1) === '*') {
          const end = source.indexOf('*/', i + 2);
          if (end < 0) return { looked: source.length };
          i = end + 1;
        }
        break;
      case 60: // <
        if (source.startsWith('<<<', i)) i = endOfHeredoc(source, i, memory);
        else if (later && (source.startsWith('<?php', i) || source.startsWith('<?=', i)))
          return { looked: i };
        break;
    }
  }
  return { end: source.length, codeEnd: source.length, ...kind };
}

/** A string that goes on over lines and holds `?>` is more likely one whose quote is missing. */
function endOfString(source: string, at: number): { at: number } | { stray: number } | undefined {
  const end = closingQuote(source, at);
  const text = source.slice(at, end ?? at + 400);
  const stray = text.indexOf('?>');
  const line = text.search(/[\r\n]/);
  if (stray >= 0 && (end === undefined || (line >= 0 && stray < line))) return { stray: at + stray };
  return end === undefined ? undefined : { at: end };
}

/** A line comment ends with its line, or before `?>`. */
function endOfLineComment(source: string, at: number): number {
  for (let i = at; i < source.length; i++) {
    const c = source.charCodeAt(i);
    if (c === 10 || c === 13) return i;
    if (c === 63 && source.charCodeAt(i + 1) === 62) return i;
  }
  return source.length;
}

/** The last offset of a heredoc; of its operator where it has no end. */
function endOfHeredoc(source: string, at: number, memory: Memory): number {
  HEREDOC.lastIndex = at;
  const match = HEREDOC.exec(source);
  if (!match) return at;
  const [opening, , label = ''] = match;
  const from = at + opening.length;
  if (from >= (memory.inVain.get(label) ?? Number.POSITIVE_INFINITY)) return at;
  const end = new RegExp(`^[ \\t]*${label}\\b`, 'gm');
  end.lastIndex = from;
  const found = end.exec(source);
  if (!found) {
    memory.inVain.set(label, from);
    return at;
  }
  return found.index + found[0].length - 1;
}
