import type { Given, Setting } from '../../model/nodes.js';
import type { Token } from './tokens.js';

/** What begins a line that goes on with the one before. */
const CONTINUES = /^(?:\.|->|\?->|\?\.|&\.|&&|\|\||\?\?|\?:|\?|:|\+|[)\]}])$/;
/** What ends a line that goes on in the next one. */
const OPENS = /^(?:[,.=?+([{\\|]|->|=>|:=|::|\|\||&&|\?\?|\?:|\|\|=|\?\?=|\.=|\+=)$/;

/** A statement goes on in the next line. */
export function goesOn(before: Token | undefined, after: Token | undefined): boolean {
  if (before?.kind === 'mark' && OPENS.test(before.text)) return true;
  return after?.kind === 'mark' && CONTINUES.test(after.text);
}

export function valueOfString({ text, inner, holes }: Token): Setting['value'] {
  if (holes?.test(text)) return { state: 'dynamic', span: inner, code: text };
  return { state: 'known', value: text.replace(/\\(.)/gs, '$1'), span: inner };
}

/** A text, an object or a list, as Python, Ruby and PHP write them but for what stands between a key and its value. */
export function literal(given: Given, sign: string): string {
  if (typeof given === 'string') return `'${given.replace(/[\\']/g, '\\$&')}'`;
  if (Array.isArray(given)) return `[${given.map((one) => literal(one, sign)).join(', ')}]`;
  return `{${Object.entries(given)
    .map(([key, text]) => `${literal(key, sign)}${sign}${literal(text, sign)}`)
    .join(', ')}}`;
}

/** What follows gives it a value, or closes the brackets around the key. */
export function isGiven(after: Token | undefined): boolean {
  return after?.kind === 'mark' && /^(?:=>|:|\]|=)$/.test(after.text);
}

export function snake(key: string): string {
  return key.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
}
