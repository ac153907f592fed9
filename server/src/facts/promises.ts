import { replace } from '../core/edit.js';
import type { Span } from '../core/span.js';
import { findPointers, offersReply } from '../knowledge/pointers.js';
import { findProviderTags } from '../knowledge/providers.js';
import { findUnsubscribeWords, type UnsubscribeWords } from '../knowledge/unsubscribe.js';
import type { Block } from '../model/blocks.js';
import type { Element } from '../model/nodes.js';
import { ancestors } from '../model/query.js';
import type { FoundEnd } from './deadEnd.js';
import { linkWriter } from './footer.js';
import { quote } from './quote.js';
import { type Sentence, sentencesOf } from './sentences.js';
import type { FactSource } from './source.js';
import { hasTemplateWayOut } from './waysOut.js';

/** Words that promise a link for leaving where no link stands: "to unsubscribe click here", or "Unsubscribe" on its own. */
export function promisesWithoutLink(source: FactSource): FoundEnd[] {
  const { blocks } = source.index;
  return blocks.flatMap((block, i): FoundEnd[] => {
    if (!findUnsubscribeWords(block.text) || !isPlain(block, source)) return [];
    if (hasLinkOrGap(blocks[i + 1])) return [];
    const sentence = sentencesOf(block.text).find((s) => pointerIn(s, block));
    const words = sentence ? pointerIn(sentence, block) : aloneIn(block);
    return words === undefined ? [] : [found(words, block, source)];
  });
}

function found(words: string, block: Block, source: FactSource): FoundEnd {
  const place = quote(source.doc.text, words, block.span);
  const { span } = place;
  const isWhole = span !== undefined && source.doc.text.slice(span.start, span.end) === words;
  const write = linkWriter(source, block.element);
  return {
    cause: 'no-link',
    purpose: 'unsubscribe',
    span: span ?? block.span,
    words,
    target: '',
    instead: undefined,
    provider: undefined,
    repoint: isWhole ? (href) => [replace(span, write(href, words))] : undefined,
  };
}

/** Not inside a link, and without anything that could become one. */
function isPlain({ element, span }: Block, { doc }: FactSource): boolean {
  const around: Element[] = [element, ...ancestors(element)];
  if (around.some((e) => e.tag === 'a' || e.attributes.some(({ name }) => name === 'href'))) return false;
  if (element.children.some((c) => c.kind === 'hole' && c.span.start <= span.start && span.end <= c.span.end))
    return false;
  const within = doc.text.slice(span.start, span.end);
  return findProviderTags(within).length === 0 && !hasTemplateWayOut(within);
}

function hasLinkOrGap(block: Block | undefined): boolean {
  return block !== undefined && (block.links.length > 0 || block.gaps.length > 0);
}

/** The words of a sentence about leaving that point to a link which is not there. */
function pointerIn({ text, start }: Sentence, block: Block): string | undefined {
  const words = findUnsubscribeWords(text);
  if (!isLeaving(words)) return undefined;
  const end = start + text.length;
  if (touches({ start, end }, block) || text.includes('@') || offersReply(text)) return undefined;
  // "Click here: https://…"
  if (/https?:|www\./i.test(block.text.slice(start))) return undefined;
  const pointers = findPointers(text, words.language);
  const pointer = pointers.find((p) => p.end > words.start) ?? pointers[0];
  return pointer && text.slice(pointer.start, pointer.end);
}

const BETWEEN_LINKS = /[|·•–—/]/;
/** Cells and lines of a footer; a heading or a title says what happened. */
const LINES: ReadonlySet<string> = new Set(['td', 'th', 'p', 'div', 'li', 'center', 'section', 'body']);

/** The word for leaving where it is all that stands between two others, as links in a footer do. */
function aloneIn(block: Block): string | undefined {
  if (!LINES.has(block.element.tag)) return undefined;
  let start = 0;
  for (const part of block.text.split(BETWEEN_LINKS)) {
    const words = part.trim();
    const hit = findUnsubscribeWords(words);
    const end = start + part.length;
    if (isLeaving(hit) && hit.start === 0 && hit.end === words.length && !touches({ start, end }, block))
      return words;
    start = end + 1;
  }
  return undefined;
}

function isLeaving(words: UnsubscribeWords | undefined): words is UnsubscribeWords {
  return words?.kind === 'unsubscribe' && words.certainty === 'certain';
}

function touches({ start, end }: Span, { links, gaps }: Block): boolean {
  return (
    links.some((link) => link.start < end && start < link.end) || gaps.some((at) => start <= at && at <= end)
  );
}
