import { contains, type Span } from '../core/span.js';
import { findNoReplyAddresses, type NoReplyHit } from '../knowledge/noReply.js';
import { type AddressRole, isAside, namesSubmitter, roleOfAddress } from '../knowledge/sending.js';
import type { Element, KnownValue, Setting } from '../model/nodes.js';
import { attribute, descendants } from '../model/query.js';
import type { FactSource } from './source.js';
import type { Sender } from './types/index.js';

/** No-reply addresses that mails are sent from, answer to or offer as contact, each place once. */
export function readSenders(source: FactSource): readonly Sender[] {
  const senders = [...fromSettings(source), ...fromMarkup(source)];
  const seen = new Set<number>();
  return senders
    .sort((a, b) => a.span.start - b.span.start)
    .filter(({ span }) => !seen.has(span.start) && seen.add(span.start));
}

/** Sending code and settings: `from: '"Hotel" <no-reply@hotel.example>'`. */
function* fromSettings({ doc }: FactSource): Generator<Sender> {
  for (const setting of doc.settings) {
    const role = roleOf(setting);
    if (role === undefined || role === 'to') continue;
    for (const { hit, span, exact } of addressesOf(setting, doc.text)) {
      const beside = doc.settings.filter((s) => s.group === setting.group && s !== setting);
      if (isSubmitter(setting, beside)) continue;
      const replies = beside.filter((s) => roleOfAddress(s.key) === 'reply-to');
      yield {
        role: role === 'contact' ? 'contact' : role,
        address: hit.address,
        span,
        exact,
        shown: [],
        noReply: hit.certainty,
        answered: role === 'from' && replies.some((s) => addressesOf(s, doc.text).length === 0),
        addReplyTo: role === 'from' && !replies.length ? replyToBeside(setting) : undefined,
        key: setting.key,
      };
    }
  }
}

/** Sending libraries and header blocks know a reply address; elsewhere nothing says what it would be called. */
function replyToBeside({ kind, beside }: Setting): Sender['addReplyTo'] {
  const known = kind === 'property' || kind === 'header';
  return known && beside ? (address) => beside('replyTo', address) : undefined;
}

/** RFC 5322, section 3.6.2: beside the author, the agent that transmits a mail is named as `Sender`; no reply goes there. */
function isSubmitter({ kind, key }: Setting, beside: readonly Setting[]): boolean {
  if (kind !== 'header' || !namesSubmitter(key)) return false;
  return beside.some((s) => roleOfAddress(s.key) === 'from' && !namesSubmitter(s.key));
}

/** The setting's own name decides, else the nearest name around it that means something (`from: { email }`). */
function roleOf({ key, context }: Setting): AddressRole | undefined {
  const [around] = context;
  if (around !== undefined && isAside(around)) return 'to';
  const own = roleOfAddress(key);
  if (own !== undefined && own !== 'contact') return own;
  for (const name of context) {
    const role = roleOfAddress(name);
    if (role === 'to') return 'to';
    if (role !== undefined && role !== 'contact') return role;
  }
  return own;
}

interface Found {
  readonly hit: NoReplyHit;
  readonly span: Span;
  readonly exact: boolean;
}

function addressesOf({ value }: Setting, text: string): Found[] {
  if (value.state === 'known') return inValue(value, text);
  const candidates = value.candidates?.flatMap((c) => inValue(c, text)) ?? [];
  if (candidates.length) return candidates;
  return findNoReplyAddresses(value.code).map((hit) => found(hit, value.span.start));
}

function inValue({ value, origin, span }: KnownValue, text: string): Found[] {
  if (typeof value !== 'string') return [];
  const at = origin?.span ?? span;
  const written = findNoReplyAddresses(text.slice(at.start, at.end));
  return findNoReplyAddresses(value).map((hit) => {
    const same = written.find((w) => w.address === hit.address);
    // Escapes may hide the address: then the whole literal is the place.
    return same ? found(same, at.start) : { hit, span: at, exact: false };
  });
}

function found(hit: NoReplyHit, at: number): Found {
  return { hit, span: shift(hit, at), exact: true };
}

function shift({ start, end }: { start: number; end: number }, by: number): Span {
  return { start: start + by, end: end + by };
}

/** Links to an address and addresses that readers see. */
function* fromMarkup({ doc, index }: FactSource): Generator<Sender> {
  const links: { readonly element: Element; readonly sender: Sender; readonly shown: Span[] }[] = [];
  for (const element of index.all) {
    const href = attribute(element, 'href')?.value;
    if (!href || (href.state === 'known' && href.origin)) continue;
    const code = doc.text.slice(href.span.start, href.span.end);
    if (!/mailto:/i.test(href.state === 'known' ? String(href.value) : code)) continue;
    for (const hit of findNoReplyAddresses(code)) {
      const shown: Span[] = [];
      links.push({ element, shown, sender: { ...contact(hit, href.span.start), shown } });
    }
  }
  // What is only spoken of is nobody's contact.
  for (const node of doc.prose && !doc.mail ? [] : descendants(doc.root)) {
    if (node.kind !== 'text' || !node.text.includes('@') || isCode(node.parent)) continue;
    const code = doc.text.slice(node.span.start, node.span.end);
    for (const hit of findNoReplyAddresses(code)) {
      // A link that shows the address it leads to is one contact, not two.
      const link = links.find(
        ({ element, sender }) => contains(element.span, node.span) && sender.address === hit.address,
      );
      if (link) link.shown.push(shift(hit, node.span.start));
      else yield contact(hit, node.span.start);
    }
  }
  yield* links.map(({ sender }) => sender);
}

function contact(hit: NoReplyHit, at: number): Sender {
  return {
    role: 'contact',
    address: hit.address,
    span: shift(hit, at),
    exact: true,
    shown: [],
    noReply: hit.certainty,
    answered: false,
    addReplyTo: undefined,
    key: undefined,
  };
}

function isCode(parent: { kind: string; tag?: string } | undefined): boolean {
  return parent?.tag === 'script' || parent?.tag === 'style' || parent?.tag === 'title';
}
