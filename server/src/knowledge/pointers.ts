import { PhraseFinder } from './matching/phrases.js';
import { wordsOfText } from './matching/words.js';
import data from './unsubscribe.json';

let finder: PhraseFinder<string> | undefined;
let replies: PhraseFinder<true> | undefined;
let contacts: PhraseFinder<true> | undefined;

/** Words that point to a link, such as "click here"; UTF-16 offsets into the text. */
export interface Pointer {
  readonly start: number;
  readonly end: number;
  /** BCP 47 primary subtag. */
  readonly language: string;
}

/** The words of a text, in one language or any, that point to a link and say nothing of where it leads. */
export function findPointers(text: string, language?: string): Pointer[] {
  finder ??= pointersOf(data.languages);
  const one = language === undefined ? finder : pointersIn(language);
  return one.inText(text).map(({ meaning, start, end }) => ({ start, end, language: meaning }));
}

/** True where a text is nothing but such words: "here", "click here", "this link". */
export function isPointer(text: string): boolean {
  if (text.length > LONGEST || findPointers(text).length === 0) return false;
  const words = wordsOfText(text);
  const [first] = words;
  const last = words.at(-1);
  return Object.keys(data.languages).some((language) => {
    const [hit] = pointersIn(language).find(words);
    return hit !== undefined && hit.start === first?.start && hit.end === last?.end;
  });
}

const LONGEST = 60;

/** True where a sentence offers another way than a link: an answer, a letter, a call. */
export function offersReply(sentence: string): boolean {
  replies ??= new PhraseFinder<true>().add(data.replies, true);
  return replies.inText(sentence).length > 0;
}

/** True where a sentence tells to write, to call or to get in touch. */
export function tellsToContact(sentence: string): boolean {
  contacts ??= new PhraseFinder<true>().add(data.contacts, true);
  return contacts.find(wordsOfText(sentence)).length > 0;
}

/** True for a host name that stands for one's own until someone fills it in. */
export function isPlaceholderHost(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  return data.placeholders.hosts.some((known) => name === known || name.endsWith(`.${known}`));
}

type Languages = Readonly<Record<string, { readonly pointers: readonly string[] }>>;
const byLanguage = new Map<string, PhraseFinder<string>>();

function pointersIn(language: string): PhraseFinder<string> {
  let found = byLanguage.get(language);
  if (found === undefined) {
    const all: Languages = data.languages;
    const own = all[language];
    found = pointersOf(own ? { [language]: own } : {});
    byLanguage.set(language, found);
  }
  return found;
}

function pointersOf(languages: Languages): PhraseFinder<string> {
  const made = new PhraseFinder<string>();
  for (const [language, { pointers }] of Object.entries(languages)) made.add(pointers, language);
  return made;
}
