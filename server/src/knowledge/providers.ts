import { type Found, type Spelling, tagFinder } from './matching/tagFinder.js';
import file from './providers.json';

export type TagKind = 'unsubscribe' | 'preferences' | 'viewOnline' | 'address' | 'tracking' | 'recipient';

/** A merge tag, attribute or path that a mail provider understands; see schemas/providers.schema.json. */
export interface ProviderTag {
  readonly tag: string;
  readonly verified: boolean;
  readonly match?: 'start' | 'value';
  readonly yields?: 'markup' | 'attribute' | 'text' | 'address';
  readonly language?: string;
  readonly common?: boolean;
}

export interface Provider {
  readonly id: string;
  readonly name: string;
  readonly tags: Readonly<Record<TagKind, readonly ProviderTag[]>>;
  readonly addressLine?: string;
  readonly deadTags?: readonly { readonly tag: string; readonly instead: string }[];
  readonly formHosts: readonly { readonly host: string; readonly verified: boolean }[];
  readonly formPaths: readonly { readonly path: string; readonly verified: boolean }[];
  readonly formMarks?: readonly { readonly mark: string; readonly verified: boolean }[];
  readonly addsFooter: 'yes' | 'no' | 'unknown';
  readonly addsListUnsubscribeHeader?: 'yes' | 'setting';
  readonly region?: string;
  readonly regionVerified: boolean;
  readonly note?: string;
  readonly sources: readonly string[];
}

/** A provider's tag in a text; `start` and `end` are UTF-16 offsets into the text as written. */
export interface TagHit {
  readonly provider: Provider;
  readonly kind: TagKind;
  readonly start: number;
  readonly end: number;
  /** The spelling was read in public documentation or source code; an unverified one may only silence a finding. */
  readonly verified: boolean;
  readonly tag: ProviderTag;
}

export const providers = file.providers as readonly Provider[];

/** The longest word of each tag that adds a tracking image; without any, a text has none of them. */
export const trackingMarks: readonly string[] = providers.flatMap(({ tags }) =>
  tags.tracking.map(({ tag }) =>
    (tag.match(/\w+/g) ?? [tag]).reduce((a, b) => (b.length > a.length ? b : a)),
  ),
);

type Meaning = Pick<TagHit, 'provider' | 'kind' | 'tag'>;
type Find<T> = (text: string) => Found<T>[];

let byId: ReadonlyMap<string, Provider> | undefined;
let findTags: Find<Meaning> | undefined;
const findDead = new WeakMap<Provider, Find<string>>();
/** One review asks several times about the whole text, with link targets in between. */
const LONG = 2048;
let latest: { readonly text: string; readonly hits: readonly TagHit[] } | undefined;
let formHosts: readonly { provider: Provider; verified: boolean; pattern: RegExp }[] | undefined;

export function providerById(id: string): Provider | undefined {
  byId ??= new Map(providers.map((provider) => [provider.id, provider]));
  return byId.get(id);
}

/**
 * All tags of the known mail providers in a text, in order. A spelling that several providers share gives a hit for
 * each of them, and one that serves two ends a hit for each end. HTML-encoded and percent-encoded spellings count;
 * blanks beside the name do not matter, nor does case unless two spellings differ by it alone. Linear in the length
 * of the text.
 */
export function findProviderTags(text: string): readonly TagHit[] {
  if (text.length < LONG) return readProviderTags(text);
  if (latest?.text !== text) latest = { text, hits: readProviderTags(text) };
  return latest.hits;
}

function readProviderTags(text: string): TagHit[] {
  findTags ??= tagFinder(providers.flatMap(spellingsOf));
  const hits: TagHit[] = [];
  const reached = new Map<readonly ProviderTag[], number>();
  for (const { value, start, end } of findTags(text)) {
    const { provider, kind, tag } = value;
    // A spelling within a longer one of the same provider says nothing new.
    const use = provider.tags[kind];
    if ((reached.get(use) ?? 0) >= end) continue;
    reached.set(use, end);
    hits.push({ provider, kind, start, end, verified: tag.verified, tag });
  }
  return hits;
}

function spellingsOf(provider: Provider): Spelling<Meaning>[] {
  return (Object.keys(provider.tags) as TagKind[]).flatMap((kind) =>
    provider.tags[kind].map((tag) => ({ text: tag.tag, match: tag.match, value: { provider, kind, tag } })),
  );
}

/**
 * The provider whose tags a text shows, with these tags. A verified spelling that is peculiar to one provider and no
 * everyday variable name decides; shared and common spellings decide only where two of them agree on one provider
 * and no other provider has as many. Undefined where nothing speaks, or too much.
 */
export function identifyProvider(text: string): { provider: Provider; evidence: TagHit[] } | undefined {
  const hits = findProviderTags(text);
  const firstUser = new Map<number, Provider>();
  const shared = new Set<number>();
  for (const { start, provider } of hits) {
    if ((firstUser.get(start) ?? provider) !== provider) shared.add(start);
    firstUser.set(start, provider);
  }
  const isPeculiar = ({ tag, start }: TagHit) => tag.common !== true && !shared.has(start);
  const verified = hits.filter((hit) => hit.verified);
  const decided = new Set(verified.filter(isPeculiar).map(({ provider }) => provider));
  const [provider, another] = decided.size > 0 ? decided : mostAgreed(verified);
  if (provider === undefined || another !== undefined) return undefined;
  return { provider, evidence: verified.filter((hit) => hit.provider === provider) };
}

/** The providers with most different spellings among the hits, if that is two at least. */
function mostAgreed(hits: readonly TagHit[]): Provider[] {
  const spellings = new Map<Provider, Set<string>>();
  for (const { provider, tag } of hits) {
    spellings.set(provider, (spellings.get(provider) ?? new Set()).add(tag.tag));
  }
  const most = Math.max(2, ...[...spellings.values()].map(({ size }) => size));
  return [...spellings].filter(([, { size }]) => size === most).map(([provider]) => provider);
}

/** Tags in the text that look right and that this provider does not fill, with what to write instead. */
export function findDeadTags(
  text: string,
  provider: Provider,
): { start: number; end: number; instead: string }[] {
  let find = findDead.get(provider);
  if (find === undefined) {
    find = tagFinder((provider.deadTags ?? []).map(({ tag, instead }) => ({ text: tag, value: instead })));
    findDead.set(provider, find);
  }
  return find(text).map(({ value, start, end }) => ({ start, end, instead: value }));
}

/** The provider that receives what a form sends to this host, a host name without scheme and port. */
export function findFormProvider(host: string): { provider: Provider; verified: boolean } | undefined {
  formHosts ??= providers.flatMap((provider) =>
    provider.formHosts.map(({ host, verified }) => ({ provider, verified, pattern: hostPattern(host) })),
  );
  return formHosts.find(({ pattern }) => pattern.test(host));
}

/** `*.x.com` stands for every subdomain, a star elsewhere for a part of one label. */
function hostPattern(host: string): RegExp {
  const source = host
    .replace(/\./g, '\\.')
    .replace(/^\*(?=\\\.)/, '[\\w.-]+')
    .replace(/\*/g, '[\\w-]*');
  return new RegExp(`^${source}$`, 'i');
}

/**
 * The tag to write as a link's target in a repair: verified, and an address rather than a whole link.
 * @param language of the mail (BCP 47 primary subtag), for providers whose tag names one.
 */
export function unsubscribeTagOf(provider: Provider, language?: string): string | undefined {
  return targetOf(provider.tags.unsubscribe, language);
}

/** As `unsubscribeTagOf`, for the page where subscriptions are changed. */
export function preferencesTagOf(provider: Provider, language?: string): string | undefined {
  return targetOf(provider.tags.preferences, language);
}

function targetOf(tags: readonly ProviderTag[], language: string | undefined): string | undefined {
  const targets = tags.filter(
    ({ verified, yields, match }) => verified && yields === undefined && match !== 'start',
  );
  const own = targets.find((tag) => language !== undefined && tag.language === language);
  return (own ?? targets[0])?.tag;
}

/** What to write in a mail's text so that it says who sends it and where they are. */
export function addressTagOf(provider: Provider): string | undefined {
  return provider.addressLine ?? provider.tags.address.find(({ verified }) => verified)?.tag;
}
