import type { Span } from '../../core/span.js';

/** A pair of brackets in code, and what stands before it in its statement. */
export interface Frame {
  readonly outer: Frame | undefined;
  /** Empty for the code as a whole. */
  readonly bracket: '' | '(' | '[' | '{';
  readonly start: number;
  /** Exclusive; the end of the code where nothing closes it. */
  end: number;
  /** What it belongs to: `if (agreed)`, `function load()`, `button.addEventListener`. */
  readonly head: string;
  /** Conditions under which the rest of the block is not reached, with where they end. */
  readonly guards: { readonly text: string; readonly end: number }[];
}

/** A name (`posthog.init`) or string in code. */
export interface Mention {
  readonly kind: 'name' | 'string';
  /** A path of names; a string's content as written. */
  readonly text: string;
  /** Of a string its content. */
  readonly span: Span;
  readonly frame: Frame;
  /** What stands before it in its statement, in its brackets, or in its item of an object; its end where that is long. */
  readonly before: string;
  /** The brackets of the call, where the name is called. */
  readonly call?: Frame;
}

export interface CodeReading {
  /** The whole text that the code stands in. */
  readonly source: string;
  readonly root: Frame;
  /** In the order of their starts. */
  readonly frames: readonly Frame[];
  readonly mentions: readonly Mention[];
}

/** Comments before a statement do not steer it. */
const COMMENT = /\/\*(?:[^*]|\*(?!\/)){0,300}\*\/|^[ \t]*\/\/.*$/gm;
const LONGEST = 300;
const CLOSES: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const NAME = /[\p{L}_$][\p{L}\p{N}_$]*(?:\??\.[\p{L}_$#][\p{L}\p{N}_$]*)*/uy;
/** What may stand before a regular expression, where a slash after a value divides. */
const BEFORE_REGEXP = /(?:[(,=:[!&|?{};<>+*%~^-]|^|\b(?:return|typeof|case|in|of|do|else|void|delete))$/;
const REGEXP = /\/(?![*/])(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
/** What begins a line that goes on with the one before. */
const CONTINUES = /^(?:[.?:&|+*/=,)\]}%<>^{[(-]|instanceof\b|in\b|else\b|catch\b|finally\b)/;
const OPEN_END = /(?:[.?:&|+*/=,([{%<>^!~-]|\b(?:return|else|do|await|new|typeof|in|of))$/;
const CONDITION = /^(?:\}?\s*else\s+)?(?:if|for|while)\s*(?=\()/;

/**
 * Reads code of the family of JavaScript and PHP by its brackets, strings and comments: which names and strings it
 * mentions, and what stands around each. Total and linear: what it cannot tell apart is taken for a mark.
 */
export function readCode(source: string, span: Span): CodeReading {
  return new CodeReader(source, span).read();
}

class CodeReader {
  readonly #frames: Frame[] = [];
  readonly #mentions: Mention[] = [];
  readonly #open = new Map<string, number>();
  readonly #root: Frame;
  #frame: Frame;
  /** Where the statement or item began that is being read, for every open frame. */
  readonly #begins: number[] = [];
  #begin: number;
  /** The end of the last token. */
  #last: number;
  #noTemplate = false;

  constructor(
    readonly source: string,
    readonly span: Span,
  ) {
    const { start, end } = span;
    this.#root = { outer: undefined, bracket: '', start, end, head: '', guards: [] };
    this.#frame = this.#root;
    this.#frames.push(this.#root);
    this.#begin = start;
    this.#last = start;
  }

  read(): CodeReading {
    const { start, end } = this.span;
    for (let at = start; at < end; ) at = Math.min(Math.max(this.#next(at), at + 1), end);
    return { source: this.source, root: this.#root, frames: this.#frames, mentions: this.#mentions };
  }

  #next(at: number): number {
    const { source } = this;
    const c = source.charAt(at);
    if (c === '\n') {
      this.#lineEnd(at);
      return at + 1;
    }
    if (c <= ' ') return at + 1;
    const next = source.charAt(at + 1);
    if (c === '/' && next === '/') return this.#until('\n', at);
    if (c === '/' && next === '*') return this.#past('*/', at + 2);
    if (c === '<' && source.startsWith('<!--', at)) return this.#past('-->', at + 4);
    const after = this.#token(c, at);
    this.#last = after;
    return after;
  }

  #until(mark: string, at: number): number {
    const found = this.source.indexOf(mark, at);
    return found < 0 ? this.span.end : found;
  }

  #past(mark: string, at: number): number {
    const found = this.source.indexOf(mark, at);
    return found < 0 ? this.span.end : found + mark.length;
  }

  #token(c: string, at: number): number {
    const { source } = this;
    if (c === '"' || c === "'") return this.#string(c, at);
    if (c === '`') return this.#template(at);
    if (c === '(' || c === '[' || c === '{') return this.#enter(c, at);
    if (c === ')' || c === ']' || c === '}') return this.#leave(CLOSES[c] ?? '', at);
    if (c === ';') return this.#endStatement(at + 1);
    if (c === ',' && this.#frame.bracket !== '' && !this.#isBlock()) {
      this.#begin = at + 1;
      return at + 1;
    }
    if (c === '/') {
      REGEXP.lastIndex = at;
      const isRegExp = BEFORE_REGEXP.test(
        source.slice(Math.max(this.span.start, this.#last - 10), this.#last),
      );
      return isRegExp && REGEXP.test(source) ? REGEXP.lastIndex : at + 1;
    }
    NAME.lastIndex = at;
    const name = NAME.exec(source)?.[0];
    return name === undefined ? at + 1 : this.#name(name, at);
  }

  #name(text: string, start: number): number {
    const end = start + text.length;
    this.#mentions.push({
      kind: 'name',
      text,
      span: { start, end },
      frame: this.#frame,
      before: this.#before(start),
    });
    return end;
  }

  /** An apostrophe within a word begins no string. A string that does not end on its line is none. */
  #string(quote: string, at: number): number {
    const { source } = this;
    if (quote === "'" && /[\p{L}\p{N}]/u.test(source.charAt(at - 1)) && /\p{L}/u.test(source.charAt(at + 1)))
      return at + 1;
    for (let i = at + 1; i < this.span.end; i++) {
      const c = source.charCodeAt(i);
      if (c === 92) i++;
      else if (c === 10) return at + 1;
      else if (source.charAt(i) === quote) return this.#text(at + 1, i);
    }
    return at + 1;
  }

  #text(start: number, end: number): number {
    const text = this.source.slice(start, end);
    this.#mentions.push({
      kind: 'string',
      text,
      span: { start, end },
      frame: this.#frame,
      before: this.#before(start - 1),
    });
    return end + 1;
  }

  #template(at: number): number {
    if (this.#noTemplate) return at + 1;
    const { source } = this;
    let depth = 0;
    for (let i = at + 1; i < this.span.end; i++) {
      const c = source.charAt(i);
      if (c === '\\') i++;
      else if (c === '$' && source.charAt(i + 1) === '{') {
        depth++;
        i++;
      } else if (c === '}' && depth > 0) depth--;
      else if (c === '`' && depth === 0) return this.#text(at + 1, i);
    }
    this.#noTemplate = true;
    return at + 1;
  }

  #before(at: number): string {
    // What a call is handed before it counts as well: `on('agreed', start)`.
    const begin = this.#frame.bracket === '(' ? this.#frame.start + 1 : this.#begin;
    const text = this.source.slice(Math.max(begin, at - LONGEST), at).replace(COMMENT, ' ');
    // What markup stands before code in it says nothing of the code.
    const markup = /<\/?[A-Za-z>]/.test(text) ? text.search(/(?<!=)>[^>]*$/) : -1;
    return (markup < 0 ? text : text.slice(markup + 1)).trim();
  }

  #isBlock(): boolean {
    const { bracket, head } = this.#frame;
    return bracket === '' || (bracket === '{' && !/(?:^|[(,=:?[&|]|\breturn)$/.test(head));
  }

  #enter(bracket: '(' | '[' | '{', at: number): number {
    const outer = this.#frame;
    const head = this.#before(at);
    const frame: Frame = { outer, bracket, start: at, end: this.span.end, head, guards: [] };
    if (bracket === '(') {
      const last = this.#mentions.at(-1);
      const between = last && last.span.end <= at ? this.source.slice(last.span.end, at) : '-';
      if (last?.kind === 'name' && /^\s*(?:\?\.\s*)?$/.test(between))
        this.#mentions[this.#mentions.length - 1] = { ...last, call: frame };
    }
    this.#frames.push(frame);
    this.#begins.push(this.#begin);
    this.#open.set(bracket, (this.#open.get(bracket) ?? 0) + 1);
    this.#frame = frame;
    this.#begin = at + 1;
    return at + 1;
  }

  /** Closes what the bracket opened and what was left open within; one that nothing opened means nothing. */
  #leave(bracket: string, at: number): number {
    if (!this.#open.get(bracket)) return at + 1;
    for (let done = false; !done && this.#frame.outer; ) {
      const frame = this.#frame;
      done = frame.bracket === bracket;
      frame.end = at + 1;
      this.#open.set(frame.bracket, (this.#open.get(frame.bracket) ?? 0) - 1);
      this.#frame = frame.outer as Frame;
      this.#begin = this.#begins.pop() ?? this.#begin;
      if (done && bracket === '{' && this.#isBlock() && endsStatement(frame.head, this.source, at + 1))
        this.#endStatement(at + 1);
    }
    return at + 1;
  }

  #lineEnd(at: number): void {
    if (!this.#isBlock() || this.#last <= this.#begin) return;
    const line = this.source.slice(Math.max(this.#begin, this.#last - LONGEST), this.#last);
    if (OPEN_END.test(line)) return;
    const next = this.#following(at);
    if (next !== '' && !CONTINUES.test(next) && !isHead(line.trim())) this.#endStatement(at);
  }

  /** The beginning of the next line that holds something. */
  #following(at: number): string {
    let i = at;
    while (i < this.span.end && this.source.charCodeAt(i) <= 32) i++;
    return this.source.slice(i, i + 12);
  }

  #endStatement(next: number): number {
    const text = this.source.slice(this.#begin, Math.min(this.#last + 1, this.#begin + LONGEST)).trim();
    if (/^(?:if|unless)\b/.test(text)) {
      const whole = this.source.slice(this.#begin, next);
      if (whole.length < 4 * LONGEST && /\b(?:return|throw|exit|die)\b/.test(whole))
        this.#frame.guards.push({ text: text.slice(0, LONGEST), end: next });
    }
    this.#begin = next;
    return next;
  }
}

/** Whether the end of a block is that of its statement: not where an `else`, a call or a member follows. */
function endsStatement(head: string, source: string, at: number): boolean {
  const rest = source.slice(at, at + LONGEST).trimStart();
  if (/^(?:else|catch|finally|while)\b/.test(rest) || /^[).,(;\]]/.test(rest)) return false;
  return (
    /(?:\)|\belse|\btry|\bdo|\bfinally|^)$/.test(head) ||
    /^(?:export\b.*)?\b(?:class|interface|enum)\b/.test(head)
  );
}

/** `if (…)`, `while (…)`, and nothing behind: the statement goes on. */
function isHead(text: string): boolean {
  let depth = 0;
  const open = CONDITION.exec(text)?.[0].length;
  if (open === undefined) return false;
  for (let i = open; i < text.length; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')' && --depth === 0) return i === text.length - 1;
  }
  return true;
}
