import {
  confirmsSubscription,
  findKinds,
  isCall,
  isPromotion,
  kindOfName,
  kindOfWord,
  namesNewsletter,
  type StatedKind,
} from '../knowledge/mail.js';
import { wordsOfName } from '../knowledge/matching/nameWords.js';
import { namesSubject } from '../knowledge/sending.js';
import { findUnsubscribeWords } from '../knowledge/unsubscribe.js';
import type { Doc } from '../model/nodes.js';
import { descendants, visibleText } from '../model/query.js';
import { alternativesOf } from './alternatives.js';
import type { FactSource } from './source.js';
import type { Link, Message, MessageKind } from './types/index.js';

type Evidence = Message['evidence'][number];

interface Kind {
  readonly kind: MessageKind;
  readonly why: Evidence[];
  /** What a service mail advertises; undefined where it does not. */
  readonly mixed?: string | undefined;
  /** Nothing that it says speaks for its kind, but that one can leave. */
  readonly assumed?: boolean;
}

/** The kind of a mail, by what is stated, else by its words, its links and its name. */
export function kindOf(source: FactSource, links: readonly Link[]): Kind {
  if (source.email) return { kind: source.email, why: [] };
  const { title, body } = wordsOfMail(source);
  const keys = catalogueKeys(source.doc);
  const words = weigh(title, [body, ...keys].join(' \n '), kindOfName(source.path) ?? kindOfKeys(keys));
  const { why, confirms, stated } = words;
  const calls = callsToBuy(links);
  if (calls > 0) why.push({ what: `marketing: ${calls} calls to buy, book or read`, span: undefined });
  const marketing = words.marketing + Math.min(calls, MOST_CALLS);
  const leaves = !confirms && !stated && links.some(({ purpose }) => LEAVING.has(purpose));
  if (leaves) why.push({ what: 'marketing: one can unsubscribe', span: undefined });
  const { transactional, promotions } = words;
  const kind = leaves ? decideOpen(marketing, transactional) : decide(marketing, transactional);
  const mixed = kind === 'transactional' && !confirms ? advertised(promotions, links) : undefined;
  if (mixed === undefined)
    return { kind, why, assumed: leaves && kind === 'marketing' && words.said + calls === 0 };
  why.push({ what: `mixed: a service mail that advertises: "${mixed}"`, span: undefined });
  return { kind: 'marketing', why, mixed };
}

const LEAVING: ReadonlySet<Link['purpose']> = new Set(['unsubscribe', 'preferences']);

/** Two offers, or one with a link that asks to buy: a block of its own, and no line of an invoice. */
function advertised(promotions: readonly string[], links: readonly Link[]): string | undefined {
  const [first, second] = promotions;
  return second !== undefined || (first !== undefined && links.some(({ text }) => isCall(text)))
    ? first
    : undefined;
}

/** Keys of a message catalogue, as words: what they name is what the mail says. */
export function catalogueKeys({ root }: Doc): readonly string[] {
  const keys: string[] = [];
  for (const node of descendants(root)) {
    if (node.kind !== 'hole' || node.value.state === 'known') continue;
    for (const [, key = ''] of node.code
      .slice(0, LONGEST_CODE)
      .matchAll(/["']((?:[\w-]+(?:::|[.:]))+[\w-]+)["']/g))
      keys.push(wordsOfName(key).join(' '));
  }
  return keys;
}

const LONGEST_CODE = 400;

/** What the keys together say; nothing where they say both. */
export function kindOfKeys(keys: readonly string[]): StatedKind | undefined {
  const kinds = new Set(keys.flatMap((key) => kindOfWord(key) ?? []));
  return kinds.size === 1 ? [...kinds][0] : undefined;
}

/** The kind of a mail of which only its subject, some of its text and what code calls it are known; a name decides where they say nothing. */
export function kindOfWords(title: string, body: string, name: StatedKind | undefined): MessageKind {
  const { marketing, transactional } = weigh(title, body, undefined);
  if (marketing + transactional === 0) return name ?? 'unclear';
  return decide(
    marketing + (name === 'marketing' ? 1 : 0),
    transactional + (name === 'transactional' ? 1 : 0),
  );
}

interface Weight {
  readonly marketing: number;
  readonly transactional: number;
  /** What its words alone make it commercial by. */
  readonly said: number;
  /** It confirms a subscription, and names a newsletter only for that. */
  readonly confirms: boolean;
  /** It says outright that it serves a contract. */
  readonly stated: boolean;
  /** What it says that only advertises. */
  readonly promotions: readonly string[];
  readonly why: Evidence[];
}

function weigh(title: string, body: string, named: StatedKind | undefined): Weight {
  const found = findKinds(`${title} \n ${body}`);
  const confirms = found.some(confirmsSubscription);
  const hits = confirms ? found.filter((hit) => !namesNewsletter(hit)) : found;
  const titled = new Set(findKinds(title).map((h) => h.words));
  const name = confirms ? undefined : named;
  const sumOf = (kind: StatedKind) =>
    hits
      .filter((h) => h.kind === kind)
      .reduce((sum, h) => sum + h.weight * (titled.has(h.words) ? 2 : 1), name === kind ? 1 : 0);
  const why = hits.slice(0, 6).map((h) => ({ what: `${h.kind}: "${h.words}"`, span: undefined }));
  if (name) why.push({ what: `${name}: file name`, span: undefined });
  return {
    marketing: sumOf('marketing'),
    transactional: sumOf('transactional'),
    // "Email preferences" names the way out once more.
    said: hits.filter(({ kind, words }) => kind === 'marketing' && !findUnsubscribeWords(words)).length,
    confirms,
    promotions: hits.filter(isPromotion).map(({ words }) => words),
    stated: hits.some((h) => h.kind === 'transactional' && h.weight > 1),
    why,
  };
}

/** Where nothing says outright that the mail serves a contract and one can leave, it is more likely commercial. */
function decideOpen(marketing: number, transactional: number): MessageKind {
  if (transactional === 0) return 'marketing';
  if (marketing > 0 && marketing + UNSUBSCRIBE > transactional) return 'marketing';
  return decide(marketing, transactional);
}

const UNSUBSCRIBE = 1;

const MOST_CALLS = 2;
/** Texts of links that stand under each of a list's teasers. */
const TEASERS = 3;

/** Links that ask to buy or book, each wording once; what a list of teasers repeats counts twice. */
function callsToBuy(links: readonly Link[]): number {
  const counts = new Map<string, number>();
  for (const { text } of links) {
    const words = text.trim().toLowerCase();
    if (/\p{L}{2}/u.test(words)) counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const calls = [...counts.keys()].filter(isCall).length;
  return [...counts.values()].some((n) => n >= TEASERS) ? calls + MOST_CALLS : calls;
}

/** Content decides; where both kinds speak, only a clear majority of commercial words makes a mail commercial. */
function decide(marketing: number, transactional: number): MessageKind {
  if (marketing >= (transactional > 0 ? 3 : 2) && marketing >= 2 * transactional) return 'marketing';
  const ahead = transactional > 1 ? transactional >= marketing : transactional > marketing;
  if (ahead) return 'transactional';
  return 'unclear';
}

/** The subject, the title and what is read first weigh more than the rest. */
function wordsOfMail({ doc, index, container }: FactSource): { title: string; body: string } {
  const heads = index.all
    .filter((e) => e.tag === 'title' || e.tag === 'h1' || e.name === 'Preview')
    .map((e) => e.children.map((c) => (c.kind === 'text' ? c.text : visibleText(c))).join(''));
  const title = [...subjectsIn(doc), ...(container ? subjectsIn(container) : []), ...heads].join(' \n ');
  const parts = (doc.embedded ?? [])
    .filter((e) => e.kind === 'mail-part')
    .map((e) => visibleText(e.doc.root));
  return { title, body: [visibleText(doc.root), ...parts, alternativesOf(index.all)].join(' \n ') };
}

function subjectsIn({ settings }: Doc): string[] {
  return settings.flatMap(({ key, value }) =>
    value.state === 'known' && typeof value.value === 'string' && namesSubject(key) ? [value.value] : [],
  );
}
