import { type Literal, readLiteral } from '../../../core/literal.js';
import type { Span } from '../../../core/span.js';

/** State that a part of a page declares, by name; its literals have true offsets. */
export interface Scope {
  readonly members: ReadonlyMap<string, Literal>;
  /** It may have members that cannot be seen. */
  readonly openEnded: boolean;
  /** Code that runs before anyone acts. */
  readonly beginning: string;
}

/** In UTF-16 units: where an object is looked for behind what makes it. */
const MAX_HEAD = 200;

export const nothing: Scope = { members: new Map(), openEnded: true, beginning: '' };

/** The entries of an object. */
export function scopeOf(text: string, object: Literal): Scope {
  if (object.kind !== 'object') return nothing;
  const members = new Map(object.entries.map(({ key, value }) => [key, value]));
  const hooks = object.entries.filter(({ key }) => HOOKS.has(key));
  const beginning = hooks.map(({ keySpan }) => bodyAfter(text, keySpan.end, object.span.end)).join('\n');
  return { members, openEnded: object.openEnded, beginning };
}

/** Methods that frameworks call before anyone acts. */
const HOOKS: ReadonlySet<string> = new Set(['init', 'created', 'beforeMount', 'mounted']);

function bodyAfter(text: string, at: number, end: number): string {
  const open = text.indexOf('{', at);
  if (open < 0 || open >= end) return '';
  let depth = 0;
  for (let i = open; i < end; i++) {
    const c = text.charAt(i);
    if (c === '{') depth++;
    else if (c === '}' && --depth === 0) return text.slice(open, i);
  }
  return text.slice(open, end);
}

/** `news = true; user.offers = 'yes'`; a member of a member goes by its path. */
export function assigned(text: string, { start, end }: Span): Scope {
  const members = new Map<string, Literal>();
  const code = text.slice(start, end);
  for (const match of code.matchAll(/(?<![\w$.])([\w$.]+)[ \t]{0,20}=(?!=)/g)) {
    const [whole, name = ''] = match;
    members.set(name, shifted(readLiteral(code, match.index + whole.length), start));
  }
  return { members, openEnded: false, beginning: '' };
}

/** A literal of a stretch of text, as one of the whole. */
export function shifted(literal: Literal, by: number): Literal {
  const at = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  const span = at(literal.span);
  if (literal.kind === 'array') return { ...literal, span, items: literal.items.map((i) => shifted(i, by)) };
  if (literal.kind !== 'object') return { ...literal, span };
  const entries = literal.entries.map(({ key, keySpan, value }) => ({
    key,
    keySpan: at(keySpan),
    value: shifted(value, by),
  }));
  return { ...literal, span, entries };
}

const OBJECT =
  /\s{0,40}(?:function\b[^(){]{0,60})?(?:\([^(){}]{0,100}\)\s{0,40}(?:=>\s{0,40})?)?(?:\(\s{0,40}\{|\{\s{0,40}return\s{0,40}\(?\s{0,40}\{|\{)/y;

/** The object that begins here, or that a function beginning here returns. */
export function objectAfter(text: string, at: number): Literal | undefined {
  OBJECT.lastIndex = 0;
  const head = text.slice(at, at + MAX_HEAD);
  const [found] = OBJECT.exec(head) ?? [];
  return found === undefined ? undefined : readLiteral(text, at + found.length - 1);
}

/** What a path leads to; undefined where the scope does not speak of it. */
export function lookUp({ members }: Scope, path: string): Literal | undefined {
  const whole = members.get(path);
  if (whole) return whole;
  const [first = '', ...rest] = path.split('.');
  let found = members.get(first);
  for (const key of rest) {
    if (found?.kind !== 'object') return found && { kind: 'code', span: found.span };
    const { openEnded, span } = found;
    const entry = found.entries.find((e) => e.key === key);
    found = entry?.value ?? (openEnded ? { kind: 'code', span } : undefined);
    if (!found) return undefined;
  }
  return found;
}
