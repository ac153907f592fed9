import type { Span } from '../../core/span.js';
import { endOfTemplate } from './templateEnd.js';

/** A block of a single-file component (https://vuejs.org/api/sfc-spec.html). */
export interface Block {
  /** `template`, `script`, `style`, or the name of a custom block, as written. */
  readonly name: string;
  /** The opening tag. */
  readonly open: Span;
  /** Attributes by name; empty where one has no value. */
  readonly attributes: ReadonlyMap<string, string>;
  /** What stands between its tags. */
  readonly content: Span;
}

export interface SingleFile {
  readonly blocks: readonly Block[];
  /** Comments outside of all blocks, with their delimiters. */
  readonly comments: readonly Span[];
}

const NEXT = /<!--|<([a-zA-Z][^\s/>]*)/g;
const ATTRIBUTE = /\s*([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y;
const END_OF_TAG = /\s*(\/?)>/y;

/** The blocks of a text. Half-typed ones reach to where the next begins a line, else to the end. */
export function readBlocks(text: string): SingleFile {
  const blocks: Block[] = [];
  const comments: Span[] = [];
  NEXT.lastIndex = 0;
  for (let found = NEXT.exec(text); found; found = NEXT.exec(text)) {
    const name = found[1];
    if (name === undefined) {
      const close = text.indexOf('-->', found.index + 4);
      const end = close < 0 ? text.length : close + 3;
      comments.push({ start: found.index, end });
      NEXT.lastIndex = end;
      continue;
    }
    const { open, attributes, empty } = openingTag(text, found.index, NEXT.lastIndex);
    const content = { start: open.end, end: empty ? open.end : endOfBlock(text, name, open.end, attributes) };
    blocks.push({ name, open, attributes, content });
    const closing = text.startsWith('</', content.end) ? text.indexOf('>', content.end) : -1;
    NEXT.lastIndex = empty || closing < 0 ? content.end : closing + 1;
  }
  return { blocks, comments };
}

/** True for a template that is written in HTML. */
export function isHtml({ name, attributes }: Block): boolean {
  const lang = attributes.get('lang');
  return name === 'template' && (lang === undefined || lang === '' || lang === 'html');
}

interface OpeningTag {
  readonly open: Span;
  readonly attributes: ReadonlyMap<string, string>;
  readonly empty: boolean;
}

function openingTag(text: string, start: number, nameEnd: number): OpeningTag {
  const attributes = new Map<string, string>();
  let at = nameEnd;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const found = ATTRIBUTE.exec(text);
    if (!found) break;
    const [, key = '', double, single, bare] = found;
    attributes.set(key, double ?? single ?? bare ?? '');
    at = ATTRIBUTE.lastIndex;
  }
  END_OF_TAG.lastIndex = at;
  const ended = END_OF_TAG.exec(text);
  if (ended) return { open: { start, end: END_OF_TAG.lastIndex }, attributes, empty: ended[1] === '/' };
  // Half-typed: what follows on the line is no content.
  const rest = /[>\r\n]/.exec(text.slice(at));
  const end = rest ? at + rest.index + (rest[0] === '>' ? 1 : 0) : text.length;
  return { open: { start, end }, attributes, empty: false };
}

function endOfBlock(
  text: string,
  name: string,
  from: number,
  attributes: ReadonlyMap<string, string>,
): number {
  const block = { name, attributes, open: { start: 0, end: 0 }, content: { start: 0, end: 0 } };
  if (isHtml(block)) return endOfTemplate(text, from);
  const close = new RegExp(`</${name.replace(/[^\w-]/g, '\\$&')}(?=[\\s>/])`, 'gi');
  close.lastIndex = from;
  const closed = close.exec(text)?.index;
  return closed ?? nextBlock(text, from) ?? text.length;
}

const BLOCK_START = /^<(?:template|script|style)\b/gm;

function nextBlock(text: string, from: number): number | undefined {
  BLOCK_START.lastIndex = from;
  return BLOCK_START.exec(text)?.index;
}
