import type { Edit } from '../../core/edit.js';
import type { Span } from '../../core/span.js';
import { templateCode, type WrittenAttribute } from '../../knowledge/templateCode.js';
import {
  asksOnlyForSent,
  evaluate,
  fallBack,
  type Outcome,
  toValue,
  truthy,
  unknown,
} from './expression/evaluate.js';
import type { Grammar } from './expression/grammar.js';
import type { Expression } from './expression/nodes.js';
import { parseExpression } from './expression/parse.js';
import type { Condition, Print, Reading } from './reading.js';

/** What an output's expression prints. */
export function readPrint(source: string, code: Span, grammar: Grammar): Reading {
  return printOf(parseExpression(source, code, grammar), source, code);
}

/** The same for an expression that is read already. */
export function printOf(expression: Expression, source: string, code: Span): Reading {
  if (expression.kind === 'call') {
    if (templateCode.isContentCall(expression.name)) return { kind: 'content' };
    const kind = templateCode.namesFile(expression.name);
    const path = kind && pathOf(expression);
    if (kind && path !== undefined) return { kind, path };
    const attribute = templateCode.attributeOf(expression.name);
    if (attribute) return writes(attribute, expression, source, code);
  }
  const name = nameOf(expression);
  if (name !== undefined && templateCode.isContent(name)) return { kind: 'content' };
  return print(expression, source, code);
}

export function print(expression: Expression, source: string, code: Span): Print {
  const outcome = evaluate(expression);
  const value = toValue(outcome, source, code);
  const off = outcome.off && asWritten(outcome.off, source);
  return { kind: 'print', value, ...(value.state === 'known' && value.origin && off && { off }) };
}

/** In the spelling of the literal that it stands for: `True` gives way to `False`. */
function asWritten(off: Edit, source: string): Edit {
  return off.text === 'false' && source.charAt(off.span.start) === 'T' ? { ...off, text: 'False' } : off;
}

/** What decides whether a block is printed. */
export function conditionOf(source: string, code: Span, grammar: Grammar, negated = false): Condition {
  const written = source.slice(code.start, code.end).trim();
  // Only conditions within a tag are ever asked.
  return new LazyCondition(written, () => {
    const of = parseExpression(source, code, grammar);
    const test: Expression = negated ? { kind: 'not', of, span: of.span } : of;
    const { known, off } = evaluate(test);
    if (!known || !truthy(known.value)) return { holds: 'unknown' };
    if (asksOnlyForSent(test)) return { holds: 'only-by-default' };
    return { holds: 'by-default', off: off && asWritten(off, source) };
  });
}

class LazyCondition implements Condition {
  constructor(
    readonly code: string,
    readonly read: () => Pick<Condition, 'holds' | 'off'>,
  ) {}

  get holds(): Condition['holds'] {
    return this.read().holds;
  }

  get off(): Condition['off'] {
    return this.read().off;
  }
}

/** The path that a call names first. */
export function pathOf(expression: Expression): string | undefined {
  if (expression.kind !== 'call') return undefined;
  for (const argument of expression.arguments) {
    if (argument.kind === 'literal' && typeof argument.value === 'string') return argument.value;
  }
  for (const { key, value } of expression.named) {
    if (templateCode.optionNamesFile(key) && value.kind === 'literal') return String(value.value);
  }
  return undefined;
}

function nameOf(expression: Expression): string | undefined {
  if (expression.kind === 'path') return expression.path;
  if (expression.kind !== 'call') return undefined;
  const [first] = expression.arguments;
  if (templateCode.isContent(expression.name)) return expression.name;
  return first && templateCode.passes(expression.name) ? nameOf(first) : undefined;
}

/** The span without blanks and the marks that trim white space around a construct. */
export function trimCode(source: string, { start, end }: Span, marks: RegExp): Span {
  let from = start;
  let to = end;
  if (from < to && isMark(source, from, marks)) from++;
  if (to > from && isMark(source, to - 1, marks)) to--;
  while (from < to && isWhite(source.charCodeAt(from))) from++;
  while (to > from && isWhite(source.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

/** Most code begins and ends with a blank, a letter or a digit: of these only blanks may be marks, and trimmed they are anyway. */
function isMark(source: string, at: number, marks: RegExp): boolean {
  const c = source.charCodeAt(at);
  const isPlain = c === 32 || (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57);
  return !isPlain && marks.test(source.charAt(at));
}

function isWhite(c: number): boolean {
  return c === 32 || (c >= 9 && c <= 13) || (c >= 128 && /\s/.test(String.fromCharCode(c)));
}

/** The first word of a tag and what follows it. */
export function splitTag(source: string, code: Span): { readonly word: string; readonly rest: Span } {
  const match = /^[\w.:-]*/.exec(source.slice(code.start, Math.min(code.end, code.start + 80)));
  const word = match?.[0] ?? '';
  let start = code.start + word.length;
  while (start < code.end && /\s/.test(source.charAt(start))) start++;
  return { word: word.toLowerCase(), rest: { start, end: code.end } };
}

/** `checked($stored, 1)` writes an attribute where its arguments are equal, `set_checkbox('a', '1', true)` by default. */
function writes(
  { attribute, otherwise = -1 }: WrittenAttribute,
  call: Extract<Expression, { kind: 'call' }>,
  source: string,
  code: Span,
): Print {
  const byDefault = call.arguments[otherwise];
  if (byDefault) return printAttribute(attribute, fallBack(unknown, evaluate(byDefault)), source, code);
  const [test, compared] = call.arguments;
  if (!test) return printAttribute(attribute, unknown, source, code);
  const holds: Expression = compared ? { kind: 'equal', left: test, right: compared, span: call.span } : test;
  return printAttribute(attribute, evaluate(holds), source, code);
}

/** An attribute that is written where a condition holds. */
export function printAttribute(name: string, test: Outcome, source: string, code: Span): Print {
  const written = { state: 'known', value: name, span: code } as const;
  const value = toValue(test, source, code);
  if (value.state === 'dynamic') return { kind: 'print', value: { ...value, candidates: [written] } };
  if (!truthy(value.value)) return { kind: 'print', value: { ...value, value: '' } };
  const off = value.origin && test.off ? { off: test.off } : {};
  return { kind: 'print', value: { ...value, value: name, span: code }, ...off };
}
