import type { Edit } from '../core/edit.js';
import type { Span } from '../core/span.js';

/**
 * Where a span of a text lies after compatible edits of that text. Of a replaced stretch a span keeps nothing, so that
 * it shrinks to what is left of it; text inserted at its ends stays outside.
 */
export function mapSpan({ start, end }: Span, edits: readonly Edit[]): Span {
  const from = mapOffset(start, edits, 'start');
  return { start: from, end: Math.max(from, mapOffset(end, edits, 'end')) };
}

function mapOffset(offset: number, edits: readonly Edit[], side: 'start' | 'end'): number {
  let shift = 0;
  for (const { span, text } of inOrder(edits)) {
    if (span.start > offset || (span.start === offset && side === 'end')) break;
    if (span.end > offset) return span.start + shift + (side === 'start' ? text.length : 0);
    shift += text.length - (span.end - span.start);
  }
  return offset + shift;
}

/** A stretch of the first text, or a text that edits wrote. */
type Piece = Span | string;

/**
 * One change in place of two that follow each other: `second` are edits of the text that `first` makes. The result is
 * in order, and no two of its edits touch the same text.
 */
export function composeEdits(first: readonly Edit[], second: readonly Edit[]): Edit[] {
  const source = new Pieces(piecesOf(first));
  const result: Piece[] = [];
  let done = 0;
  for (const { span, text } of inOrder(second)) {
    result.push(...source.take(span.start - done), text);
    source.take(span.end - span.start);
    done = span.end;
  }
  return editsOf([...result, ...source.take(Number.POSITIVE_INFINITY)]);
}

function piecesOf(edits: readonly Edit[]): Piece[] {
  let done = 0;
  const pieces = inOrder(edits).flatMap(({ span, text }): Piece[] => {
    const kept = { start: done, end: span.start };
    done = span.end;
    return [kept, text];
  });
  return [...pieces, { start: done, end: Number.POSITIVE_INFINITY }];
}

function editsOf(pieces: readonly Piece[]): Edit[] {
  const edits: Edit[] = [];
  let done = 0;
  let written = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') written += piece;
    else if (piece.end > piece.start) {
      if (written !== '' || piece.start > done)
        edits.push({ span: { start: done, end: piece.start }, text: written });
      written = '';
      done = piece.end;
    }
  }
  return edits;
}

/** Gives pieces out from the front. */
class Pieces {
  readonly #pieces: Piece[];
  #next = 0;

  constructor(pieces: Piece[]) {
    this.#pieces = pieces;
  }

  take(length: number): Piece[] {
    const taken: Piece[] = [];
    for (let left = length; left > 0 && this.#next < this.#pieces.length; ) {
      const piece = this.#pieces[this.#next] as Piece;
      const size = typeof piece === 'string' ? piece.length : piece.end - piece.start;
      if (size <= left) {
        taken.push(piece);
        left -= size;
        this.#next++;
      } else {
        const [head, tail] = cut(piece, left);
        taken.push(head);
        this.#pieces[this.#next] = tail;
        left = 0;
      }
    }
    return taken;
  }
}

function cut(piece: Piece, at: number): [Piece, Piece] {
  if (typeof piece === 'string') return [piece.slice(0, at), piece.slice(at)];
  const middle = piece.start + at;
  return [
    { start: piece.start, end: middle },
    { start: middle, end: piece.end },
  ];
}

function inOrder(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
