import { fold } from '../core/fold.js';
import data from './identity.json';
import { PhraseFinder } from './matching/phrases.js';
import { type Word, wordsOfText } from './matching/words.js';

const phrases = new PhraseFinder<true>().add([...data.words, ...data.teams], true);
const streets = new PhraseFinder<true>().add(data.streets, true);
const common = new Set(data.common);
/** Made when the first text asks: few do. */
let reasons: { before: PhraseFinder<true>; joining: PhraseFinder<true> } | undefined;
const names = new PhraseFinder<true>().add(data.names, true);
const forms = new RegExp(
  `(?<=[\\p{L}\\p{N}.,&)] )(?:${data.legalForms.map((form) => form.replace(/[.]/g, '\\.')).join('|')})(?![\\p{L}\\p{N}])`,
  'u',
);
/** How many words a number stands from the street: "1 bis, rue de la Paix", "Schulstr. 11". */
const NEAR = 4;

/** Words of a mail that say who sends it: a copyright line, a legal form, a postal address, a legal notice, a sign-off. */
export function identityInWords(text: string): string | undefined {
  const mark = /[©®]\s*\S.{0,40}/u.exec(text)?.[0] ?? companyIn(text);
  if (mark) return mark.trim();
  const words = wordsOfText(text);
  const [hit] = phrases.find(words);
  if (hit) return text.slice(hit.start, hit.end);
  return addressIn(text, words) ?? nameIn(text, words);
}

const NAME = /^[\s\p{Pi}\p{Po}]*(?=[\p{L}\p{N}])((?=[\p{L}\p{N}.]*\p{Lu})[\p{L}\p{N}][\p{L}\p{N}.'’&-]*)/u;
/** UTF-16 units of a sentence that says why one gets a mail. */
const NEARBY = 80;

/** The name that says why one gets a mail: "you subscribed to the newsletter of Harbour News". */
function nameIn(text: string, words: readonly Word[]): string | undefined {
  reasons ??= {
    before: new PhraseFinder<true>().add(data.reasons, true),
    joining: new PhraseFinder<true>().add(data.joining, true),
  };
  const joined = reasons.joining.find(words);
  if (joined.length === 0) return undefined;
  for (const { start, end } of reasons.before.find(words)) {
    const name = NAME.exec(text.slice(end, end + NEARBY))?.[1];
    const isReason = joined.some((j) => j.start <= end && start - j.start <= NEARBY);
    if (name !== undefined && isReason && !common.has(fold(name)))
      return text.slice(start, end + text.slice(end).indexOf(name) + name.length);
  }
  return undefined;
}

/** The name before a legal form, as far as it is written as one: `Harbour Hotel Ltd`. */
function companyIn(text: string): string | undefined {
  const form = forms.exec(text);
  if (!form) return undefined;
  const before = text.slice(Math.max(0, form.index - LONGEST_NAME), form.index);
  return `${/(?<![\p{L}\p{N}'’&.-])(?:[\p{Lu}\p{N}][\p{L}\p{N}'’&.-]*,? ){0,4}$/u.exec(before)?.[0] ?? ''}${form[0]}`;
}

const LONGEST_NAME = 60;

function addressIn(text: string, words: readonly Word[]): string | undefined {
  for (const hit of streets.find(words)) {
    const at = words.findIndex(({ start }) => start === hit.start);
    const near = words.slice(Math.max(0, at - NEAR), at + NEAR + 1);
    const number = near.find((word) => /^\d{1,5}[a-z]?$/.test(word.text));
    if (number) return text.slice(Math.min(number.start, hit.start), Math.max(number.end, hit.end));
  }
  return undefined;
}

/** Whether a merge tag or an expression stands for the sender's name or address. */
export function namesIdentity(code: string): boolean {
  return names.inCode(code).length > 0;
}
