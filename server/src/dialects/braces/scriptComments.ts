import type { Span } from '../../core/span.js';
import type { Doc, Element } from '../../model/nodes.js';
import { knownText } from '../../model/query.js';
import { CodeCursor } from './code.js';

/** Comments of code, one after another, among blanks. */
const COMMENT = /\/\*([\s\S]*?)(?:\*\/|$)|\/\/([^\r\n]*)/g;
/** What stands in scripts without being code: data, templates. */
const DATA = /json|template|html|x-/i;

/** The comments in an element's code, where it is a script in JavaScript. */
export function scriptComments(text: string, element: Element): Doc['comments'] {
  if (element.tag !== 'script' || DATA.test(knownText(element, 'type') ?? '')) return [];
  return element.children.flatMap((child) => (child.kind === 'text' ? commentsIn(text, child.span) : []));
}

function commentsIn(text: string, { start, end }: Span): Doc['comments'] {
  const code = text.slice(start, end);
  const cursor = new CodeCursor(code, 0);
  const found: Doc['comments'][number][] = [];
  for (let at = 0; at < code.length; at = cursor.at) {
    const more = cursor.skipBlanks();
    for (const match of code.slice(at, cursor.at).matchAll(COMMENT)) {
      const from = start + at + match.index;
      found.push({ text: match[1] ?? match[2] ?? '', span: { start: from, end: from + match[0].length } });
    }
    if (!more) break;
    // What has no end on its line means nothing to what follows.
    cursor.read();
  }
  return found;
}
