import { insert } from '../core/edit.js';
import { isPlaceholderHost } from '../knowledge/pointers.js';
import { attribute, knownText } from '../model/query.js';
import { hostOf, isLocal } from './formRecipient.js';
import { isSent } from './postings.js';
import { codeOf } from './resources/documentCode.js';
import { secureEdits } from './sending.js';
import type { FactSource } from './source.js';
import type { Unprotected } from './types/index.js';

/** What can read or change a page (W3C, Mixed Content: what is not upgradeable), and the attribute of its address. */
const ACTIVE: Readonly<Record<string, string>> = {
  script: 'src',
  iframe: 'src',
  embed: 'src',
  object: 'data',
  link: 'href',
};

/** What a page loads without encryption and that can read what people enter, and what its code sends so, once a host. */
export function readUnprotected(source: FactSource): readonly Unprotected[] {
  if (!source.doc.text.includes('http:')) return [];
  const found = new Map<string, Unprotected>();
  for (const element of source.index.all) {
    const name = ACTIVE[element.tag];
    if (name === undefined || (element.tag === 'link' && !isStyleSheet(knownText(element, 'rel')))) continue;
    const value = attribute(element, name)?.value;
    const address = value?.state === 'known' ? String(value.value ?? '').trim() : '';
    const host = /^http:/i.test(address) ? hostOf(address) : undefined;
    if (host === undefined || found.has(host) || isLocal(host) || isPlaceholderHost(host)) continue;
    found.set(host, { how: 'loaded', host, span: element.open, secure: secureEdits(element, name, source) });
  }
  for (const sent of requestsOf(source)) if (!found.has(sent.host)) found.set(sent.host, sent);
  return [...found.values()];
}

/** `fetch('http://…', { method: 'POST', … })` */
function* requestsOf({ doc, index }: FactSource): Generator<Unprotected> {
  if (index.controls.length === 0) return;
  for (const [{ kind, text, span, frame }, source] of codeOf(doc).mentions()) {
    if (kind !== 'string' || !/^http:/i.test(text)) continue;
    const host = hostOf(text);
    if (host === undefined || isLocal(host) || isPlaceholderHost(host) || !isSent(frame, source)) continue;
    yield { how: 'sent', host, span, secure: [insert(span.start + 'http'.length, 's')] };
  }
}

function isStyleSheet(rel: string | undefined): boolean {
  return /\bstylesheet\b/i.test(rel ?? '');
}
