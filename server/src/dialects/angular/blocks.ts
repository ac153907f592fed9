import type { Span } from '../../core/span.js';
import type { TextBlocks } from '../braces/interpolations.js';

/** A block of control flow (https://angular.dev/guide/templates/control-flow), or a `@let`. */
export interface Block {
  /** `if`, `else if`, `for`, `let` … */
  readonly name: string;
  /** What stands in its brackets, or what a `@let` says; empty where there is nothing. */
  readonly parameters: Span;
  /** From its sign to the brace that opens it, or to the semicolon of a `@let`. */
  readonly head: Span;
  /** What stands between its braces; of a `@let` all that follows in the block around it. */
  readonly content: Span;
}

const HEAD = /@(else\s+if|if|else|for|switch|case|default|empty|defer|placeholder|loading|error)\b/y;
const LET = /@let\s+[\w$]+\s*=/y;
const OPENS = /\s*\{/y;
const MESSAGE = /\{[^{},<>]*,\s*(?:plural|select|selectordinal)\s*,/y;

/** Longer brackets are half-typed. In UTF-16 units. */
const LONGEST = 4000;

type Open = { -readonly [K in keyof Block]: Block[K] };

/** Finds the blocks of a template while its texts are being read, and where they end. */
export class BlockReader implements TextBlocks {
  // In a message's case `{{{name}} guests}` the first brace is the case's.
  readonly begins = '@(?=[a-z])|\\}|\\{(?!\\{)|\\{(?=\\{\\{)';
  readonly blocks: Block[] = [];
  readonly #open: Open[] = [];
  readonly #lets: Open[][] = [[]];
  /** Braces of messages with plural forms, which end no block. */
  #braces = 0;

  constructor(readonly text: string) {}

  read(at: number): number | undefined {
    const { text } = this;
    const sign = text.charAt(at);
    if (sign === '@') return this.#let(at) ?? this.#block(at);
    if (sign === '{') {
      MESSAGE.lastIndex = at;
      if (this.#braces > 0 || MESSAGE.test(text)) this.#braces++;
      return undefined;
    }
    if (this.#braces > 0) {
      this.#braces--;
      return undefined;
    }
    const block = this.#open.pop();
    if (!block) return undefined;
    this.#close(block, at);
    return at + 1;
  }

  /** The blocks, when all has been read. */
  finish(): readonly Block[] {
    for (let block = this.#open.pop(); block; block = this.#open.pop()) this.#close(block, this.text.length);
    for (const open of this.#lets.pop() ?? [])
      open.content = { start: open.content.start, end: this.text.length };
    return this.blocks;
  }

  #close(block: Open, at: number): void {
    const end = Math.max(at, block.content.start);
    block.content = { start: block.content.start, end };
    for (const open of this.#lets.pop() ?? []) open.content = { start: open.content.start, end };
  }

  #block(at: number): number | undefined {
    HEAD.lastIndex = at;
    const name = HEAD.exec(this.text)?.[1];
    if (name === undefined) return undefined;
    const parameters = this.#brackets(HEAD.lastIndex);
    if (!parameters) return undefined;
    OPENS.lastIndex = parameters.end + (parameters.end > parameters.start ? 1 : 0);
    if (this.text.charAt(parameters.start - 1) === '(') OPENS.lastIndex = parameters.end + 1;
    if (!OPENS.test(this.text)) return undefined;
    const end = OPENS.lastIndex;
    const block: Open = {
      name: name.replace(/\s+/g, ' '),
      parameters,
      head: { start: at, end },
      content: { start: end, end },
    };
    this.blocks.push(block);
    this.#open.push(block);
    this.#lets.push([]);
    return end;
  }

  /** What stands in the brackets that follow; an empty span where none do, undefined where they have no end. */
  #brackets(from: number): Span | undefined {
    const { text } = this;
    let start = from;
    while (/\s/.test(text.charAt(start))) start++;
    if (text.charAt(start) !== '(') return { start: from, end: from };
    const end = this.#endOf(start + 1, ')');
    return end === undefined ? undefined : { start: start + 1, end };
  }

  #let(at: number): number | undefined {
    LET.lastIndex = at;
    if (!LET.test(this.text)) return undefined;
    const semicolon = this.#endOf(LET.lastIndex, ';');
    if (semicolon === undefined) return undefined;
    const end = semicolon + 1;
    const block: Open = {
      name: 'let',
      parameters: { start: at + '@let'.length, end: semicolon },
      head: { start: at, end },
      content: { start: end, end },
    };
    this.blocks.push(block);
    this.#lets.at(-1)?.push(block);
    return end;
  }

  /** Where a sign follows that no bracket and no string holds. */
  #endOf(from: number, sign: string): number | undefined {
    const { text } = this;
    let depth = 0;
    let quote = '';
    for (let i = from; i < text.length && i - from < LONGEST; i++) {
      const c = text.charAt(i);
      if (quote !== '') {
        if (c === '\\') i++;
        else if (c === quote) quote = '';
      } else if (depth === 0 && c === sign) return i;
      else if (c === '"' || c === "'" || c === '`') quote = c;
      else if (c === '(' || c === '[' || c === '{') depth++;
      else if (c === ')' || c === ']' || c === '}') depth--;
    }
    return undefined;
  }
}
