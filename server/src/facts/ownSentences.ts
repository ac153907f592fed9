import type { Span } from '../core/span.js';
import { jointsOf, subjectFor } from '../knowledge/clauses.js';
import type { Element, Node } from '../model/nodes.js';
import { labelWordsOf } from './labelWords.js';
import type { FactSource } from './source.js';
import type { LabelPart, Purpose } from './types/index.js';

/** The clauses of a label that ask for one purpose each, as they are written. */
export interface OwnSentences {
  readonly sentences: ReadonlyMap<Purpose, readonly LabelPart[]>;
  /** Purposes that nobody can refuse alone and that one of the clauses asks for beside its own: a notice beside a contract. */
  readonly beside: ReadonlySet<Purpose>;
  /** What they are copied from. */
  readonly kept: readonly Span[];
  /** The label ends like a sentence. */
  readonly ends: boolean;
  /** The mark of a required field behind the words. */
  readonly mark: Span | undefined;
}

/** Labels are a sentence or two; in UTF-16 units. */
const MOST = 600;

/**
 * Cuts a label where two clauses are joined of which each asks for purposes of its own; undefined where none is whole.
 * @param purposes of several in one clause the first is its own.
 */
export function ownSentences(
  purposes: readonly { readonly purpose: Purpose; readonly optional: boolean }[],
  language: string | undefined,
  control: Element,
  source: FactSource,
): OwnSentences | undefined {
  const { parts, span } = labelWordsOf(control, source);
  const written = span && wordsWithin(span, parts, source);
  if (!written || written.text.length > MOST) return undefined;
  const tongue = language ?? 'en';
  const marked = /(?<![\s*])[\s*]+$/.exec(written.text)?.index ?? written.text.length;
  const text = written.text.slice(0, marked);
  const asked = (clause: string): Asked => {
    const { purposes: read } = source.wording.readWording(clause, [tongue]);
    const found = purposes.filter(({ purpose }) => read.some((p) => p.purpose === purpose));
    const [first] = found;
    const isOne = found.length === 1 || found.every(({ optional }) => !optional);
    return { all: found.map(({ purpose }) => purpose), own: isOne ? first?.purpose : undefined };
  };
  for (const joint of jointsOf(text, tongue).reverse()) {
    if (!written.isPlain(joint.start, joint.end)) continue;
    const [left, right] = [asked(text.slice(0, joint.start)), asked(text.slice(joint.end))];
    // Each half asks for purposes of its own, and for nothing of the other's.
    if (left.all.length === 0 || right.all.length === 0 || left.all.some((p) => right.all.includes(p)))
      continue;
    const ends = /[.!]$/.test(text);
    const before = text.slice(0, joint.start);
    const clause = text.slice(joint.end);
    // An enumeration that is cut short is no sentence.
    if (!joint.full && before.includes(',')) continue;
    const sentences = new Map<Purpose, readonly LabelPart[]>();
    const kept: Span[] = [];
    const first = written.span(0, joint.start);
    if (first && left.own) {
      kept.push(first);
      const full = joint.full ? text.slice(joint.start, joint.start + 1) : '.';
      sentences.set(left.own, [{ copy: first }, ...(ends || joint.full ? [{ words: full }] : [])]);
    }
    const subject = joint.full ? '' : subjectFor(clause, before, tongue);
    const second = written.span(joint.end, text.length);
    if (second && right.own && subject !== undefined) {
      const begins = begin(clause, second, subject);
      if (begins && written.isPlain(joint.end, joint.end + 1)) {
        kept.push(second);
        sentences.set(right.own, begins);
      }
    }
    if (sentences.size === 0) continue;
    const mark = /\*/.test(written.text.slice(marked))
      ? written.span(marked, written.text.length, true)
      : undefined;
    const beside = [left, right].flatMap(({ all, own }) => (own && sentences.has(own) ? all.slice(1) : []));
    return { sentences, beside: new Set(beside), kept, ends, mark };
  }
  return undefined;
}

interface Asked {
  readonly all: readonly Purpose[];
  /** What a box of its own with these words asks for; undefined where that would still be several things. */
  readonly own: Purpose | undefined;
}

/** The clause with its subject, or with a capital. */
function begin(clause: string, { start, end }: Span, subject: string): LabelPart[] | undefined {
  if (subject !== '') return [{ words: subject }, { copy: { start, end } }];
  const first = clause.charAt(0);
  const capital = first.toUpperCase();
  if (first === capital) return [{ copy: { start, end } }];
  return capital.length === 1 ? [{ words: capital }, { copy: { start: start + 1, end } }] : undefined;
}

/** The words of a stretch, and where each of them stands. */
class Words {
  readonly #places: { readonly start: number; readonly end: number; readonly plain: boolean }[] = [];
  text = '';

  constructor(readonly whole: Span) {}

  /** Blanks in a row are one. */
  add(char: string, start: number, end: number, plain: boolean): void {
    if (char === ' ' && this.text.endsWith(' ')) return;
    this.text += char;
    this.#places.push({ start, end, plain });
  }

  /** Stands in no element. */
  isPlain(from: number, to: number): boolean {
    return this.#places.slice(from, to).every(({ plain }) => plain);
  }

  /** The stretch of the source with the elements that words of it stand in; undefined where it would cut one in two. */
  span(from: number, to: number, trimmed = false): Span | undefined {
    let [first, last] = [from, to - 1];
    while (first < last && this.#isBlank(first)) first++;
    while (last > first && this.#isBlank(last)) last--;
    const [begin, end] = [this.#places[first], this.#places[last]];
    if (!begin || !end) return undefined;
    const next = this.#places[last + 1];
    const before = this.#places[first - 1];
    if ((next && !end.plain && !next.plain) || (before && !begin.plain && !before.plain)) return undefined;
    return {
      start: begin.plain ? begin.start : (before?.end ?? this.whole.start),
      end: end.plain ? end.end : trimmed || !next ? this.whole.end : next.start,
    };
  }

  #isBlank(at: number): boolean {
    return this.text.charAt(at).trim() === '';
  }
}

/** Undefined where what stands there is not written as it is read. */
function wordsWithin(span: Span, parts: readonly Node[], { doc }: FactSource): Words | undefined {
  const words = new Words(span);
  const pending: { readonly node: Node; readonly plain: boolean }[] = [];
  const add = (nodes: readonly Node[], plain: boolean) =>
    pending.push(...nodes.map((node) => ({ node, plain })).reverse());
  add(parts, true);
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, plain } = next;
    if (node.span.end <= span.start || node.span.start >= span.end) continue;
    if (node.kind === 'text') {
      if (!aligned(words, node.text, doc.text, clipped(node.span, span), plain)) return undefined;
    } else if (node.kind === 'element') {
      // An element that holds all of the words only formats them.
      const holds = node.span.start < span.start;
      add(node.children, plain && holds);
    } else if (node.kind === 'hole' && node.slot !== undefined) {
      add(node.children, plain);
    } else if (node.kind === 'hole') {
      if (node.value.state !== 'known' || node.children.length > 0) return undefined;
      for (const char of String(node.value.value))
        words.add(char, node.span.start, node.span.end, plain && char.trim() === '');
    }
  }
  if (words.text !== '') return words;
  // The value of an attribute.
  const written = doc.text.slice(span.start, span.end);
  if (written.includes('&') || written.includes('\\')) return undefined;
  for (let at = span.start; at < span.end; at++) words.add(doc.text.charAt(at), at, at + 1, true);
  return words;
}

function clipped(inner: Span, outer: Span): Span {
  return { start: Math.max(inner.start, outer.start), end: Math.min(inner.end, outer.end) };
}

/** Reads text with its entities; false where the source says something else. */
function aligned(words: Words, text: string, source: string, { start, end }: Span, plain: boolean): boolean {
  let at = 0;
  while (at < text.length && text.charAt(at).trim() === '' && source.charAt(start) !== text.charAt(at)) at++;
  for (let place = start; place < end; ) {
    const char = source.charAt(place);
    const entity = char === '&' ? /^&#?\w{1,30};/.exec(source.slice(place, place + 40))?.[0] : undefined;
    const length = entity?.length ?? 1;
    if (char.trim() === '' && text.charAt(at).trim() !== '') {
      place++;
      continue;
    }
    const read = entity === undefined ? char : text.charAt(at);
    if (entity === undefined && char !== text.charAt(at) && char.trim() !== '') return false;
    words.add(read.trim() === '' ? ' ' : read, place, place + length, plain);
    at++;
    place += length;
  }
  return true;
}
