import type { Span } from '../core/span.js';
import { findNoReplyAddresses } from '../knowledge/noReply.js';
import { offersReply } from '../knowledge/pointers.js';
import { findProviderTags } from '../knowledge/providers.js';
import { namesWayOut, roleOfAddress } from '../knowledge/sending.js';
import {
  findUnsubscribeWords,
  isUnsubscribeExpression,
  isUnsubscribeTarget,
} from '../knowledge/unsubscribe.js';
import type { Doc, Setting } from '../model/nodes.js';
import { attribute, descendants } from '../model/query.js';
import { sentencesOf } from './sentences.js';
import type { FactSource } from './source.js';
import type { Link, Message } from './types/index.js';

/** True where a text from another file, a footer that this mail includes, holds a way out. */
export function mentionsWayOut(text: string): boolean {
  return (
    findProviderTags(text).some((t) => t.kind === 'unsubscribe' || t.kind === 'preferences') ||
    findUnsubscribeWords(text) !== undefined
  );
}

type WayOut = Message['waysOut'][number];

/** Every way to stop the mails: links, provider tags wherever they stand, expressions named for it, the header. */
export function findWaysOut({ doc, index, container }: FactSource, links: readonly Link[]): WayOut[] {
  const ways: WayOut[] = [];
  for (const link of links) {
    if (link.purpose === 'unsubscribe' || link.purpose === 'preferences')
      ways.push({ span: link.open, how: 'link' });
  }
  const comments = commentsOf(doc);
  for (const { kind, start, end } of findProviderTags(doc.text)) {
    if (
      (kind === 'unsubscribe' || kind === 'preferences') &&
      !comments.some((c) => c.start <= start && end <= c.end)
    )
      ways.push({ span: { start, end }, how: 'tag' });
  }
  for (const setting of doc.settings) {
    if (letsLeave(setting)) ways.push({ span: setting.span, how: 'header' });
  }
  if (container?.settings.some(letsLeave)) ways.push({ span: doc.root.open, how: 'header' });
  if (container?.embedded?.some((part) => part.doc !== doc && mentionsWayOut(part.doc.text)))
    ways.push({ span: doc.root.open, how: 'part' });
  for (const node of descendants(doc.root)) {
    if (node.kind === 'hole' && isUnsubscribeExpression(node.code))
      ways.push({ span: node.span, how: 'tag' });
    else if (node.kind === 'text' && hasTemplateWayOut(node.text)) ways.push({ span: node.span, how: 'tag' });
  }
  // A component that is given the address: <Footer unsubscribeUrl={…} />.
  for (const element of index.all) {
    const passed = element.attributes.find(
      (a) =>
        a.name !== 'class' &&
        a.name !== 'id' &&
        a.name !== 'style' &&
        element.name !== element.tag &&
        isUnsubscribeExpression(a.name),
    );
    if (passed) ways.push({ span: passed.span, how: 'include' });
    const source = attribute(element, 'data-msys-unsubscribe');
    if (source) ways.push({ span: source.span, how: 'tag' });
  }
  if (ways.length > 0) return ways;
  const outlook = wayOutForOutlook(doc);
  return outlook ? [{ span: outlook, how: 'outlook' }] : wordsOf(doc, index);
}

/** A header or option to leave by, or a reply address that is named for it: `Reply-To: unsubscribe@hotel.example`. */
function letsLeave({ key, value }: Setting): boolean {
  if (namesWayOut(key)) return true;
  if (roleOfAddress(key) !== 'reply-to' || value.state !== 'known' || typeof value.value !== 'string')
    return false;
  const address = /(?<![^\s<>"',;@])[^\s<>"',;@]+@[^\s<>"',;]+/.exec(value.value)?.[0];
  return (
    address !== undefined &&
    findNoReplyAddresses(address).length === 0 &&
    isUnsubscribeTarget(`mailto:${address}`)
  );
}

/** Nobody reads them, nor does a provider fill them in for anyone. */
export function commentsOf({ root, comments }: Doc): Span[] {
  const nodes = descendants(root).filter(({ kind }) => kind === 'comment');
  return [...comments, ...nodes].map(({ span }) => span);
}

/** Where only desktop Outlook shows a way out: in a conditional comment, which every other mail program passes over. */
export function wayOutForOutlook({ root }: Doc): Span | undefined {
  for (const node of descendants(root)) {
    if (node.kind !== 'comment' || !OUTLOOK.test(node.text)) continue;
    const hasTag = findProviderTags(node.text).some(({ kind }) => kind === 'unsubscribe');
    if (hasTag || (/href/i.test(node.text) && findUnsubscribeWords(node.text)?.kind === 'unsubscribe'))
      return node.span;
  }
  return undefined;
}

const OUTLOOK = /^\s*\[if\b[^\]]*mso/i;

/** The word alone is no way out, but a mail that says "unsubscribe" beside an address may mean one. */
function wordsOf(doc: FactSource['doc'], index: FactSource['index']): WayOut[] {
  for (const node of descendants(doc.root)) {
    if (node.kind !== 'text') continue;
    const words = findUnsubscribeWords(node.text);
    if (!words) continue;
    const around = index.all.some(
      (e) => e.tag === 'a' && node.parent?.kind === 'element' && e.parent === node.parent,
    );
    if (around || node.text.includes('@')) return [{ span: node.span, how: 'words' }];
  }
  return index.blocks.filter(takesAnswers).map(({ span }) => ({ span, how: 'words' }));
}

/** "Reply STOP to opt out": an answer is a way to leave as well. */
function takesAnswers({ text }: FactSource['index']['blocks'][number]): boolean {
  if (!findUnsubscribeWords(text) || !offersReply(text)) return false;
  return sentencesOf(text).some((s) => findUnsubscribeWords(s.text) !== undefined && offersReply(s.text));
}

const TEMPLATE =
  /\{\{[^{}]{1,200}\}\}|\{%[^%]{1,200}%\}|\*\|[^|]{1,80}\|\*|%%[^%]{1,80}%%|\[\[?[\w .:-]{1,80}\]\]?|<%[^%]{1,200}%>|\$\{[^}]{1,120}\}|\{\$?[\w.]{1,80}\}|##?[\w.]{1,80}##?|%[\w.-]{3,80}%/g;

/** True where a merge tag or expression, in whatever language's marks, is named for leaving. */
export function hasTemplateWayOut(text: string): boolean {
  for (const tag of templateTags(text)) if (isUnsubscribeExpression(tag)) return true;
  return false;
}

/** What reads like a merge tag or an expression of some template language. */
export function* templateTags(text: string): Generator<string> {
  for (const [tag] of text.matchAll(TEMPLATE)) yield tag;
}
