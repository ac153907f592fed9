import { wordsOfCode } from './matching/words.js';
import data from './rendering.json';

/** Where a document's forms are drawn first; undefined where its modules do not tell. */
export function renderingOf(modules: readonly string[]): 'server' | 'client' | undefined {
  if (modules.some((name) => isAmong(name, data.client))) return 'client';
  return modules.some((name) => isAmong(name, data.server)) ? 'server' : undefined;
}

/** An attribute (HTML name, lower case) by which a script takes over the submission. */
export function handlesSubmission(attribute: string): boolean {
  return isAmong(attribute, data.handlers);
}

/** Whether a `data-` attribute tells of a script that takes over the submission. */
export function tellsOfScript(name: string, value: string): boolean {
  return wordsOfCode(`${name} ${value}`).some(({ text }) => data.dataWords.includes(text));
}

/** An attribute of a framework that keeps the browser from sending the form. */
export function preventsSubmission(attribute: string): boolean {
  return isAmong(attribute, data.preventing);
}

/** Whether an attribute takes over the submission and sends every field with a name, as the browser would. */
export function sendsAllFields(attribute: string): boolean {
  return isAmong(attribute, data.whole);
}

/** Whether code asks to be told when a form is sent. */
export function listensForSubmission(code: string): boolean {
  return LISTENS.test(code);
}

const LISTENS = /\(\s{0,3}['"`]submit['"`]|\.submit\s?\(|\.onsubmit\s?=/;

/** Whether code takes all the fields of a form by their names. */
export function readsAllFields(code: string): boolean {
  return data.readers.some((spelling) => code.includes(spelling));
}

/** An attribute whose code runs when its element is pressed. */
export function handlesPress(attribute: string): boolean {
  return isAmong(attribute, data.pressing);
}

function isAmong(name: string, patterns: readonly string[]): boolean {
  return patterns.some((p) => (p.endsWith('*') ? name.startsWith(p.slice(0, -1)) : name === p));
}
