import type { Span } from '../../core/span.js';
import type { Token } from '../settings/tokens.js';
import { readPhpString } from './phpLiterals.js';
import { type Control, type Flow, type PhpText, PhpTexts } from './phpTexts.js';
import { CLOSES, isLiteral, isWhole, joinsStrings, namesBefore, OPENS, STOPS } from './phpTokens.js';

/** Brackets of a block: of a condition or loop, a function, or anything else. */
interface Block {
  readonly kind: 'control' | 'function' | 'other';
  readonly close: '}' | 'end' | ';';
  readonly flows: Map<string, Flow>;
  readonly start: number;
}

const ECHO = /^(?:echo|print)$/i;
const CONTROL = /^(?:if|foreach|for|while|switch)$/i;
const ELSE = /^(?:else|elseif)$/i;
const END = /^end(?:if|foreach|for|while|switch)$/i;
/** Nobody calls functions among strings within calls among strings more often. */
const DEEPEST = 30;

/** The texts that a stretch of PHP puts together of its strings. @param tokens without line ends and comments. */
export function phpTexts(source: string, tokens: readonly Token[], stretch: Span): PhpText[] {
  return new Reader(source, tokens, stretch).run();
}

class Reader {
  readonly #texts: PhpTexts;
  readonly #blocks: Block[];
  readonly #controls: Control[] = [];
  #at = 0;
  #ids = 0;
  #depth = 0;

  constructor(
    readonly source: string,
    readonly tokens: readonly Token[],
    readonly stretch: Span,
  ) {
    this.#texts = new PhpTexts(source);
    this.#blocks = [{ kind: 'function', close: '}', flows: new Map(), start: stretch.start }];
  }

  run(): PhpText[] {
    while (this.#at < this.tokens.length) this.#statement();
    for (let block = this.#blocks.pop(); block; block = this.#blocks.pop())
      if (block.kind === 'function') this.#texts.finish(block.flows, this.stretch.end);
    return this.#texts.found;
  }

  get #flows(): Map<string, Flow> {
    return this.#blocks.at(-1)?.flows ?? new Map();
  }

  /** Where the function begins that this place stands in. */
  get #within(): number {
    return this.#blocks.findLast((b) => b.kind === 'function')?.start ?? this.stretch.start;
  }

  #peek(ahead = 0): string {
    return this.tokens[this.#at + ahead]?.text ?? '';
  }

  #word(ahead = 0): string {
    const token = this.tokens[this.#at + ahead];
    return token?.kind === 'word' ? token.text : '';
  }

  #statement(): void {
    const word = this.#word();
    if (ECHO.test(word)) {
      this.#at++;
      this.#emit('echo', [], false);
    } else if (CONTROL.test(word) && this.#peek(1) === '(') this.#control();
    else if (ELSE.test(word)) this.#otherwise();
    else if (END.test(word)) {
      this.#at++;
      this.#leave('end');
    } else if (/^function$/i.test(word)) this.#function();
    else if (word.startsWith('$') && this.#assignment()) return;
    else this.#rest();
  }

  /** `$html .= '…'`, `$mail->Body = "…"`: true where one has been read. */
  #assignment(): boolean {
    let next = 1;
    let depth = 0;
    for (; next < 16; next++) {
      const text = this.#peek(next);
      const kind = this.tokens[this.#at + next]?.kind;
      if (text === '[') depth++;
      else if (text === ']') depth--;
      else if (depth === 0 && text !== '->' && text !== '::' && (kind !== 'word' || text.startsWith('$')))
        break;
    }
    const operator = this.#peek(next);
    if (operator !== '=' && operator !== '.=') return false;
    const tokens = this.tokens.slice(this.#at, this.#at + next);
    const target = tokens.map((t) => t.text).join('');
    const names = tokens.filter((t) => t.kind === 'word' || t.kind === 'string').map((t) => t.text);
    this.#at += next + 1;
    // `$lines[] = '…'` adds to a list that is joined later.
    this.#emit(target, names.reverse(), operator === '=' && !target.endsWith('[]'));
    return true;
  }

  /** Reads the expression that is printed or given to a target, up to the end of its statement. */
  #emit(target: string, names: readonly string[], anew: boolean): void {
    const flows = this.#flows;
    if (anew) {
      const flow = flows.get(target);
      if (flow) this.#texts.close(flow, this.tokens[this.#at]?.start ?? this.stretch.end);
      flows.delete(target);
    }
    const start = this.#at;
    if (!flows.has(target) && !joinsStrings(this.tokens, this.#at)) {
      this.#rest();
      return;
    }
    const first = this.tokens[start];
    if (!first) return;
    const flow = flows.get(target) ?? this.#texts.open(first.start, names, this.#within);
    flows.set(target, flow);
    this.#texts.sync(flow, first.start, this.#controls);
    flow.composer.nested(() => this.#chain(flow, true));
    this.#rest();
  }

  /** Strings and values, joined by `.`. @param echoes commas join as well. */
  #chain(flow: Flow, echoes: boolean): void {
    for (;;) {
      const token = this.tokens[this.#at];
      if (!token) return;
      if (isLiteral(token) && isWhole(this.tokens, this.#at)) {
        readPhpString(flow.composer, this.source, token, (code) => this.#texts.output(flow, code));
        this.#at++;
      } else this.#value(flow);
      flow.end = this.tokens[this.#at - 1]?.end ?? flow.end;
      const mark = this.#peek();
      if (mark !== '.' && !(echoes && mark === ',')) return;
      this.#at++;
    }
  }

  /** A value: up to the next mark that joins or ends, brackets as a whole. Strings in it are texts of their own. */
  #value(flow: Flow): void {
    const from = this.#at;
    let depth = 0;
    for (; this.#at < this.tokens.length; this.#at++) {
      const { text, kind } = this.tokens[this.#at] as Token;
      if (kind !== 'mark') continue;
      if (
        depth === 0 &&
        (CLOSES.has(text) || (STOPS.has(text) && text !== '?' && text !== ':' && text !== '??'))
      )
        break;
      if (OPENS.has(text)) depth++;
      else if (CLOSES.has(text)) depth--;
    }
    const first = this.tokens[from];
    const last = this.tokens[this.#at - 1];
    if (first && last && this.#at > from) this.#texts.output(flow, { start: first.start, end: last.end });
    const end = this.#at;
    this.#strings(from, end);
    this.#at = end;
  }

  /** The texts among tokens that are no statement: arguments, entries of arrays. */
  #strings(from: number, to: number): void {
    for (this.#at = from; this.#at < to; ) {
      const token = this.tokens[this.#at] as Token;
      if (!isLiteral(token) || !isWhole(this.tokens, this.#at) || this.#depth > DEEPEST) {
        this.#at++;
        continue;
      }
      const before = this.#at;
      this.#depth++;
      const flow = this.#texts.open(token.start, namesBefore(this.tokens, before), this.#within);
      this.#chain(flow, false);
      this.#texts.close(flow, this.stretch.end);
      this.#depth--;
      this.#at = Math.max(this.#at, before + 1);
    }
  }

  /** Up to the next statement. */
  #rest(): void {
    const from = this.#at;
    let at = from;
    let depth = 0;
    for (; at < this.tokens.length; at++) {
      const { text, kind } = this.tokens[at] as Token;
      if (kind === 'word' && depth === 0 && /^function$/i.test(text) && at > from) break;
      if (kind !== 'mark') continue;
      if (text === '(' || text === '[') depth++;
      else if (text === ')' || text === ']') depth--;
      else if (text === ';' && depth <= 0) break;
      else if ((text === '{' || text === '}') && depth <= 0) break;
    }
    this.#strings(from, at);
    this.#at = at;
    const mark = this.#peek();
    const token = this.tokens[at];
    if (/^function$/i.test(mark)) return;
    this.#at = at + 1;
    if (mark === '{') this.#enter('other', '}', token?.end ?? 0);
    else if (mark === '}') this.#leave('}');
    else this.#leave(';');
  }

  /** Past the bracket that closes the one here. */
  #brackets(): Span {
    const start = this.tokens[this.#at]?.start ?? this.stretch.end;
    let depth = 0;
    const from = this.#at;
    for (; this.#at < this.tokens.length; this.#at++) {
      const { text, kind } = this.tokens[this.#at] as Token;
      if (kind !== 'mark') continue;
      if (OPENS.has(text)) depth++;
      else if (CLOSES.has(text) && --depth === 0) break;
    }
    const end = this.tokens[this.#at]?.end ?? this.stretch.end;
    const next = Math.min(this.#at + 1, this.tokens.length);
    this.#strings(from, next);
    this.#at = next;
    return { start: start + 1, end: Math.max(start + 1, end - 1) };
  }

  #control(): void {
    this.#at++;
    const code = this.#brackets();
    this.#controls.push({ code, id: ++this.#ids, branch: 0 });
    this.#body();
  }

  /** A block in braces, one up to `endif`, or a single statement. */
  #body(): void {
    const token = this.tokens[this.#at];
    const mark = this.#peek();
    if (mark === '{' || mark === ':') this.#at++;
    this.#enter('control', mark === '{' ? '}' : mark === ':' ? 'end' : ';', token?.start ?? 0);
  }

  #otherwise(): void {
    const single = !/^elseif$/i.test(this.#word()) && /^if$/i.test(this.#word(1));
    this.#at += single ? 2 : 1;
    if (this.#peek() === '(') this.#brackets();
    const block = this.#blocks.at(-1);
    if (block?.kind === 'control' && block.close === 'end') {
      const control = this.#controls.at(-1);
      if (control) control.branch++;
      if (this.#peek() === ':') this.#at++;
      return;
    }
    // The block before has been left: this is another branch, whatever decides.
    const at = this.tokens[this.#at]?.start ?? this.stretch.end;
    this.#controls.push({ code: { start: at, end: at }, id: ++this.#ids, branch: 0 });
    this.#body();
  }

  #function(): void {
    while (this.#at < this.tokens.length && this.#peek() !== '(') this.#at++;
    this.#brackets();
    while (this.#at < this.tokens.length && this.#peek() !== '{' && this.#peek() !== ';') {
      if (this.#peek() === '(') this.#brackets();
      else this.#at++;
    }
    const token = this.tokens[this.#at];
    this.#at++;
    if (token?.text === '{') this.#enter('function', '}', token.end);
  }

  #enter(kind: Block['kind'], close: Block['close'], start: number): void {
    this.#blocks.push({ kind, close, start, flows: kind === 'function' ? new Map() : this.#flows });
  }

  /** Leaves what a sign ends: a block, or the condition of a single statement. */
  #leave(sign: Block['close']): void {
    const block = this.#blocks.at(-1);
    if (!block || this.#blocks.length === 1 || (block.close !== sign && sign === ';')) return;
    const index = this.#blocks.findLastIndex((b, i) => i > 0 && b.close === sign);
    while (index > 0 && this.#blocks.length > index) {
      const left = this.#blocks.pop();
      if (left?.kind === 'control') this.#controls.pop();
      else if (left?.kind === 'function')
        this.#texts.finish(left.flows, this.tokens[this.#at - 1]?.start ?? this.stretch.end);
    }
    if (sign !== ';') this.#leave(';');
  }
}
