import type { Recipient } from '../../knowledge/recipients.js';
import { recipientAt } from '../../knowledge/recipients.js';
import type { Attribute, Element } from '../../model/nodes.js';
import { attribute, knownText } from '../../model/query.js';
import type { Resource } from '../types/index.js';

/** What an element loads. */
export interface Loaded {
  readonly recipient: Recipient;
  readonly by: Resource['by'];
  /** The attribute that names it. */
  readonly from: Attribute;
  /** Its address as far as it is written. */
  readonly address: string;
}

const SOURCES: Readonly<Record<string, { readonly attribute: string; readonly by: Resource['by'] }>> = {
  script: { attribute: 'src', by: 'script' },
  iframe: { attribute: 'src', by: 'frame' },
  frame: { attribute: 'src', by: 'frame' },
  embed: { attribute: 'src', by: 'frame' },
  object: { attribute: 'data', by: 'frame' },
  img: { attribute: 'src', by: 'image' },
  'amp-pixel': { attribute: 'src', by: 'image' },
  link: { attribute: 'href', by: 'style' },
};
const STYLES = /\b(?:stylesheet|preload|prefetch)\b/i;

/** What an element loads from a third party that is known. */
export function loadedBy(element: Element): Loaded | undefined {
  const source = SOURCES[element.tag];
  const from = source && attribute(element, source.attribute);
  if (!source || !from) return undefined;
  if (element.tag === 'link' && !STYLES.test(knownText(element, 'rel') ?? '')) return undefined;
  for (const address of addressesIn(from)) {
    const recipient = recipientAt(address);
    if (recipient) return { recipient, by: source.by, from, address };
  }
  return undefined;
}

/** Whether a frame's address is decided by code that does not write it here. */
export function isOpenFrame(element: Element): boolean {
  if (SOURCES[element.tag]?.by !== 'frame') return false;
  const from = attribute(element, SOURCES[element.tag]?.attribute ?? '');
  return from ? from.value.state === 'dynamic' : element.openEnded;
}

const QUOTED = /(["'`])((?:https?:)?\/\/[^"'`\s]+)/g;

/** The addresses that an attribute may have: its own, those it may take, those that its code begins with. */
function addressesIn({ value }: Attribute): string[] {
  if (value.state === 'known') return typeof value.value === 'string' ? [value.value] : [];
  const candidates = (value.candidates ?? []).flatMap((c) => (typeof c.value === 'string' ? [c.value] : []));
  const written = [...value.code.matchAll(QUOTED)].map(([, , address = '']) => address);
  return [...candidates, value.code, ...written];
}
