import type { Span } from '../../core/span.js';

const LONGEST = 600;
const PAIRS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** The expression that begins at an offset: up to a comma, a statement's end, or the bracket that holds it. */
export function expressionAt(source: string, at: number, { commas = false } = {}): Span {
  const end = Math.min(source.length, at + LONGEST);
  const open: string[] = [];
  let i = at;
  for (; i < end; i++) {
    const c = source.charAt(i);
    if (c === '"' || c === "'" || c === '`') {
      const close = endOfString(source, i, end);
      if (close !== undefined) i = close;
    } else if (PAIRS[c] !== undefined) open.push(PAIRS[c] ?? '');
    else if (c === ')' || c === ']' || c === '}') {
      if (open.pop() !== c) break;
    } else if (
      open.length === 0 &&
      (c === ';' || (c === ',' && !commas) || (c === '\n' && endsLine(source, at, i)))
    )
      break;
  }
  return { start: at, end: i };
}

function endOfString(source: string, at: number, end: number): number | undefined {
  const quote = source.charAt(at);
  for (let i = at + 1; i < end; i++) {
    const c = source.charAt(i);
    if (c === '\\') i++;
    else if (c === quote) return i;
    else if (c === '\n' && quote !== '`') return undefined;
  }
  return undefined;
}

/** An expression goes on in the next line where an operator stands at either end. */
function endsLine(source: string, at: number, line: number): boolean {
  const before = source.slice(at, line).trimEnd();
  return (
    before !== '' && !/[+*/=(,&|?:-]$/.test(before) && !/^\s*[+*/).&|?:-]/.test(source.slice(line, line + 40))
  );
}

/** The arguments of a call, from behind its bracket. */
export function argumentsFrom(source: string, at: number, limit = 6): Span[] {
  const spans: Span[] = [];
  for (let from = at; spans.length < limit; ) {
    const span = expressionAt(source, from);
    if (source.slice(span.start, span.end).trim() !== '') spans.push(span);
    let next = span.end;
    while (/\s/.test(source.charAt(next))) next++;
    if (source.charAt(next) !== ',') break;
    from = next + 1;
  }
  return spans;
}
