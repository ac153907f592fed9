import { contains, type Span } from '../core/span.js';
import type { Doc, Element } from '../model/nodes.js';
import { elements } from '../model/query.js';
import { innermost, placeOf } from './commentPlace.js';

/**
 * Where a finding has to start for `disable-next` to mean it. Among markup: up to and in the next element's opening tag,
 * however many lines that has, and in the words directly in it. In an opening tag: that
 * element. In code: the next
 * line with code, whole settings and strings with markup that begin on it, and of elements that begin on it the first.
 */
export function reachOfNext(doc: Doc, comment: Span): Span[] {
  const start = comment.end;
  const place = placeOf(doc, comment);
  const next = nextElement(doc, start);
  if (place === 'tag') {
    const holder = innermost(doc, comment) as Element;
    return [holder.open, ...wordsOf(holder)];
  }
  if (place === 'markup') {
    const reach = next
      ? [{ start, end: next.open.end }, ...wordsOf(next)]
      : [{ start, end: doc.text.length }];
    // What is missing from a whole text is reported at its very beginning, where no comment can stand before it.
    return isFirst(doc, comment) ? [{ start: 0, end: comment.start + 1 }, ...reach] : reach;
  }
  const line = nextLine(doc, start);
  const here = next && next.open.start < line.end ? next : undefined;
  const settings = doc.settings.filter((s) => s.span.start >= line.start && s.span.start < line.end);
  return [
    { start, end: here ? here.open.end : line.end },
    ...(here ? wordsOf(here) : []),
    ...settings.map((s) => s.span),
    ...stringsFrom(doc, line),
  ];
}

/** Markup in strings that begin in a line. */
function stringsFrom({ embedded = [] }: Doc, line: Span): Span[] {
  const places = embedded.filter(({ kind }) => kind === 'string').map(({ map }) => map.source);
  return places.filter(({ start }) => start >= line.start && start < line.end);
}

/** No element or word stands before the comment; a doctype may. */
function isFirst({ root }: Doc, comment: Span): boolean {
  const before = root.children.filter((child) => child.span.start < comment.start);
  return before.every(
    (child) => child.kind === 'comment' || (child.kind === 'text' && child.text.trim() === ''),
  );
}

function nextElement(doc: Doc, at: number): Element | undefined {
  let next: Element | undefined;
  for (const element of elements(doc.root)) {
    if (element.open.start >= at && (!next || element.open.start < next.open.start)) next = element;
  }
  return next;
}

/** The words that stand in an element itself, not in another one inside it, and attributes that are written behind them. */
function wordsOf(element: Element): Span[] {
  const words = element.children.filter(
    (child) => child.kind === 'text' || (child.kind === 'hole' && child.children.length === 0),
  );
  const { close } = element;
  const behind = close ? element.attributes.filter((a) => contains(close, a.span)) : [];
  return [...words, ...behind].map(({ span }) => span);
}

/** The rest of the comment's line, or the next line that holds more than comments. */
function nextLine({ text, comments }: Doc, at: number): Span {
  let start = at;
  for (;;) {
    while (start < text.length && /\s/.test(text.charAt(start))) start++;
    const comment = comments.find(({ span }) => span.start === start && span.end > start);
    if (!comment) break;
    start = comment.span.end;
  }
  const end = /[\r\n]/.exec(text.slice(start))?.index;
  return { start, end: end === undefined ? text.length : start + end };
}
