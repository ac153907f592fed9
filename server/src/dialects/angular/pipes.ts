import type { Span } from '../../core/span.js';
import { trimmed } from '../braces/trimmed.js';

/** An expression and what it is piped through: `'signup.newsletter' | translate`. */
export interface Piped {
  readonly input: Span;
  /** Names of the pipes, the first one first. */
  readonly pipes: readonly string[];
}

/** Cuts an expression at its pipes. */
export function pipedIn(text: string, code: Span): Piped {
  const cuts: number[] = [];
  let depth = 0;
  let quote = '';
  for (let i = code.start; i < code.end; i++) {
    const c = text.charAt(i);
    if (quote !== '') {
      if (c === '\\') i++;
      else if (c === quote) quote = '';
    } else if (c === '"' || c === "'" || c === '`') quote = c;
    else if (c === '(' || c === '[' || c === '{') depth++;
    else if (c === ')' || c === ']' || c === '}') depth--;
    else if (c === '|' && text.charAt(i + 1) === '|') i++;
    else if (c === '|' && depth === 0) cuts.push(i);
  }
  const [first = code.end] = cuts;
  return {
    input: trimmed(text, { start: code.start, end: first }),
    pipes: cuts.map((at) => /^\s*([\w$]*)/.exec(text.slice(at + 1, code.end))?.[1] ?? ''),
  };
}
