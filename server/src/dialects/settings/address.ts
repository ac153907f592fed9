import type { Span } from '../../core/span.js';
import { namesHeaders, namesSubject, roleOfAddress } from '../../knowledge/sending.js';

/** A mailbox, or several (RFC 5322, section 3.4), with or without names, and nothing else; what code fills in may stand anywhere. */
const ADDRESS =
  /^\s*(?:[^<>@]{0,100}<)?[^\s<>@,;:()[\]{}/\\]{1,64}@[^\s<>@,;:()[\]{}/\\]*>?\s*(?:[,;].{0,400})?$/s;

/** True where a whole text is an address or a list of addresses. */
export function looksLikeAddress(text: string, holes?: RegExp): boolean {
  if (!text.includes('@') || text.length > 600) return false;
  const plain = text.replace(FALLBACK, '$1');
  return ADDRESS.test(holes ? plain.replace(new RegExp(holes.source, 'g'), 'x') : plain);
}

/** A variable of the environment with what stands for it where it is not set: `${MAIL_FROM:-a@b.example}`. */
const FALLBACK = /^\$\{\w+:?[-=]([^{}]*)\}$/;

/** A name whose value says something of a sender beside it, whatever it is: that there is a reply address, what a mail is about. */
export function tellsOfSender(name: string): boolean {
  return (
    roleOfAddress(name) === 'reply-to' ||
    namesSubject(name) ||
    namesHeaders(name) ||
    /^list-unsubscribe/i.test(name)
  );
}

const NAMED = /(?:^|\\[rn]|[\r\n])[ \t]*(List-Unsubscribe(?:-Post)?)[ \t]*(?::[ \t]*([^\r\n\\]*)|$)/gi;

/** The names of header fields to leave by (RFC 2369, RFC 8058) in a string, with their values where it holds them as well. */
export function* leavingFieldsIn(text: string, at: number): Generator<WrittenField> {
  if (!/list-unsubscribe/i.test(text)) return;
  for (const match of text.matchAll(NAMED)) {
    const [whole, name = '', value = ''] = match;
    const start = at + match.index + whole.indexOf(name);
    const end = at + match.index + whole.length;
    yield {
      name,
      nameSpan: { start, end: start + name.length },
      value: value.trimEnd(),
      valueSpan: { start: end - value.length, end: end - value.length + value.trimEnd().length },
    };
  }
}

/** A header field that a text holds, as sending code puts them together: `From: a@b.example\r\n`. */
export interface WrittenField {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: string;
  readonly valueSpan: Span;
}

const FIELD = /(^|\\[rn]|[\r\n])[ \t]*(From|Reply-To|Sender)[ \t]*:[ \t]*([^\r\n\\]+)/gi;

/** The originator fields (RFC 5322, section 3.6.2) in a string literal's content. */
export function* fieldsIn(text: string, at: number): Generator<WrittenField> {
  if (!text.includes('@')) return;
  for (const match of text.matchAll(FIELD)) {
    const [whole, , name = '', written = ''] = match;
    const value = written.trimEnd();
    const nameAt = at + match.index + whole.indexOf(name);
    const valueAt = at + match.index + whole.length - written.length;
    yield {
      name,
      nameSpan: { start: nameAt, end: nameAt + name.length },
      value,
      valueSpan: { start: valueAt, end: valueAt + value.length },
    };
  }
}
