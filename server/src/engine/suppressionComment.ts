import { type Edit, insert } from '../core/edit.js';
import type { SourceMap } from '../core/sourceMap.js';
import { contains, type Span } from '../core/span.js';
import type { Doc, Element, Node } from '../model/nodes.js';
import { elements } from '../model/query.js';
import { innermost } from './commentPlace.js';
import type { Finding } from './types.js';

/**
 * The edits that may write a `disable-next` directive for a finding, in the comment syntax of the text, the best place
 * first: before the element, setting or words at fault, on a line of its own where they begin one. Not every language
 * bears a comment at each of them, and what is read after it may be read otherwise: `suppressFinding` tries them. None
 * where the language has no comments.
 * @param reason may begin with a ground in brackets and end with `until YYYY-MM-DD`; white space is folded.
 */
export function* suppressionComments(
  doc: Doc,
  { ruleId, span }: Pick<Finding, 'ruleId' | 'span'>,
  reason: string,
): Generator<Edit> {
  const within = inString(doc, span);
  if (within) {
    for (const edit of suppressionComments(within.doc, { ruleId, span: within.open }, reason)) {
      const written = within.map.toSourceEdit(edit);
      if (written) yield written;
    }
  }
  const words = `privacylint-disable-next ${ruleId}: ${reason.replace(/\s+/g, ' ').trim()}`;
  const comment = doc.syntax.comment(words);
  if (comment === '') return;
  const block = /^\{?(\/\*.*\*\/)\}?$/s.exec(comment)?.[1];
  const inStatements = doc.syntax.codeComment?.(words) ?? block ?? comment;
  const line = startOfLine(doc, span.start);
  if (inScript(doc, span) && inScript(doc, { start: line, end: span.start }))
    yield beside(doc, line, scriptComment(words), '');
  yield* nearest(doc, span, { comment, block, inStatements });
  const around = commentAround(doc, span);
  if (around) yield beside(doc, around.start, comment, '');
  yield beforeLine(doc, span.start, inStatements);
  yield beforeLine(doc, span.start, comment);
}

interface Written {
  /** Among markup. */
  readonly comment: string;
  /** The same without the braces that make it one among markup, where it is a comment of code. */
  readonly block: string | undefined;
  /** Among statements. */
  readonly inStatements: string;
}

/** Right before what a finding is about. */
function* nearest(doc: Doc, span: Span, { comment, block, inStatements }: Written): Generator<Edit> {
  const code = doc.syntax.codeComment && (settingAt(doc, span) ?? codeAt(doc, span));
  if (code) {
    yield inCode(doc, code, inStatements, ' ');
    return;
  }
  const element = elementAt(doc, span);
  if (!element) {
    yield inCode(doc, settingAt(doc, span) ?? span, block ?? comment, block === undefined ? '' : ' ');
    return;
  }
  const isChild = element.parent?.kind === 'element' && element.parent.parent !== undefined;
  // Outside an element, code and the inside of a fragment look alike; in the opening tag a block comment is always right.
  if (block !== undefined && !isChild) yield inTag(doc, element, block);
  else yield beside(doc, element.open.start, comment, '');
}

/** The element of markup in a string that a place of the text around it belongs to. */
function inString(doc: Doc, { start }: Span): { doc: Doc; map: SourceMap; open: Span } | undefined {
  let best: { doc: Doc; map: SourceMap; open: Span; length: number } | undefined;
  for (const { kind, doc: inner, map } of doc.embedded ?? []) {
    for (const { open, span } of kind === 'string' ? elements(inner.root) : []) {
      const place = map.toSource(span).span;
      const length = place.end - place.start;
      if (place.start <= start && start < place.end && length < (best?.length ?? Number.POSITIVE_INFINITY))
        best = { doc: inner, map, open, length };
    }
  }
  return best;
}

/** Before a statement; where a comment reaches to the end of its line, on the line before. */
function inCode(doc: Doc, { start }: Span, comment: string, blank: string): Edit {
  return beside(doc, doc.syntax.commentEndsLine ? startOfLine(doc, start) : start, comment, blank);
}

/** On a line of its own before the line of a place. */
function beforeLine(doc: Doc, at: number, comment: string): Edit {
  return beside(doc, startOfLine(doc, at), comment, '');
}

/** On a line of its own where the place begins a line, else before it in the line. */
function beside({ text }: Doc, at: number, comment: string, blank: string): Edit {
  const indent = /(?:^|[\r\n])([ \t]*)$/.exec(text.slice(Math.max(0, at - 400), at))?.[1];
  if (indent === undefined) return insert(at, comment + blank);
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  return insert(at, `${comment}${lineEnd}${indent}`);
}

/** Before the first attribute, else before the end of the tag. */
function inTag(doc: Doc, { open, attributes }: Element, comment: string): Edit {
  const written = attributes
    .filter((a) => a.written !== '' && contains(open, a.span))
    .map((a) => a.span.start);
  if (written.length > 0) return beside(doc, Math.min(...written), comment, ' ');
  const end = /(?<!\s)\s*\/?>?$/.exec(doc.text.slice(open.start, open.end))?.index ?? 0;
  return insert(open.start + end, ` ${comment}`);
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

/** The first character of a place's line that is no blank: what a line holds before the place would swallow a comment. */
function startOfLine({ text }: Doc, at: number): number {
  const line = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  return line + (/^[ \t]*/.exec(text.slice(line, at))?.[0].length ?? 0);
}

/** The place of code among other code: of a call that makes an element, or of anything that no element holds. */
function codeAt(doc: Doc, place: Span): Span | undefined {
  const element = elementAt(doc, place);
  if (element) return element.inCode ? element.open : undefined;
  const holder = innermost(doc, place);
  return holder.kind === 'hole' && holder.span.start < place.start ? place : undefined;
}

/** The innermost setting that holds a place. */
function settingAt(doc: Doc, place: Span): Span | undefined {
  return doc.settings
    .filter((s) => contains(s.span, place))
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0]?.span;
}

/** The comment that holds a place, among markup: one that some readers read as markup. */
function commentAround(doc: Doc, place: Span): Span | undefined {
  const holder = innermost(doc, { start: place.start, end: place.start });
  return holder.kind === 'comment' ? holder.span : undefined;
}

/** Whether a place stands in JavaScript: in the text of a script, or in a program beside the markup. */
function inScript(doc: Doc, place: Span): boolean {
  const programs = doc.programs ?? [];
  if (doc.syntax.codeComment && programs.some((program) => contains(program, place))) return true;
  const holder = innermost(doc, place);
  return holder.kind === 'text' && holder.parent?.kind === 'element' && holder.parent.tag === 'script';
}

function scriptComment(words: string): string {
  return `/* ${words.replaceAll('*/', '* /').replace(/<(?=[/!])/g, '< ')} */`;
}
