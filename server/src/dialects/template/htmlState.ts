import { isComponent, RAW_TEXT } from '../html/elements.js';

// The states of the tokenizer (HTML Standard, "Tokenization") as far as a cover depends on them.
export const TEXT = 0;
export const RAW = 1;
export const COMMENT = 2;
export const BOGUS = 3;
export const END_TAG = 4;
export const TAG_NAME = 5;
export const BETWEEN = 6;
export const NAME = 7;
export const AFTER_NAME = 8;
export const BEFORE_VALUE = 9;
export const VALUE = 10;
export const UNQUOTED = 11;
export type State = number;

export const EQUALS = 61;
const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const HYPHEN = 45;
export const ASCII = 128;

/** What a state has to know of the language among the HTML. */
export interface Language {
  /** True for characters that a construct may begin with; as many as there are in ASCII. */
  readonly begins: Uint8Array;
  /** True where an output begins: `<{{tag}}>`. */
  readonly prints: (at: number) => boolean;
  /** Names with a capital are components of a framework, and hold no raw text. */
  readonly components: boolean;
}

/** Where in the HTML around its constructs a template is being read. */
export class HtmlState {
  state: State = TEXT;
  at = 0;
  quote = 0;
  rawName = '';
  /** Blocks open within the current unquoted value. */
  depth = 0;
  /** A block stood in the current tag, so that one attribute may be written in several of its branches. */
  branches = false;
  /** Where an attribute's name has just begun in such a tag; -1 where none has. */
  named = -1;
  #nameStart = 0;

  constructor(
    readonly source: string,
    readonly language: Language,
  ) {}

  /** The next character that may change anything, passing over the others where they are many. */
  next(): number {
    const { source, state } = this;
    const { begins } = this.language;
    let { at } = this;
    let c = source.charCodeAt(at);
    const last = source.length - 1;
    if (state === NAME || state === TAG_NAME) {
      while (at < last && isNameCharacter(c) && c !== EQUALS && begins[c] === 0) c = source.charCodeAt(++at);
      this.at = at;
      return c;
    }
    const stop = state <= RAW ? LESS : state === VALUE ? this.quote : state === COMMENT ? HYPHEN : undefined;
    if (stop === undefined) return c;
    while (at < last && c !== stop && (c >= ASCII || begins[c] === 0)) c = source.charCodeAt(++at);
    this.at = at;
    return c;
  }

  /** Moves on by one character. */
  step(c: number): void {
    const { source } = this;
    const at = this.at++;
    switch (this.state) {
      case TEXT:
        if (c === LESS) this.#openTag(at);
        break;
      case RAW:
        if (c === LESS && this.#endsRaw(at)) this.state = END_TAG;
        break;
      case COMMENT:
        if (c === HYPHEN && source.startsWith('-->', at)) this.enter(TEXT, at + 3);
        break;
      case BOGUS:
      case END_TAG:
        if (c === GREATER) this.state = TEXT;
        break;
      case TAG_NAME:
        if (isBlank(c) || c === SLASH) this.state = BETWEEN;
        else if (c === GREATER) this.#endTag(at);
        break;
      case BETWEEN:
      case AFTER_NAME:
        this.#between(c, at);
        break;
      case NAME:
        if (c === EQUALS) this.state = BEFORE_VALUE;
        else if (isBlank(c)) this.state = AFTER_NAME;
        else if (c === SLASH) this.state = BETWEEN;
        else if (c === GREATER) this.#endTag(at);
        break;
      case BEFORE_VALUE:
        if (c === 34 || c === 39) {
          this.state = VALUE;
          this.quote = c;
        } else if (c === GREATER) this.#endTag(at);
        else if (!isBlank(c)) this.startUnquoted();
        break;
      case VALUE:
        if (c === this.quote) this.state = BETWEEN;
        break;
      case UNQUOTED:
        if (isBlank(c)) this.state = BETWEEN;
        else if (c === GREATER) this.#endTag(at);
        break;
    }
  }

  enter(state: State, at: number): void {
    this.state = state;
    this.at = at;
  }

  startUnquoted(): void {
    this.state = UNQUOTED;
    this.depth = 0;
  }

  #openTag(at: number): void {
    const { source } = this;
    const next = source.charCodeAt(at + 1);
    if (isLetter(next) || this.language.prints(at + 1)) {
      this.state = TAG_NAME;
      this.#nameStart = at + 1;
      this.branches = false;
    } else if (next === SLASH) this.enter(END_TAG, at + 2);
    else if (source.startsWith('<!--', at))
      this.enter(COMMENT, at + (source.startsWith('<!-->', at) ? 2 : 4));
    else if (next === 33 || next === 63) this.state = BOGUS;
  }

  #endsRaw(at: number): boolean {
    const { source } = this;
    const end = at + 2 + this.rawName.length;
    return (
      source.charCodeAt(at + 1) === SLASH &&
      source.slice(at + 2, end).toLowerCase() === this.rawName &&
      !isNameCharacter(source.charCodeAt(end))
    );
  }

  #endTag(at: number): void {
    this.state = TEXT;
    // Few elements hold raw text, and their names begin with one of few letters.
    const first = this.source.charCodeAt(this.#nameStart) | 32;
    if (first !== 115 && first !== 116 && first !== 105 && first !== 120 && first !== 110 && first !== 112)
      return;
    const name = /^[a-z]*/i.exec(this.source.slice(this.#nameStart, Math.min(at, this.#nameStart + 12)));
    if (this.language.components && isComponent(name?.[0] ?? '')) return;
    const raw = name?.[0].toLowerCase() ?? '';
    if (!RAW_TEXT.has(raw) || isNameCharacter(this.source.charCodeAt(this.#nameStart + raw.length))) return;
    this.state = RAW;
    this.rawName = raw;
  }

  #between(c: number, at: number): void {
    if (c === GREATER) this.#endTag(at);
    else if (c === LESS) {
      // A half-typed tag: the tree starts anew here as well.
      this.enter(TEXT, at);
    } else if (c === EQUALS && this.state === AFTER_NAME) this.state = BEFORE_VALUE;
    else if (c === SLASH) this.state = BETWEEN;
    else if (!isBlank(c)) {
      this.state = NAME;
      if (this.branches) this.named = at;
    }
  }
}

export function isBlank(c: number): boolean {
  return c === 32 || c === 10 || c === 9 || c === 13 || c === 12;
}

function isLetter(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
}

/** Digits, letters, `-`, `_`, `:`, `.`, `@` and `=`: what may follow an output that begins an attribute's name. */
export function isNameCharacter(c: number): boolean {
  return isLetter(c) || (c >= 48 && c <= 58) || c === 45 || c === 95 || c === 46 || c === EQUALS;
}

/** What follows `<` where a tag or comment begins. */
export function goesOn(c: number): boolean {
  return isLetter(c) || c === SLASH || c === 33;
}

/** True where the HTML goes on in spite of a construct that has no end: at the quote, at the tag's end, at the next tag. */
export function endsUnfinished({ state, quote }: HtmlState, c: number, next: number): boolean {
  if (state === VALUE) return c === quote;
  if (state > END_TAG) return c === GREATER;
  return c === LESS && state <= BOGUS && goesOn(next);
}
