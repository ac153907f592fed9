import { once } from '../core/memo.js';
import type { Span } from '../core/span.js';
import { holdsFooter } from '../knowledge/mail.js';
import { findNoticeWords, namesNotice } from '../knowledge/notices.js';
import type { Attribute, Element, Node } from '../model/nodes.js';
import { descendants, knownText, valueOfAttribute } from '../model/query.js';
import { hides } from './displayed.js';
import { isLink, plainLink } from './links.js';
import { repointer } from './repoint.js';
import type { FactSource } from './source.js';
import type { Control, PrivacyNotice } from './types/index.js';
import type { Wording } from './wording/index.js';

/** Links to a notice that lead nowhere: that is soon told of a link, and few do. */
export function readDeadNotices(source: FactSource): readonly PrivacyNotice[] {
  return source.index.all.flatMap((element) =>
    isLink(element) && causeOf(element, source) ? linkTo(element, source) : [],
  );
}

/**
 * Where a document tells what becomes of personal data: links to a notice, words, names in code and components that
 * stand for them, and footers from other files, which may do so. In no order.
 */
export function readNotices(source: FactSource, controls: readonly Control[]): readonly PrivacyNotice[] {
  const linked = source.index.all.filter(isLink).flatMap((link) => linkTo(link, source));
  const found: PrivacyNotice[] = [
    ...linked,
    ...controls.flatMap((control) => inLabel(control, source.wording)),
  ];
  const spans = linked.map(({ span }) => span).sort((a, b) => a.start - b.start);
  let next = 0;
  let told = 0;
  for (const node of descendants(source.doc.root)) {
    for (let span = spans[next]; span && span.start <= node.span.start; span = spans[++next])
      told = Math.max(told, span.end);
    if (node.kind === 'comment' || node.span.end <= told) continue;
    const notice = inNode(node, source.wording);
    if (notice) found.push(notice);
  }
  return found;
}

/** Words for a notice: those known, and those that the configuration adds. */
function wordsOfNotice(text: string, { configured }: Wording): Span | undefined {
  return findNoticeWords(text) ?? configured(text).find(({ meaning }) => meaning === 'privacy-notice');
}

function linkTo(element: Element, source: FactSource): PrivacyNotice[] {
  const { href, text } = plainLink(element, source);
  const target = href.state === 'known' ? href.value : href.state === 'dynamic' ? (href.code ?? '') : '';
  const named = text.length <= LONGEST_LINK && wordsOfNotice(text, source.wording);
  if (!named && !namesNotice(target)) return [];
  const broken = causeOf(element, source);
  return [
    {
      how: 'link',
      span: element.span,
      open: element.open,
      words: text,
      broken,
      repoint: broken === 'not-displayed' ? undefined : repointer(element, source),
    },
  ];
}

/** What is longer is a card or a teaser that leads to an article. */
const LONGEST_LINK = 200;

/** Why a link leads nowhere, as far as its own markup tells. */
function causeOf(element: Element, source: FactSource): PrivacyNotice['broken'] {
  if (hides(element)) return 'not-displayed';
  if (isDriven(element)) return undefined;
  const value = valueOfAttribute(element, 'href');
  if (value.state === 'dynamic') return undefined;
  if (value.state === 'absent') return isBareAnchor(element) ? 'no-target' : undefined;
  const target = String(value.value ?? '').trim();
  if (/^(?:https?:\/*|about:blank)?$/i.test(target)) return 'empty';
  if (/^javascript:\s*(?:;|void\b[^;]*;?)?$/i.test(target)) return 'script';
  if (target === '#' || target === '#!' || /^#0?$/.test(target)) return 'fragment';
  const [, name] = /^#([\w-]+)$/.exec(target) ?? [];
  const { scripted, names } = anchorsOf(source);
  const isWhole = source.doc.whole && !scripted;
  return name !== undefined && isWhole && !names.has(name) ? 'fragment' : undefined;
}

/** What an address may lead to within the page, and whether a script may add to it. */
const anchorsOf = once(({ index }: FactSource) => ({
  names: new Set([...index.byId.keys(), ...index.all.map((e) => knownText(e, 'name') ?? '')]),
  scripted: index.all.some((e) => e.tag === 'script'),
}));

/** Attributes by which a script opens something instead: handlers, data attributes, an id to be found by. */
function isDriven({ attributes, openEnded }: Element): boolean {
  return openEnded || attributes.some(({ name }) => DRIVES.test(name));
}

const DRIVES = /^(?:on[a-z]|@|v-|data-|:|x-|ng-|\[|\(|id$|to$|hx-|aria-(?:controls|haspopup)$)/;

function isBareAnchor({ tag, name, made }: Element): boolean {
  return tag === 'a' && name === tag && !made;
}

/** Labels of components are no text of the document. */
function inLabel({ label, span, consent }: Control, wording: Wording): PrivacyNotice[] {
  const words = label.text.state === 'known' ? label.text.value : '';
  const tells =
    wordsOfNotice(words, wording) !== undefined ||
    consent?.purposes.some(({ purpose }) => purpose === 'privacy-notice' || purpose === 'data-processing');
  return tells ? [{ ...nothing, how: 'words', span: label.span ?? span, open: span, words }] : [];
}

const nothing = { broken: undefined, repoint: undefined };

function inNode(node: Node, wording: Wording): PrivacyNotice | undefined {
  if (node.kind === 'text') {
    if (isUnread(node.parent)) return undefined;
    const hit = wordsOfNotice(node.text, wording);
    const words = hit && node.text.slice(hit.start, hit.end);
    return words === undefined
      ? undefined
      : { ...nothing, how: 'words', span: node.span, open: node.span, words };
  }
  if (node.kind === 'hole') {
    if (node.include !== undefined && tellsElsewhere(node.include)) return include(node.span);
    const named = node.children.length === 0 && node.code.length <= LONGEST_CODE && namesNotice(node.code);
    return named
      ? { ...nothing, how: 'code', span: node.span, open: node.span, words: node.code }
      : undefined;
  }
  return node.kind === 'element' ? inElement(node) : undefined;
}

const LONGEST_CODE = 400;

function inElement(element: Element): PrivacyNotice | undefined {
  const { include: file, name, tag, open } = element;
  if (file !== undefined && tellsElsewhere(file)) return include(open);
  const isComponent = name !== tag || element.module !== undefined;
  if (isComponent && namesNotice(name)) return { ...nothing, how: 'code', span: open, open, words: name };
  if (isComponent && holdsFooter(name)) return include(open);
  const said = element.attributes.find(speaksOfNotice);
  return said && { ...nothing, how: 'code', span: said.span, open, words: said.written };
}

/** Attributes that name a notice in code (`to={routes.privacy}`, `privacyUrl="…"`) or hold words of one. */
function speaksOfNotice({ name, value }: Attribute): boolean {
  if (SILENT.test(name)) return false;
  if (value.state === 'dynamic') return value.code.length <= LONGEST_CODE && namesNotice(value.code);
  const text = typeof value.value === 'string' ? value.value : '';
  return text.includes(' ') ? findNoticeWords(text) !== undefined : namesNotice(name);
}

const SILENT = /^(?:class|style|name|id|for|value|content|checked|href)$/;

function tellsElsewhere(file: string): boolean {
  return holdsFooter(file) || namesNotice(file);
}

function include(span: PrivacyNotice['span']): PrivacyNotice {
  return { ...nothing, how: 'include', span, open: span, words: '' };
}

function isUnread(parent: Node | undefined): boolean {
  return parent?.kind === 'element' && UNREAD.has(parent.tag);
}

const UNREAD = new Set(['script', 'style', 'title']);
