import { wordsOfName } from './matching/nameWords.js';
import data from './submission.json';

const calls = new Set(data.calls);
const appends = new Set(data.appends);
const holders = new Set(data.holders);
const person = new Set(data.person);
const technical = new Set(data.technical);

/** Whether a callee or variable, as it is spoken of (`axios.post`, `formData`), sends or holds what a form submits. */
export function submits(name: string): boolean {
  const last = lastOf(name);
  return calls.has(last) || (!name.includes('.') && holders.has(last));
}

/** Whether a callee adds one field to what will be sent: `data.append`. */
export function appendsField(callee: string): boolean {
  return callee.includes('.') && appends.has(lastOf(callee));
}

/** Whether a person fills in the field of this name about themselves. */
export function isOfPerson(name: string): boolean {
  return person.has(wordsOfName(name).join(''));
}

/** Whether a name says of a field that it is no answer of the person: `newsletter_list_id`, `consent_version`. */
export function isTechnicalField(name: string): boolean {
  return wordsOfName(name).some((word) => technical.has(word));
}

const plain = new RegExp(`^(?:${data.plain.join('|')})$`, 'i');

/** Whether an attribute, as written, may tie its element to code: anything but HTML's own attributes that do nothing. */
export function bindsToCode(written: string): boolean {
  return !plain.test(written);
}

const hooks = data.hooks;

/** Whether a class is there for scripts to find the element by. */
export function isHookForScripts(classes: string): boolean {
  return classes.split(/\s+/).some((name) => hooks.some((hook) => name.toLowerCase().startsWith(hook)));
}

/** Whether code of a page speaks of sending forms. */
export function handlesForms(code: string): boolean {
  const folded = code.toLowerCase();
  return data.handling.some((spelling) => folded.includes(spelling));
}

/**
 * Whether a call sends something to the address that it is given: a function that always does (`axios.post`), or one that
 * asks a server and says so. @param head what stands before its brackets. @param given what stands in them.
 */
export function sendsTo(head: string, given: string): boolean {
  const callee = /(?<![\w$.])([\w$.]+)$/.exec(head)?.[1];
  if (callee === undefined) return false;
  const last = lastOf(callee);
  if (!data.requests.includes(last)) return false;
  const folded = given.toLowerCase();
  return ALWAYS.test(last) || data.saysPost.some((spelling) => folded.includes(spelling));
}

const ALWAYS = /^(?:post|put|patch|postform)$/;

function lastOf(name: string): string {
  return wordsOfName(name.slice(name.lastIndexOf('.') + 1)).join('');
}
