import type { Span } from '../../../core/span.js';
import type { Cursor } from './cursor.js';
import type { Entry, Expression } from './nodes.js';

export interface Arguments {
  readonly items: readonly Expression[];
  readonly entries: readonly Entry[];
}

export const none: Arguments = { items: [], entries: [] };

/** Reads an expression at the cursor; leaves it `broken` where there is none. */
export type ReadExpression = () => Expression;

/** Arguments or parts of a collection, up to a closing token, or to where none can follow. */
export function readArguments(cursor: Cursor, close: string | undefined, read: ReadExpression): Arguments {
  const items: Expression[] = [];
  const entries: Entry[] = [];
  while (!(close !== undefined && cursor.take(close))) {
    const before = cursor.at;
    const key = takeKey(cursor);
    const { value, whole } = readArgument(cursor, close, read);
    if (key)
      entries.push({
        key: key.text,
        keySpan: key.span,
        value,
        span: { start: cursor.tokens[before]?.span.start ?? 0, end: whole },
      });
    else if (key === undefined) items.push(value);
    if (cursor.take(',')) {
      if (close === undefined && !cursor.peek()) break;
      continue;
    }
    if (close !== undefined) cursor.take(close);
    break;
  }
  return { items, entries };
}

/** One argument; one that cannot be read hides none of the others. */
function readArgument(
  cursor: Cursor,
  close: string | undefined,
  read: ReadExpression,
): { readonly value: Expression; readonly whole: number } {
  const start = cursor.at;
  const value = read();
  if (cursor.broken) {
    cursor.broken = false;
    cursor.at = start;
  }
  const next = cursor.peek();
  const ended =
    !next ||
    (next.kind === 'operator' && [',', close, close === undefined ? '|' : close].includes(next.text));
  if (ended && cursor.at > start) return { value, whole: cursor.end(value.span.end) };
  cursor.skipArgument(close);
  return { value: { kind: 'other', span: value.span }, whole: cursor.end(value.span.end) };
}

interface Key {
  readonly text: string;
  readonly span: Span;
}

/**
 * The name before a value, with the sign that follows it. The parameter of a lambda (`m => m.Name`) and a number before
 * `=>` are passed over: they name nothing.
 */
function takeKey(cursor: Cursor): Key | undefined {
  const first = cursor.peek();
  const next = cursor.peek(1);
  if (!first || !next) return undefined;
  const touches = next.span.start === first.span.end;
  if (first.kind === 'string') {
    if (!cursor.sees('=>', 1) && !cursor.sees(':', 1)) return undefined;
    cursor.at += 2;
    return { text: first.text, span: first.inner };
  }
  if (first.text === ':' && next.kind === 'word' && touches && cursor.sees('=>', 2)) {
    cursor.at += 3;
    return { text: next.text, span: next.span };
  }
  if (first.kind === 'operator') return undefined;
  if (cursor.sees('=>', 1)) {
    cursor.at += 2;
    return undefined;
  }
  if (first.kind !== 'word' || first.text.startsWith('$')) return undefined;
  if (!cursor.sees('=', 1) && !(cursor.sees(':', 1) && touches)) return undefined;
  cursor.at += 2;
  const sign = first.text.startsWith('@') ? 1 : 0;
  return { text: first.text.slice(sign), span: { start: first.span.start + sign, end: first.span.end } };
}

/**
 * Arguments among words: Handlebars' and Go's `t "key" name=value`.
 * @param read one value; a name takes no arguments of its own here.
 */
export function readWordArguments(
  cursor: Cursor,
  read: ReadExpression,
  ends: (word: string) => boolean,
): Arguments {
  const items: Expression[] = [];
  const entries: Entry[] = [];
  for (let token = cursor.peek(); token && !cursor.broken; token = cursor.peek()) {
    const starts =
      token.kind !== 'operator' || token.text === '(' || token.text === '.' || token.text === '-';
    if (!starts || (token.kind === 'word' && ends(token.text) && items.length > 0)) break;
    const key = takeWordKey(cursor);
    const value = read();
    if (key)
      entries.push({
        key: key.text,
        keySpan: key.span,
        value,
        span: { start: key.span.start, end: cursor.end(value.span.end) },
      });
    else items.push(value);
  }
  return { items, entries };
}

/** `aria-label=`: here a name may have hyphens. */
function takeWordKey(cursor: Cursor): Key | undefined {
  const first = cursor.peek();
  if (first?.kind !== 'word') return undefined;
  let ahead = 1;
  while (cursor.sees('-', ahead) && cursor.peek(ahead + 1)?.kind === 'word') ahead += 2;
  // Django Widget Tweaks add to a value by `class+="x"`.
  const sign = cursor.sees('+', ahead) ? 1 : 0;
  if (!cursor.sees('=', ahead + sign)) return undefined;
  const parts = Array.from({ length: ahead }, (_, i) => cursor.peek(i));
  const end = parts.at(-1)?.span.end ?? first.span.end;
  cursor.at += ahead + sign + 1;
  return { text: parts.map((p) => p?.text ?? '').join(''), span: { start: first.span.start, end } };
}
