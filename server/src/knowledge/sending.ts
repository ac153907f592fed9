import { wordsOfName } from './matching/nameWords.js';
import data from './sending.json';

export type AddressRole = 'from' | 'reply-to' | 'to' | 'contact';

const roles: readonly (readonly [AddressRole, ReadonlySet<string>])[] = [
  ['reply-to', new Set(data.roles['reply-to'])],
  ['from', new Set(data.roles.from)],
  ['to', new Set(data.roles.to)],
  ['contact', new Set([...data.contact, ...data.plain])],
];
const plain: ReadonlySet<string> = new Set(data.plain);
const aside: ReadonlySet<string> = new Set(data.aside);
const tests: ReadonlySet<string> = new Set(data.tests);
const testFiles: ReadonlySet<string> = new Set(data.testFiles);
const signatures: Readonly<Record<string, readonly string[]>> = data.signatures;
const submitter: ReadonlySet<string> = new Set(data.submitter);
const wayOut: ReadonlySet<string> = new Set(data.wayOut);
const subject: ReadonlySet<string> = new Set(data.subject);

/**
 * What an address is used for, by its setting's name: `replyTo`, `MAIL_FROM_ADDRESS`, `setFrom`, `defaultSender`.
 * The whole name decides, else the run of words at its end, then at its start.
 */
export function roleOfAddress(name: string): AddressRole | undefined {
  let role = rolesByName.get(name);
  if (role === undefined) {
    if (rolesByName.size >= MOST_NAMES) rolesByName.clear();
    role = readRole(name) ?? null;
    rolesByName.set(name, role);
  }
  return role ?? undefined;
}

/** The names of a program come again and again; null stands for none. */
const rolesByName = new Map<string, AddressRole | null>();
const MOST_NAMES = 10_000;
/** No role's name has more words. Longer runs are not looked up: with all of them, a sentence as a name takes cubic time. */
const LONGEST = 4;

function readRole(name: string): AddressRole | undefined {
  const words = wordsOfName(name);
  for (let size = Math.min(words.length, LONGEST); size > 0; size--) {
    for (const run of [words.slice(-size), words.slice(0, size), ...inner(words, size)]) {
      const found = roles.find(([, names]) => names.has(run.join('')));
      if (found) return found[0];
    }
  }
  return undefined;
}

/** True for a name that says of an address that it is one, and nothing more: `email`, `setEmail`, `userEmail`. */
export function namesPlainAddress(name: string): boolean {
  const words = wordsOfName(name);
  return plain.has(words.join('')) || plain.has(words.slice(1).join(''));
}

/** True for the name of what holds addresses that no reader of a mail meets. */
export function isAside(name: string): boolean {
  return aside.has(wordsOfName(name).join(''));
}

/** The name of a sending function's argument, counted from 0. */
export function argumentName(callee: string, index: number): string | undefined {
  return Object.hasOwn(signatures, callee) ? signatures[callee]?.[index] : undefined;
}

/** True for a function that compares a text or looks into it: what it is given is not used as an address. */
export function isTestFunction(name: string): boolean {
  return wordsOfName(name).some((word) => tests.has(word));
}

/** True for a path whose file holds tests: what it sends, nobody gets. */
export function isTestPath(path: string): boolean {
  const folders = path.split('/');
  const words = wordsOfName((folders.pop() ?? '').replace(/\.[^.]*$/, ''));
  return (
    folders.some((folder) => testFiles.has(wordsOfName(folder).join(''))) ||
    testFiles.has(words[0] ?? '') ||
    testFiles.has(words.at(-1) ?? '')
  );
}

/** True for the name of the field that says who transmits a mail (RFC 5322, section 3.6.2). */
export function namesSubmitter(name: string): boolean {
  return submitter.has(wordsOfName(name).join(''));
}

/** True for the name of what stands in a mail's subject line. */
export function namesSubject(name: string): boolean {
  return subject.has(wordsOfName(name).join(''));
}

const headers: ReadonlySet<string> = new Set(data.headers);

/** True for the name of what holds further header fields of a mail. */
export function namesHeaders(name: string): boolean {
  return headers.has(wordsOfName(name).join(''));
}

const oneClick: readonly (readonly [OneClickRole, ReadonlySet<string>])[] = [
  ['address', new Set(data.oneClick.address)],
  ['post', new Set(data.oneClick.post)],
  ['service', new Set(data.oneClick.service)],
];

/** The header with the address, the one that lets it be posted to (RFC 8058), or a setting by which a service writes both. */
export type OneClickRole = 'address' | 'post' | 'service';

/** What a name has to do with leaving by one click. */
export function roleInOneClick(name: string): OneClickRole | undefined {
  const word = wordsOfName(name).join('');
  return oneClick.find(([, names]) => names.has(word))?.[0];
}

const carriers: ReadonlySet<string> = new Set(data.carriers);

/** True for the name of a function or class that is given the fields of a mail. */
export function takesMail(name: string): boolean {
  return carriers.has(name);
}

const bodies: ReadonlySet<string> = new Set(data.bodies);

/** True for the name of what a mail says, beside its subject. */
export function namesMailBody(name: string): boolean {
  return bodies.has(wordsOfName(name).join(''));
}

/** How code hands mails to a library or service; see schemas/sending.schema.json. */
export interface Transport {
  /** How its packages, namespaces and classes are spelled where code takes them in. */
  readonly spellings: readonly string[];
  /** The id of the provider that it sends with. */
  readonly provider?: string;
  /** How further headers are given to it. */
  readonly headers?: {
    readonly form: 'map' | 'pairs' | 'prefixed' | 'arguments';
    readonly key?: string;
    readonly prefix?: string;
    readonly pair?: readonly string[];
    readonly functions?: readonly string[];
  };
}

const transports: readonly Transport[] = data.transports as readonly Transport[];

/** What code sends its mails with, by the modules that it imports, else by what it names. */
export function transportOf(modules: readonly string[], text: string): Transport | undefined {
  const imported = transports.find(({ spellings }) => spellings.some((s) => modules.includes(s)));
  if (imported || modules.length > 0) return imported;
  return transports.find(({ spellings }) => spellings.some((s) => text.includes(s)));
}

let spelled: RegExp | undefined;
let positional: RegExp | undefined;

/** True where a text may hold code that gives a mail its subject and hands it to a library or service. */
export function maySendMails(text: string): boolean {
  spelled ??= new RegExp(
    transports
      .flatMap(({ spellings }) => spellings.map((s) => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
      .join('|'),
  );
  // Functions with a known order of arguments name none of them.
  positional ??= new RegExp(`\\b(?:${Object.keys(data.signatures).join('|')})\\s*\\(`);
  return (/subject/i.test(text) || positional.test(text)) && spelled.test(text);
}

function inner(words: readonly string[], size: number): string[][] {
  return words.slice(1, Math.max(1, words.length - size)).map((_, i) => words.slice(i + 1, i + 1 + size));
}

/** True for the name of a header or setting that lets readers stop mails without a link in them. */
export function namesWayOut(name: string): boolean {
  return wayOut.has(wordsOfName(name).join(''));
}
