import type { Knowable } from '../core/knowable.js';
import { findLeavingWords } from '../knowledge/leaving.js';
import { findNoReplyAddresses } from '../knowledge/noReply.js';
import { isPointer } from '../knowledge/pointers.js';
import { findProviderTags } from '../knowledge/providers.js';
import {
  findUnsubscribeWords,
  isUnsubscribeExpression,
  isUnsubscribeTarget,
} from '../knowledge/unsubscribe.js';
import { showsItself } from '../model/blocks.js';
import type { Element } from '../model/nodes.js';
import { attribute, elements, valueOfAttribute, visibleText } from '../model/query.js';
import { alternativesOf } from './alternatives.js';
import { textOf } from './controls.js';
import { labelOf } from './label.js';
import { contextsOf, type LinkContext } from './linkContext.js';
import type { FactSource } from './source.js';
import type { Link } from './types/index.js';

/** A link with the element that it was read from. */
export interface ReadLink {
  readonly element: Element;
  readonly link: Link;
}

export function readLinks(source: FactSource): readonly ReadLink[] {
  const contexts = contextsOf(source.index.blocks);
  return source.index.all
    .filter(isLink)
    .map((element) => ({ element, link: readLink(element, source, contexts.get(element)) }));
}

/** What a link says and where it leads, without what it is for. */
export function plainLink(element: Element, source: FactSource): Pick<Link, 'href' | 'text'> {
  return { href: textOf(valueOfAttribute(element, 'href')), text: textOfLink(element, source) };
}

/** Anything that says where it leads: anchors, areas, buttons of mail languages, link components. */
export function isLink(element: Element): boolean {
  return (
    element.tag === 'a' ||
    (element.tag !== 'link' && element.tag !== 'base' && attribute(element, 'href') !== undefined)
  );
}

function readLink(element: Element, source: FactSource, context: LinkContext | undefined): Link {
  const { href, text } = plainLink(element, source);
  const target = purposeOfTarget(href);
  const said = isPointer(text) || showsItself(element) ? context?.said : text;
  return {
    span: element.span,
    open: element.open,
    href,
    text,
    purpose: target ?? (said === undefined ? undefined : purposeOfWords(said)),
    targeted: target !== undefined,
    all: said !== undefined && findLeavingWords(said, 'all').length > 0,
    sentence: context?.sentence ?? text,
  };
}

/** What is longer is a text that leads somewhere, not the name of the place. */
const LONGEST_NAME = 300;

function purposeOfWords(words: string): Link['purpose'] {
  return words.length > LONGEST_NAME ? undefined : findUnsubscribeWords(words)?.kind;
}

/** UTF-16 units and nodes that are looked at: links that are never closed hold one another. */
const LONGEST_TEXT = 1000;
const LARGEST_LINK = 200;

function textOfLink(element: Element, source: FactSource): string {
  const words =
    visibleText(element, LONGEST_TEXT) || alternativesOf([element, ...elements(element, LARGEST_LINK)]);
  if (words) return words;
  const label = labelOf(element, source);
  // What stands beside a link does not name it.
  return label.text.state === 'known' && label.source !== 'adjacent' ? label.text.value : '';
}

function purposeOfTarget(href: Knowable<string>): Link['purpose'] {
  if (href.state === 'absent') return undefined;
  const target = href.state === 'known' ? href.value : (href.code ?? '');
  const tag = findProviderTags(target)[0];
  if (tag?.kind === 'unsubscribe' || tag?.kind === 'preferences') return tag.kind;
  if (tag?.kind === 'viewOnline') return 'view-online';
  if (isUnsubscribeExpression(target) || isUnsubscribeTarget(target)) return 'unsubscribe';
  return /^\s*mailto:/i.test(target) && findNoReplyAddresses(target).length === 0 ? 'contact' : undefined;
}
