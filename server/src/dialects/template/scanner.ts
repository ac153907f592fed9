import type { Span } from '../../core/span.js';
import { Filler } from './fill.js';
import type { HoleContext, HoleKind, TemplateHole } from './hole.js';
import {
  AFTER_NAME,
  ASCII,
  BEFORE_VALUE,
  BETWEEN,
  END_TAG,
  endsUnfinished,
  HtmlState,
  isBlank,
  isNameCharacter,
  NAME,
  RAW,
  TAG_NAME,
  TEXT,
  UNQUOTED,
  VALUE,
} from './htmlState.js';
import type { Memory, Opener, TemplateLanguage } from './language.js';
import { endOfUnclosedValue, type QuotedValue } from './quotedValue.js';

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

/** A construct before it is known what part of the HTML it belongs to. */
interface Hole extends Span {
  readonly kind: HoleKind;
  readonly open: string;
  readonly code: Span;
  readonly closed: boolean;
}

/** How much of the text may be looked at in vain, as a multiple of its length, before unfinished constructs end unexamined. */
const PATIENCE = 3;

class Scanner {
  /** By the character that they begin with. */
  readonly #openers: (readonly Opener[] | undefined)[] = Array(ASCII).fill(undefined);
  readonly #holes: TemplateHole[] = [];
  readonly #fill: Filler;
  readonly #html: HtmlState;
  readonly #memory: Memory = { inVain: new Map(), blocks: 0 };
  /** The value in quotes that is being read. */
  #value: QuotedValue | undefined;
  #verbatimUntil = 0;
  #patience: number;
  #line: Span = { start: 0, end: -1 };

  constructor(
    readonly source: string,
    readonly language: TemplateLanguage,
  ) {
    this.#fill = new Filler(source);
    this.#patience = source.length * PATIENCE + 4096;
    const begins = new Uint8Array(ASCII);
    for (const opener of language.openers) {
      const first = opener.open.charCodeAt(0);
      this.#openers[first] = [...(this.#openers[first] ?? []), opener];
      begins[first] = 1;
    }
    this.#html = new HtmlState(source, {
      begins,
      prints: (at) => this.#prints(at),
      components: language.components ?? false,
    });
  }

  run(): Scan {
    const { source } = this;
    const html = this.#html;
    const { length } = source;
    while (html.at < length || this.#recovers(length)) {
      const c = html.next();
      const openers = c < ASCII ? this.#openers[c] : undefined;
      const hole = openers && html.at >= this.#verbatimUntil ? this.#holeAt(html.at, openers) : undefined;
      if (hole) {
        const { start, end, kind, open, code, closed } = hole;
        this.#holes.push({ start, end, kind, open, code, closed, context: this.#cover(hole) });
        html.at = end;
      } else this.#step(c);
    }
    return { text: this.#fill.finish(), holes: this.#holes };
  }

  #step(c: number): void {
    const html = this.#html;
    const before = html.state;
    if (before === VALUE && c === html.quote && this.#recovers(html.at)) return;
    html.step(c);
    if (html.state === VALUE && before !== VALUE)
      this.#value = {
        start: html.at,
        holes: this.#holes.length,
        fill: this.#fill.mark(),
        verbatimUntil: this.#verbatimUntil,
        blocks: this.#memory.blocks,
      };
    else if (html.named >= 0) {
      this.#fill.rename(html.named);
      html.named = -1;
    }
  }

  /**
   * Where a value has no closing quote, the quote that was met (or the end of the text) is not its end: reading goes on
   * where the tree lets such a tag end, and what was taken for constructs of the value is read anew.
   */
  #recovers(at: number): boolean {
    const html = this.#html;
    const value = this.#value;
    if (html.state !== VALUE || !value) return false;
    const end = endOfUnclosedValue(
      this.source,
      value,
      { at, quote: html.quote },
      this.#holes,
      html.language.begins,
    );
    if (end === undefined) return false;
    this.#value = undefined;
    this.#holes.length = value.holes;
    this.#fill.reset(value.fill);
    this.#verbatimUntil = value.verbatimUntil;
    this.#memory.blocks = value.blocks;
    html.enter(TEXT, end);
    return true;
  }

  /** True where an output begins: `<{{tag}}>`. */
  #prints(at: number): boolean {
    const openers = this.#openers[this.source.charCodeAt(at)];
    return openers?.some((o) => o.kind === 'output' && this.#begins(o, at)) ?? false;
  }

  #begins({ open, when, where }: Opener, at: number): boolean {
    if (at < this.#verbatimUntil || !this.source.startsWith(open, at)) return false;
    const { state } = this.#html;
    if (where && (where === 'text' ? state !== TEXT : state < TAG_NAME)) return false;
    return !when || when(this.source, at, this.#memory);
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
    if (this.#html.state === RAW && this.#leavesRaw(at, found.end)) return undefined;
    const { end, codeStart = from, codeEnd, kind = opener.kind, verbatimUntil } = found;
    this.#verbatimUntil = verbatimUntil ?? this.#verbatimUntil;
    const code = { start: codeStart, end: codeEnd };
    return { start: at, end, kind, open: opener.open, code, closed: true };
  }

  /** In a script, what looks like a construct and reaches past the script's end is none. */
  #leavesRaw(start: number, end: number): boolean {
    if (this.#html.rawName !== 'script' && this.#html.rawName !== 'style') return false;
    const close = this.source.slice(start, end).toLowerCase().indexOf(`</${this.#html.rawName}`);
    return close >= 0 && this.source.charAt(start) !== '<';
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
      if (endsUnfinished(this.#html, source.charCodeAt(i), source.charCodeAt(i + 1))) return i;
    }
    return this.#line.end;
  }

  /** Covers a construct with what its place in the HTML bears, says how the HTML goes on, and where the construct stands. */
  #cover(hole: Hole): HoleContext {
    const { start, end, kind } = hole;
    switch (this.#html.state) {
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
        return this.#html.state === TEXT ? 'text' : this.#html.state === RAW ? 'raw' : 'comment';
    }
  }

  #coverName(hole: Hole): HoleContext {
    const { start, end, kind } = hole;
    const belongs = this.#html.state === NAME || isNameCharacter(this.source.charCodeAt(end));
    if (kind !== 'output' || !belongs) return this.#coverBetween(hole);
    this.#fill.marks(start, end);
    this.#html.state = NAME;
    return 'name';
  }

  #coverBetween({ start, end, kind }: Hole): HoleContext {
    this.#fill.blanks(start, end);
    this.#html.state = BETWEEN;
    if (kind === 'block') this.#html.branches = true;
    return 'between';
  }

  /** `type=checkbox{{#if on}} checked{{/if}}`: a block that was not begun within the value ends it. */
  #coverUnquoted(hole: Hole): HoleContext {
    const { start, end, kind } = hole;
    if (this.#html.state === BEFORE_VALUE) {
      if (kind === 'comment') {
        this.#fill.blanks(start, end);
        return 'comment';
      }
      this.#html.startUnquoted();
      if (kind === 'block') this.#html.depth++;
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
      this.#html.depth++;
      return true;
    }
    if (this.#html.depth === 0) return false;
    if (role === 'end') this.#html.depth--;
    return true;
  }
}
