import { type Marks, type Token, tokensOfCode, tokensOfText } from '../../core/phrases/tokens.js';

const OF_SENTENCES: Marks = { kept: ',;.!?()/&+', parting: '' };
const OF_KEYS: Marks = { kept: '.:/', parting: '' };

/** The words of visible text, and the marks that matter to a sentence. */
export function tokenizeText(text: string): Token[] {
  return tokensOfText(text, OF_SENTENCES);
}

/** The words of a code name or message key. Dots, colons and slashes part them, since a phrase does not reach across. */
export function tokenizeIdentifier(name: string): Token[] {
  return tokensOfCode(name, OF_KEYS);
}
