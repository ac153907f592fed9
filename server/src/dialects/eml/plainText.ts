import type { Span } from '../../core/span.js';
import { TreeBuilder } from '../../model/build.js';
import type { Doc, Syntax } from '../../model/nodes.js';

const syntax: Syntax = {
  text: (plain) => plain,
  comment: () => '',
  attribute: () => '',
  link: (href, text) => `${text} (${href})`,
  lastParagraph: (content, _indent, lineEnd) => `${lineEnd}${lineEnd}${content}`,
};

/** A plain text: its paragraphs, and in them the addresses that mail programs make links of. */
export function readPlainText(text: string): Doc {
  const tree = new TreeBuilder(text);
  for (const [start, end] of paragraphs(text)) {
    const open = { start, end: start };
    tree.open({ tag: 'p', name: 'p', open, attributes: [], openEnded: false });
    tree.content(start);
    let done = start;
    for (const link of linksIn(text, start, end)) {
      addText(tree, done, link.start);
      addLink(tree, link);
      done = link.end;
    }
    addText(tree, done, end);
    tree.close(end);
  }
  return {
    dialect: 'plain',
    text,
    root: tree.root,
    whole: false,
    comments: [],
    settings: [],
    modules: [],
    problems: [],
    syntax,
  };
}

function addText(tree: TreeBuilder, start: number, end: number): void {
  if (end > start) tree.text_(tree.text.slice(start, end), { start, end });
}

/** An address that is its own link: what it leads to and what it shows are one. */
export function addLink(tree: TreeBuilder, span: Span): void {
  const value = { state: 'known' as const, value: tree.text.slice(span.start, span.end), span };
  const href = { name: 'href', written: '', nameSpan: span, span, value };
  tree.open({ tag: 'a', name: 'a', open: span, attributes: [href], openEnded: false });
  tree.content(span.end);
  tree.close(span.end);
}

function* paragraphs(text: string): Generator<readonly [start: number, end: number]> {
  const blank = /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*/g;
  let start = text.length - text.trimStart().length;
  for (const { 0: gap, index } of text.matchAll(blank)) {
    if (index > start) yield [start, index];
    start = Math.max(start, index + gap.length);
  }
  if (start < text.length) yield [start, text.length];
}

const ADDRESS = /(?:https?:\/\/|mailto:|www\.)[^\s<>"“”«»]+/gi;

/** Addresses of the web and of mail links; punctuation at their end belongs to the sentence. */
export function* linksIn(text: string, start: number, end: number): Generator<Span> {
  for (const { 0: written, index } of text.slice(start, end).matchAll(ADDRESS)) {
    const address = withoutEnd(written);
    yield { start: start + index, end: start + index + address.length };
  }
}

/** Punctuation at an address's end belongs to the sentence, a bracket only where the address did not open it. */
function withoutEnd(written: string): string {
  let open = written.split('(').length - written.split(')').length;
  let end = written.length;
  for (; end > 0; end--) {
    const c = written.charAt(end - 1);
    if (c === ')' && open < 0) open++;
    else if (!PUNCTUATION.includes(c)) break;
  }
  return written.slice(0, end);
}

const PUNCTUATION = ".,;:!?'*_]}";
