import { type Edit, insert } from '../core/edit.js';
import { contains, type Span } from '../core/span.js';
import type { Doc, Element, Node } from '../model/nodes.js';
import { elements } from '../model/query.js';
import { innermost } from './commentPlace.js';
import type { Finding } from './types.js';

/**
 * The edit that writes a `disable-next` directive for a finding, in the comment syntax of the text: on a line of its
 * own before the element, setting or line of code at fault, or within the line where something else stands before it.
 * Undefined where the language has no comments, or none can stand there.
 * @param reason may begin with a ground in brackets and end with `until YYYY-MM-DD`; white space is folded.
 */
export function suppressionComment(
  doc: Doc,
  { ruleId, span }: Pick<Finding, 'ruleId' | 'span'>,
  reason: string,
): Edit | undefined {
  const directive = `privacylint-disable-next ${ruleId}: ${reason.replace(/\s+/g, ' ').trim()}`;
  const written = doc.syntax.comment(directive);
  if (written === '') return undefined;
  const braced = /^\{(\/\*.*\*\/)\}$/s.exec(written)?.[1];
  const element = elementAt(doc, span);
  const at = element ? element.open.start : startInCode(doc, span);
  if (at === undefined) return undefined;
  // Where a language writes comments between braces among elements, all else is code, and there the braces go.
  const isCode = element ? element.parent?.kind === 'hole' || !element.parent?.parent : true;
  const comment = braced !== undefined && isCode ? braced : written;
  return beside(doc, at, comment, isCode && braced !== undefined);
}

/** On a line of its own where the place begins a line, else before it in the line. */
function beside({ text }: Doc, at: number, comment: string, isCode: boolean): Edit {
  const indent = /(?:^|[\r\n])([ \t]*)$/.exec(text.slice(Math.max(0, at - 400), at))?.[1];
  if (indent === undefined) return insert(at, isCode ? `${comment} ` : comment);
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  return insert(at, `${comment}${lineEnd}${indent}`);
}

/** The element in whose opening tag a place lies, else the one that has it among its own words. */
function elementAt(doc: Doc, { start }: Span): Element | undefined {
  let tag: Element | undefined;
  for (const element of elements(doc.root)) {
    const { open } = element;
    if (open.start <= start && start < open.end && (!tag || tag.open.start <= open.start)) tag = element;
  }
  if (tag) return tag;
  let holder: Node | undefined = innermost(doc, { start, end: Math.min(start + 1, doc.text.length) });
  while (holder && holder.kind !== 'element') holder = holder.parent;
  if (holder?.parent) return holder as Element;
  return undefined;
}

/** Where a comment goes that speaks of a place outside every element. */
function startInCode(doc: Doc, { start, end }: Span): number | undefined {
  const around = doc.settings
    .filter((s) => contains(s.span, { start, end }))
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0];
  return around?.span.start ?? start;
}
