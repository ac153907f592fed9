import { replace } from '../core/edit.js';
import {
  findDeadTags,
  findProviderTags,
  identifyProvider,
  type Provider,
  providerById,
  type TagHit,
  unsubscribeTagOf,
} from '../knowledge/providers.js';
import type { FoundEnd } from './deadEnd.js';
import type { FactSource } from './source.js';

/** Tags for leaving that the mail's provider does not fill: those of others, and look-alikes of its own. */
export function strayTags(source: FactSource): FoundEnd[] {
  const { text } = source.doc;
  const tags = findProviderTags(text).filter(({ kind }) => kind === 'unsubscribe' || kind === 'preferences');
  const own = ownProvider(source, tags);
  if (!own) return [];
  const foreign = [...groups(tags)].flatMap((hits): FoundEnd[] => {
    const [hit] = hits;
    if (!hit || !hits.every(isPeculiar) || hits.some(({ provider }) => provider.id === own.id)) return [];
    const { start, end, kind, tag } = hit;
    const right = tag.yields === undefined ? unsubscribeTagOf(own) : undefined;
    return [stray('foreign-tag', { start, end }, kind as FoundEnd['purpose'], source, right, hit.provider)];
  });
  const dead = findDeadTags(text, own).map(({ start, end, instead }) =>
    stray('dead-tag', { start, end }, 'unsubscribe', source, instead, own),
  );
  return [...foreign, ...dead];
}

/** The provider that is configured, or that the tags for other ends show. */
function ownProvider({ doc, provider }: FactSource, tags: readonly TagHit[]): Provider | undefined {
  if (provider !== undefined) return providerById(provider);
  let rest = '';
  let done = 0;
  for (const { start, end } of tags) {
    if (start < done) continue;
    rest += `${doc.text.slice(done, start)} `;
    done = end;
  }
  return identifyProvider(rest + doc.text.slice(done))?.provider;
}

/** A spelling that other providers share, or that any template may use, proves nothing. */
function isPeculiar({ verified, tag }: TagHit): boolean {
  return verified && tag.common !== true;
}

function groups(tags: readonly TagHit[]): Iterable<TagHit[]> {
  const byStart = new Map<number, TagHit[]>();
  for (const tag of tags) byStart.set(tag.start, [...(byStart.get(tag.start) ?? []), tag]);
  return byStart.values();
}

function stray(
  cause: 'foreign-tag' | 'dead-tag',
  span: { start: number; end: number },
  purpose: FoundEnd['purpose'],
  { doc }: FactSource,
  instead: string | undefined,
  provider: Provider,
): FoundEnd {
  const target = doc.text.slice(span.start, span.end);
  return {
    cause,
    purpose,
    span,
    words: target,
    target,
    instead,
    provider: provider.name,
    repoint: instead === undefined ? undefined : () => [replace(span, instead)],
  };
}
