import { findNoReplyAddresses } from '../knowledge/noReply.js';
import { isPlaceholderHost } from '../knowledge/pointers.js';
import { findProviderTags } from '../knowledge/providers.js';
import type { Attribute, Element, KnownValue } from '../model/nodes.js';
import { attribute, knownText, valueOfAttribute } from '../model/query.js';
import type { FoundEnd } from './deadEnd.js';
import { extentOf } from './extent.js';
import type { ReadLink } from './links.js';
import { promisesWithoutLink } from './promises.js';
import { repointer } from './repoint.js';
import type { FactSource } from './source.js';
import { strayTags } from './strayTags.js';
import type { DeadEnd, Message } from './types/index.js';

type Cause = DeadEnd['cause'];

/** What the mail shows as a way out and what lets nobody out, in source order. */
export function findDeadEnds(
  source: FactSource,
  links: readonly ReadLink[],
  waysOut: Message['waysOut'],
): readonly DeadEnd[] {
  const tags = strayTags(source);
  const isStray = (place: { start: number; end: number }) =>
    tags.some(({ span }) => span.start < place.end && place.start < span.end);
  const ways = links.filter(({ link }) => link.purpose === 'unsubscribe' || link.purpose === 'preferences');
  const dead = ways.flatMap((way) => {
    if (isStray(way.link.open)) return [];
    const cause = causeOf(way, source);
    return cause ? [deadEnd(way, cause, source)] : [];
  });
  const offered = new Set(ways.map(({ element }) => element));
  const draft = links.some(({ element }) => !offered.has(element) && isToFill(element));
  const known = new Set([...dead, ...tags].map(({ span }) => span.start));
  const works = waysOut.some(
    ({ how, span }) => (how === 'link' || how === 'tag') && !known.has(span.start) && !isStray(span),
  );
  // "The link below" may stand in a footer from another file.
  const seesAll = extentOf(source.doc) === 'whole' && waysOut.every(({ how }) => how !== 'include');
  const promises = works || dead.length > 0 || !seesAll ? [] : promisesWithoutLink(source);
  return [...dead, ...tags, ...promises]
    .map((end) => ({ ...end, draft, alone: !works }))
    .sort((a, b) => a.span.start - b.span.start);
}

function deadEnd({ link, element }: ReadLink, cause: Cause, source: FactSource): FoundEnd {
  return {
    cause,
    purpose: link.purpose === 'preferences' ? 'preferences' : 'unsubscribe',
    span: link.open,
    words: link.text || link.sentence,
    target: written(element),
    instead: undefined,
    provider: undefined,
    repoint: repointer(element, source),
  };
}

function written(element: Element): string {
  const { value } = attribute(element, 'href') ?? {};
  return value?.state === 'known' ? String(value.value ?? '').trim() : (value?.code ?? '');
}

/** Why a link leads nowhere in a mail, as far as its own markup tells. */
function causeOf({ element, link }: ReadLink, source: FactSource): Cause | undefined {
  const value = valueOfAttribute(element, 'href');
  if (value.state === 'absent') return isLink(element) ? 'no-target' : undefined;
  if (value.state === 'dynamic')
    return isRelative(value.code.replace(/^\s*["'`]/, '')) && !hasTag(value.code) && !hasBase(source)
      ? 'relative'
      : undefined;
  if (isStandIn(value) || isDriven(element)) return undefined;
  const target = String(value.value ?? '').trim();
  if (hasTag(target)) return undefined;
  return causeOfTarget(target, source, link.targeted);
}

function causeOfTarget(target: string, source: FactSource, targeted: boolean): Cause | undefined {
  if (/^(?:https?:\/*|mailto:(?:\?.*)?|about:blank)?$/i.test(target)) return 'empty';
  if (/^javascript:/i.test(target)) return 'script';
  if (/^#[\w-]*!?$/.test(target)) return leadsWithin(target.slice(1), source) ? undefined : 'fragment';
  if (/^mailto:/i.test(target)) return findNoReplyAddresses(target).length > 0 ? 'no-reply' : undefined;
  if (isRelative(target)) return hasBase(source) ? undefined : 'relative';
  const [, host = '', path = ''] =
    /^https?:\/\/([^/?#:\s]+)(?![^/?#:\s])(?::\d+(?!\d))?([^\s]*)$/i.exec(target) ?? [];
  if (!/^[\w.-]+$/.test(host)) return undefined;
  if (isPlaceholderHost(host)) return 'placeholder';
  return /^\/?#?$/.test(path) && !targeted ? 'home-page' : undefined;
}

function leadsWithin(name: string, { index }: FactSource): boolean {
  return name !== '' && (index.byId.has(name) || index.all.some((e) => knownText(e, 'name') === name));
}

/** Paths and file names: a mail has no address that they could be relative to. */
function isRelative(target: string): boolean {
  return /^(?:\.{0,2}\/(?!\/)|[\w-]+\.(?:html?|php|aspx?|jsp)(?=$|[?#])|www\.[\w-]+\.)/i.test(target);
}

function hasTag(target: string): boolean {
  return findProviderTags(target).length > 0;
}

function hasBase({ index }: FactSource): boolean {
  return index.all.some((e) => e.tag === 'base' && knownText(e, 'href'));
}

/** A value for previews, or for when nothing else is given. */
function isStandIn({ origin }: KnownValue): boolean {
  return origin?.kind === 'fallback' || origin?.kind === 'parameter';
}

/** Attributes of template engines and of mail services that set the target when the mail is made. */
function isDriven({ attributes }: Element): boolean {
  return attributes.some(
    ({ name, value }) =>
      /[-:]/.test(name) &&
      !name.startsWith('style:') &&
      /href|url|unsub/i.test(`${name} ${value.state === 'known' ? value.value : value.code}`),
  );
}

/** An anchor without a target that is neither a target itself nor driven by a script. */
function isLink({ attributes, tag, made }: Element): boolean {
  if (tag !== 'a' || made) return false;
  return !attributes.some(
    ({ name }) => name === 'name' || name === 'id' || /^(?:on|@|v-|data-|:|to$|ng-|\[|\()/.test(name),
  );
}

/** A link without a target that says nothing of leaving: the mail is a draft to be filled in. */
function isToFill(element: Element): boolean {
  const href: Attribute | undefined = attribute(element, 'href');
  return href?.value.state === 'known' && /^#?$/.test(String(href.value.value ?? '').trim());
}
