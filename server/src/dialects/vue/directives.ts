import { remembered } from '../../core/remembered.js';
import type { Span } from '../../core/span.js';

/** A directive as an attribute's name writes it (https://vuejs.org/api/built-in-directives.html). */
export interface Directive {
  /** `bind`, `on`, `model`, `slot`, `for` … */
  readonly name: string;
  /** What follows the colon; undefined where nothing does. */
  readonly argument: string | undefined;
  /** The argument is code: `:[name]`. */
  readonly dynamic: boolean;
}

const SHORT: Readonly<Record<string, string>> = { ':': 'bind', '.': 'bind', '@': 'on', '#': 'slot' };
/** What a directive begins with; all other attributes are plain. */
const SIGNS = /^(?:v-|[:.@#])/i;
const WRITTEN = /^(?:v-([a-z0-9-]+)(?::|(?=\.)|$)|([:.@#]))(\[[^\]]*\]?|[^.]*)/i;

/** Undefined for a plain attribute. */
export function directiveOf(written: string): Directive | undefined {
  return SIGNS.test(written) ? readDirective(written) : undefined;
}

const readDirective = remembered((written: string): Directive | undefined => {
  const found = WRITTEN.exec(written);
  if (!found) return undefined;
  const [, long, short = '', argument = ''] = found;
  return {
    name: (long ?? SHORT[short] ?? '').toLowerCase(),
    argument: argument === '' ? undefined : argument,
    dynamic: argument.startsWith('['),
  };
});

/** The loop of a `v-for`, cut where its names end and its list begins; undefined where it is half-typed. */
export function loopOf(
  text: string,
  { start, end }: Span,
): { readonly names: Span; readonly word: Span; readonly list: Span } | undefined {
  const found = /^([\s\S]*?)\s(in|of)\s+(?=\S)/.exec(text.slice(start, end));
  if (!found) return undefined;
  const [whole, names = '', word = ''] = found;
  const at = start + names.length + 1;
  return {
    names: { start, end: start + names.length },
    word: { start: at, end: at + word.length },
    list: { start: start + whole.length, end },
  };
}

/** Every word of a pattern that may be a name it declares. */
export function wordsOf(pattern: string): string[] {
  return pattern.match(/[A-Za-z_$][\w$]*/g) ?? [];
}
