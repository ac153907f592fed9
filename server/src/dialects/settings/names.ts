import type { Span } from '../../core/span.js';
import { argumentName, isTestFunction } from '../../knowledge/sending.js';
import type { Setting } from '../../model/nodes.js';
import { type Frame, isAccess, isComparison, keyOf } from './frames.js';
import type { CodeLanguage } from './table.js';
import type { Token } from './tokens.js';

/** Something that a place in code is called. */
export interface Name {
  readonly text: string;
  readonly span: Span;
  readonly kind: Setting['kind'];
  /** Where it begins, with its quote. */
  readonly start: number;
  /** Where that which has this name stands: an entry among others, a call in its statement. */
  readonly holder: Frame;
}

const MOST_NAMES = 12;
/** What stands before brackets and is no function's name. */
const CONTROL_WORDS = new Set([
  'if',
  'elseif',
  'for',
  'foreach',
  'while',
  'switch',
  'catch',
  'function',
  'fn',
  'func',
]);

/** The names around a place, innermost first; none where what stands there is compared rather than used. */
export function namesAround(innermost: Frame, { commandCalls }: CodeLanguage): Name[] {
  const names: Name[] = [];
  for (let frame: Frame | undefined = innermost; frame && names.length < MOST_NAMES; frame = frame.outer) {
    const { items, callee } = frame;
    if (items.some(isComparison) || (callee && isTestFunction(callee.text))) return [];
    const key = keyOf(items);
    if (key) {
      names.push(nameOf(key.token, frame.isBlock ? 'variable' : 'property', frame));
      for (const text of key.around) names.push({ ...nameOf(key.token, 'variable', frame), text });
    }
    if (callee) names.push(...namesOfCall(frame, callee, key === undefined));
    if (!frame.isBlock) continue;
    const command = key || !commandCalls ? undefined : items[0];
    if (command?.kind === 'word') names.push(nameOf(command, 'argument', frame));
    // What a function returns is known by the function's name; other statements by nothing around them.
    const name = functionBefore(frame);
    if (items[0]?.text !== 'return' || items.length > 1 || !frame.outer) break;
    if (name) names.push(nameOf(name, 'variable', frame));
  }
  return names;
}

/** The argument's name where the function is known, what stands before it, the function, and whose function it is. */
function namesOfCall(frame: Frame, callee: Token, positional: boolean): Name[] {
  const { argument, strings, outer } = frame;
  let holder = outer ?? frame;
  for (let i = 0; i < MOST_NAMES && !holder.isBlock && holder.outer && !keyOf(holder.items); i++)
    holder = holder.outer;
  const parameter = positional ? argumentName(callee.text, argument) : undefined;
  const receiver = outer?.items.at(-3);
  return [
    ...(parameter === undefined ? [] : [{ ...nameOf(callee, 'argument', holder), text: parameter }]),
    ...strings.map((s) => nameOf(s, 'header', holder)),
    nameOf(callee, 'argument', holder),
    ...(receiver?.kind === 'word' && isAccess(outer?.items.at(-2))
      ? [nameOf(receiver, 'variable', holder)]
      : []),
  ];
}

/** The function whose body begins here: `function wp_mail_from($old) {`. */
function functionBefore({ outer }: Frame): Token | undefined {
  const items = outer?.items ?? [];
  if (items.at(-1)?.kind !== 'group') return undefined;
  const name = items.at(-2);
  return name?.kind === 'word' && !CONTROL_WORDS.has(name.text) ? name : undefined;
}

function nameOf(token: Token, kind: Setting['kind'], holder: Frame): Name {
  return { text: token.text.replace(/^[$@]+/, ''), span: token.inner, start: token.start, kind, holder };
}
