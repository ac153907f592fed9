import type { Span } from '../../../core/span.js';
import { closingQuote } from '../ends.js';
import type { Expression } from '../expression/nodes.js';
import { parseExpression } from '../expression/parse.js';
import type { CodeCall } from '../language.js';

const GRAMMAR = { joins: ['.'] };
const CLOSES: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
/** `->add(`: a field is added to a form. */
const ADDS = /->\s*add\s*$/;
/** `$form['newsletter'] =`, `'newsletter' =>`: what an array is called. */
const NAMED = /(?:\[\s*(["'])([\w-]+)\1\s*\]\s*=|(["'])([\w-]+)\3\s*=>)\s*(?:array\s*)?$/i;
const KIND = /(["'])#type\1/;

interface Open {
  readonly at: number;
  readonly bracket: string;
  /** It holds the kind of an element itself. */
  kind: boolean;
  /** What stands in it makes elements. */
  holds: boolean;
}

/**
 * Code that describes the fields of a form for a framework to draw, wherever it stands: calls of Symfony's form builders,
 * and Drupal's render arrays as if a call named `#element` were given their name and themselves. One pass over the code.
 */
export function builtFields(source: string, code: Span): CodeCall[] {
  const text = source.slice(code.start, code.end);
  if (!KIND.test(text) && !/->\s*add\s*\([^)]{0,300}Type::class/.test(text)) return [];
  const found: CodeCall[] = [];
  const open: Open[] = [];
  for (let i = code.start; i < code.end; i++) {
    const c = source.charAt(i);
    if (c === '"' || c === "'") {
      const close = closingQuote(source, i);
      if (close === undefined) break;
      const top = open.at(-1);
      if (top && source.slice(i + 1, close) === '#type') top.kind = true;
      i = close;
    } else if (c === '#' || (c === '/' && /[/*]/.test(source.charAt(i + 1))))
      i = endOfComment(source, i, code.end);
    else if (CLOSES[c] !== undefined) open.push({ at: i, bracket: c, kind: false, holds: false });
    else if (c === ')' || c === ']' || c === '}') {
      const last = open.at(-1);
      if (!last || CLOSES[last.bracket] !== c) continue;
      open.pop();
      const made = last.holds ? undefined : madeBy(source, last, i + 1);
      const outer = open.at(-1);
      if (made) found.push(made);
      if (outer) outer.holds ||= last.holds || made !== undefined;
    }
  }
  return found;
}

function madeBy(source: string, { at, bracket, kind }: Open, end: number): CodeCall | undefined {
  const before = source.slice(Math.max(0, at - 100), at);
  if (kind && bracket !== '{') return arrayCall(source, at, end, before);
  const adds = bracket === '(' ? ADDS.exec(before) : null;
  if (!adds) return undefined;
  const start = at - adds[0].replace(/^->\s*/, '').length;
  return { code: { start, end }, grammar: GRAMMAR, printed: false, among: true };
}

/** `$form['newsletter'] = ['#type' => 'checkbox', …]` */
function arrayCall(source: string, at: number, end: number, before: string): CodeCall | undefined {
  const named = NAMED.exec(before);
  const name = named?.[2] ?? named?.[4];
  if (!named || name === undefined) return undefined;
  const nameAt = at - before.length + named.index + named[0].indexOf(name);
  const start = nameAt - 1;
  // Both ways to write an array are read alike.
  const word = /array\s*$/i.exec(before)?.[0].length ?? 0;
  const array = parseExpression(source, { start: at - word, end }, GRAMMAR);
  const literal: Expression = {
    kind: 'literal',
    value: name,
    span: { start: nameAt, end: nameAt + name.length },
  };
  const code = { start, end };
  const expression: Expression = {
    kind: 'call',
    name: '#element',
    arguments: [literal, array],
    named: [],
    span: code,
  };
  return { code, grammar: GRAMMAR, printed: false, among: true, expression };
}

function endOfComment(source: string, at: number, end: number): number {
  if (source.charAt(at + 1) === '*' && source.charAt(at) === '/') {
    const close = source.indexOf('*/', at + 2);
    return close < 0 ? end : Math.min(end, close + 1);
  }
  const line = /[\r\n]/g;
  line.lastIndex = at;
  return Math.min(end, line.exec(source)?.index ?? end);
}
