import { kept } from '../core/memo.js';
import type { LookUp } from '../core/project.js';
import type { Span } from '../core/span.js';
import {
  findKinds,
  holdsFooter,
  isMailOnly,
  kindOfName,
  mailFolder,
  mailMarkup,
  mailModule,
} from '../knowledge/mail.js';
import { findNoReplyAddresses } from '../knowledge/noReply.js';
import { identifyProvider, providerById } from '../knowledge/providers.js';
import { roleOfAddress } from '../knowledge/sending.js';
import type { Doc, Element } from '../model/nodes.js';
import { attribute, descendants, elements, knownText, visibleText } from '../model/query.js';
import { findDeadEnds } from './deadEnds.js';
import { extentOf, frameOf } from './extent.js';
import { footerPlace } from './footer.js';
import { identityOf } from './identity.js';
import type { ReadLink } from './links.js';
import { catalogueKeys, kindOf, kindOfKeys } from './mailKind.js';
import { findObscured } from './obscured.js';
import { printedFooters } from './printedFooters.js';
import type { FactSource } from './source.js';
import type { Link, Message } from './types/index.js';
import { findWaysOut, mentionsWayOut } from './waysOut.js';

type Evidence = Message['evidence'][number];

/** The mail that the document is, or undefined where it is none. */
export function readMessage(source: FactSource, readLinks: () => readonly ReadLink[]): Message | undefined {
  const evidence = mailEvidence(source, readLinks);
  if (!evidence) return undefined;
  const read = readLinks();
  const links = read.map(({ link }) => link);
  const found = identifyProvider(source.doc.text);
  const body =
    source.index.all.find((e) => e.tag === 'body') ?? source.index.all.find((e) => e.tag === 'html');
  const { kind, why, mixed, assumed = false } = kindOf(source, links);
  const provider =
    (source.provider !== undefined ? providerById(source.provider) : undefined) ?? found?.provider;
  return new Mail(source, read, body, {
    kind,
    assumed,
    mixed,
    whole: extentOf(source.doc) === 'whole' && (source.doc.mail || source.index.all.length > 1),
    bare: body === undefined,
    frame: frameOf(source.doc) ?? componentAround(source),
    evidence: [...evidence, ...why],
    provider: provider && { id: provider.id, name: provider.name, addsFooter: provider.addsFooter },
  });
}

type Traits = Pick<
  Message,
  'kind' | 'assumed' | 'mixed' | 'whole' | 'bare' | 'frame' | 'evidence' | 'provider'
>;

class Mail implements Message {
  readonly kind: Message['kind'];
  readonly assumed: boolean;
  readonly mixed: Message['mixed'];
  readonly whole: boolean;
  readonly bare: boolean;
  readonly frame: Message['frame'];
  readonly evidence: Message['evidence'];
  readonly provider: Message['provider'];
  readonly waysOut: Message['waysOut'];
  readonly deadEnds: Message['deadEnds'];
  readonly open: Span;
  readonly #identity: () => Message['identity'];
  readonly #contact: () => Message['contact'];
  readonly #obscured: () => Message['obscured'];
  readonly #footer: () => Message['footer'];

  constructor(
    readonly source: FactSource,
    read: readonly ReadLink[],
    body: Element | undefined,
    traits: Traits,
  ) {
    this.kind = traits.kind;
    this.assumed = traits.assumed;
    this.mixed = traits.mixed;
    this.whole = traits.whole;
    this.bare = traits.bare;
    this.frame = traits.frame;
    this.evidence = traits.evidence;
    this.provider = traits.provider;
    const links = read.map(({ link }) => link);
    const waysOut = findWaysOut(source, links);
    this.waysOut = [...waysOut, ...includedWaysOut(source), ...printedFooters(source)];
    this.deadEnds = findDeadEnds(source, read, this.waysOut);
    this.open = (body ?? source.index.all[0])?.open ?? { start: 0, end: 0 };
    this.#identity = kept(() => identityOf(source, links, includedTexts(source)));
    this.#contact = kept(() => contactIn(source, links));
    this.#obscured = kept(() => findObscured(source, read, waysOut, this.deadEnds));
    this.#footer = kept(() => footerPlace(source, body));
  }

  get identity() {
    return this.#identity();
  }

  get from() {
    return senderIn(this.source.doc) ?? (this.source.container && senderIn(this.source.container));
  }

  get contact() {
    return this.#contact();
  }

  get obscured() {
    return this.#obscured();
  }

  get footer() {
    return this.#footer();
  }
}

/** A mail shows at least two traits of one: where it lies, what it imports, how it is built, what it merges. */
function mailEvidence(
  { doc, path, index, email }: FactSource,
  readLinks: () => readonly ReadLink[],
): Evidence[] | undefined {
  if (email) return [{ what: `stated: ${email}`, span: undefined }];
  const evidence: Evidence[] = [];
  const module = mailModule(doc.modules);
  if (module) return [{ what: `imports ${module}`, span: undefined }];
  if (doc.mail)
    return [{ what: doc.sent ? 'sent by the code around it' : `format: ${doc.dialect}`, span: undefined }];
  if (!index.all.length || index.all.some((e) => PAGE_ONLY.has(e.tag))) return undefined;
  const folder = mailFolder(path);
  if (folder) evidence.push({ what: `path: ${folder}`, span: undefined });
  const markup = mailMarkup(doc.text);
  if (markup.length)
    evidence.push({ what: `mail markup: ${markup.slice(0, 3).join(', ')}`, span: undefined });
  const table = index.all.find((e) => e.tag === 'table' && attribute(e, 'width'));
  if (table) evidence.push({ what: 'table layout', span: table.open });
  const way =
    folder && isMailPartial(path, doc)
      ? readLinks().find(({ link }) => link.purpose === 'unsubscribe')?.link
      : undefined;
  if (way) evidence.push({ what: 'unsubscribe link', span: way.open });
  const words = isMailOnly(path) && doc.modules.length === 0 ? statedIn(doc, path) : undefined;
  if (words !== undefined) evidence.push({ what: `words: ${words}`, span: undefined });
  // One trait more would not make two.
  if (evidence.length === 0) return undefined;
  const tag = identifyProvider(doc.text)?.evidence[0];
  if (tag)
    evidence.push({ what: `merge tag of ${tag.provider.name}`, span: { start: tag.start, end: tag.end } });
  const strong = markup.length >= 2 || tag !== undefined;
  const built =
    way !== undefined ||
    words !== undefined ||
    strong ||
    table !== undefined ||
    markup.length > 0 ||
    doc.whole;
  return evidence.length >= 2 && (strong || folder) && built ? evidence : undefined;
}

/** An address in the body that somebody reads; in the texts of a mail as it travels as well. */
function contactIn({ doc }: FactSource, links: readonly Link[]): Span | undefined {
  const link = links.find(({ purpose }) => purpose === 'contact');
  if (link) return link.open;
  for (const { doc: text } of [{ doc }, ...(doc.embedded ?? []).filter(({ kind }) => kind === 'mail-part')])
    for (const node of descendants(text.root)) {
      if (node.kind !== 'text' && node.kind !== 'element') continue;
      const written = node.kind === 'text' ? node.text : (knownText(node, 'href') ?? '');
      const isOffered = node.kind === 'text' || /^\s*mailto:/i.test(written);
      if (isOffered && ADDRESS.test(written) && findNoReplyAddresses(written).length === 0)
        return text === doc ? node.span : doc.root.open;
    }
  return undefined;
}

const ADDRESS = /[\w.+-]{1,64}@[\w-]{1,63}\.[a-z]/i;

function senderIn({ settings }: Doc): string | undefined {
  for (const { key, value } of settings) {
    if (value.state !== 'known' || typeof value.value !== 'string' || roleOfAddress(key) !== 'from') continue;
    const address = /(?<![^\s<>"'@])[^\s<>"'@]+@[^\s<>"']+/.exec(value.value)?.[0];
    if (address) return address;
  }
  return undefined;
}

/** Wording of mails of one kind or the other, where it says so outright; the file's name, where it is the name of such a mail. */
function statedIn(doc: Doc, path: string): string | undefined {
  const words = findKinds(visibleText(doc.root)).find(({ weight }) => weight > 1)?.words;
  if (words !== undefined) return `"${words}"`;
  if (kindOfName(path) !== undefined) return 'the file’s name';
  return kindOfKeys(catalogueKeys(doc)) === undefined ? undefined : 'keys of its messages';
}

/** A part of a mail: markup without code of its own, in a folder that holds nothing but mails. */
function isMailPartial(path: string, { modules, whole }: Doc): boolean {
  return !whole && modules.length === 0 && isMailOnly(path);
}

/** Elements that mail clients do not show: a text with them is a page. */
const PAGE_ONLY = new Set(['form', 'input', 'select', 'textarea', 'nav', 'main', 'iframe']);

/** Partials and components from other files that may hold the foot of the mail, and what to look up for each. */
function includesOf({ doc, index }: FactSource): { readonly span: Span; readonly lookUp: LookUp }[] {
  const root = elements(doc.root)[0];
  const components = index.all.flatMap((e) => {
    if (e.module === undefined || mailModule([e.module]) !== undefined) return [];
    if (e !== root && !holdsFooter(e.name)) return [];
    return [{ span: e.open, lookUp: { kind: 'component' as const, key: `${e.module}#${e.name}` } }];
  });
  return [...components, ...filesIn(doc)];
}

/** A component from another file that is everything of this one, as far as can be seen. */
function componentAround({ doc }: FactSource): Span | undefined {
  const root = elements(doc.root)[0];
  const module = doc.whole ? undefined : root?.module;
  return module !== undefined && mailModule([module]) === undefined ? root?.open : undefined;
}

function* filesIn({ root }: Doc): Generator<{ readonly span: Span; readonly lookUp: LookUp }> {
  for (const node of descendants(root)) {
    const file = node.kind === 'hole' || node.kind === 'element' ? node.include : undefined;
    if (file !== undefined && holdsFooter(file))
      yield { span: node.span, lookUp: { kind: 'file', key: file } };
  }
}

/** Includes whose file is known to hold a way out, and those whose file is not known. */
function includedWaysOut(source: FactSource): Message['waysOut'] {
  return includesOf(source).flatMap(({ span, lookUp }): Message['waysOut'] => {
    const text = source.snapshot.get(lookUp);
    if (text === undefined) return [{ span, how: 'include' as const }];
    return mentionsWayOut(text) ? [{ span, how: 'tag' as const }] : [];
  });
}

/** The texts of included files, as far as they are known. */
function includedTexts(source: FactSource): string[] {
  return includesOf(source).flatMap(({ lookUp }) => source.snapshot.get(lookUp) ?? []);
}

/** What other files would tell of this mail. */
export function messageLookUps(source: FactSource): readonly LookUp[] {
  const { doc, path } = source;
  const isMail = doc.mail || mailModule(doc.modules) !== undefined || mailFolder(path) !== undefined;
  return isMail ? includesOf(source).map((i) => i.lookUp) : [];
}
