import type { Span } from '../../core/span.js';
import { RAW_TEXT } from '../html/elements.js';
import { Filler } from './fill.js';
import type { HoleContext, TemplateHole } from './hole.js';
import type { Memory, Opener, TemplateLanguage } from './language.js';

export interface Scan {
  /** As long as the source, line ends kept, without anything of the template language. */
  readonly text: string;
  /** In source order; none overlaps another. */
  readonly holes: readonly TemplateHole[];
}

/** Finds the constructs of a template language in the HTML around them, and covers each according to its place. */
export function scan(source: string, language: TemplateLanguage): Scan {
  return new Scanner(source, language).run();
}

// The states of the tokenizer (HTML Standard, "Tokenization") as far as a cover depends on them.
const TEXT = 0;
const RAW = 1;
const COMMENT = 2;
const BOGUS = 3;
const END_TAG = 4;
const TAG_NAME = 5;
const BETWEEN = 6;
const NAME = 7;
const AFTER_NAME = 8;
const BEFORE_VALUE = 9;
const VALUE = 10;
const UNQUOTED = 11;
type State = number;

/** A construct before it is known what part of the HTML it belongs to. */
type Hole = Omit<TemplateHole, 'context'>;

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const EQUALS = 61;
const HYPHEN = 45;
const ASCII = 128;

/** How much of the text may be looked at in vain, as a multiple of its length, before unfinished constructs end unexamined. */
const PATIENCE = 3;

class Scanner {
  /** By the character that they begin with. */
  readonly #openers: (readonly Opener[] | undefined)[] = Array(ASCII).fill(undefined);
  readonly #holes: TemplateHole[] = [];
  readonly #memory: Memory = new Map();
  readonly #fill: Filler;
  #state: State = TEXT;
  #at = 0;
  #quote = 0;
  #rawName = '';
  #nameStart = 0;
  /** Blocks open within the current unquoted value. */
  #depth = 0;
  /** A block stood in the current tag, so that one attribute may be written in several of its branches. */
  #branches = false;
  #verbatimUntil = 0;
  #patience: number;
  #line: Span = { start: 0, end: -1 };

  constructor(
    readonly source: string,
    readonly language: TemplateLanguage,
  ) {
    this.#fill = new Filler(source);
    this.#patience = source.length * PATIENCE + 4096;
    for (const opener of language.openers) {
      const first = opener.open.charCodeAt(0);
      this.#openers[first] = [...(this.#openers[first] ?? []), opener];
    }
  }

  run(): Scan {
    const { source } = this;
    const { length } = source;
    while (this.#at < length) {
      const c = this.#next();
      const openers = c < ASCII ? this.#openers[c] : undefined;
      const hole = openers && this.#at >= this.#verbatimUntil ? this.#holeAt(this.#at, openers) : undefined;
      if (hole) {
        this.#holes.push({ ...hole, context: this.#cover(hole) });
        this.#at = hole.end;
      } else this.#step(c);
    }
    return { text: this.#fill.finish(), holes: this.#holes };
  }

  /** The next character that may change anything, passing over the others where they are many. */
  #next(): number {
    const { source } = this;
    const stop =
      this.#state <= RAW
        ? LESS
        : this.#state === VALUE
          ? this.#quote
          : this.#state === COMMENT
            ? HYPHEN
            : undefined;
    let at = this.#at;
    let c = source.charCodeAt(at);
    if (stop === undefined) return c;
    const last = source.length - 1;
    while (at < last && c !== stop && (c >= ASCII || this.#openers[c] === undefined))
      c = source.charCodeAt(++at);
    this.#at = at;
    return c;
  }

  /** Moves on by one character of the HTML. */
  #step(c: number): void {
    const { source } = this;
    const at = this.#at++;
    switch (this.#state) {
      case TEXT:
        if (c === LESS) this.#openTag(at);
        break;
      case RAW:
        if (c === LESS && this.#endsRaw(at)) this.#state = END_TAG;
        break;
      case COMMENT:
        if (c === HYPHEN && source.startsWith('-->', at)) this.#enter(TEXT, at + 3);
        break;
      case BOGUS:
      case END_TAG:
        if (c === GREATER) this.#state = TEXT;
        break;
      case TAG_NAME:
        if (isBlank(c) || c === SLASH) this.#state = BETWEEN;
        else if (c === GREATER) this.#endTag(at);
        break;
      case BETWEEN:
      case AFTER_NAME:
        this.#between(c, at);
        break;
      case NAME:
        if (c === EQUALS) this.#state = BEFORE_VALUE;
        else if (isBlank(c)) this.#state = AFTER_NAME;
        else if (c === SLASH) this.#state = BETWEEN;
        else if (c === GREATER) this.#endTag(at);
        break;
      case BEFORE_VALUE:
        if (c === 34 || c === 39) {
          this.#state = VALUE;
          this.#quote = c;
        } else if (c === GREATER) this.#endTag(at);
        else if (!isBlank(c)) this.#startUnquoted();
        break;
      case VALUE:
        if (c === this.#quote) this.#state = BETWEEN;
        break;
      case UNQUOTED:
        if (isBlank(c)) this.#state = BETWEEN;
        else if (c === GREATER) this.#endTag(at);
        break;
    }
  }

  #enter(state: State, at: number): void {
    this.#state = state;
    this.#at = at;
  }

  #openTag(at: number): void {
    const { source } = this;
    const next = source.charCodeAt(at + 1);
    if (isLetter(next) || this.#prints(at + 1)) {
      this.#state = TAG_NAME;
      this.#nameStart = at + 1;
      this.#branches = false;
    } else if (next === SLASH) this.#enter(END_TAG, at + 2);
    else if (source.startsWith('<!--', at))
      this.#enter(COMMENT, at + (source.startsWith('<!-->', at) ? 2 : 4));
    else if (next === 33 || next === 63) this.#state = BOGUS;
  }

  /** True where an output begins: `<{{tag}}>`. */
  #prints(at: number): boolean {
    const openers = this.#openers[this.source.charCodeAt(at)];
    return openers?.some((o) => o.kind === 'output' && this.#begins(o, at)) ?? false;
  }

  #begins({ open, when, where }: Opener, at: number): boolean {
    if (at < this.#verbatimUntil || !this.source.startsWith(open, at)) return false;
    if (where && (where === 'text' ? this.#state !== TEXT : this.#state < TAG_NAME)) return false;
    return !when || when(this.source, at, this.#memory);
  }

  #endsRaw(at: number): boolean {
    const { source } = this;
    const end = at + 2 + this.#rawName.length;
    return (
      source.charCodeAt(at + 1) === SLASH &&
      source.slice(at + 2, end).toLowerCase() === this.#rawName &&
      !isNameCharacter(source.charCodeAt(end))
    );
  }

  #endTag(at: number): void {
    this.#state = TEXT;
    // Few elements hold raw text, and their names begin with one of few letters.
    const first = this.source.charCodeAt(this.#nameStart) | 32;
    if (first !== 115 && first !== 116 && first !== 105 && first !== 120 && first !== 110 && first !== 112)
      return;
    const name = /^[a-z]*/i.exec(this.source.slice(this.#nameStart, Math.min(at, this.#nameStart + 12)));
    const raw = name?.[0].toLowerCase() ?? '';
    if (!RAW_TEXT.has(raw) || isNameCharacter(this.source.charCodeAt(this.#nameStart + raw.length))) return;
    this.#state = RAW;
    this.#rawName = raw;
  }

  #between(c: number, at: number): void {
    if (c === GREATER) this.#endTag(at);
    else if (c === LESS) {
      // A half-typed tag: the tree starts anew here as well.
      this.#enter(TEXT, at);
    } else if (c === EQUALS && this.#state === AFTER_NAME) this.#state = BEFORE_VALUE;
    else if (c === SLASH) this.#state = BETWEEN;
    else if (!isBlank(c)) {
      this.#state = NAME;
      if (this.#branches) this.#fill.rename(at);
    }
  }

  #startUnquoted(): void {
    this.#state = UNQUOTED;
    this.#depth = 0;
  }

  #holeAt(at: number, openers: readonly Opener[]): Hole | undefined {
    for (const opener of openers) if (this.#begins(opener, at)) return this.#read(opener, at);
    return undefined;
  }

  #read(opener: Opener, at: number): Hole | undefined {
    const { source } = this;
    const from = at + opener.open.length;
    const found = this.#patience > 0 ? opener.find(source, from, this.#memory) : { looked: at };
    if (!('end' in found)) {
      const end = this.#endOfUnfinished(from);
      this.#patience -= Math.max(0, found.looked - end);
      return {
        start: at,
        end,
        kind: opener.kind,
        open: opener.open,
        code: { start: from, end },
        closed: false,
      };
    }
    if (this.#state === RAW && this.#leavesRaw(at, found.end)) return undefined;
    const { end, codeStart = from, codeEnd, kind = opener.kind, verbatimUntil } = found;
    this.#verbatimUntil = verbatimUntil ?? this.#verbatimUntil;
    const code = { start: codeStart, end: codeEnd };
    return { start: at, end, kind, open: opener.open, code, closed: true };
  }

  /** In a script, what looks like a construct and reaches past the script's end is none. */
  #leavesRaw(start: number, end: number): boolean {
    if (this.#rawName !== 'script' && this.#rawName !== 'style') return false;
    const close = this.source.slice(start, end).toLowerCase().indexOf(`</${this.#rawName}`);
    return close >= 0 && this.source.charCodeAt(start) !== LESS;
  }

  /** An unfinished construct ends with its line, or where the HTML around it goes on. */
  #endOfUnfinished(from: number): number {
    const { source } = this;
    if (from > this.#line.end || from < this.#line.start) {
      let end = from;
      while (end < source.length && source.charCodeAt(end) !== 10 && source.charCodeAt(end) !== 13) end++;
      this.#line = { start: from, end };
    }
    for (let i = from; i < this.#line.end; i++) {
      const c = source.charCodeAt(i);
      if (this.#state === VALUE ? c === this.#quote : this.#state > END_TAG && c === GREATER) return i;
      if (c === LESS && this.#state <= BOGUS && goesOn(source.charCodeAt(i + 1))) return i;
    }
    return this.#line.end;
  }

  /** Covers a construct with what its place in the HTML bears, says how the HTML goes on, and where the construct stands. */
  #cover(hole: Hole): HoleContext {
    const { start, end, kind } = hole;
    switch (this.#state) {
      case END_TAG:
        this.#fill.letters(start, end);
        return 'tag-name';
      case TAG_NAME:
        if (kind !== 'output') return this.#coverBetween(hole);
        this.#fill.letters(start, end);
        return 'tag-name';
      case BETWEEN:
      case AFTER_NAME:
      case NAME:
        return this.#coverName(hole);
      case VALUE:
        this.#fill.marks(start, end);
        return 'value';
      case BEFORE_VALUE:
      case UNQUOTED:
        return this.#coverUnquoted(hole);
      default:
        this.#fill.blanks(start, end);
        return this.#state === TEXT ? 'text' : this.#state === RAW ? 'raw' : 'comment';
    }
  }

  #coverName(hole: Hole): HoleContext {
    const { start, end, kind } = hole;
    const belongs = this.#state === NAME || isNameCharacter(this.source.charCodeAt(end));
    if (kind !== 'output' || !belongs) return this.#coverBetween(hole);
    this.#fill.marks(start, end);
    this.#state = NAME;
    return 'name';
  }

  #coverBetween({ start, end, kind }: Hole): HoleContext {
    this.#fill.blanks(start, end);
    this.#state = BETWEEN;
    if (kind === 'block') this.#branches = true;
    return 'between';
  }

  /** `type=checkbox{{#if on}} checked{{/if}}`: a block that was not begun within the value ends it. */
  #coverUnquoted(hole: Hole): HoleContext {
    const { start, end, kind } = hole;
    if (this.#state === BEFORE_VALUE) {
      if (kind === 'comment') {
        this.#fill.blanks(start, end);
        return 'comment';
      }
      this.#startUnquoted();
      if (kind === 'block') this.#depth++;
    } else if (kind === 'comment' || (kind === 'block' && !this.#staysInValue(hole))) {
      return this.#coverBetween(hole);
    }
    this.#fill.marks(start, end);
    return 'unquoted';
  }

  #staysInValue({ open, kind, code, end }: Hole): boolean {
    const { kind: role } = this.language.read({ source: this.source, open, kind, code, context: 'unquoted' });
    if (role === 'begin') {
      if (isBlank(this.source.charCodeAt(end))) return false;
      this.#depth++;
      return true;
    }
    if (this.#depth === 0) return false;
    if (role === 'end') this.#depth--;
    return true;
  }
}

function isBlank(c: number): boolean {
  return c === 32 || c === 10 || c === 9 || c === 13 || c === 12;
}

function isLetter(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
}

/** Digits, letters, `-`, `_`, `:`, `.`, `@` and `=`: what may follow an output that begins an attribute's name. */
function isNameCharacter(c: number): boolean {
  return isLetter(c) || (c >= 48 && c <= 58) || c === 45 || c === 95 || c === 46 || c === EQUALS;
}

/** What follows `<` where a tag or comment begins. */
function goesOn(c: number): boolean {
  return isLetter(c) || c === SLASH || c === 33;
}
