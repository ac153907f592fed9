/** Words after which an expression begins, so that a slash there begins a regular expression and `<` an element. */
const BEFORE_EXPRESSION: ReadonlySet<string> = new Set(
  'await case delete do else in instanceof new of return throw typeof void yield'.split(' '),
);

const DOLLAR = 36;
const SLASH = 47;
const STAR = 42;
const BACKSLASH = 92;
const BACKTICK = 96;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** Templates within templates beyond this are taken for unfinished: nobody writes them, and the stack is finite. */
const MAX_NESTING = 100;

/** Moves through JavaScript or TypeScript token by token, as far as finding the end of an expression needs it. */
export class CodeCursor {
  /** The first unit of the token that was read last. */
  unit = 0;
  /** Whether the last token ends an operand: what follows goes on with an operator. */
  operand = false;
  #nesting = 0;

  constructor(
    readonly source: string,
    /** After the token that was read last. */
    public at: number,
  ) {}

  /** Goes to the next token that is neither blank nor comment; false at the end, and where a comment has none. */
  skipBlanks(): boolean {
    const { source } = this;
    for (;;) {
      const c = source.charCodeAt(this.at);
      if (isBlank(c)) this.at++;
      else if (c === SLASH && source.charCodeAt(this.at + 1) === SLASH) this.at = endOfLine(source, this.at);
      else if (c === SLASH && source.charCodeAt(this.at + 1) === STAR) {
        const end = source.indexOf('*/', this.at + 2);
        if (end < 0) return false;
        this.at = end + 2;
      } else return this.at < source.length;
    }
  }

  /** Reads the token that begins here; false where it has no end. */
  read(): boolean {
    const { source } = this;
    const start = this.at;
    const c = source.charCodeAt(start);
    this.unit = c;
    this.at = start + 1;
    if (isWord(c)) {
      while (isWord(source.charCodeAt(this.at))) this.at++;
      const word = this.at - start <= 10 ? source.slice(start, this.at) : '';
      this.operand = !BEFORE_EXPRESSION.has(word) || source.charCodeAt(start - 1) === 46;
      return true;
    }
    if (c === 34 || c === 39) return this.#string(c);
    if (c === BACKTICK) return this.#template();
    if (c === SLASH && !this.operand) {
      this.#regularExpression();
      return true;
    }
    const twice = (c === 43 || c === 45) && source.charCodeAt(this.at) === c;
    if (twice) this.at++;
    // `)` and `]` end an operand; `++` and `--` leave what was.
    else this.operand = c === 41 || c === 93;
    return true;
  }

  #string(quote: number): boolean {
    const { source } = this;
    this.operand = true;
    for (let i = this.at; i < source.length; i++) {
      const c = source.charCodeAt(i);
      if (c === BACKSLASH) i += source.charCodeAt(i + 1) === 13 && source.charCodeAt(i + 2) === 10 ? 2 : 1;
      else if (c === 10 || c === 13) return false;
      else if (c === quote) {
        this.at = i + 1;
        return true;
      }
    }
    return false;
  }

  /** What a template fills in is code that may hold templates. */
  #template(): boolean {
    const { source } = this;
    while (this.at < source.length) {
      const c = source.charCodeAt(this.at);
      this.at += c === BACKSLASH ? 2 : 1;
      if (c === BACKTICK) {
        this.operand = true;
        return true;
      }
      if (c !== DOLLAR || source.charCodeAt(this.at) !== OPEN_BRACE) continue;
      this.at++;
      this.#nesting++;
      const ended = this.#nesting <= MAX_NESTING && this.#toBrace();
      this.#nesting--;
      if (!ended) return false;
    }
    return false;
  }

  /** Goes behind the brace that ends what is filled in. */
  #toBrace(): boolean {
    this.operand = false;
    for (let depth = 0; this.skipBlanks() && this.read(); ) {
      if (this.unit === OPEN_BRACE) depth++;
      else if (this.unit === CLOSE_BRACE && depth-- === 0) return true;
    }
    return false;
  }

  /** A slash that begins no regular expression is left as it is. */
  #regularExpression(): void {
    const { source } = this;
    let inClass = false;
    for (let i = this.at; i < source.length; i++) {
      const c = source.charCodeAt(i);
      if (c === 10 || c === 13) break;
      if (c === BACKSLASH) i++;
      else if (c === 91) inClass = true;
      else if (c === 93) inClass = false;
      else if (c === SLASH && !inClass) {
        this.at = i + 1;
        this.operand = true;
        return;
      }
    }
    this.operand = false;
  }
}

/** Where the line of an offset ends. */
export function endOfLine(source: string, at: number): number {
  for (let i = at; i < source.length; i++) {
    const c = source.charCodeAt(i);
    if (c === 10 || c === 13) return i;
  }
  return source.length;
}

export function isBlank(c: number): boolean {
  return c === 32 || (c >= 9 && c <= 13);
}

export function isLetter(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
}

function isWord(c: number): boolean {
  return isLetter(c) || (c >= 48 && c <= 57) || c === DOLLAR || c === 95 || c >= 128;
}
