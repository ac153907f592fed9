import { findBlanks } from '../core/blank.js';
import type { Span } from '../core/span.js';
import { identityInWords, namesIdentity } from '../knowledge/identity.js';
import { findNoReplyAddresses } from '../knowledge/noReply.js';
import { findProviderTags } from '../knowledge/providers.js';
import { roleOfAddress } from '../knowledge/sending.js';
import { descendants, visibleText } from '../model/query.js';
import { alternativesOf } from './alternatives.js';
import { sentencesOf } from './sentences.js';
import type { FactSource } from './source.js';
import type { Link, Message } from './types/index.js';

/** What in a mail says who sends it, first found first; empty where nothing does. */
export function identityOf(
  source: FactSource,
  links: readonly Link[],
  included: readonly string[],
): Message['identity'] {
  const { doc, container } = source;
  const tag = findProviderTags(doc.text).find(({ kind }) => kind === 'address');
  if (tag) return [{ what: doc.text.slice(tag.start, tag.end), span: { start: tag.start, end: tag.end } }];
  const blank = findBlanks(doc.text).find(({ written }) => written.startsWith('['));
  if (blank) return [{ what: blank.written, span: blank.span }];
  const contact = links.find(({ href }) => href.state === 'known' && isContact(href.value));
  if (contact) return [{ what: contact.text, span: contact.open }];
  const images = alternativesOf(source.index.all);
  for (const part of [doc, ...(doc.embedded ?? []).map((embedded) => embedded.doc)]) {
    const words = identityInWords(`${visibleText(part.root)} ${images}`);
    if (words) return [{ what: inContext(words, source), span: undefined }];
  }
  for (const text of included) {
    const words = identityInWords(text.replace(/<[^<>]*>/g, ' '));
    if (words || namesIdentity(text)) return [{ what: words ?? 'include', span: undefined }];
  }
  return [...namesIn(source), ...namedSenders(doc), ...(container ? namedSenders(container) : [])].slice(
    0,
    1,
  );
}

/** The sentence that the words stand in, where it is short; “12 quai” alone says little. */
function inContext(words: string, { index }: FactSource): string {
  const block = index.blocks.find(({ text }) => text.includes(words));
  const line = block && sentencesOf(block.text).find(({ text }) => text.includes(words))?.text;
  return line !== undefined && line.length <= LONGEST_LINE ? line : words;
}

const LONGEST_LINE = 120;

function isContact(href: string): boolean {
  return /^\s*(?:mailto:[^?]|tel:)/i.test(href) && findNoReplyAddresses(href).length === 0;
}

/** Merge tags, expressions and components named for the sender's name or address. */
function* namesIn({ doc }: FactSource): Generator<{ readonly what: string; readonly span: Span }> {
  for (const node of descendants(doc.root)) {
    if (node.kind === 'hole' && namesIdentity(node.code)) yield { what: node.code, span: node.span };
    else if (node.kind === 'text') {
      for (const [code] of node.text.matchAll(
        /\[\[?[\w .|-]{3,60}\]|\{\{?[\w .|-]{3,60}\}|%[\w.]{3,60}%|#[\w.]{3,60}#/g,
      )) {
        if (namesIdentity(code)) yield { what: code, span: node.span };
      }
    }
  }
}

/** Where a header or sending code names the sender beside the address: `Hotel du Port <hello@…>`. */
function* namedSenders({ settings }: FactSource['doc']) {
  for (const { key, value, span } of settings) {
    if (value.state !== 'known' || typeof value.value !== 'string' || roleOfAddress(key) !== 'from') continue;
    if (/\p{L}{2}/u.test(value.value.slice(0, Math.max(0, value.value.lastIndexOf('<')))))
      yield { what: value.value, span };
  }
}
