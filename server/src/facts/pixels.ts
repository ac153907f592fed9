import { type Edit, remove, replace } from '../core/edit.js';
import type { Span } from '../core/span.js';
import { isDisplayedClass } from '../knowledge/display.js';
import { namesSpacer, namesTracker, switchesTracking } from '../knowledge/pixels.js';
import { mentions } from '../knowledge/prefilter.js';
import { findProviderTags } from '../knowledge/providers.js';
import type { Doc, Element, Setting } from '../model/nodes.js';
import { attribute, knownText } from '../model/query.js';
import type { FactSource } from './source.js';
import { isOn } from './start.js';
import type { Pixel } from './types/index.js';

/** What tells the sender who opens a mail or page: invisible remote images, tags and options that add one. */
export function readPixels({ doc, index }: FactSource): readonly Pixel[] {
  const images = index.all.flatMap((element) => pixelOf(element, doc) ?? []);
  const tags = (mentions(doc.text, 'trackingMarks') ? findProviderTags(doc.text) : [])
    .filter(({ kind, start }) => kind === 'tracking' && !isComment(start, doc))
    .map(({ start, end, provider }) => ({
      how: 'tag' as const,
      span: { start, end },
      name: provider.name,
      removal: [remove({ start, end })],
    }));
  const switches = doc.settings.flatMap((setting) => switchOf(setting) ?? []);
  return [...images, ...tags, ...switches].sort((a, b) => a.span.start - b.span.start);
}

function pixelOf(element: Element, doc: Doc): Pixel | undefined {
  if (element.tag !== 'img' && element.name !== 'mj-image') return undefined;
  const src = attribute(element, 'src')?.value;
  if (!src) return undefined;
  const address = src.state === 'known' ? String(src.value ?? '') : src.code;
  const isRemote = /^["'`]?\s*(?:https?:)?\/\//i.test(address);
  if (src.state === 'known' ? !isRemote : !isRemote && !namesTracker(address)) return undefined;
  const named = [
    address,
    knownText(element, 'class'),
    knownText(element, 'id'),
    knownText(element, 'alt'),
  ].some((name) => name !== undefined && namesTracker(name));
  const personal = src.state === 'dynamic' || /\?[^#]/.test(address) || findProviderTags(address).length > 0;
  const tiny = isTiny(element);
  // Images for one screen size are hidden on others: only what calls itself a tracker is one.
  if (!(tiny ? named || personal || !namesSpacer(address) : named && isHidden(element))) return undefined;
  return {
    how: tiny ? 'size' : 'hidden',
    span: element.open,
    name: address,
    removal: removalOf(element, doc),
  };
}

/** At most one pixel in both directions, or none in one. */
function isTiny(element: Element): boolean {
  const style = knownText(element, 'style') ?? '';
  const [width, height] = ['width', 'height'].map((side) => {
    const styled = new RegExp(
      `(?:^|[;{,])\\s*["']?${side}["']?\\s*:\\s*["']?(\\d+(?:\\.\\d+)?)(?:px)?(?![\\d.%])`,
      'i',
    );
    const value =
      styled.exec(style)?.[1] ?? /^\s*(\d+)(?:px)?\s*$/i.exec(knownText(element, side) ?? '')?.[1];
    return value === undefined ? undefined : Number(value);
  });
  if (width === 0 || height === 0) return true;
  return width !== undefined && height !== undefined && width <= 1 && height <= 1;
}

function isHidden(element: Element): boolean {
  const hidden = attribute(element, 'hidden');
  return (
    (hidden !== undefined && isOn(hidden)) ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d]))/i.test(
      knownText(element, 'style') ?? '',
    ) ||
    !isDisplayedClass(knownText(element, 'class') ?? '')
  );
}

/** The image, and its line where nothing else stands on it. What a component returns alone cannot be taken away. */
function removalOf({ span, parent, made }: Element, { text }: Doc): readonly Edit[] | undefined {
  if (made || parent?.kind !== 'element' || !parent.parent) return undefined;
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const end = text.indexOf('\n', span.end);
  const alone = end >= 0 && /^\s*$/.test(text.slice(start, span.start) + text.slice(span.end, end));
  return [remove(alone ? { start, end: end + 1 } : span)];
}

const OFF: Readonly<Record<string, string>> = { true: 'false', yes: 'no', on: 'off', enabled: 'disabled' };

function switchOf({ key, value, span }: Setting): Pixel | undefined {
  if (value.state !== 'known' || !switchesTracking(key)) return undefined;
  const off = OFF[String(value.value).toLowerCase()];
  if (off === undefined) return undefined;
  return { how: 'switch', span, name: key, removal: switchedOff(value.value, value.span, off) };
}

function switchedOff(value: unknown, span: Span, off: string): readonly Edit[] | undefined {
  const quoted = typeof value === 'string' && span.end - span.start === value.length + 2;
  if (quoted) return [replace({ start: span.start + 1, end: span.end - 1 }, off)];
  return span.end - span.start === String(value).length ? [replace(span, off)] : undefined;
}

function isComment(at: number, { comments }: Doc): boolean {
  return comments.some(({ span }) => span.start <= at && at < span.end);
}
