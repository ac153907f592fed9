import { type DecodedText, SourceMapBuilder } from '../../core/sourceMap.js';
import type { Span } from '../../core/span.js';

/** How strings of one kind write down what they hold. */
export interface StringWriting {
  /** The text with all that means something else escaped; undefined where this kind of string cannot hold it. */
  escape(text: string): string | undefined;
  /** A value that code fills in, between two stretches of the string; undefined where it cannot be written among them. */
  fill(code: string): string | undefined;
  /** Whether a text would be read as more of what stands before it: of a name. */
  goesOn?(before: string, text: string): boolean;
}

/** How far names reach. */
const NEAR = 100;

/** What code does between the stretches of a text: it prints a value, or begins, divides or ends what it may leave out. */
export type StringHoleKind = 'output' | 'begin' | 'else' | 'end';

/** A place of a text that code fills in. In the text it reads `${code}`, however the source writes it. */
export interface StringHole extends Span {
  readonly kind: StringHoleKind;
  readonly number: number;
  /** The code, in the text. */
  readonly code: Span;
  /** The code, in the source. */
  readonly source: Span;
}

/** What one string, or several that code joins, hold as a text. */
export interface ComposedText extends DecodedText {
  /** In the order of the text; none overlaps another. */
  readonly holes: readonly StringHole[];
}

/** A composed text as another one takes it in. */
export interface Composed extends ComposedText {
  readonly literals: readonly Literal[];
  /** How many levels its strings stand on, and how many holes it has. */
  readonly levels: number;
  readonly count: number;
}

/** The content of a string. */
interface Literal extends Span {
  readonly writing: StringWriting;
  /** Strings of one level follow each other without anything open between them. */
  readonly level: number;
}

const OPEN = '${';
const CLOSE = '}';

/** Writes a text piece by piece, in the order of the source: what strings hold, and what code fills in between them. */
export class StringComposer {
  readonly builder: SourceMapBuilder;
  readonly #literals: Literal[] = [];
  readonly #holes: StringHole[] = [];
  /** A hole whose end in the source is not known before the next piece begins. */
  #pending: Omit<StringHole, 'end'> | undefined;
  readonly #outer: number[] = [];
  #levels = 0;
  #level = 0;
  #count = 0;
  /** Up to where the source has been read. */
  #at: number;

  constructor(
    readonly source: string,
    readonly start: number,
  ) {
    this.builder = new SourceMapBuilder(source);
    this.#at = start;
  }

  get length(): number {
    return this.builder.length;
  }

  /** @param decode writes what the content stands for to `builder`. */
  literal(content: Span, writing: StringWriting, decode: (builder: SourceMapBuilder) => void): void {
    this.#close(content.start);
    this.#literals.push({ ...content, writing, level: this.#level });
    decode(this.builder);
    this.#at = content.end;
  }

  /** What joins two strings and is written in neither: a separator. */
  joint(text: string): void {
    this.#close(this.#at);
    this.builder.decoded(text, this.#at, this.#at);
  }

  /** A value that code fills in; gives the number of its hole. */
  output(code: Span): number {
    return this.#hole('output', code);
  }

  /** What another expression of the source holds, which code puts in here by its name; gives the number of its first hole. */
  insert(composed: Composed, code: Span): number {
    const from = Math.max(code.start, this.#at);
    this.#close(from);
    const start = this.builder.length;
    const to = Math.max(code.end, from);
    this.builder.insert(composed, { start: from, end: to });
    const move = (span: Span) => ({ start: span.start + start, end: span.end + start });
    for (const hole of composed.holes)
      this.#holes.push({ ...hole, ...move(hole), code: move(hole.code), number: this.#count + hole.number });
    const levels = this.#levels + 1;
    const known = new Set(this.#literals.map((l) => l.start));
    for (const literal of composed.literals)
      if (!known.has(literal.start)) this.#literals.push({ ...literal, level: levels + literal.level });
    this.#levels = levels + composed.levels;
    const first = this.#count;
    this.#count += composed.count;
    this.#at = to;
    return first;
  }

  /** Begins a stretch that depends on code: a condition, a loop. */
  begin(code: Span): void {
    this.#hole('begin', code);
    this.#enter();
  }

  /** Begins the other branch. @param at the offset where it begins in the source. */
  otherwise(at: number): void {
    this.#hole('else', { start: at, end: at });
    this.#level = ++this.#levels;
  }

  /** Ends what was begun last. @param at the offset where it ends in the source. */
  end(at: number): void {
    this.#leave();
    this.#hole('end', { start: at, end: at });
  }

  /** What stands in brackets, or in a string within a string. */
  nested(write: () => void): void {
    this.#enter();
    write();
    this.#leave();
  }

  #enter(): void {
    this.#outer.push(this.#level);
    this.#level = ++this.#levels;
  }

  #leave(): void {
    this.#level = this.#outer.pop() ?? 0;
  }

  #hole(kind: StringHoleKind, span: Span): number {
    const from = Math.max(span.start, this.#at);
    this.#close(from);
    const { builder } = this;
    const start = builder.length;
    builder.decoded(OPEN, this.#at, from);
    const codeStart = builder.length;
    const to = Math.max(span.end, from);
    builder.copy(from, to);
    const code = { start: codeStart, end: builder.length };
    const number = this.#count++;
    this.#pending = { kind, number, start, code, source: { start: from, end: to } };
    this.#at = to;
    return number;
  }

  #close(at: number): void {
    if (!this.#pending) return;
    const to = Math.max(at, this.#at);
    this.builder.decoded(CLOSE, this.#at, to);
    this.#holes.push({ ...this.#pending, end: this.builder.length });
    this.#pending = undefined;
    this.#at = to;
  }

  /** @param end where the last of what was read ends in the source. */
  finish(end: number): Composed {
    this.#close(this.#at);
    const decoded = this.builder.finish({ start: this.start, end }, (text, place) =>
      this.#write(text, place),
    );
    return {
      ...decoded,
      holes: this.#holes,
      literals: this.#literals,
      levels: this.#levels,
      count: this.#count,
    };
  }

  /** What is written must begin and end in strings of one kind between which nothing is left open. */
  #write(text: string, { start, end }: Span): string | undefined {
    const literals = this.#literals;
    const first = literals.findLast((l) => l.start <= start && start <= l.end);
    const last = end === start ? first : literals.find((l) => l.start <= end && end <= l.end);
    if (!first || !last || first.level !== last.level || first.writing !== last.writing) return undefined;
    const { writing } = first;
    const written = this.#fill(text, writing);
    if (written === undefined || !writing.goesOn) return written;
    const before = this.source.slice(Math.max(this.start, start - NEAR), start);
    return writing.goesOn(before, written + this.source.slice(end, end + NEAR)) ? undefined : written;
  }

  /** A repair may copy what code fills in along with the words around it. */
  #fill(text: string, { escape: write, fill }: StringWriting): string | undefined {
    let written = '';
    let at = 0;
    for (let open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, at)) {
      const copied = this.#codes().find((code) => text.startsWith(`${OPEN}${code}${CLOSE}`, open));
      const filled = copied === undefined ? undefined : fill(copied);
      const words = write(text.slice(at, open));
      if (copied === undefined || filled === undefined || words === undefined) return undefined;
      written += words + filled;
      at = open + OPEN.length + copied.length + CLOSE.length;
    }
    const rest = write(text.slice(at));
    return rest === undefined ? undefined : written + rest;
  }

  /** The code of outputs, the longest first. */
  #codes(): string[] {
    return this.#holes
      .filter(({ kind }) => kind === 'output')
      .map(({ source: { start, end } }) => this.source.slice(start, end))
      .sort((a, b) => b.length - a.length);
  }
}
