import { type Edit, replace } from '../../../core/edit.js';
import type { Span } from '../../../core/span.js';
import { templateCode } from '../../../knowledge/templateCode.js';
import type { KnownValue, Scalar, Value } from '../../../model/nodes.js';
import type { Binary, Call, Expression } from './nodes.js';

/** What an expression gives, as far as the text tells. */
export interface Outcome {
  /** Its value; undefined where only the running program knows it. */
  readonly known: { readonly value: Scalar; readonly span: Span } | undefined;
  /** The value holds for want of another one: nothing was sent yet, nothing is stored. */
  readonly fallback: boolean;
  /** It depends on what a visitor sends. */
  readonly request: boolean;
  /** Switches a fallback off at the literal that decides. */
  readonly off?: Edit;
  /** Values that it may give and that are written in it. */
  readonly candidates: readonly KnownValue[];
}

export const unknown: Outcome = { known: undefined, fallback: false, request: false, candidates: [] };

export function evaluate(expression: Expression): Outcome {
  const { span } = expression;
  switch (expression.kind) {
    case 'literal':
      return { ...unknown, known: { value: expression.value, span } };
    case 'path':
      return evaluatePath(expression.path, span);
    case 'call':
      return evaluateCall(expression);
    case 'not':
      return negate(evaluate(expression.of));
    case 'and':
    case 'or':
      return connect(expression.kind, evaluate(expression.left), evaluate(expression.right));
    case 'default':
      return fallBack(evaluate(expression.left), evaluate(expression.right));
    case 'equal':
    case 'unequal':
      return compare(expression);
    case 'choice': {
      const { test, yes, no } = expression;
      return choose(evaluate(test), evaluate(yes), evaluate(no), asksOnlyForSent(test));
    }
    case 'joined':
      return join(expression.parts.map(evaluate), span);
    case 'collection':
    case 'other':
      return unknown;
  }
}

/** The outcome as the model's value. @param code the whole expression. */
export function toValue(outcome: Outcome, source: string, code: Span): Exclude<Value, { state: 'absent' }> {
  const { known, fallback, request, candidates, off } = outcome;
  if (known && !(request && !truthy(known.value))) {
    if (!fallback && !request) return { state: 'known', value: known.value, span: known.span };
    const name = source.slice(code.start, code.end).trim();
    const origin = { kind: 'fallback' as const, span: off?.span ?? known.span, name, shared: false };
    return { state: 'known', value: known.value, span: known.span, origin };
  }
  const text = source.slice(code.start, code.end).trim();
  return { state: 'dynamic', span: code, code: text, ...(candidates.length > 0 && { candidates }) };
}

export function truthy(value: Scalar): boolean {
  return Boolean(value) && value !== '0';
}

/** A variable, or what a predicate says of one: `params[:news].nil?`. */
function evaluatePath(path: string, span: Span): Outcome {
  if (!templateCode.isRequest(path)) return unknown;
  const asks = /\.\w+\?$/.test(path) && (templateCode.testsMissing(path) || templateCode.testsGiven(path));
  const sent = nothingSent(span);
  return asks ? { ...sent, known: { value: templateCode.testsMissing(path), span } } : sent;
}

/** What a visitor sends is not there when the page is first shown. */
function nothingSent(span: Span): Outcome {
  return { ...unknown, known: { value: null, span }, request: true };
}

function evaluateCall({ name, arguments: args, span }: Call): Outcome {
  const [first] = args;
  if (templateCode.testsGiven(name) || templateCode.testsMissing(name)) {
    const missing = templateCode.testsMissing(name);
    if (!first) return unknown;
    const of = evaluate(first);
    if (!of.known) return unknown;
    return { ...of, known: { value: missing ? !truthy(of.known.value) : of.known.value !== null, span } };
  }
  // FreeMarker's `subscribed?string('checked', '')`.
  if (name.includes('?') && args.length === 2 && first && args[1])
    return choose(unknown, evaluate(first), evaluate(args[1]));
  if (templateCode.isRequestCall(name)) {
    const otherwise = args[templateCode.defaultArgument(name) ?? 1];
    return otherwise ? fallBack(nothingSent(span), evaluate(otherwise)) : nothingSent(span);
  }
  if (first && templateCode.translates(name)) return translation(evaluate(first));
  const otherwise = args[templateCode.defaultArgument(name) ?? -1];
  // A text is the key of what may be stored: `get_option('news', 1)`.
  const stored = first && first.kind !== 'literal' ? evaluate(first) : unknown;
  if (otherwise) return fallBack(stored, evaluate(otherwise));
  if (first && templateCode.passes(name)) return evaluate(first);
  return unknown;
}

/** A message is known where the source text itself is its key; a key in the manner of code is none. */
function translation(of: Outcome): Outcome {
  return of.known && typeof of.known.value === 'string' && isSentence(of.known.value) ? of : unknown;
}

function isSentence(text: string): boolean {
  return (
    /\p{L}/u.test(text) &&
    (/\S\s\S/.test(text) || /[^\0-\x7f]/.test(text) || /^\p{Lu}\p{Ll}+[.!?:]?$/u.test(text))
  );
}

function negate(of: Outcome): Outcome {
  if (!of.known) return unknown;
  const { off, ...rest } = of;
  return { ...rest, known: { value: !truthy(of.known.value), span: of.known.span } };
}

function connect(kind: 'and' | 'or', left: Outcome, right: Outcome): Outcome {
  const decides = (o: Outcome) => o.known !== undefined && truthy(o.known.value) === (kind === 'or');
  if (decides(left)) return left;
  if (decides(right)) return left.known ? merge(right, left) : fallBack(unknown, right);
  if (left.known && right.known) return merge(right, left);
  return { ...unknown, candidates: [...left.candidates, ...right.candidates, ...candidatesOf(right)] };
}

function merge(outcome: Outcome, other: Outcome): Outcome {
  return {
    ...outcome,
    request: outcome.request || other.request,
    fallback: outcome.fallback || other.fallback || other.request,
  };
}

/** `stored ?? default`: without anything stored, the default holds. */
export function fallBack(stored: Outcome, otherwise: Outcome): Outcome {
  if (stored.known && stored.known.value !== null) return stored;
  if (!otherwise.known) {
    return { ...unknown, candidates: [...stored.candidates, ...otherwise.candidates] };
  }
  const off = otherwise.off ?? switchOff(otherwise);
  return { ...otherwise, fallback: true, request: stored.request || otherwise.request, ...(off && { off }) };
}

function switchOff({ known, fallback, request }: Outcome): Edit | undefined {
  if (!known || fallback || request || !truthy(known.value)) return undefined;
  if (known.value === true) return replace(known.span, 'false');
  return replace(known.span, typeof known.value === 'number' ? '0' : '');
}

function compare({ kind, left, right, span }: Binary): Outcome {
  const [a, b] = [evaluate(left), evaluate(right)];
  if (!a.known || !b.known) return unknown;
  // Template languages compare loosely more often than not.
  const same = String(a.known.value ?? '') === String(b.known.value ?? '');
  return { ...merge(a, b), known: { value: same === (kind === 'equal'), span } };
}

/**
 * True for a condition that says no more than that nothing was sent: what it guards is never what a visitor chose, so that
 * taking it away loses nothing.
 */
export function asksOnlyForSent(test: Expression): boolean {
  const { kind } = test;
  if (kind === 'not') {
    const inner =
      test.of.kind === 'call' && templateCode.testsGiven(test.of.name) ? test.of.arguments[0] : test.of;
    return inner !== undefined && isSent(inner);
  }
  const [first] = kind === 'call' && templateCode.testsMissing(test.name) ? test.arguments : [];
  return first !== undefined && isSent(first);
}

function isSent(expression: Expression): boolean {
  if (expression.kind === 'path') return templateCode.isRequest(expression.path);
  return (
    expression.kind === 'call' &&
    templateCode.isRequestCall(expression.name) &&
    evaluate(expression).off === undefined
  );
}

function choose(test: Outcome, yes: Outcome, no: Outcome, removable = false): Outcome {
  if (!test.known) {
    return {
      ...unknown,
      candidates: [yes, no].flatMap((o) => [...candidatesOf(o), ...o.candidates]),
    };
  }
  const taken = truthy(test.known.value) ? yes : no;
  const other = taken === yes ? no : yes;
  const byDefault = test.request || test.fallback;
  if (!taken.known || !byDefault) return taken;
  const off = test.off ?? taken.off ?? (removable ? switchOff(taken) : undefined);
  return {
    ...taken,
    fallback: true,
    request: test.request || taken.request,
    candidates: [...taken.candidates, ...candidatesOf(other)],
    ...(off && { off }),
  };
}

function candidatesOf({ known, request }: Outcome): KnownValue[] {
  return known && !request ? [{ state: 'known', value: known.value, span: known.span }] : [];
}

function join(parts: readonly Outcome[], span: Span): Outcome {
  const values = parts.map((p) => p.known);
  if (values.some((v) => v === undefined) || parts.some((p) => p.request || p.fallback)) return unknown;
  return { ...unknown, known: { value: values.map((v) => String(v?.value ?? '')).join(''), span } };
}
