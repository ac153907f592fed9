import { type Marks, type Token, tokensOfCode, tokensOfText } from '../../core/phrases/tokens.js';

const OF_TEXT: Marks = { kept: '', parting: '.!?;|<>{}_' };
const OF_CODE: Marks = { kept: '', parting: '?&#,;()' };

export type Word = Token;

/** The words that a reader sees. Phrases do not reach across the ends of sentences and the marks of templates. */
export function wordsOfText(text: string): Word[] {
  return tokensOfText(text, OF_TEXT);
}

/** The words of an identifier, an expression or an address. */
export function wordsOfCode(code: string): Word[] {
  return tokensOfCode(code, OF_CODE);
}
