import { overlaps, type Span } from '../../../core/span.js';
import { closeParenthesis, closingQuote } from '../ends.js';
import type { Grammar } from '../expression/grammar.js';
import type { CodeCall, HoleCode } from '../language.js';
import { builtFields } from './builders.js';

const GRAMMAR: Grammar = { joins: ['.'] };
const PRINTS = /(?:echo|print)\b\s*/iy;
const ASSIGNS = /\$\w+\s*=(?![=>])\s*/y;

/** Calls in PHP: what is printed, and statements of one call, as those that begin and end a form are written. */
export function phpCalls({ source, open, code }: HoleCode): readonly CodeCall[] {
  if (open === '<?=') return [{ code: trimmed(source, code), grammar: GRAMMAR, printed: true }];
  const found = statements(source, code);
  const built = builtFields(source, code);
  const among = found.length > 1;
  const printed = found.map((statement) => called(source, statement, among));
  if (built.length === 0) return printed;
  // A statement that only holds what is built makes nothing itself.
  const others = printed.filter((p) => !built.some((b) => overlaps(b.code, p.code)));
  return [...built, ...others].sort((a, b) => a.code.start - b.code.start);
}

function called(source: string, statement: Span, among: boolean): CodeCall {
  const printed = after(PRINTS, source, statement);
  const start = printed ?? after(ASSIGNS, source, statement) ?? statement.start;
  return {
    code: withoutComments(source, { start, end: statement.end }),
    grammar: GRAMMAR,
    printed: printed !== undefined,
    among,
  };
}

function after(pattern: RegExp, source: string, { start, end }: Span): number | undefined {
  pattern.lastIndex = start;
  const match = pattern.exec(source);
  return match && match.index + match[0].length <= end ? match.index + match[0].length : undefined;
}

/** Statements outside braces, without their semicolons; what stands within braces may never run. */
function statements(source: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  let from = start;
  let depth = 0;
  const finish = (to: number) => {
    const span = trimmed(source, { start: from, end: to });
    if (depth === 0 && span.end > span.start) found.push(span);
    from = to + 1;
  };
  for (let i = start; i < end; i++) {
    const c = source.charAt(i);
    if (c === ';') finish(i);
    else if (c === '{' || c === '}') {
      depth = Math.max(0, depth + (c === '{' ? 1 : -1));
      from = i + 1;
    } else if (c === '"' || c === "'") i = closingQuote(source, i) ?? end;
    else if (c === '(') i = (closeParenthesis(source, i) ?? end + 1) - 1;
    else if (c === '/' || c === '#') i = endOfComment(source, i, end);
  }
  finish(end);
  return found;
}

/** What stands after blanks and comments. */
function withoutComments(source: string, { start, end }: Span): Span {
  let { start: at } = trimmed(source, { start, end });
  for (
    let close = endOfComment(source, at, end);
    at < end && close > at;
    close = endOfComment(source, at, end)
  )
    at = trimmed(source, { start: Math.min(close + 1, end), end }).start;
  return trimmed(source, { start: at, end });
}

/** The last offset of a comment, or the offset itself where none begins. */
function endOfComment(source: string, at: number, end: number): number {
  if (source.startsWith('/*', at)) {
    // Not in what follows the code: code after code would look through all of it in vain.
    const close = source.slice(at + 2, end).indexOf('*/');
    return close < 0 ? end : at + 2 + close + 1;
  }
  if (source.charAt(at) !== '#' && !source.startsWith('//', at)) return at;
  const line = /[\r\n]/g;
  line.lastIndex = at;
  return Math.min(end, (line.exec(source)?.index ?? end) - 1);
}

function trimmed(source: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(source.charAt(from))) from++;
  while (to > from && /[\s;]/.test(source.charAt(to - 1))) to--;
  return { start: from, end: to };
}
