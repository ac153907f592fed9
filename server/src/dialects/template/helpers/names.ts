import type { Span } from '../../../core/span.js';
import type { Call, Expression } from '../expression/nodes.js';

const SEPARATOR = /\?->|->|::|\?\.|&\.|\\/g;
const HEAD = /[$@\\]*\w+(?:(?:\??->|::|\??\.|&\.|\\)[$\w]+)*/y;

/** The chain of names that code begins with: its first and its last word. */
export function headOf(
  source: string,
  at: number,
): { readonly first: string; readonly last: string } | undefined {
  HEAD.lastIndex = at;
  const head = HEAD.exec(source)?.[0];
  if (head === undefined) return undefined;
  return { first: /\w+/.exec(head)?.[0] ?? '', last: /(?<!\w)\w+$/.exec(head)?.[0] ?? '' };
}

/** A path with `.` for every sign that leads to a member, without the signs that begin variables. */
export function plainName(path: string): string {
  return path
    .replace(SEPARATOR, '.')
    .replace(/[$@\s]/g, '')
    .replace(/^[.:]+/, '');
}

/** A call's name in the same manner, `()` for the arguments of calls in it. */
export function callName(call: Call): string {
  const { on } = call;
  if (!on) return plainName(call.name);
  return `${callName(on)}()${plainName(`${call.name.slice(on.span.end - call.span.start)}`).replace(/^/, '.')}`;
}

/** The last name of a chain. */
export function methodOf(call: Call): string {
  return /(?<!\w)\w+$/.exec(call.name)?.[0] ?? call.name;
}

/** An identifier that label and control agree on, in the manner of frameworks: `user[news]` → `user_news`. */
export function idFor(name: string): string {
  return name.replace(/\W+/g, '_').replace(/^_+|_+$/g, '');
}

export interface Written {
  readonly text: string;
  readonly span: Span;
}

/** A text or symbol that stands in the code: `'news'`, `:news`. */
export function writtenIn(expression: Expression): Written | undefined {
  if (expression.kind === 'literal') {
    const { value, span } = expression;
    return value === null || typeof value === 'boolean' ? undefined : { text: String(value), span };
  }
  if (expression.kind !== 'path' || !expression.path.startsWith(':')) return undefined;
  return {
    text: expression.path.slice(1),
    span: { start: expression.span.start + 1, end: expression.span.end },
  };
}

/** The place of an expression with the quotes around it. */
export function wholeSpan(source: string, { kind, span }: Expression): Span {
  return kind === 'literal' ? quoted(source, span) : span;
}

/** A string's place with its quotes, where it has any. */
export function quoted(source: string, { start, end }: Span): Span {
  const quote = source.charAt(start - 1);
  const isQuoted = /["'`]/.test(quote) && source.charAt(end) === quote;
  return isQuoted ? { start: start - 1, end: end + 1 } : { start, end };
}
