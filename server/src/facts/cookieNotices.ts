import { once } from '../core/memo.js';
import { contains } from '../core/span.js';
import {
  actInName,
  actInWords,
  type CookieWords,
  cookieWords,
  isCookieNoticeName,
  noticeWords,
} from '../knowledge/cookieNotices.js';
import { mentions } from '../knowledge/prefilter.js';
import { handlesPress } from '../knowledge/rendering.js';
import type { Attribute, Element, Hole } from '../model/nodes.js';
import { attribute, descendants, elements, knownText, visibleText } from '../model/query.js';
import { messageKey } from './messageKey.js';
import { isInSample, isSample } from './quoted.js';
import type { FactSource } from './source.js';
import type { CookieNotice, NoticeButton } from './types/index.js';
import type { Wording } from './wording/index.js';

/** A notice says little; what is longer is a page about cookies. */
const LONGEST_NOTICE = 1500;
/** How much more an element around a notice may say and still be the notice. */
const MARGIN = 160;
const ASKING = new Set(['email', 'text', 'password', 'tel', 'search', 'textarea', 'date', 'number']);
const PAGE = new Set(['html', 'body', 'main', '#document']);

interface Button extends NoticeButton {
  readonly element: Element;
  /** A link with an address of its own, which nothing says to answer anything. */
  readonly leads: boolean;
}

/** The notices about cookies that ask visitors for something: words about cookies and a button that answers them. */
export function readCookieNotices({ doc, index, wording }: FactSource): readonly CookieNotice[] {
  if (!mentions(doc.text, 'notices') && !wording.configured(doc.text).some(isOfCookies)) return [];
  const buttons = index.all.flatMap((element) => buttonOf(element) ?? []);
  const notices = new Map<Element, CookieNotice>();
  for (const button of buttons) {
    if (button.act !== 'accept' && button.act !== 'dismiss') continue;
    const holder = noticeAround(button, wording, () => pointedAt(index.all));
    if (!holder || notices.has(holder)) continue;
    if (
      [...notices.keys()].some(
        (other) => contains(other.span, holder.span) || contains(holder.span, other.span),
      )
    )
      continue;
    notices.set(holder, noticeOf(holder, buttons, wording));
  }
  return [...notices.values()];
}

function noticeOf(holder: Element, buttons: readonly Button[], wording: Wording): CookieNotice {
  const text = textOf(holder);
  const { purposes, onlyNecessary } = wordsOfCookies(text, wording);
  const { wall, content, change } = noticeWords(text);
  const within = buttons.filter(({ element }) => contains(holder.span, element.span));
  const choices = elements(holder).some((e) => isChoice(e));
  return {
    span: holder.span,
    open: holder.open,
    text,
    buttons: within.map(({ act, words, quoted, span }) => ({ act, words, quoted, span })),
    refusable: within.some(({ act }) => act === 'refuse' || (act === 'save' && choices)),
    refusableBeyond: buttons.some(
      ({ act, element }) => act === 'refuse' && !contains(holder.span, element.span),
    ),
    purposes: purposes || choices ? 'named' : hasUnread(holder) ? 'unknown' : 'unnamed',
    onlyNecessary,
    wall,
    forContent: content,
    changeable:
      change ||
      choices ||
      buttons.some(({ act }) => act === 'settings' || act === 'save') ||
      hasUnread(holder) ||
      elements(holder).some((e) => e.tag === 'a' && attribute(e, 'href') !== undefined),
  };
}

function buttonOf(element: Element): Button | undefined {
  if (!isPressed(element) || isShown(element)) return undefined;
  const words = (element.tag === 'input' ? knownText(element, 'value') : visibleText(element)) ?? '';
  const said = actInWords(words || (knownText(element, 'aria-label') ?? ''));
  // Only links that do something on the page answer; others lead to texts.
  const act = said ?? (words.trim() === '' || element.tag !== 'a' ? actInName(namesOf(element)) : undefined);
  const quoted = words.trim() || (messageKey([element]) ?? '…');
  return act && { act, words, quoted, span: element.open, element, leads: leadsElsewhere(element) };
}

/** A sample in a documentation, or a link whose words are a name of code. */
function isShown(element: Element): boolean {
  if (isInSample(element)) return true;
  const text = visibleText(element).trim();
  return text !== '' && elements(element).some((e) => isSample(e.tag) && visibleText(e).trim() === text);
}

/** Whether a link is but a way to another text or to another place in this one, by all that its element says. */
function leadsElsewhere(element: Element): boolean {
  const href = element.tag === 'a' ? (knownText(element, 'href') ?? '').trim() : '';
  if (/^(?:#!?|javascript:.*)?$/i.test(href)) return false;
  const drives = ({ name }: Attribute) => handlesPress(name) || name === 'role' || name.startsWith('data-');
  if (element.attributes.some(drives)) return false;
  const [, query = ''] = /[?&]([^#]*)/.exec(href) ?? [];
  const names = ['id', 'class', 'name'].map((name) => knownText(element, name) ?? '');
  return actInName([...names, query].join(' ; ')) === undefined;
}

function isPressed(element: Element): boolean {
  if (element.tag === 'button') return true;
  const type = knownText(element, 'type')?.toLowerCase() ?? '';
  if (element.tag === 'input') return type === 'submit' || type === 'button';
  if (knownText(element, 'role') === 'button' || element.attributes.some((a) => handlesPress(a.name)))
    return true;
  return element.tag === 'a' || /button|btn/i.test(element.name);
}

/** Id, classes, handlers, and the code that says its words. */
function namesOf(element: Element): string {
  const names = ['id', 'class', 'name', 'href'].map((name) => knownText(element, name) ?? '');
  for (const { name, value } of element.attributes) {
    if (handlesPress(name)) names.push(value.state === 'known' ? String(value.value) : value.code);
  }
  for (const node of descendants(element)) if (node.kind === 'hole') names.push(node.code);
  return names.join(' ; ');
}

/** The smallest element around the button that speaks of cookies, then what belongs to the same notice around it. */
function noticeAround(
  { element, words, act, leads }: Button,
  wording: Wording,
  places: () => ReadonlySet<string>,
): Element | undefined {
  for (let up: Element | Hole | undefined = element; up?.parent; up = up.parent) {
    if (up.kind !== 'element') continue;
    if (PAGE.has(up.tag) || asks(up)) return undefined;
    const text = textOf(up);
    if (text.length > LONGEST_NOTICE) return undefined;
    const named = isNamedNotice(up);
    if (leads && !(named && !places().has(knownText(up, 'id') ?? ''))) continue;
    const said = up === element ? undefined : wordsOfCookies(text.replace(words, ' '), wording);
    // What is merely put away may speak of other people's cookies, or of biscuits.
    const speaks = act === 'accept' ? said?.uses : said?.here;
    if (named || speaks || (said?.cookies && act === 'accept' && wordsOfCookies(words, wording).cookies))
      return widened(up);
  }
  return undefined;
}

function widened(notice: Element): Element {
  let widest = notice;
  const limit = textOf(notice).length + MARGIN;
  for (let up = notice.parent; up?.parent; up = up.parent) {
    if (up.kind !== 'element') continue;
    if (PAGE.has(up.tag) || asks(up)) break;
    if (textOf(up).length > (isNamedNotice(up) ? LONGEST_NOTICE : limit)) break;
    widest = up;
  }
  return widest;
}

/** Ids that links of the page lead to: sections of a text. */
const pointedAt = once(
  (all: readonly Element[]): ReadonlySet<string> =>
    new Set(all.flatMap((e) => /^#(.+)$/.exec(knownText(e, 'href') ?? '')?.[1] ?? [])),
);

function isNamedNotice(element: Element): boolean {
  return [knownText(element, 'id'), knownText(element, 'class'), element.name].some(
    (name) => name !== undefined && isCookieNoticeName(name),
  );
}

/** What words say of cookies, whatever the configuration calls them; to name a kind of them is to name a purpose. */
function wordsOfCookies(text: string, { configured }: Wording): CookieWords {
  const found = cookieWords(text);
  const own = configured(text).filter(isOfCookies);
  if (own.length === 0) return found;
  return {
    ...found,
    cookies: true,
    uses: true,
    here: true,
    purposes: found.purposes || own.some(({ meaning }) => meaning !== 'cookies'),
  };
}

function isOfCookies({ meaning }: { readonly meaning: string }): boolean {
  return meaning.startsWith('cookies');
}

/** A notice collects no data. */
const asks = once((element: Element) => {
  for (const e of elements(element)) {
    if (e.tag === 'textarea') return true;
    if (e.tag === 'input' && ASKING.has(knownText(e, 'type')?.toLowerCase() ?? 'text')) return true;
  }
  return false;
});
const textOf = once((element: Element) => visibleText(element));

function isChoice(element: Element): boolean {
  const type = knownText(element, 'type')?.toLowerCase();
  return (
    type === 'checkbox' ||
    type === 'radio' ||
    ['checkbox', 'switch', 'radio'].includes(knownText(element, 'role') ?? '')
  );
}

/** Words that only code or another file knows. */
function hasUnread(element: Element): boolean {
  return descendants(element).some(
    (node) =>
      (node.kind === 'hole' && node.value.state === 'dynamic') ||
      (node.kind === 'element' && (node.openEnded || node.include !== undefined)),
  );
}
