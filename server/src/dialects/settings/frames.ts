import type { Span } from '../../core/span.js';
import type { Token } from './tokens.js';

/** What stands in brackets, seen from outside. */
export interface Group extends Span {
  readonly kind: 'group';
  /** The opening bracket. */
  readonly text: string;
  /** The only string in it: the name in `headers['From']`. */
  readonly only: Token | undefined;
}

export type Item = Token | Group;

/** Brackets that are open at a place, or the whole text. */
export interface Frame {
  readonly open: string;
  readonly outer: Frame | undefined;
  readonly id: number;
  /** Statements in braces, rather than entries. */
  readonly isBlock: boolean;
  /** The function whose arguments these are. */
  readonly callee: Token | undefined;
  /** Since the last separator, what is in brackets as one item. */
  items: Item[];
  /** How many statements have ended in it. */
  statement: number;
  /** Arguments before the current one. */
  argument: number;
  /** Arguments that are strings and may be names: `env('MAIL_FROM', …)`. */
  readonly strings: Token[];
  /** The offset after its closing bracket, once that has been met. */
  end: number | undefined;
  /** A setting has been read from its current item. */
  told: boolean;
  /** A setting has been read from something in it. */
  toldAny: boolean;
}

export function openFrame(open: string, outer: Frame | undefined, id: number): Frame {
  const items = outer?.items ?? [];
  const last = items.at(-1);
  const callee = open === '(' && last?.kind === 'word' && last.text !== 'return' ? last : undefined;
  const isBlock = !outer || (open === '{' && opensBlock(items));
  return {
    open,
    outer,
    id,
    isBlock,
    callee,
    items: [],
    statement: 0,
    argument: 0,
    strings: [],
    end: undefined,
    told: false,
    toldAny: false,
  };
}

/** Braces after a name or after brackets hold statements; after anything else, and first of all, they hold entries. */
function opensBlock(items: readonly Item[]): boolean {
  const last = items.at(-1);
  return last?.kind === 'word' || last?.kind === 'group';
}

/** A name that something in the same item is given to: `from:`, `'from' =>`, `$mail->From =`. */
export interface Key {
  readonly token: Token;
  readonly operator: Token;
  /** Further words before the operator, the nearest first. */
  readonly around: readonly string[];
}

const OPERATORS = new Set(['=', ':', '=>', ':=', '||=', '??=', '+=', '.=']);
const ACCESSES = new Set(['.', '->', '?->', '?.', '&.', '::']);
/** What begins a block that a colon opens. */
const BLOCK_WORDS = new Set(
  'if elif else for while with try except finally case when def class lambda'.split(' '),
);
const COMPARISONS = new Set(['==', '===', '!=', '!==', '=~', '!~', '<=>']);

export function isComparison(item: Item | undefined): boolean {
  return item?.kind === 'mark' && COMPARISONS.has(item.text);
}

export function isAccess(item: Item | undefined): boolean {
  return item?.kind === 'mark' && ACCESSES.has(item.text);
}

/** The key of the items before a place; undefined where there is none, or where they compare. */
export function keyOf(items: readonly Item[]): Key | undefined {
  for (let at = items.length - 1; at > 0; at--) {
    const item = items[at];
    if (isComparison(item)) return undefined;
    if (item?.kind !== 'mark' || !OPERATORS.has(item.text)) continue;
    const key = item.text === ':' ? labelBefore(items, at) : targetBefore(items, at);
    if (!key) continue;
    return { token: key, operator: item, around: wordsBefore(items, items.indexOf(key)) };
  }
  return undefined;
}

/** What a colon names: a string, or a word right before it; the colon of a choice names nothing. */
function labelBefore(items: readonly Item[], at: number): Token | undefined {
  const before = items[at - 1];
  if (
    items.some(
      (item, i) =>
        i < at && item.kind === 'word' && (i === 0 || item.text === 'lambda') && BLOCK_WORDS.has(item.text),
    )
  )
    return undefined;
  if (before?.kind === 'string') return items.slice(0, at).some((i) => i.text === '?') ? undefined : before;
  return before?.kind === 'word' && before.end === items[at]?.start ? before : undefined;
}

/** What an assignment or arrow gives a value to; a type may stand between the name and the sign. */
function targetBefore(items: readonly Item[], at: number): Token | undefined {
  const before = items[at - 1];
  if (before?.kind === 'group') return before.text === '[' ? before.only : undefined;
  if (before?.kind !== 'word' && before?.kind !== 'string') return undefined;
  const typed = items[at - 2]?.text === ':' && items[at - 3]?.kind === 'word' ? items[at - 3] : before;
  return typed?.kind === 'word' || typed?.kind === 'string' ? typed : undefined;
}

const MOST = 4;

function wordsBefore(items: readonly Item[], at: number): string[] {
  const words: string[] = [];
  for (let i = at - 1; i >= 0 && words.length < MOST; i--) {
    const item = items[i];
    if (item?.kind === 'word') words.push(item.text);
  }
  return words;
}
