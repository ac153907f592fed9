import data from './cookie-notices.json';
import { PhraseFinder } from './matching/phrases.js';
import { type Word, wordsOfCode, wordsOfText } from './matching/words.js';

/** What a button of a cookie notice does. */
export type CookieAct = 'accept' | 'refuse' | 'settings' | 'save' | 'dismiss';

/** What the words of a notice speak of. */
export interface CookieWords {
  readonly cookies: boolean;
  /** It says that they are used: "this site uses cookies". */
  readonly uses: boolean;
  /** It says so of itself: "we use cookies", "on this site". */
  readonly here: boolean;
  /** It says what for, however vaguely. */
  readonly purposes: boolean;
  /** It says that none are used but those that the service needs, which no consent is asked for. */
  readonly onlyNecessary: boolean;
}

/** What the words of a notice say of the choice. */
export interface NoticeWords {
  /** It says that one must accept in order to use the service. */
  readonly wall: boolean;
  /** It asks on behalf of one piece of content: "to see this map". */
  readonly content: boolean;
  /** It says that the choice can be changed. */
  readonly change: boolean;
}

const topics = [
  'cookies',
  'uses',
  'here',
  'only',
  'needed',
  'none',
  'purposes',
  'wall',
  'service',
  'content',
  'change',
] as const;
type Topic = (typeof topics)[number];
const acts: readonly CookieAct[] = ['refuse', 'save', 'settings', 'accept', 'dismiss'];
const namedActs = ['refuse', 'save', 'settings', 'accept', 'dismiss'] as const;
/** Buttons say little: longer texts are links to pages, or sentences. */
const LONGEST_BUTTON = 8;
/** One word with signs or humps as names of code have them: "AllowDeny", "accept_all", "$cfg['accept']", "deny()". */
const NAME_OF_CODE = /^(?=\S*(?:\p{Ll}\p{Lu}|[_$()[\]{}=]|::))\S+$/u;

let compiled: ReturnType<typeof compile> | undefined;
const finders = () => {
  compiled ??= compile();
  return compiled;
};

function compile() {
  const languages = Object.values(data.languages);
  const finderOf = (key: Topic | CookieAct) =>
    languages.reduce((finder, language) => finder.add(language[key], key), new PhraseFinder<string>());
  const named = (key: keyof typeof data.names) => new PhraseFinder<string>().add(data.names[key], key);
  return {
    topics: new Map(topics.map((key) => [key, finderOf(key)])),
    acts: new Map(acts.map((key) => [key, finderOf(key)])),
    names: new Map(namedActs.map((key) => [key, named(key)])),
    notice: named('notice'),
  };
}

export function cookieWords(text: string): CookieWords {
  const has = (topic: Topic) => (finders().topics.get(topic)?.inText(text).length ?? 0) > 0;
  const found = {
    cookies: false,
    uses: false,
    here: false,
    purposes: has('purposes'),
    onlyNecessary: false,
  };
  if (!has('cookies')) return found;
  for (const sentence of text.split(/(?<=[.!?])\s/)) {
    const words = wordsOfText(sentence);
    if (!says('cookies', words)) continue;
    found.cookies = true;
    const uses = says('uses', words) || says('wall', words);
    found.uses ||= uses;
    found.here ||= uses && says('here', words);
    found.onlyNecessary ||= says('none', words) || (says('only', words) && says('needed', words));
  }
  return found;
}

/** What a notice says of the choice. */
export function noticeWords(text: string): NoticeWords {
  const words = wordsOfText(text);
  const sentences = says('wall', words) ? text.split(/(?<=[.!?])\s/).map(wordsOfText) : [];
  return {
    wall: sentences.some((sentence) => says('wall', sentence) && says('service', sentence)),
    content: says('content', words),
    change: says('change', words),
  };
}

function says(topic: Topic, words: readonly Word[]): boolean {
  return (finders().topics.get(topic)?.find(words).length ?? 0) > 0;
}

/** What a button with these words does; "accept only what is necessary" refuses. */
export function actInWords(text: string): CookieAct | undefined {
  if (/^\s*[×✕✖✗xX]\s*$/.test(text)) return 'dismiss';
  if (NAME_OF_CODE.test(text.trim())) return undefined;
  const words = wordsOfText(text);
  if (words.length === 0 || words.length > LONGEST_BUTTON) return undefined;
  const act = acts.find((one) => finders().acts.get(one)?.find(words).length);
  if (says('needed', words) && (says('only', words) || act === 'accept')) return 'refuse';
  return act;
}

/** What a button does by its names: id, classes, handler. */
export function actInName(name: string): CookieAct | undefined {
  const words = wordsOfCode(name);
  return namedActs.find((act) => finders().names.get(act)?.find(words).length);
}

/** Whether an id or class says that an element is a notice about cookies. */
export function isCookieNoticeName(name: string): boolean {
  return name !== '' && finders().notice.inCode(name).length > 0;
}
