import type { Span } from '../../server/src/core/span.js';
import { decodeEntities } from '../../server/src/dialects/html/text.js';
import type { Attribute, Doc, Element, Node, Setting, Value } from '../../server/src/model/nodes.js';
import { descendants } from '../../server/src/model/query.js';

/** Languages in which links and pictures are written without tags. */
const WITHOUT_TAGS = new Set(['markdown', 'mdx', 'plain', 'text']);
/** What begins a construct of markdown, an address in plain text, one that is filled in, an entry of a list that code draws. */
const WITHOUT_TAG = /^(?:!?\[|\{[{%]|<[%?]|<?(?:https?:|www\.|mailto:)|<?[^\s<>@]+@)/;
/** Where code or another encoding begins in what is printed. */
const CODE = /\$?\{|<[%?]|=\?[\w-]+\?[bq]\?/i;

/**
 * What a document claims of its text that the text does not bear out, each as a sentence.
 * @param host the text that it stands in, where it is embedded: code there may say something of it.
 */
export function falseClaims(doc: Doc, host = ''): string[] {
  return new Claims(doc, host).read();
}

class Claims {
  readonly #wrong: string[] = [];

  constructor(
    readonly doc: Doc,
    readonly host: string,
  ) {}

  read(): string[] {
    const { doc } = this;
    for (const node of descendants(doc.root)) {
      if (node.kind === 'element') this.#element(node);
      else if (!this.#isBorneOut(node)) this.#say(`${node.kind} ${JSON.stringify(wordsOf(node))}`, node.span);
    }
    for (const { text, span } of doc.comments) {
      if (!folded(this.#cut(span)).includes(folded(text))) this.#say(`comment ${JSON.stringify(text)}`, span);
    }
    for (const setting of doc.settings) this.#setting(setting);
    return this.#wrong;
  }

  #cut({ start, end }: Span): string {
    const { text } = this.doc;
    const beyond = text.length + 1;
    return start < beyond ? text.slice(start, end) : this.host.slice(start - beyond, end - beyond);
  }

  #say(what: string, span: Span): void {
    this.#wrong.push(`${what} at ${span.start}: ${JSON.stringify(this.#cut(span).slice(0, 90))}`);
  }

  #element({ name, open, close, made = false, attributes }: Element): void {
    const opening = this.#cut(open);
    const untagged = WITHOUT_TAGS.has(this.doc.dialect) && (opening === '' || WITHOUT_TAG.test(opening));
    // Of a list that code draws, an entry stands for the element.
    const isEntry = this.doc.dialect === 'jsx' && opening.startsWith('{');
    if (!made && !untagged && !isEntry && !opening.startsWith(`<${name}`))
      this.#say(`opening tag of <${name}>`, open);
    if (close && !made && !untagged && !this.#cut(close).startsWith('</'))
      this.#say(`closing tag of <${name}>`, close);
    for (const attribute of attributes) this.#attribute(attribute, made);
  }

  #attribute({ name, written, nameSpan, value }: Attribute, made: boolean): void {
    if (written === '') return;
    if (this.#cut(nameSpan) !== written) this.#say(`name ${written}`, nameSpan);
    this.#value(name, value, made);
  }

  #setting({ key, keySpan, kind, value, context }: Setting): void {
    const names = [key, ...(kind === 'parameter' || kind === 'argument' ? context : [])];
    const cut = this.#cut(keySpan);
    if (!names.some((name) => cut.includes(name) || name.endsWith(cut))) this.#say(`key ${key}`, keySpan);
    this.#value(key, value, false);
  }

  #value(name: string, value: Value, made: boolean): void {
    if (value.state === 'absent') return;
    if (value.state === 'dynamic') {
      // A condition around it stands somewhere else.
      if (![this.doc.text, this.host].some((t) => t.includes(value.code)))
        this.#say(`code ${value.code} of ${name}`, value.span);
      for (const candidate of value.candidates ?? []) this.#value(name, candidate, made);
      return;
    }
    const { origin } = value;
    if (origin?.file) return;
    const at = origin?.span ?? value.span;
    const said = this.#cut(at);
    // Whether something is on is read from what decides it, not written; an empty string has but its quotes.
    if (typeof value.value === 'boolean' || value.value === null) {
      if (said === '' && !/^(['"`])\1/.test(this.#cut({ start: at.start - 1, end: at.end + 1 })))
        this.#say(`${name} ${value.value}`, at);
    } else if (origin && String(value.value).includes(unquoted(said))) {
      // It decides a part of it.
      return;
    } else if (!says(said, String(value.value)) && !(made && isMade(said, String(value.value), name)))
      this.#say(`value ${JSON.stringify(value.value)} of ${name}`, at);
  }

  #isBorneOut(node: Exclude<Node, Element>): boolean {
    const written = this.#cut(node.span);
    // What an attribute prints has no place of its own.
    if (node.kind === 'hole')
      return written.includes(node.code) || (written === '' && this.doc.text.includes(node.code));
    if (node.kind === 'comment') return folded(written).includes(folded(node.text));
    return [decodeEntities(written), written, unescaped(written)].some(
      (t) => folded(t) === folded(node.text),
    );
  }
}

function wordsOf(node: Exclude<Node, Element>): string {
  return (node.kind === 'hole' ? node.code : node.text).slice(0, 90);
}

/** Whether something written says a value: as it stands, quoted, escaped, encoded, in another case, or around code. */
function says(written: string, value: string): boolean {
  const plain = unquoted(written);
  const joined = plain.replace(/(["'`])\s*[+.]\s*\1/g, '');
  const readings = [
    written,
    joined,
    decodeEntities(joined),
    unescaped(joined),
    joined.replace(/<[^<>]*>/g, ''),
  ];
  if (readings.map(folded).includes(folded(value))) return true;
  // A name of code or of an attribute that is its own value.
  if (/^[:\w.]+$/.test(plain) && sameLetters(plain).endsWith(sameLetters(value))) return true;
  if (/^(\w+)[:=]["']?\1/.test(plain) && plain.startsWith(value)) return true;
  return aroundCode(plain, value);
}

/** A helper makes names and addresses of what it is given (`offers` → `guest[offers]`), and has names for kinds. */
function isMade(written: string, value: string, name: string): boolean {
  return name === 'type' || sameLetters(value).includes(sameLetters(unquoted(written)));
}

/** What stands before the first code and behind the last is as written. */
function aroundCode(written: string, value: string): boolean {
  const first = written.search(CODE);
  if (first < 0) return false;
  const last = Math.max(...['}', '%>', '?>', '?='].map((mark) => written.lastIndexOf(mark) + mark.length));
  const [head, tail] = [written.slice(0, first), written.slice(last)].map((t) => folded(decodeEntities(t)));
  const said = folded(value);
  return said.startsWith(head ?? '') && said.endsWith(tail ?? '');
}

function unquoted(text: string): string {
  return /^(["'`])[\s\S]*\1$/.test(text) && text.length > 1 ? text.slice(1, -1) : text;
}

function unescaped(text: string): string {
  return text
    .replace(/\\(?:u([0-9a-f]{4})|x([0-9a-f]{2}))/gi, (_, four?: string, two?: string) =>
      String.fromCharCode(Number.parseInt(four ?? two ?? '', 16)),
    )
    .replace(/\\n/g, '\n')
    .replace(/\\(.)/g, '$1');
}

function folded(text: string): string {
  return text.replace(/[\s\u200b]+/g, ' ').trim();
}

function sameLetters(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');
}
