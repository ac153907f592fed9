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

function inner(words: readonly string[], size: number): string[][] {
  return words.slice(1, Math.max(1, words.length - size)).map((_, i) => words.slice(i + 1, i + 1 + size));
}

/** True for the name of a header or setting that lets readers stop mails without a link in them. */
export function namesWayOut(name: string): boolean {
  return wayOut.has(wordsOfName(name).join(''));
}
