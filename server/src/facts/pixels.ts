import { type Edit, remove, replace } from '../core/edit.js';
import type { Span } from '../core/span.js';
import { isDisplayedClass } from '../knowledge/display.js';
import { namesSpacer, namesTracker, switchesTracking } from '../knowledge/pixels.js';
import { mentions } from '../knowledge/prefilter.js';
import { findProviderTags } from '../knowledge/providers.js';
import type { Doc, Element, Setting } from '../model/nodes.js';
import { attribute, knownText } from '../model/query.js';
import type { ElementIndex, FactSource } from './source.js';
import { appearanceOf } from './style/appearance.js';
import { plainMedium } from './style/reader.js';
import type { Pixel } from './types/index.js';

/**
 * What tells the sender who opens a mail or page: invisible remote images, tags and options that add one.
 * @param isMail in mails, images that are only a background count as well.
 */
export function readPixels({ doc, index }: FactSource, isMail: () => boolean): readonly Pixel[] {
  const images = index.all.flatMap((element) => pixelOf(element, doc, index) ?? []);
  if (isMail()) images.push(...index.all.flatMap((element) => backgroundPixel(element, index) ?? []));
  const tags = (mentions(doc.text, 'trackingMarks') ? findProviderTags(doc.text) : [])
    .filter(({ kind, start }) => kind === 'tracking' && !isComment(start, doc))
    .map(({ start, end, provider }) => ({
      how: 'tag' as const,
      span: { start, end },
      name: provider.name,
      removal: [remove({ start, end })],
    }));
  const switches = doc.settings.flatMap((setting) => switchOf(setting, doc) ?? []);
  return [...images, ...tags, ...switches].sort((a, b) => a.span.start - b.span.start);
}

function pixelOf(element: Element, doc: Doc, index: ElementIndex): Pixel | undefined {
  if (!IMAGES.has(element.tag) && element.name !== 'mj-image') return undefined;
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
  const tiny = element.tag === 'amp-pixel' || isTiny(element, index, named);
  // Images for one screen size are hidden on others: only what calls itself a tracker is one.
  if (!(tiny ? named || personal || !namesSpacer(address) : named && isHidden(element, index)))
    return undefined;
  return {
    how: tiny ? 'size' : 'hidden',
    span: element.open,
    name: address,
    removal: removalOf(element, doc),
  };
}

const IMAGES: ReadonlySet<string> = new Set(['img', 'amp-img', 'amp-pixel']);

const BACKGROUND =
  /(?:^|[;{,\s"'])background(?:-image|Image)?["']?\s*:[^;]{0,200}?url\(\s*(?:["']|&quot;|&#39;)?([^)"'\s]{1,2000})/i;

/** A background that is loaded for whoever it is: by an address with the name of a tracker, or in a place too small to show one. */
function backgroundPixel(element: Element, index: ElementIndex): Pixel | undefined {
  const own = attribute(element, 'background');
  const style = own ? undefined : attribute(element, 'style');
  const value = (own ?? style)?.value;
  if (!value) return undefined;
  const text = value.state === 'known' ? String(value.value ?? '') : value.code;
  const address = own ? text.replace(/^["'`]/, '') : BACKGROUND.exec(text)?.[1];
  if (address === undefined || !/^\s*(?:https?:)?\/\//i.test(address)) return undefined;
  const personal =
    /=(?:["']?$|&)/.test(address) || FILLED_IN.test(address) || findProviderTags(address).length > 0;
  const named = namesTracker(address);
  if (!(personal && (named || isTiny(element, index, named)))) return undefined;
  return { how: 'background', span: element.open, name: address, removal: undefined };
}

const FILLED_IN = /\{\{|\$\{|<%|\{%|\*\||%%|\[\[|\{\w|#\{/;

/** At most one pixel in both directions, or none in one; an image named for a tracker is as high as it is wide. */
function isTiny(element: Element, index: ElementIndex, named: boolean): boolean {
  const style = writtenIn(element, 'style');
  const [width, height] = ['width', 'height'].map((side) => {
    const styled = new RegExp(
      `(?:^|[;{,])\\s*["']?${side}["']?\\s*:\\s*["']?(\\d+(?:\\.\\d+)?)(?:px)?(?![\\d.%])`,
      'i',
    );
    const value =
      styled.exec(style)?.[1] ??
      /^\s*(\d+)(?:px)?\s*$/i.exec(knownText(element, side) ?? '')?.[1] ??
      // Only a rule for its class or id can say more.
      (attribute(element, 'class') || attribute(element, 'id') ? ruled(element, side, index) : undefined);
    return value === undefined ? undefined : Number(value);
  });
  if (width === 0 || height === 0) return true;
  if (width === undefined && height === undefined) return false;
  return named
    ? (width ?? 1) <= 1 && (height ?? 1) <= 1
    : width !== undefined && height !== undefined && width <= 1 && height <= 1;
}

/** What an attribute says, with what is filled in. */
function writtenIn(element: Element, name: string): string {
  const value = attribute(element, name)?.value;
  return value === undefined ? '' : value.state === 'known' ? String(value.value ?? '') : value.code;
}

function ruled(element: Element, side: string, { styles }: ElementIndex): string | undefined {
  const value = styles.declared(element, plainMedium).get(side)?.value;
  return /^(\d+(?:\.\d+)?)(?:px)?$/.exec(value ?? '')?.[1];
}

/** By itself or by what stands around it; a page's own style sheets count as far as they are in the text. */
function isHidden(element: Element, index: ElementIndex): boolean {
  if (!isDisplayedClass(knownText(element, 'class') ?? '')) return true;
  const { displayed, opacity } = appearanceOf(element, index.styles, plainMedium);
  return (
    (displayed.state === 'known' && !displayed.value) || (opacity.state === 'known' && opacity.value === 0)
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

const SWITCH = /(?<![\w-])([\w-]+)["']?\s*:\s*\{\s*["']?enabled?["']?\s*:\s*(true)\b/g;
/** Options are a few lines. */
const LONGEST_OPTIONS = 400;

function switchIn({ start, end }: Span, text: string): Pixel | undefined {
  for (const match of text.slice(start, Math.min(end, start + LONGEST_OPTIONS)).matchAll(SWITCH)) {
    const [whole, name = '', on = ''] = match;
    if (!switchesTracking(name)) continue;
    const at = start + match.index;
    const value = { start: at + whole.length - on.length, end: at + whole.length };
    return { how: 'switch', span: { start: at, end: value.end }, name, removal: [replace(value, 'false')] };
  }
  return undefined;
}

const OFF: Readonly<Record<string, string>> = { true: 'false', yes: 'no', on: 'off', enabled: 'disabled' };

/** An option, or the switch of one that is an object: `trackingSettings: { openTracking: { enable: true } }`. */
function switchOf({ key, value, span }: Setting, { text }: Doc): Pixel | undefined {
  if (value.state === 'dynamic') return /track/i.test(key) ? switchIn(value.span, text) : undefined;
  if (!switchesTracking(key)) return undefined;
  const off = OFF[String(value.value).toLowerCase()];
  if (off === undefined) return undefined;
  return {
    how: 'switch',
    span,
    name: key,
    removal: switchedOff(value.value, value.span, off),
  };
}

function switchedOff(value: unknown, span: Span, off: string): readonly Edit[] | undefined {
  const quoted = typeof value === 'string' && span.end - span.start === value.length + 2;
  if (quoted) return [replace({ start: span.start + 1, end: span.end - 1 }, off)];
  return span.end - span.start === String(value).length ? [replace(span, off)] : undefined;
}

function isComment(at: number, { comments }: Doc): boolean {
  return comments.some(({ span }) => span.start <= at && at < span.end);
}
