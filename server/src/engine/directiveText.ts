import type { Span } from '../core/span.js';
import type { Doc } from '../model/nodes.js';

/** A directive as it is written. */
export interface WrittenDirective {
  /** With `privacylint-`, in lower case. */
  readonly word: string;
  readonly wordSpan: Span;
  /** The words before the colon. */
  readonly words: readonly { readonly word: string; readonly span: Span }[];
  readonly colon: number | undefined;
  /** What follows the colon, as written, and where that begins. */
  readonly after: string;
  readonly afterAt: number;
  /** From the first to the last word. */
  readonly span: Span;
  /** The comment with its delimiters. */
  readonly comment: Span;
  /** Nothing else stands in the comment. */
  readonly alone: boolean;
}

/** A directive stands at the beginning of a comment or of one of its lines; ornaments may stand before it. */
const DIRECTIVE = /(^|[\r\n])((?:[^\S\r\n]|[*!#-])*)(privacylint-[\w-]*)/gi;

/** The directives in the comments of a document, in source order. */
export function directivesIn(doc: Doc): WrittenDirective[] {
  return doc.comments.flatMap(({ text, span }) => {
    if (!/privacylint-/i.test(text)) return [];
    const body = bodyOf(doc.text, text, span);
    const written = doc.text.slice(body.start, body.end);
    const matches = [...written.matchAll(DIRECTIVE)];
    return matches.map((match, i) => {
      const [, lineEnd = '', ornament = '', word = ''] = match;
      const start = match.index + lineEnd.length + ornament.length;
      const end = matches[i + 1]?.index ?? written.length;
      const alone = matches.length === 1 && match.index === 0;
      return { ...readOne(written.slice(start, end), word, body.start + start), comment: span, alone };
    });
  });
}

function readOne(written: string, word: string, at: number): Omit<WrittenDirective, 'comment' | 'alone'> {
  const rest = written.slice(word.length);
  const found = rest.indexOf(':');
  const before = found < 0 ? rest : rest.slice(0, found);
  const restAt = at + word.length;
  const words = [...before.matchAll(/[^\s,*]+/g)].map((m) => {
    const start = restAt + m.index;
    return { word: m[0], span: { start, end: start + m[0].length } };
  });
  return {
    word: word.toLowerCase(),
    wordSpan: { start: at, end: restAt },
    words,
    colon: found < 0 ? undefined : restAt + found,
    after: found < 0 ? '' : rest.slice(found + 1),
    afterAt: found < 0 ? (words.at(-1)?.span.end ?? restAt) : restAt + found + 1,
    span: { start: at, end: at + written.replace(/(?<![\s*])[\s*]+$/, '').length },
  };
}

/** Where a comment's own text stands; parsers fold line ends in it, so it is found by its first and last line. */
function bodyOf(source: string, text: string, { start, end }: Span): Span {
  const raw = source.slice(start, end);
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const first = lines[0]?.trim() ?? '';
  const last = lines.at(-1)?.trim() ?? '';
  const from = raw.indexOf(first);
  const to = raw.lastIndexOf(last);
  return from < 0 || to < from ? { start, end } : { start: start + from, end: start + to + last.length };
}
