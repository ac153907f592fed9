import data from './mail.json';
import { wordsOfName } from './matching/nameWords.js';

export type StatedKind = 'marketing' | 'transactional';

/** A wording found in a mail. */
export interface KindHit {
  readonly kind: StatedKind;
  readonly words: string;
  readonly language: string;
  /** 2 for wording that says it outright, 1 for wording that only points there. */
  readonly weight: 1 | 2;
}

const folders = new Set(data.traits.folders);
const mailOnly = new Set(data.traits.mailOnlyFolders);
const includes = new Set(data.includes);

/** The folder or file-name word on a path that speaks of mail. */
export function mailFolder(path: string): string | undefined {
  return path
    .toLowerCase()
    .split(/[/\\]/)
    .flatMap((part) => [part.replace(/\.[^.]*$/, ''), ...part.split(/[^a-z]+/)])
    .find((part) => folders.has(part));
}

/** True for a path with a folder whose name is used for mails and not for pages about them. */
export function isMailOnly(path: string): boolean {
  return path
    .toLowerCase()
    .split(/[/\\]/)
    .slice(0, -1)
    .flatMap((part) => [part, ...part.split(/[^a-z]+/)])
    .some((part) => mailOnly.has(part));
}

export function mailModule(modules: readonly string[]): string | undefined {
  return modules.find((m) =>
    data.traits.modules.some((known) => (known.endsWith('/') ? m.startsWith(known) : m === known)),
  );
}

/** Without one of these a text neither names a mail library or format nor shows markup of mails. */
export const mailMarks: readonly string[] = [
  ...data.traits.modules,
  ...data.traits.markup,
  ...data.traits.formats,
];

/** True for an attribute of `<html>` that says that it is a format of mails: `amp4email`. */
export function marksMail(name: string): boolean {
  return data.traits.formats.some((format) => name.endsWith(format));
}

/** True where a text names a mail library, or a format of mails, at all. */
export function mentionsMailModule(text: string): boolean {
  return [...data.traits.modules, ...data.traits.formats].some((mark) => text.includes(mark));
}

/** Markup that only mail clients need, each trait once. */
export function mailMarkup(text: string): string[] {
  const lower = text.toLowerCase();
  return data.traits.markup.filter((trait) => lower.includes(trait));
}

/** True for the name of a partial or component that commonly holds a mail's footer. */
export function holdsFooter(name: string): boolean {
  return wordsOfName(name).some((word) => includes.has(word));
}

const footers = new Set(data.footers.names);
const suffixes = new Set(data.footers.suffixes);

/** True for the name of a variable, slot or helper that prints the foot of a mail: `footer`, `emailFooter`, `footer_html`. */
export function printsFooter(name: string): boolean {
  const words = wordsOfName(name);
  const last = words.at(-1) ?? '';
  return footers.has(last) || (suffixes.has(last) && footers.has(words.at(-2) ?? ''));
}

const addresses = new Set(data.plain.addresses);

/** True for an expression that by its name gives an address of the web: `user.confirmation_url`. */
export function namesAddress(code: string): boolean {
  return wordsOfName(code).some((word) => addresses.has(word));
}

/**
 * The file whose content an element of a mail framework stands for: `<x-footer>`, `<extends src="layouts/main.html">`.
 * @param src its attribute of that name, where it is known.
 */
export function partialOf(tag: string, src: string | undefined): string | undefined {
  if (data.partials.prefixes.some((prefix) => tag.startsWith(prefix))) return tag;
  return data.partials.tags.includes(tag) ? src : undefined;
}

/** What a file's name says of the kind of mail, or its folder's where that is silent; names decide nothing alone. */
export function kindOfName(path: string): StatedKind | undefined {
  const [file = '', folder = ''] = path.split(/[/\\]/).reverse();
  return kindOfWord(file.replace(/\.[^.]*$/, '')) ?? kindOfWord(folder);
}

/** What a file's, function's or variable's name says of the kind of mail. */
export function kindOfWord(name: string): StatedKind | undefined {
  const words = new Set(wordsOfName(name));
  if (data.names.transactional.some((w) => words.has(w))) return 'transactional';
  return data.names.marketing.some((w) => words.has(w)) ? 'marketing' : undefined;
}

let matcher: { pattern: RegExp; byWords: Map<string, KindHit> } | undefined;

/** Wordings of commercial and of service mails, each once. */
export function findKinds(text: string): KindHit[] {
  matcher ??= compile();
  const found = new Map<string, KindHit>();
  for (const [match] of fold(text).matchAll(matcher.pattern)) {
    const hit = matcher.byWords.get(match.replace(/[- ]/g, ' '));
    if (hit) found.set(hit.words + hit.kind, hit);
  }
  return [...found.values()];
}

const subscriptions = new Set(data.subscriptions);
const newsletters = new Set(data.newsletters);

/** True where a wording confirms a subscription or its end. */
export function confirmsSubscription({ words }: KindHit): boolean {
  return subscriptions.has(words);
}

/** True for the word of a newsletter, which in a confirmation only says what is subscribed to. */
export function namesNewsletter({ words }: KindHit): boolean {
  return newsletters.has(words);
}

const promotions = new Set(data.promotions);

/** True for wording that only advertises, which no service mail needs. */
export function isPromotion({ words }: KindHit): boolean {
  return promotions.has(words);
}

let calls: RegExp | undefined;

/** True for the text of a link that asks to buy, to book or to see what is on offer. */
export function isCall(text: string): boolean {
  calls ??= new RegExp(`^(?:${Object.values(data.calls).flat().join('|')})(?![\\p{L}])`, 'u');
  return calls.test(fold(text).trim());
}

function compile() {
  const byWords = new Map<string, KindHit>();
  for (const [language, kinds] of Object.entries(data.kinds)) {
    for (const kind of ['transactional', 'marketing'] as const) {
      for (const [weight, list] of [
        [2, kinds[kind].strong],
        [1, kinds[kind].weak],
      ] as const) {
        for (const words of list)
          if (!byWords.has(words.replace(/-/g, ' ')))
            byWords.set(words.replace(/-/g, ' '), { kind, words, language, weight });
      }
    }
  }
  // Longest first, so that "special offers" is not read as "special offer" and an "s".
  const alternatives = [...byWords.keys()]
    .sort((a, b) => b.length - a.length)
    .map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '[- ]'));
  return { pattern: new RegExp(`(?<![\\p{L}])(?:${alternatives.join('|')})(?![\\p{L}])`, 'gu'), byWords };
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

/** What a footer with a way out says, in a language, else in English. */
export function footerSentence(language: string): {
  readonly before: string;
  readonly link: string;
  readonly after: string;
} {
  const sentences: Readonly<Record<string, (typeof data.footer)['en']>> = data.footer;
  return sentences[language] ?? data.footer.en;
}
