import { footerSentence } from '../knowledge/mail.js';
import type { Element } from '../model/nodes.js';
import { ancestors } from '../model/query.js';
import type { FactSource } from './source.js';
import type { FooterPlace } from './types.js';

/** The end of the mail's body, and how a line of text with a link is written there. */
export function footerPlace(source: FactSource, body: Element | undefined): FooterPlace | undefined {
  if (!body?.close) return undefined;
  const { doc } = source;
  const container = lastContainer(body);
  const close = container.close ?? body.close;
  const line = indentBefore(doc.text, close.start);
  const at = line.at;
  const inner = `${line.indent}  `;
  return {
    at,
    sentence: footerSentence,
    compose: (before, linkText, href, after) => {
      const { syntax } = doc;
      const link = `<${linkTag(source)} ${syntax.attribute('href', href)}>${syntax.text(linkText)}</${linkTag(source)}>`;
      const content = `${syntax.text(before)}${link}${syntax.text(after)}`;
      return `${inner}${wrap(container, content, source)}${line.end}`;
    },
  };
}

/** React Email's and similar bodies hold a container; what stands in it is centred with the rest. */
function lastContainer(body: Element): Element {
  const [only, ...others] = body.children.filter(
    (c): c is Element => c.kind === 'element' && c.tag !== 'style',
  );
  return only && others.length === 0 && only.close && only.name !== only.tag ? only : body;
}

function wrap(container: Element, content: string, { index }: FactSource): string {
  const paragraph = index.all.find(
    (e) => e.tag === 'p' && e.name !== e.tag && [...ancestors(e)].includes(container),
  );
  const name = paragraph?.name ?? 'p';
  return `<${name}>${content}</${name}>`;
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
