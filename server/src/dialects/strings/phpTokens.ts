import type { Token } from '../settings/tokens.js';

export const OPENS = new Set(['(', '[', '{']);
export const CLOSES = new Set([')', ']', '}']);
/** What a value among strings that are joined ends before. */
export const STOPS = new Set(['.', ',', ';', '?', ':', '=>', '??']);

export function isLiteral({ kind }: Token): boolean {
  return kind === 'string' || kind === 'heredoc';
}

/** Whether one of the joined values here is a string. */
export function joinsStrings(tokens: readonly Token[], from: number): boolean {
  for (let at = from, depth = 0; at < tokens.length; at++) {
    const { text, kind } = tokens[at] as Token;
    if (isLiteral(tokens[at] as Token)) {
      if (depth === 0) return true;
    } else if (kind === 'mark' && OPENS.has(text)) depth++;
    else if (kind === 'mark' && CLOSES.has(text)) depth--;
    if (depth < 0 || (depth === 0 && kind === 'mark' && text !== '.' && STOPS.has(text))) return false;
  }
  return false;
}

/** Whether a string is all that is joined there, with nothing done to it. */
export function isWhole(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    !next || (next.kind === 'mark' && next.text !== '?' && (STOPS.has(next.text) || CLOSES.has(next.text)))
  );
}

/** The key of an entry, the function of an argument and what stands around it. */
export function namesBefore(tokens: readonly Token[], at: number): string[] {
  const names: string[] = [];
  let depth = 0;
  let entry = true;
  for (let i = at - 1; i >= 0 && i > at - 200 && names.length < 6; i--) {
    const { text, kind } = tokens[i] as Token;
    if (kind === 'mark') {
      if (text === ';' || (depth === 0 && text === '{')) break;
      if (CLOSES.has(text)) depth++;
      else if (OPENS.has(text)) {
        if (depth > 0) depth--;
        else {
          entry = false;
          const name = tokens[i - 1];
          if (name?.kind === 'word') names.push(name.text);
        }
      } else if (depth === 0 && text === ',') entry = false;
      else if (depth === 0 && entry && (text === '=>' || text === '=')) {
        const key = tokens[i - 1];
        if (key) names.push(key.text);
        entry = false;
      }
    }
  }
  return names;
}
