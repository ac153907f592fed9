import { findKinds, isMailOnly, mailFolder } from './mail.js';
import data from './mail.json';
import { wordsOfName } from './matching/nameWords.js';
import { identifyProvider } from './providers.js';
import { findUnsubscribeWords } from './unsubscribe.js';

const others = new Set(data.plain.others);
const parts = new Set(data.plain.parts);

/** UTF-16 units; longer texts are data. */
const LONGEST = 200_000;

/** What template languages and mail providers fill in. */
const FILLED = /\{\{|\{%|<%|\$\{|\*\||%%\w|\[\[|@\{|<\?=|%recipient\.|\{\$\w/;

/**
 * True where a plain text is a mail: header fields at its head, tags of a mail provider to leave by, or a name or folder
 * that says so, and in the text what templates of mails hold.
 */
export function isPlainMail(text: string, path: string): boolean {
  if (text.length > LONGEST) return false;
  if (stateSubject(text)) return true;
  const [file = ''] = path.split(/[/\\]/).reverse();
  if (others.has(stemOf(file.toLowerCase()))) return false;
  if (mailFolder(path) === undefined) return leavesByTag(text);
  return (
    FILLED.test(text) ||
    findUnsubscribeWords(text)?.certainty === 'certain' ||
    (isMailOnly(path) && findKinds(text).some(({ weight }) => weight > 1))
  );
}

const HEAD =
  /^\uFEFF?(?:[!-9;-~]{1,40}:[^\r\n]{0,1000}(?:\r\n|\r|\n)(?:[ \t]+\S[^\r\n]{0,1000}(?:\r\n|\r|\n))*){1,30}/;
const FIELD = /^(?:subject|from|to)(?=:)/gim;

/** True where a text begins with the header fields of a mail: its subject, or who sends it to whom. */
export function stateSubject(text: string): boolean {
  const [head = ''] = HEAD.exec(text) ?? [];
  const fields = new Set((head.match(FIELD) ?? []).map((name) => name.toLowerCase()));
  return fields.has('subject') || (fields.has('from') && fields.has('to'));
}

function leavesByTag(text: string): boolean {
  return (
    FILLED.test(text) &&
    (identifyProvider(text)?.evidence.some(({ kind }) => kind === 'unsubscribe' || kind === 'preferences') ??
      false)
  );
}

const framed = new Set(data.plain.framed);

/** True for a language whose framework puts a layout around its texts that none of them names. */
export function isFramed(language: string): boolean {
  return framed.has(language);
}

/** True for a file's name that says that it is a part of a mail: its subject, its footer. */
export function isMailPart(path: string): boolean {
  const [file = ''] = path.split(/[/\\]/).reverse();
  return file.startsWith('_') || wordsOfName(stemOf(file)).some((word) => parts.has(word));
}

function stemOf(file: string): string {
  return file.split('.', 1)[0] ?? '';
}
