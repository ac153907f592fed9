import { fold } from '../core/fold.js';
import { decode } from './matching/decoded.js';
import { PhraseFinder } from './matching/phrases.js';
import data from './no-reply.json';

/** An address nobody reads, or that a mail system answers for; UTF-16 offsets of the address as written. */
export interface NoReplyHit {
  readonly start: number;
  readonly end: number;
  /** Decoded; its domain may be empty or a template expression. */
  readonly address: string;
  readonly certainty: NoReplyCertainty;
  /** BCP 47 primary subtag of the language the local part is in. */
  readonly language: string;
}

export type NoReplyCertainty = 'no-reply' | 'automated';
type Reading = Pick<NoReplyHit, 'certainty' | 'language'>;

/** Longest local part that counts (RFC 5321 § 4.5.3.1.1). */
const longestLocalPart = 64;
/** A form this long counts at the end or beginning of a longer word as well: `newsletternoreply`. */
const shortestGlued = 7;

const noReplyForms = new Map<string, string>();
for (const { language, forms } of data.localParts) {
  for (const form of forms) if (!noReplyForms.has(form)) noReplyForms.set(form, language);
}
const automatedForms: ReadonlySet<string> = new Set(data.automated);
const formLengths = [...noReplyForms.keys(), ...automatedForms].map(({ length }) => length);
const shortestForm = Math.min(...formLengths);
const longestForm = Math.max(...formLengths);

/**
 * Whether a local part (what stands before `@`) says that replies are not read. Case, accents and `._+-` do not
 * matter, nor do digits, a country code or further words set off: `no.reply2`, `noreply-fr`, `account-noreply`.
 */
export function classifyLocalPart(local: string): NoReplyCertainty | undefined {
  return readLocalPart(local)?.certainty;
}

function readLocalPart(local: string): Reading | undefined {
  if (local.length < shortestForm || local.length > longestLocalPart) return undefined;
  const parts = fold(local)
    .split(/[._+-]+/)
    .filter(Boolean);
  for (let from = 0; from < parts.length; from++) {
    for (let to = from + 1; to <= parts.length; to++) {
      const language = languageOf(parts.slice(from, to).join(''));
      if (language !== undefined) return { certainty: 'no-reply', language };
    }
  }
  for (const part of parts) {
    const language = languageOfGlued(part);
    if (language !== undefined) return { certainty: 'no-reply', language };
  }
  const isAutomated = parts.some((_, to) =>
    automatedForms.has(
      parts
        .slice(0, to + 1)
        .join('')
        .replace(/(?<!\d)\d+$/, ''),
    ),
  );
  return isAutomated ? { certainty: 'automated', language: 'en' } : undefined;
}

/** Digits or a two-letter code may follow the form. */
function languageOf(word: string): string | undefined {
  const bare = word.replace(/(?<!\d)\d+$/, '');
  return noReplyForms.get(bare) ?? noReplyForms.get(bare.slice(0, -2));
}

function languageOfGlued(word: string): string | undefined {
  for (let length = Math.min(longestForm, word.length); length >= shortestGlued; length--) {
    const language = noReplyForms.get(word.slice(0, length)) ?? noReplyForms.get(word.slice(-length));
    if (language !== undefined) return language;
  }
  return undefined;
}

const localCharacter = /[\p{L}\p{N}\p{M}._+-]/u;

/** What follows `@`: labels, and template expressions in their place; each piece is bounded, so that it stays linear. */
const domainPiece =
  /[\p{L}\p{N}.-]{1,255}|\{\{[^}]{0,200}\}\}\}?|[$#]?\{[^}\n]{0,200}\}|\{%.{0,200}?%\}|<[?%].{0,200}?[?%]>|\[\[?[^\]\s]{1,100}\]\]?|%%[^%\s]{1,80}%%|%[\w.]{1,60}%|%s|\*\|[^|\s]{1,80}\|\*|\$\w[\w>[\]-]*/uy;

/**
 * No-reply addresses in any text: display-name forms, `mailto:` with percent-encoding, string literals, and addresses
 * whose domain a template or a concatenation fills in. Linear in the length of the text.
 */
export function findNoReplyAddresses(source: string): NoReplyHit[] {
  if (!/@|%40|&(?:#64|#x40|commat)/i.test(source)) return [];
  const { text, original } = decode(source);
  const hits: NoReplyHit[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const start = startOfLocalPart(text, at);
    const reading = start < at ? readLocalPart(text.slice(start, at)) : undefined;
    if (reading === undefined) continue;
    const end = endOfDomain(text, at + 1);
    const domain = text.slice(at + 1, end);
    // `icon-noreply@2x.png` is a picture, `noreply@1.2.0` a package.
    if (/^\d+x\.|^[\d.]+$/.test(domain)) continue;
    hits.push({ start: original(start), end: original(end), address: text.slice(start, end), ...reading });
  }
  return hits;
}

function startOfLocalPart(text: string, at: number): number {
  let start = at;
  const limit = Math.max(0, at - longestLocalPart - 1);
  while (start > limit && localCharacter.test(text.charAt(start - 1))) start--;
  // The letter of an escape sequence (`\nnoreply@`) is no part of the address; nor is a leading separator.
  if (text.charAt(start - 1) === '\\' && /[nrt]/.test(text.charAt(start))) start++;
  while (start < at && /[._+-]/.test(text.charAt(start))) start++;
  return start;
}

function endOfDomain(text: string, from: number): number {
  let end = from;
  for (;;) {
    domainPiece.lastIndex = end;
    const piece = domainPiece.exec(text)?.[0];
    if (piece === undefined) break;
    end += piece.length;
  }
  while (end > from && /[.-]/.test(text.charAt(end - 1))) end--;
  return end;
}

let notices: PhraseFinder<string> | undefined;

/** The first sentence part that asks not to reply, or says that replies are not read; UTF-16 offsets. */
export function findDoNotReplyNotice(
  text: string,
): { start: number; end: number; language: string } | undefined {
  if (notices === undefined) {
    notices = new PhraseFinder();
    for (const [language, phrases] of Object.entries(data.notices)) notices.add(phrases, language);
  }
  const [hit] = notices.inText(text);
  return hit && { start: hit.start, end: hit.end, language: hit.meaning };
}
