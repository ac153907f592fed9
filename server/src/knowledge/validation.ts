import { wordsOfName } from './matching/nameWords.js';
import data from './validation.json';

const flags = new Set(data.flags);
const holders = new Set(data.holders);

/** Whether a field's rule, as written, lets only a yes pass: `z.literal(true)`, `yup.boolean().oneOf([true])`. */
export function passesOnlyYes(code: string): boolean {
  const folded = code.replace(/\s+/g, '').toLowerCase();
  return data.checks.some((check) => folded.includes(check)) || ITSELF.test(folded);
}

/** The answer is its own check: `refine((v) => v)`, `refine((v) => !!v)`. */
const ITSELF = /refine\(\(?([\w$]{1,40})(?::boolean)?\)?=>(?:!!|boolean\()?\1(?![\w$.?[(])/;

/** Whether the rules of a field, as written, ask for an answer: `{ required: true }`, `[{ validator: (_, v) => … }]`, `v => v || '…'`. */
export function rulesAsk(code: string): boolean {
  return REQUIRED.test(code) || passesOnlyYes(code) || ITSELF_OR.test(code.replace(/\s+/g, '').toLowerCase());
}

const REQUIRED = /\brequired["']?\s*:\s*(?!\s|false\b|\{\s*value\s*:\s*false\b)/;
/** `(v) => v || 'Please tick'` */
const ITSELF_OR = /^\[?\(?([\w$]{1,40})(?::boolean)?\)?=>(?:!!|boolean\()?\1\)?(?:\|\||$)/;

/** Whether a key among a field's rules asks for an answer when it is true: `required`. */
export function asksForAnswer(key: string): boolean {
  return flags.has(wordsOfName(key).join(''));
}

/** Whether a name is one for what holds the rules of fields: `rules`, `formSchema`. */
export function holdsRules(name: string): boolean {
  const words = wordsOfName(name);
  return holders.has(words.at(-1) ?? '') || holders.has(words.join(''));
}

const marks = new RegExp(`(?:[*＊]|\\((?:${data.marks.join('|')})\\))$`, 'i');
const classes = new Set(data.classes);

/** The mark of what has to be answered, where words end with one: an asterisk, "(required)". */
export function requiredMark(words: string): string | undefined {
  return marks.exec(words.trimEnd())?.[0];
}

/** Whether a class says of a group of boxes that one of them has to be ticked. */
export function marksRequired(name: string): boolean {
  return classes.has(name.toLowerCase());
}
