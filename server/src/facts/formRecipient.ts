import { dataInName, reachesPerson } from '../knowledge/fields.js';
import { providerOfForms, siteOf } from '../knowledge/formHosts.js';
import { isPlaceholderHost } from '../knowledge/pointers.js';
import type { Element } from '../model/nodes.js';
import { attribute, elements, knownText, LARGEST_FORM } from '../model/query.js';
import { targetOf } from './sending.js';
import type { FactSource } from './source.js';
import type { FormRecipient } from './types/index.js';

/** The host that a form's action names. */
export function recipientOf(form: Element, source: FactSource): FormRecipient | undefined {
  const value = attribute(...targetOf(form))?.value;
  if (value?.state !== 'known' || typeof value.value !== 'string') return undefined;
  const target = value.value.trim();
  const host = hostOf(target);
  if (host === undefined || isPlaceholderHost(host)) return undefined;
  const own = ownHosts(source);
  return {
    host,
    unprotected: /^http:/i.test(target) && !isLocal(host),
    provider: providerOfForms(host),
    personal: elements(form, LARGEST_FORM).some(holdsPersonal),
    foreign: own.length === 0 ? undefined : own.every((name) => siteOf(name) !== siteOf(host)),
  };
}

/** A field, hidden ones included, whose name is that of personal data. */
function holdsPersonal(element: Element): boolean {
  if (!FIELDS.has(element.tag)) return false;
  const hit = dataInName(knownText(element, 'name') ?? '');
  return hit !== undefined && reachesPerson(hit.kind);
}

const FIELDS = new Set(['input', 'textarea', 'select']);

/** Lower case, without port; undefined for what is no absolute address. */
export function hostOf(address: string): string | undefined {
  return /^(?:https?:)?\/\/([\w-]+(?:\.[\w-]+)*|\[[\da-f:]+\])(?::\d+)?(?=[/?#]|$)/i
    .exec(address)?.[1]
    ?.toLowerCase();
}

/** A developer's own machine or network, and names that are reserved for tests (RFC 2606, 6761, 1918). */
export function isLocal(host: string): boolean {
  return (
    /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[::1\])/.test(host) ||
    /\.(?:localhost|local|test|internal|lan)$/.test(host) ||
    !host.includes('.')
  );
}

/** The addresses that the page gives for itself. */
function ownHosts({ index }: FactSource): string[] {
  return index.all.flatMap((e) => {
    const address =
      e.tag === 'base' || (e.tag === 'link' && knownText(e, 'rel')?.toLowerCase() === 'canonical')
        ? knownText(e, 'href')
        : e.tag === 'meta' && knownText(e, 'property') === 'og:url'
          ? knownText(e, 'content')
          : undefined;
    const host = address === undefined ? undefined : hostOf(address.trim());
    return host === undefined ? [] : [host];
  });
}
