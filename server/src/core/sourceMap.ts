import type { Edit } from './edit.js';
import type { Span } from './span.js';

/** Where a stretch of a decoded text stands in the text it was decoded from. */
export interface Mapped {
  readonly span: Span;
  /** The span holds this stretch and nothing else, and can be written anew. Else it is the nearest place around it. */
  readonly exact: boolean;
}

/** How a text is written at a place of the source, in its encoding; undefined where it cannot be. */
export type Writer = (text: string, place: Span) => string | undefined;

/** A text that is no slice of its source: decoded, unescaped, unfolded. */
export interface DecodedText {
  readonly text: string;
  readonly map: SourceMap;
}

/** A stretch of a decoded text that stands elsewhere in the source than where the text is read: a text put in by its name. */
export interface Inserted extends Span {
  /** Where the source puts it in. */
  readonly at: Span;
}

/** Four numbers a piece: where its text starts, where its source starts and ends, and whether the two are alike. */
const SIZE = 4;
const COPIED = 1;
const DECODED = 0;

/**
 * Leads from the UTF-16 offsets of a decoded text back to those of its source. The text is made of pieces that follow
 * one another: copies of the source, and what something in the source stands for (`=E9`, `&eacute;`, `\n`). What stands
 * between pieces in the source (a soft line break) means nothing and belongs to none.
 */
export class SourceMap {
  readonly #pieces: readonly number[];
  readonly #inserted: readonly Inserted[];

  /**
   * @param source all of the source that the text was decoded from, what is inserted left out.
   * @param write absent where nothing may be written: then no place is exact.
   * @param inserted what holds others before what it holds.
   */
  constructor(
    pieces: readonly number[],
    readonly length: number,
    readonly source: Span,
    readonly write?: Writer,
    inserted: readonly Inserted[] = [],
  ) {
    this.#pieces = pieces;
    this.#inserted = inserted;
  }

  /**
   * A place of the source as a span of the text, though it is none of the text: where code around the text decides what
   * the text holds. It lies beyond the text's end, and is written anew as it stands.
   */
  outside({ start, end }: Span): Span {
    return { start: this.length + 1 + start, end: this.length + 1 + end };
  }

  toSource({ start, end }: Span): Mapped {
    if (start > this.length) {
      const span = { start: start - this.length - 1, end: end - this.length - 1 };
      return { span, exact: this.write !== undefined };
    }
    const parted = this.#inserted.filter((i) => !(i.start <= start && end <= i.end));
    const first = parted.find((i) => i.start <= start && start < i.end);
    const last = parted.find((i) => i.start < end && end <= i.end);
    const from = first
      ? { at: first.at.start, clean: start === first.start }
      : this.#edge(start, this.#pieceFrom(start), 'start');
    const to = last
      ? { at: last.at.end, clean: end === last.end }
      : end > start
        ? this.#edge(end, this.#pieceFrom(end - 1), 'end')
        : from;
    const exact = this.write !== undefined && from.clean && to.clean;
    return { span: { start: from.at, end: Math.max(from.at, to.at) }, exact };
  }

  /** The edit of the source that makes the given edit of the text; undefined where there is none. */
  toSourceEdit({ span, text }: Edit): Edit | undefined {
    const place = this.toSource(span);
    if (span.start > this.length) return place.exact ? { span: place.span, text } : undefined;
    const written = place.exact ? this.write?.(text, place.span) : undefined;
    return written === undefined ? undefined : { span: place.span, text: written };
  }

  /** The pieces, for a text in which this one begins at an offset. */
  piecesFrom(offset: number): number[] {
    return this.#pieces.map((n, i) => (i % SIZE === 0 ? n + offset : n));
  }

  insertedFrom(offset: number): Inserted[] {
    return this.#inserted.map(({ start, end, at }) => ({ start: start + offset, end: end + offset, at }));
  }

  /** Where an end of a span stands; within something decoded, the end of that. */
  #edge(offset: number, piece: number, side: 'start' | 'end'): { at: number; clean: boolean } {
    if (piece < 0) return { at: this.source.start, clean: this.length === 0 };
    const pieces = this.#pieces;
    const textStart = pieces[piece] ?? 0;
    const textEnd = pieces[piece + SIZE] ?? this.length;
    const sourceStart = pieces[piece + 1] ?? 0;
    const sourceEnd = pieces[piece + 2] ?? 0;
    if (offset >= textEnd) return { at: sourceEnd, clean: true };
    if (offset === textStart) return { at: sourceStart, clean: true };
    if (pieces[piece + 3] === COPIED) return { at: sourceStart + offset - textStart, clean: true };
    return { at: side === 'start' ? sourceStart : sourceEnd, clean: false };
  }

  /** The piece that holds the unit at an offset, by binary search; the last one beyond the end, negative where there is none. */
  #pieceFrom(offset: number): number {
    let low = 0;
    let high = this.#pieces.length / SIZE;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#pieces[middle * SIZE] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return (low - 1) * SIZE;
  }
}

/** Writes a decoded text piece by piece, in the order of the source, and keeps where each piece comes from. */
export class SourceMapBuilder {
  readonly #pieces: number[] = [];
  readonly #texts: string[] = [];
  readonly #inserted: Inserted[] = [];
  #length = 0;

  constructor(readonly source: string) {}

  get length(): number {
    return this.#length;
  }

  /** A stretch of the source as it stands. */
  copy(start: number, end: number): void {
    if (end <= start) return;
    const last = this.#pieces.length - SIZE;
    const follows = last >= 0 && this.#pieces[last + 3] === COPIED && this.#pieces[last + 2] === start;
    if (follows) this.#pieces[last + 2] = end;
    else this.#pieces.push(this.#length, start, end, COPIED);
    this.#add(this.source.slice(start, end));
  }

  /** What a stretch of the source stands for, as one piece. */
  decoded(text: string, start: number, end: number): void {
    if (text === '') return;
    this.#pieces.push(this.#length, start, end, DECODED);
    this.#add(text);
  }

  /** A text decoded from another place of the source, which the source puts in here. */
  insert({ text, map }: DecodedText, at: Span): void {
    const start = this.#length;
    this.#inserted.push({ start, end: start + text.length, at }, ...map.insertedFrom(start));
    this.#pieces.push(...map.piecesFrom(start));
    this.#add(text);
  }

  /** @param source all that has been read, what meant nothing included. */
  finish(source: Span, write?: Writer): DecodedText {
    const map = new SourceMap(this.#pieces, this.#length, source, write, this.#inserted);
    return { text: this.#texts.join(''), map };
  }

  #add(text: string): void {
    this.#texts.push(text);
    this.#length += text.length;
  }
}
