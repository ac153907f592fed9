import { insert } from '../../core/edit.js';
import type { Span } from '../../core/span.js';
import {
  type AddressRole,
  argumentName,
  namesPlainAddress,
  namesSubject,
  roleOfAddress,
} from '../../knowledge/sending.js';
import type { Doc, Setting } from '../../model/nodes.js';
import { fieldsIn, leavingFieldsIn, looksLikeAddress, tellsOfSender } from './address.js';
import { type Frame, type Item, isAccess, isComparison, type Key, keyOf, openFrame } from './frames.js';
import { type Name, namesAround } from './names.js';
import type { CodeLanguage } from './table.js';
import { type Token, tokenize } from './tokens.js';
import { goesOn, isGiven, literal, snake, valueOfString } from './written.js';

export interface CodeReading {
  readonly settings: Setting[];
  readonly comments: Doc['comments'];
}

/** Names that code gives to addresses, subjects and reply addresses, with the comments between. */
export function readCode(source: string, span: Span, language: CodeLanguage): CodeReading {
  return new CodeReader(source, language).read(tokenize(source, span, language));
}

const CLOSES: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const STATEMENT_WORDS = new Set(['return', 'await', 'yield', 'throw', 'echo', 'print']);
const NAME = /^[A-Za-z][\w.-]*$/;
const LONGEST = 200;

class CodeReader {
  readonly #settings: Setting[] = [];
  readonly #comments: { text: string; span: Span }[] = [];
  readonly #groups = new Map<string, number>();
  readonly #roles = new Map<string, AddressRole | undefined>();
  /** How many of each bracket are open: what is not open is not searched for. */
  readonly #open = new Map<string, number>();
  #frames = 0;
  #frame: Frame;

  constructor(
    readonly source: string,
    readonly language: CodeLanguage,
  ) {
    this.#frame = openFrame('', undefined, this.#frames++);
  }

  read(tokens: readonly Token[]): CodeReading {
    const code = tokens.filter((t) => t.kind !== 'comment' && t.kind !== 'heredoc');
    for (const { kind, text, start, end } of tokens)
      if (kind === 'comment') this.#comments.push({ text, span: { start, end } });
    code.forEach((token, i) => {
      this.#token(token, code[i - 1], code[i + 1]);
    });
    while (this.#frame.outer) this.#close(undefined);
    this.#endItem();
    this.#settings.sort((a, b) => a.keySpan.start - b.keySpan.start);
    return { settings: this.#settings, comments: this.#comments };
  }

  #token(token: Token, before: Token | undefined, after: Token | undefined): void {
    const { text, kind } = token;
    if (kind === 'newline') {
      if (this.#frame.isBlock && !goesOn(before, after)) this.#endStatement();
    } else if (kind === 'string') this.#string(token, after);
    else if (kind === 'word') this.#push(token);
    else if (text === '(' || text === '[' || text === '{') {
      this.#frame = openFrame(text, this.#frame, this.#frames++);
      this.#open.set(text, (this.#open.get(text) ?? 0) + 1);
    } else if (text in CLOSES) this.#closeTo(CLOSES[text] ?? '', token);
    else if (text === ';') this.#endStatement();
    else if (text === ',') this.#endItem();
    else this.#push(token);
  }

  /** An item that never ends is remembered by its beginning and its end. */
  #push(item: Item): void {
    const { items } = this.#frame;
    if (items.length >= LONGEST) items.splice(LONGEST / 4, LONGEST / 2);
    items.push(item);
  }

  /** Brackets close what they opened, and what was left open within; one that nothing opened means nothing. */
  #closeTo(open: string, token: Token): void {
    if (!this.#open.get(open)) return;
    let depth = 1;
    for (let frame: Frame | undefined = this.#frame; frame?.outer; frame = frame.outer, depth++) {
      if (frame.open !== open) continue;
      for (; depth > 0; depth--) this.#close(depth === 1 ? token : undefined);
      return;
    }
  }

  #close(token: Token | undefined): void {
    const frame = this.#frame;
    const only = frame.items.length === 1 && frame.items[0]?.kind === 'string' ? frame.items[0] : undefined;
    this.#endItem();
    frame.end = token?.end;
    const { outer, open, callee } = frame;
    if (!outer) return;
    this.#open.set(open, (this.#open.get(open) ?? 0) - 1);
    if (callee && !frame.toldAny && this.#role(callee.text) === 'reply-to') this.#tellCall(frame, callee);
    this.#frame = outer;
    const start = outer.items.at(-1)?.end ?? token?.start ?? 0;
    this.#push({ kind: 'group', text: open, only, start, end: token?.end ?? start });
  }

  #endStatement(): void {
    this.#endItem();
    this.#frame.statement++;
    this.#frame.argument = 0;
  }

  /** A reply address or subject counts whatever it is: that there is one says something of the sender beside it. */
  #endItem(): void {
    const frame = this.#frame;
    const { items } = frame;
    if (items.length > 0) {
      const key = frame.told ? undefined : keyOf(items);
      if (key && tellsOfSender(key.token.text)) this.#tellKey(frame, key);
      const [only] = items;
      if (items.length === 1 && only?.kind === 'string' && NAME.test(only.text)) frame.strings.push(only);
    }
    frame.items = [];
    frame.told = false;
    frame.argument++;
  }

  #string(token: Token, after: Token | undefined): void {
    const frame = this.#frame;
    const { text, holes, inner } = token;
    if (looksLikeAddress(text, holes) && !isComparison(after)) this.#address(token, frame);
    else {
      for (const field of fieldsIn(text, inner.start)) this.#field(field, frame);
      // What is given a value is told with it.
      if (!isGiven(after)) for (const field of leavingFieldsIn(text, inner.start)) this.#field(field, frame);
      if (frame.items.length === 0) this.#subject(token, frame);
    }
    this.#push(token);
  }

  /** `->subject('…')`, `send_mail('…', …)`: what a call says that a mail is about. */
  #subject(token: Token, frame: Frame): void {
    const { callee, argument } = frame;
    if (!callee) return;
    const isSetter = argument === 0 && namesSubject(callee.text.replace(/^(?:set|with)_?/i, ''));
    const named = isSetter ? callee.text : argumentName(callee.text, argument);
    if (named === undefined || (!isSetter && !namesSubject(named))) return;
    const names = namesAround(frame, this.language);
    const holder = names.find(({ text }) => text === named)?.holder ?? frame;
    this.#tell(frame, {
      kind: 'argument',
      key: isSetter ? 'subject' : named,
      keySpan: callee.inner,
      value: valueOfString(token),
      span: { start: token.start, end: token.end },
      group: this.#groupOf(holder),
      context: names.map(({ text }) => text),
    });
  }

  #address(token: Token, frame: Frame): void {
    const names = namesAround(frame, this.language);
    const [name, ...context] = names;
    if (!name || !this.#isUsed(names)) return;
    const beside = this.#beside(frame, name, token);
    const telling = names.find(({ text }) => this.#says(text)) ?? name;
    this.#tell(frame, {
      kind: beside ? 'property' : name.kind,
      key: name.text,
      keySpan: name.span,
      value: valueOfString(token),
      span: { start: Math.min(name.start, frame.items[0]?.start ?? token.start), end: token.end },
      group: this.#groupOf(telling.holder),
      context: context.map((n) => n.text),
      ...(beside && { beside }),
    });
  }

  /** Of an address that is called no more than one, nothing says that mails are sent from it; in settings that is enough. */
  #isUsed(names: readonly Name[]): boolean {
    return this.language.isConfiguration || names.some(({ text }) => this.#says(text));
  }

  #says(name: string): boolean {
    const role = this.#role(name);
    return role !== undefined && !(role === 'contact' && namesPlainAddress(name));
  }

  #field(
    { name, nameSpan, value, valueSpan }: ReturnType<typeof fieldsIn> extends Generator<infer F> ? F : never,
    frame: Frame,
  ): void {
    const [around] = namesAround(frame, this.language);
    this.#tell(frame, {
      kind: 'header',
      key: name,
      keySpan: nameSpan,
      value: { state: 'dynamic', span: valueSpan, code: value },
      span: { start: nameSpan.start, end: valueSpan.end },
      group: this.#group(`fields ${frame.id} ${around?.text ?? ''}`),
      context: [],
    });
  }

  #tellKey(frame: Frame, { token, operator }: Key): void {
    const { items } = frame;
    const value = items.slice(items.indexOf(operator) + 1);
    const [only] = value;
    const end = value.at(-1)?.end ?? operator.end;
    const span = { start: operator.end, end };
    const beside = value.length === 1 ? this.#besideEntry(frame, { token, operator }, end) : undefined;
    this.#tell(frame, {
      kind: 'property',
      key: token.text,
      keySpan: token.inner,
      value:
        value.length === 1 && only?.kind === 'string'
          ? valueOfString(only)
          : { state: 'dynamic', span, code: this.source.slice(span.start, span.end) },
      span: { start: token.start, end },
      group: this.#groupOf(frame),
      context: namesAround({ ...frame, items: [] }, this.language).map(({ text }) => text),
      ...(beside && { beside }),
    });
  }

  #tellCall(frame: Frame, callee: Token): void {
    const span = { start: callee.end, end: frame.end ?? callee.end };
    this.#tell(frame, {
      kind: 'argument',
      key: callee.text,
      keySpan: callee.inner,
      value: { state: 'dynamic', span, code: this.source.slice(span.start, span.end) },
      span: { start: callee.start, end: span.end },
      group: this.#groupOf(frame.outer ?? frame),
      context: [],
    });
  }

  #tell(frame: Frame, setting: Setting): void {
    this.#settings.push(setting);
    frame.told = true;
    for (let up: Frame | undefined = frame; up && !up.toldAny; up = up.outer) up.toldAny = true;
  }

  #role(name: string): AddressRole | undefined {
    if (!this.#roles.has(name)) this.#roles.set(name, roleOfAddress(name));
    return this.#roles.get(name);
  }

  /** What stands in the same brackets, in the same statement, or is said of the same object, goes together. */
  #groupOf(frame: Frame): number {
    if (!frame.isBlock) return this.#group(`in ${frame.id}`);
    const items = STATEMENT_WORDS.has(frame.items[0]?.text ?? '') ? frame.items.slice(1) : frame.items;
    const [first, second] = items;
    const receiver = first?.kind === 'word' && isAccess(second) ? first.text : undefined;
    return this.#group(
      receiver === undefined ? `at ${frame.id} ${frame.statement}` : `of ${frame.id} ${receiver}`,
    );
  }

  #group(name: string): number {
    const known = this.#groups.get(name);
    if (known !== undefined) return known;
    this.#groups.set(name, this.#groups.size);
    return this.#groups.size - 1;
  }

  /** Where a reply address goes, in the languages whose libraries agree on what it is called. */
  #beside(frame: Frame, name: Name, token: Token): Setting['beside'] {
    if (this.language.id === 'ruby') {
      const entry = keyOf(frame.items);
      // Only where the string is all that the key is given.
      return entry && frame.items.at(-1) === entry.operator
        ? this.#besideEntry(frame, entry, token.end)
        : undefined;
    }
    const called = this.language.id === 'php' && name.kind === 'argument' && name.text === 'from';
    if (!called || frame.outer?.items.at(-2)?.text !== '->') return undefined;
    return (key, given) => insert(frame.end ?? token.end, `->${key}(${literal(given, ': ')})`);
  }

  /** Another entry of the same kind behind one that ends here. */
  #besideEntry({ callee }: Frame, entry: Omit<Key, 'around'>, end: number): Setting['beside'] {
    const { id } = this.language;
    const sign = entry.operator.text;
    const assigned = id === 'python' ? ': ' : ' => ';
    if (entry.token.kind === 'string' && sign === assigned.trim())
      return (key, given) => insert(end, `, ${literal(key, '')}${assigned}${literal(given, assigned)}`);
    if (id === 'python' && callee && sign === '=')
      return (key, given) => insert(end, `, ${snake(key)}=${literal(given, assigned)}`);
    if (id !== 'ruby' || (sign !== ':' && sign !== '=>')) return undefined;
    return (key, given) => {
      if (/\W/.test(key)) return insert(end, `, '${key}' => ${literal(given, assigned)}`);
      const name = sign === ':' ? `${snake(key)}:` : `:${snake(key)} =>`;
      return insert(end, `, ${name} ${literal(given, assigned)}`);
    };
  }
}
