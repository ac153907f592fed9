/** How a merge-tag language marks its tags off from the text around them. */
export interface Delimiter {
  readonly open: string;
  readonly close: string;
  /** What turns the mark into another language's when it stands before or after: `${x}` and `{{x}}` are no `{x}`. */
  readonly notAfter: string;
  readonly notBefore: string;
  /** Filters, labels or attributes may stand between the name and the closing mark. */
  readonly takesArguments: boolean;
}

const none = { notAfter: '', notBefore: '', takesArguments: false };
const withArguments = { ...none, takesArguments: true };

/** Longer opening marks first. `[x](` is a Markdown link, not a tag. */
export const delimiters: readonly Delimiter[] = [
  { ...withArguments, open: '{{${', close: '}}', notAfter: '{' },
  { ...withArguments, open: '{{', close: '}}' },
  { ...withArguments, open: '{%', close: '%}' },
  { ...none, open: '{', close: '}', notAfter: '{$#%@', notBefore: '}' },
  { ...none, open: '$[', close: ']$' },
  { ...none, open: '[[', close: ']]', notAfter: '[' },
  { ...none, open: '[*', close: '*]' },
  { ...none, open: '[', close: ']', notAfter: '[$', notBefore: '](' },
  { ...none, open: '*|', close: '|*' },
  { ...none, open: '%%=', close: '=%%' },
  { ...none, open: '%%{', close: '}%%' },
  { ...none, open: '%%', close: '%%', notAfter: '%' },
  { ...none, open: '%', close: '%', notAfter: '%{<', notBefore: '%' },
  { ...none, open: '##', close: '##', notAfter: '#', notBefore: '#' },
  { ...none, open: '#', close: '#', notAfter: '#&', notBefore: '#' },
  { ...none, open: '::', close: '::', notAfter: ':', notBefore: ':' },
  { ...none, open: '<%@', close: '%>' },
  { ...none, open: '<%=', close: '%>' },
  { ...none, open: '<%-', close: '%>' },
  { ...none, open: '<%', close: '%>' },
  { ...withArguments, open: '<', close: '>', notAfter: '<' },
  { ...none, open: '$', close: '$', notAfter: '$', notBefore: '$' },
  { ...none, open: '~', close: '~', notAfter: '~', notBefore: '~' },
];

/** A tag found at some place of a text. */
export interface TagReading {
  readonly delimiter: Delimiter;
  /** As written, blanks left out and quotes made alike; arguments are not part of it. */
  readonly name: string;
  /** One more opening brace than the delimiter's own, as in `{{{x}}}`. */
  readonly tripled: boolean;
  readonly start: number;
  readonly end: number;
}

/** Names and arguments are short; the limits keep a scan linear whatever the text holds. */
const longestBlank = 16;
const longestName = 64;
const longestArguments = 300;

const nameCharacters = characterSet('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.:$!-');
/** AMPscript calls and include directives have blanks, quotes and brackets in what serves as their name. */
const wideNameCharacters = characterSet(' \t\r\n\'"=()@', nameCharacters);
const wideNamed = new Set(['%%=', '<%@']);

const byFirstCharacter = new Map<number, readonly Delimiter[]>();
for (const code of new Set(delimiters.map(({ open }) => open.charCodeAt(0)))) {
  byFirstCharacter.set(
    code,
    delimiters.filter(({ open }) => open.charCodeAt(0) === code),
  );
}
const firstCharacters = characterSet(String.fromCharCode(...byFirstCharacter.keys()));

/** The names to look for; asked before the closing mark is looked for, so that everyday markup costs little. */
export interface KnownNames {
  /** Whether a name can begin with this character (ASCII code, any case). */
  begins(delimiter: Delimiter, code: number): boolean;
  has(delimiter: Delimiter, name: string): boolean;
}

/** All known tags of a text in order, none within another. Linear. */
export function readTags(text: string, known: KnownNames): TagReading[] {
  const tags: TagReading[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 127 || firstCharacters[code] === 0) continue;
    const tag = readTag(text, at, known);
    if (tag === undefined) continue;
    tags.push(tag);
    at = tag.end - 1;
  }
  return tags;
}

/** Reads a tag that begins at exactly this UTF-16 offset and is closed nearby. */
export function readTag(text: string, start: number, known: KnownNames): TagReading | undefined {
  for (const delimiter of byFirstCharacter.get(text.charCodeAt(start)) ?? []) {
    if (!text.startsWith(delimiter.open, start)) continue;
    if (start > 0 && delimiter.notAfter.includes(text.charAt(start - 1))) continue;
    const tag = readAs(delimiter, text, start, known);
    if (tag !== undefined) return tag;
  }
  return undefined;
}

function readAs(
  delimiter: Delimiter,
  text: string,
  start: number,
  known: KnownNames,
): TagReading | undefined {
  const { open, close, notBefore } = delimiter;
  let at = start + open.length;
  const tripled = open === '{{' && text.charAt(at) === '{';
  if (tripled) at++;
  // Whitespace control (`{%-`, `{{~`) and Mustache's unescaped `{{&`.
  if (open.startsWith('{') && open.length > 1 && /[-~&]/.test(text.charAt(at))) at++;
  at = skipBlanks(text, at);
  if (!known.begins(delimiter, text.charCodeAt(at))) return undefined;
  const nameEnd = endOfName(text, at, wideNamed.has(open) ? wideNameCharacters : nameCharacters, close);
  if (nameEnd === at) return undefined;
  const name = normalizedName(text.slice(at, nameEnd));
  if (!known.has(delimiter, name)) return undefined;
  const closing = closeAfter(text, nameEnd, delimiter);
  if (closing < 0) return undefined;
  let end = closing + close.length;
  if (close === '}}' && text.charAt(end) === '}') end++;
  if (end < text.length && notBefore.includes(text.charAt(end))) return undefined;
  return { delimiter, name, tripled, start, end };
}

function endOfName(text: string, from: number, allowed: Uint8Array, close: string): number {
  const limit = Math.min(text.length, from + longestName);
  let at = from;
  while (at < limit && allowed[text.charCodeAt(at)] === 1 && !text.startsWith(close, at)) at++;
  return at;
}

function closeAfter(text: string, nameEnd: number, { close, takesArguments }: Delimiter): number {
  const at = skipBlanks(text, nameEnd);
  if (text.startsWith(close, at)) return at;
  if (!takesArguments) return -1;
  const found = text.slice(nameEnd, nameEnd + longestArguments).indexOf(close);
  return found < 0 ? -1 : nameEnd + found;
}

function skipBlanks(text: string, from: number): number {
  const limit = Math.min(text.length, from + longestBlank);
  let at = from;
  while (at < limit && isBlank(text.charCodeAt(at))) at++;
  return at;
}

function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
}

/** The end of `{{unsubscribe-}}` is whitespace control. */
function normalizedName(raw: string): string {
  return raw.replace(/\s+/g, '').replace(/"/g, "'").replace(/-$/, '');
}

function characterSet(characters: string, base?: Uint8Array): Uint8Array {
  const set = new Uint8Array(128);
  if (base !== undefined) set.set(base);
  for (const character of characters) set[character.charCodeAt(0)] = 1;
  return set;
}
