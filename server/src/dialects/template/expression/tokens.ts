import type { Span } from '../../../core/span.js';

export type Token =
  /** `text` is the string's content, and `inner` where it stands; `open` where it holds parts that are computed. */
  | {
      readonly kind: 'string';
      readonly text: string;
      readonly span: Span;
      readonly inner: Span;
      readonly open: boolean;
    }
  | { readonly kind: 'number' | 'word' | 'operator'; readonly text: string; readonly span: Span };

// Ruby's predicates end with "?", which elsewhere begins a choice.
const TOKEN =
  /\s+|(\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*)|(\d+(?:\.\d+)?)|([$@]{0,2}[\p{L}_$][\p{L}\p{N}_$]*(?:\?(?=\s+\?|\s*(?:[),&|}]|$)))?)|(\?->|===|!==|=>|==|!=|<=|>=|&&|\|\||\?\?|\?:|\?\.|->|::|<<|[\s\S])/uy;

/** How many tokens of one construct are read: more is a program, not an expression. */
const LIMIT = 400;

/** The tokens of an expression in any of the template languages: their expressions differ less than their tags do. */
export function tokenize(source: string, { start, end }: Span): readonly Token[] {
  const tokens: Token[] = [];
  const code = source.slice(start, end);
  let at = 0;
  while (at < code.length && tokens.length < LIMIT) {
    const c = code.charAt(at);
    if (c === '"' || c === "'" || c === '`') {
      const token = stringAt(code, at, start);
      tokens.push(token);
      at = token.span.end - start;
      continue;
    }
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(code);
    if (!match) break;
    const [text, comment, number, word, operator] = match;
    const span = { start: start + at, end: start + at + text.length };
    at += text.length;
    if (comment !== undefined) continue;
    if (number !== undefined) tokens.push({ kind: 'number', text, span });
    else if (word !== undefined) tokens.push({ kind: 'word', text, span });
    else if (operator !== undefined) tokens.push({ kind: 'operator', text, span });
  }
  return tokens;
}

function stringAt(code: string, at: number, base: number): Token {
  const quote = code.charAt(at);
  let end = at + 1;
  while (end < code.length && code.charAt(end) !== quote) end += code.charAt(end) === '\\' ? 2 : 1;
  end = Math.min(end, code.length);
  const raw = code.slice(at + 1, end);
  return {
    kind: 'string',
    text: raw.replace(/\\(['"`\\/])/g, '$1').replace(/\\n/g, '\n'),
    span: { start: base + at, end: base + Math.min(end + 1, code.length) },
    inner: { start: base + at + 1, end: base + end },
    open: quote !== "'" && /\$\w|\$?\{\$?\w|#\{/.test(raw),
  };
}
