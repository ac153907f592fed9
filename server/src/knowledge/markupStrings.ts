import data from './markup-strings.json';

const markupTags = new Set(data.tags.markup);
const rawTags = new Set(data.tags.raw);
const bodies = new Set(data.mail.body);
const besides = new Set(data.mail.beside);
const samples = new Set(data.samples);

/** True for the last name of a function that takes a template literal with markup. */
export function isMarkupTag(name: string): boolean {
  return markupTags.has(name);
}

/** True for those of them that take escapes as they are written. */
export function isRawTag(name: string): boolean {
  return rawTags.has(name);
}

/** True for the name of a property, argument or method that is given the markup of a mail. */
export function isMailBody(name: string): boolean {
  return bodies.has(name);
}

/** True for a name that stands beside a mail's body where a mail is sent. */
export function standsBesideBody(name: string): boolean {
  return besides.has(name);
}

/** True for a name whose strings show code rather than deliver it. */
export function holdsSamples(name: string): boolean {
  return samples.has(name);
}

let elements: RegExp | undefined;

/** An image of at most one pixel in one direction, or one whose tag code goes on with. */
const TINY =
  /<img\s(?:[^<>]{0,600}?\b(?:width|height)\s*[=:]\s*\\?["']?[01](?:px)?[\\"'\s;/>]|[^<>]{0,600}$)/i;

/** True where a text holds a tag of something that a review looks at: a control, a link, the structure of a mail, a pixel. */
export function holdsReviewable(text: string): boolean {
  elements ??= new RegExp(`<(?:${data.elements.join('|')})(?=[\\s>/])`, 'i');
  return elements.test(text) || TINY.test(text);
}

let sent: RegExp | undefined;

/** True where a text may hold code that sends a mail whose markup stands in the code. */
export function maySendMarkup(text: string): boolean {
  sent ??= new RegExp(`(?<![\\w</!-]|(?<!-)>)(?:${data.mail.body.join('|')})(?![\\w>-])|mail\\(`);
  return /subject|mail\(/i.test(text) && sent.test(text) && holdsReviewable(text);
}
