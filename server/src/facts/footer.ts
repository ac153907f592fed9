import { footerSentence } from '../knowledge/mail.js';
import type { Element } from '../model/nodes.js';
import { ancestors, knownText } from '../model/query.js';
import { lastRowOf, rowWriter } from './footerRow.js';
import type { FactSource } from './source.js';
import { inkOn, takesBlue } from './style/legible.js';
import type { FooterPlace } from './types/index.js';

/** The end of the mail's body, and how a line of text with a link is written there. */
export function footerPlace(source: FactSource, body: Element | undefined): FooterPlace | undefined {
  const { doc } = source;
  const row = body && !doc.syntax.lastParagraph ? lastRowOf(body) : undefined;
  const container = row?.holder ?? (body?.close && lastContainer(body));
  const close = container?.close ?? body?.close;
  const inRow = row && rowWriter(row, source);
  const write = inRow ? inRow.write : paragraphWriter(source, container);
  // A mail that is no markup ends where its text does.
  const end =
    close?.start ?? ((doc.whole || doc.mail) && doc.syntax.link ? doc.text.trimEnd().length : undefined);
  if (end === undefined || !write) return undefined;
  const { at, indent, end: lineEnd } = indentBefore(doc.text, end);
  const inner = close && lineEnd ? `${indent}  ` : '';
  const newLine = lineEnd || (/\r\n|\n/.exec(doc.text)?.[0] ?? '\n');
  const inherits = inRow?.inked ?? (container && !takesBlue(container, source));
  const writeLink = linkWriter(source, container, inherits);
  return {
    at,
    sentence: footerSentence,
    line: (words) => `${inner}${write(doc.syntax.text(words), inner, newLine)}${lineEnd}`,
    compose: (before, linkText, href, after) => {
      const { text } = doc.syntax;
      const content = `${text(before)}${writeLink(href, linkText)}${text(after)}`;
      return `${inner}${write(content, inner, newLine)}${lineEnd}`;
    },
  };
}

type ParagraphWriter = (content: string, indent: string, lineEnd: string) => string;

function paragraphWriter(source: FactSource, container: Element | undefined): ParagraphWriter | undefined {
  const { syntax } = source.doc;
  if (syntax.lastParagraph) return (...given) => syntax.lastParagraph?.(...given) ?? '';
  return container && ((content) => wrap(container, content, source));
}

/**
 * How a link is written in an element of this document; one that `inherits` has the colour of the words around it. Where
 * links are written otherwise than in HTML, they are so outside of the HTML that stands there.
 */
export function linkWriter(
  source: FactSource,
  within: Element | undefined,
  inherits = false,
): (href: string, text: string) => string {
  const { syntax } = source.doc;
  const isTagged = within !== undefined && within.open.end > within.open.start;
  if (syntax.link && !isTagged) return (href, text) => syntax.link?.(href, text) ?? '';
  const tag = linkTag(source);
  const look = inherits ? ` ${syntax.attribute('style', 'color: inherit;')}` : '';
  return (href, text) => `<${tag} ${syntax.attribute('href', href)}${look}>${syntax.text(text)}</${tag}>`;
}

/** What frames all of a body, at any depth: what stands in it is as wide, and stands where the rest does. */
function lastContainer(body: Element): Element {
  for (let place = body; ; ) {
    const [only, ...others] = place.children.filter(
      (c): c is Element => c.kind === 'element' && !UNSEEN.has(c.tag),
    );
    const isFrame = only?.close && !only.made && (only.name !== only.tag || FRAMES.has(only.tag));
    if (!only || !isFrame || others.length > 0 || hasWords(place) || isHidden(only)) return place;
    if (only.name !== only.tag) return only;
    place = only;
  }
}

const FRAMES: ReadonlySet<string> = new Set(['div', 'center', 'main', 'section', 'article']);
const UNSEEN: ReadonlySet<string> = new Set(['style', 'script', 'meta', 'link']);

/** Words beside its elements are content already. */
function hasWords({ children }: Element): boolean {
  return children.some((c) => c.kind === 'text' && c.text.trim() !== '');
}

function isHidden(element: Element): boolean {
  return /display\s*:\s*none|font-size\s*:\s*0/i.test(knownText(element, 'style') ?? '');
}

function wrap(container: Element, content: string, source: FactSource): string {
  const { index } = source;
  const paragraph = index.all.find(
    (e) => e.tag === 'p' && e.name !== e.tag && [...ancestors(e)].includes(container),
  );
  const ink = paragraph ? undefined : inkOn(container, source);
  const name = paragraph?.name ?? 'p';
  const style = ink === undefined ? '' : ` ${source.doc.syntax.attribute('style', `color: ${ink};`)}`;
  return `<${name}${style}>${content}</${name}>`;
}

/** The mail's own link component where it has one. */
function linkTag({ index }: FactSource): string {
  const component = index.all.find((e) => e.tag === 'a' && e.name !== e.tag && e.name === 'Link');
  return component?.name ?? 'a';
}

function indentBefore(text: string, at: number): { at: number; indent: string; end: string } {
  const line = text.lastIndexOf('\n', at - 1) + 1;
  const indent = text.slice(line, at);
  if (line === 0 || !/^[ \t]*$/.test(indent)) return { at, indent: '', end: '' };
  return { at: line, indent, end: text[line - 2] === '\r' ? '\r\n' : '\n' };
}
