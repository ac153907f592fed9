import { insert, replace } from '../core/edit.js';
import { firstFrom } from '../core/search.js';
import type { Span } from '../core/span.js';
import { findProviderTags } from '../knowledge/providers.js';
import { thresholds } from '../knowledge/styles.js';
import type { Doc, Element, Hole, Node } from '../model/nodes.js';
import { ancestors, attribute, descendants, elements, knownText, visibleText } from '../model/query.js';
import type { ReadLink } from './links.js';
import type { FactSource } from './source.js';
import { appearanceOf } from './style/appearance.js';
import { darkMedium, type Medium, narrowMedium, plainMedium } from './style/reader.js';
import { showing } from './style/show.js';
import type { Appearance, DeadEnd, Message, Obscured } from './types/index.js';
import { hasTemplateWayOut, wayOutForOutlook } from './waysOut.js';

type Cause = Obscured['cause'];

/** Something that lets the reader out, with the elements that show it. */
interface Exit {
  readonly span: Span;
  readonly words: string;
  /** Where it leads, as far as that is written out. */
  readonly target: string | undefined;
  /** Parents of its words; itself where it has none. */
  readonly shownBy: readonly Element[];
  readonly wordless: boolean;
}

/** Ways out that work and can hardly be found; none where one for leaving is plain to see. */
export function findObscured(
  source: FactSource,
  links: readonly ReadLink[],
  waysOut: Message['waysOut'],
  deadEnds: readonly DeadEnd[],
): readonly Obscured[] {
  const exits = exitsOf(source, links, deadEnds);
  if (exits.length === 0) return unseenElsewhere(source, waysOut);
  const seen = exits.map((exit) => ({ exit, hidden: hiding(exit, source, plainMedium) }));
  const plain = seen.filter(({ hidden }) => hidden === undefined).map(({ exit }) => exit);
  if (plain.length === 0)
    return seen.flatMap(({ exit, hidden }) => (hidden ? [obscured(exit, hidden, source)] : []));
  return elsewhereOnly(exits, plain, source);
}

function exitsOf(source: FactSource, links: readonly ReadLink[], deadEnds: readonly DeadEnd[]): Exit[] {
  const isDead = ({ start, end }: Span) => deadEnds.some((d) => d.span.start < end && start < d.span.end);
  const open = links.filter(({ link }) => link.purpose === 'unsubscribe' && !isDead(link.open));
  const linked: Exit[] = open.map(({ link, element }) => ({
    span: link.open,
    words: link.text,
    target: link.href.state === 'known' ? link.href.value : undefined,
    shownBy: showersOf(element),
    wordless: isWordless(element, link.text),
  }));
  const linking = new Set(open.map(({ element }) => element));
  const tags = new Places(
    findProviderTags(source.doc.text)
      .filter(({ kind }) => kind === 'unsubscribe')
      .map(({ start }) => start),
  );
  const within = new Places(open.map(({ link }) => link.open.start));
  const printed = descendants(source.doc.root).flatMap((node): Exit[] => {
    const parent = elementAround(node);
    if (!parent || isRaw(parent) || !printsWayOut(node, tags) || isInside(node, linking)) return [];
    return [{ span: node.span, words: wordsOf(node), target: undefined, shownBy: [parent], wordless: false }];
  });
  // Elements that are a tag themselves: <unsubscribe>.
  const made = source.index.all.filter((e) => !linking.has(e) && tags.in(e.open) && !within.in(e.span));
  return [
    ...linked,
    ...printed,
    ...made.map((e) => ({
      span: e.open,
      words: visibleText(e),
      target: undefined,
      shownBy: showersOf(e),
      wordless: false,
    })),
  ];
}

/** Offsets in order. */
class Places {
  constructor(readonly starts: readonly number[]) {}

  /** True where one of them lies in the span. */
  in({ start, end }: Span): boolean {
    const first = firstFrom(this.starts, start, (at) => at);
    return (this.starts[first] ?? end) < end;
  }
}

function isInside(node: Node, elements: ReadonlySet<Element>): boolean {
  for (const element of ancestors(node)) if (elements.has(element)) return true;
  return false;
}

function printsWayOut(node: Node, tags: Places): boolean {
  if (node.kind === 'hole')
    return node.children.length === 0 && (tags.in(node.span) || hasTemplateWayOut(node.code));
  return node.kind === 'text' && (tags.in(node.span) || hasTemplateWayOut(node.text));
}

function isRaw(parent: Element | Hole | undefined): boolean {
  return (
    parent?.kind === 'element' &&
    (parent.tag === 'style' || parent.tag === 'script' || parent.tag === 'title')
  );
}

function wordsOf(node: Node): string {
  return node.kind === 'hole' ? node.code.trim() : node.kind === 'text' ? node.text.trim() : '';
}

function elementAround(node: Node): Element | undefined {
  let up = node.parent;
  while (up && up.kind !== 'element') up = up.parent;
  return up;
}

function showersOf(element: Element): readonly Element[] {
  const parents = new Set<Element>();
  for (const node of descendants(element)) {
    const words = node.kind === 'text' ? node.text.trim() : node.kind === 'hole' ? node.code : '';
    const parent = elementAround(node);
    if (words !== '' && parent && !isRaw(parent)) parents.add(parent);
    if (node.kind === 'element' && node.tag === 'img') parents.add(node);
  }
  return parents.size > 0 ? [...parents] : [element];
}

function isWordless(element: Element, words: string): boolean {
  if (words.trim() !== '') return false;
  const images = elements(element).filter(({ tag }) => tag === 'img');
  return (
    images.length > 0 &&
    images.every((i) => !i.openEnded && (knownText(i, 'alt') ?? (attribute(i, 'alt') ? '-' : '')) === '')
  );
}

interface Hiding {
  readonly cause: Cause;
  readonly appearance: Appearance | undefined;
  readonly element: Element;
}

/** What keeps all of it from being seen; undefined where some of it can be. */
function hiding(exit: Exit, { index }: FactSource, medium: Medium): Hiding | undefined {
  let first: Hiding | undefined;
  for (const element of exit.shownBy) {
    const appearance = appearanceOf(element, index.styles, medium);
    const cause = causeOf(appearance, element);
    if (cause === undefined) return exit.wordless ? { cause: 'wordless', appearance, element } : undefined;
    first ??= { cause, appearance, element };
  }
  return first;
}

function causeOf(
  { displayed, fontSize, contrast, opacity }: Appearance,
  { tag }: Element,
): Cause | undefined {
  if (displayed.state === 'known' && !displayed.value) return 'hidden';
  if (opacity.state === 'known' && opacity.value < thresholds.opacity)
    return opacity.value === 0 ? 'hidden' : 'faint';
  if (tag === 'img') return undefined;
  if (fontSize.state === 'known' && fontSize.value < thresholds.fontSize)
    return fontSize.value === 0 ? 'hidden' : 'small';
  return contrast.state === 'known' && contrast.value < thresholds.contrast ? 'pale' : undefined;
}

function obscured(exit: Exit, { cause, appearance, element }: Hiding, source: FactSource): Obscured {
  const narrow = cause === 'hidden' && hiding(exit, source, narrowMedium) === undefined;
  return {
    cause: narrow ? 'narrow-only' : cause,
    span: exit.span,
    words: exit.words,
    target: exit.target,
    appearance,
    by: sourceOf(cause, appearance),
    show: narrow || !appearance ? undefined : showing(cause, appearance, element, source.doc),
    describe: cause === 'wordless' && element.tag === 'img' ? describer(element, source.doc) : undefined,
  };
}

/** Writes the words of an image. */
function describer(image: Element, { text, syntax }: Doc): Obscured['describe'] {
  const { name, open, made } = image;
  const alt = attribute(image, 'alt');
  if (alt)
    return alt.written === 'alt' ? (words) => [replace(alt.span, syntax.attribute('alt', words))] : undefined;
  const at = open.start + 1 + name.length;
  if (made || text.slice(open.start, at) !== `<${name}`) return undefined;
  return (words) => [insert(at, ` ${syntax.attribute('alt', words)}`)];
}

function sourceOf(cause: Cause, appearance: Appearance | undefined): Obscured['by'] {
  if (cause === 'small') return appearance?.fontSizeBy;
  if (cause === 'faint') return appearance?.opacityBy;
  return cause === 'pale' ? appearance?.colorBy : (appearance?.hiddenBy ?? appearance?.opacityBy);
}

/** What a wide screen in the light shows and another does not, or what is cut off. */
function elsewhereOnly(
  all: readonly Exit[],
  plain: readonly Exit[],
  source: FactSource,
): readonly Obscured[] {
  const [first] = plain;
  if (!first) return [];
  const { span, words, target } = first;
  const bare = { span, words, target, show: undefined, describe: undefined };
  for (const [medium, cause] of [
    [narrowMedium, 'wide-only'],
    [darkMedium, 'light-only'],
  ] as const) {
    const one = hiding(first, source, medium);
    if (one && all.every((exit) => isUnseen(hiding(exit, source, medium))))
      return [{ ...bare, cause, appearance: one.appearance, by: sourceOf(one.cause, one.appearance) }];
  }
  return isClipped(first.span.start, source)
    ? [{ ...bare, cause: 'clipped', appearance: undefined, by: undefined }]
    : [];
}

function isUnseen(hidden: Hiding | undefined): boolean {
  return hidden !== undefined && hidden.cause !== 'wordless';
}

function isClipped(at: number, { doc }: FactSource): boolean {
  if (!doc.whole || at * 3 < thresholds.clippedBytes) return false;
  let bytes = 0;
  for (let i = 0; i < at; i++) {
    const unit = doc.text.charCodeAt(i);
    // Half of a surrogate pair is half of four bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return bytes > thresholds.clippedBytes;
}

/** Where this document shows no way out itself: one that only Outlook reads, or that only another part of the mail has. */
function unseenElsewhere({ doc, index }: FactSource, waysOut: Message['waysOut']): readonly Obscured[] {
  const bare = {
    appearance: undefined,
    by: undefined,
    show: undefined,
    target: undefined,
    describe: undefined,
  };
  const isOther = waysOut.every(({ how }) => how === 'part' || how === 'header' || how === 'outlook');
  if (!isOther) return [];
  if (
    waysOut.some(({ how }) => how === 'part') &&
    doc.syntax.link &&
    index.all.every(({ tag }) => tag === 'p' || tag === 'a')
  )
    return [{ ...bare, cause: 'markup-only', span: doc.root.open, words: '' }];
  const span = wayOutForOutlook(doc);
  return span ? [{ ...bare, cause: 'outlook-only', span, words: '' }] : [];
}
