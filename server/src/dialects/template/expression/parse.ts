import type { Span } from '../../../core/span.js';
import type { Expression } from './nodes.js';
import { type Token, tokenize } from './tokens.js';

/** How a language writes expressions where languages differ. */
export interface Grammar {
  /** Joins strings: `.` in PHP, `~` in Twig, `+` elsewhere. */
  readonly joins: readonly string[];
  /** Arguments follow a name without parentheses: `{{t "key"}}` in Handlebars and Go. */
  readonly words?: boolean;
  /** FreeMarker's `value?built_in` and `value!default`. */
  readonly builtins?: boolean;
}

const MEMBER = new Set(['->', '?->', '::', '?.', '.']);
const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['nil', null],
  ['none', null],
  ['undefined', null],
]);
const EQUAL = new Set(['==', '===', 'eq', 'is', 'equalto']);
const UNEQUAL = new Set(['!=', '!==', 'ne', 'neq']);
const COMPARE = new Set(['<', '>', '<=', '>=', 'in', 'gt', 'lt', 'gte', 'lte', 'contains', 'matches']);
/** `x is defined`, `x is not empty`. */
const IS_TEST = new Set(['defined', 'undefined', 'null', 'none', 'empty']);
const RESERVED = new Set([
  'if',
  'unless',
  'else',
  'and',
  'or',
  'not',
  'is',
  'in',
  'do',
  'as',
  'then',
  'eq',
  'ne',
  'neq',
  'contains',
]);

/** Reads one expression; what is left over or unreadable makes it `other`. */
export function parseExpression(source: string, code: Span, grammar: Grammar): Expression {
  const variable = plainVariable(source, code);
  if (variable) return variable;
  const tokens = tokenize(source, code);
  const parser = new Parser(source, tokens, grammar);
  const read = parser.choice();
  return parser.done ? read : { kind: 'other', span: code };
}

/** Most code is a variable with its members: it needs no parser. */
function plainVariable(source: string, span: Span): Expression | undefined {
  PLAIN.lastIndex = span.start;
  const path = PLAIN.exec(source)?.[0];
  if (path === undefined || path.length !== span.end - span.start || CONSTANTS.has(path.toLowerCase()))
    return undefined;
  return { kind: 'path', path, span };
}

const PLAIN = /[$@.]?[A-Za-z_]\w*(?:(?:\.|->)[A-Za-z_]\w*)*/y;

export class Parser {
  #at = 0;
  #depth = 0;
  /** Something could not be read. */
  #broken = false;
  /** A name takes no arguments: it is one itself. */
  #bare = false;

  constructor(
    readonly source: string,
    readonly tokens: readonly Token[],
    readonly grammar: Grammar,
  ) {}

  get done(): boolean {
    return this.#at >= this.tokens.length && !this.#broken;
  }

  choice(): Expression {
    if (this.#depth > 60) return this.#fail(undefined);
    this.#depth++;
    const yes = this.#default();
    this.#depth--;
    if (this.#take('?')) {
      const first = this.choice();
      const no = this.#take(':') ? this.choice() : nothing(first.span.end);
      return { kind: 'choice', test: yes, yes: first, no, span: over(yes, no) };
    }
    if (this.#take('?:')) return this.#binary('default', yes, this.choice());
    if (this.#takeWord('if')) {
      const test = this.#default();
      const no = this.#takeWord('else') ? this.choice() : nothing(test.span.end);
      return { kind: 'choice', test, yes, no, span: over(yes, no) };
    }
    if (this.#takeWord('unless')) {
      const of = this.#default();
      const test: Expression = { kind: 'not', of, span: of.span };
      return { kind: 'choice', test, yes, no: nothing(of.span.end), span: over(yes, of) };
    }
    return yes;
  }

  #default(): Expression {
    let left = this.#or();
    while (this.#take('??') || (this.grammar.builtins && this.#take('!')))
      left = this.#binary('default', left, this.#or());
    return left;
  }

  #or(): Expression {
    let left = this.#and();
    while (this.#take('||') || this.#takeWord('or')) left = this.#binary('or', left, this.#and());
    return left;
  }

  #and(): Expression {
    let left = this.#not();
    while (this.#take('&&') || this.#takeWord('and')) left = this.#binary('and', left, this.#not());
    return left;
  }

  #not(): Expression {
    const start = this.#peek()?.span.start ?? 0;
    let negations = 0;
    while (this.#take('!') || this.#takeWord('not')) negations++;
    const of = this.#comparison();
    const span = { start, end: of.span.end };
    if (negations === 0) return of;
    return negations % 2 === 1 ? { kind: 'not', of, span } : of;
  }

  #comparison(): Expression {
    const left = this.#joined();
    const token = this.#peek();
    if (!token || token.kind === 'string' || token.kind === 'number') return left;
    const { text } = token;
    if (EQUAL.has(text)) {
      this.#at++;
      const negated = text === 'is' && this.#takeWord('not');
      const test = text === 'is' ? this.#peek() : undefined;
      if (test?.kind === 'word' && IS_TEST.has(test.text)) {
        this.#at++;
        const name = test.text === 'defined' ? 'defined' : 'empty';
        const call: Expression = {
          kind: 'call',
          name,
          arguments: [left],
          span: over(left, { kind: 'other', span: test.span }),
        };
        return negated ? { kind: 'not', of: call, span: call.span } : call;
      }
      return this.#binary(negated ? 'unequal' : 'equal', left, this.#joined());
    }
    if (UNEQUAL.has(text)) {
      this.#at++;
      return this.#binary('unequal', left, this.#joined());
    }
    if (!COMPARE.has(text)) return left;
    this.#at++;
    return { kind: 'other', span: over(left, this.#joined()) };
  }

  #joined(): Expression {
    const parts = [this.#filtered()];
    while (this.#takeOperator(this.grammar.joins)) parts.push(this.#filtered());
    const [first] = parts;
    if (parts.length === 1 && first) return first;
    return { kind: 'joined', parts, span: over(parts[0] as Expression, parts.at(-1) as Expression) };
  }

  /** `value | filter: argument`, `value|filter(argument)`. */
  #filtered(): Expression {
    let value = this.#primary();
    while (this.#take('|')) {
      this.#take('@');
      const name = this.#peek();
      if (name?.kind !== 'word') return this.#fail(value);
      this.#at++;
      const rest = this.#take('(')
        ? this.#arguments(')')
        : this.#take(':')
          ? this.#arguments(undefined)
          : this.grammar.words
            ? this.#wordArguments()
            : [];
      const end = this.tokens[this.#at - 1]?.span.end ?? value.span.end;
      value = {
        kind: 'call',
        name: name.text,
        arguments: [value, ...rest],
        span: { start: value.span.start, end },
      };
    }
    return value;
  }

  #primary(): Expression {
    const token = this.#peek();
    if (!token) return this.#fail(undefined);
    this.#at++;
    const { span } = token;
    if (token.kind === 'string')
      return token.open ? { kind: 'other', span } : { kind: 'literal', value: token.text, span: token.inner };
    if (token.kind === 'number') return { kind: 'literal', value: Number(token.text), span };
    if (token.kind === 'word') return this.#named(token);
    if (token.text === '(') return this.#parenthesized(span.start);
    if (token.text === '[' || token.text === '{') {
      this.#skipTo(token.text === '[' ? ']' : '}');
      return { kind: 'other', span: { start: span.start, end: this.#end(span.end) } };
    }
    if (token.text === '.' || token.text === ':' || token.text === '#' || token.text === '&')
      return this.#named(token);
    if (token.text === '-' || token.text === '+' || token.text === '=') return this.#primary();
    return this.#fail(undefined);
  }

  /** A parenthesis, or a cast before a value. */
  #parenthesized(start: number): Expression {
    const bare = this.#bare;
    this.#bare = false;
    const inner = this.choice();
    this.#bare = bare;
    if (!this.#take(')')) return this.#fail(inner);
    const next = this.#peek();
    if (inner.kind === 'path' && next && (next.kind === 'word' || next.kind === 'string'))
      return this.#primary();
    return {
      ...inner,
      span: inner.kind === 'literal' ? inner.span : { start, end: this.#end(inner.span.end) },
    };
  }

  /** A constant, a variable with its members, or a call. */
  #named(first: Token): Expression {
    const constant = CONSTANTS.get(first.text.toLowerCase());
    if (constant !== undefined && first.kind === 'word')
      return { kind: 'literal', value: constant, span: first.span };
    let end = first.span.end;
    let result: Expression | undefined;
    for (;;) {
      const token = this.#peek();
      if (!token || token.kind === 'string' || token.kind === 'number') break;
      const { text, span } = token;
      const isMember = MEMBER.has(text) || (text === '?' && this.grammar.builtins === true);
      if (isMember && this.#isMember(text, span.start, end)) {
        this.#at++;
        const member = this.#peek();
        if (member?.kind === 'word' || member?.kind === 'number') this.#at++;
        end = this.#end(end);
        result = undefined;
      } else if (text === '[' && span.start === end) {
        this.#at++;
        this.#skipTo(']');
        end = this.#end(end);
        result = undefined;
      } else if (text === '(' && span.start - end <= 1) {
        this.#at++;
        const name = this.source.slice(first.span.start, end);
        const args = this.#arguments(')');
        end = this.#end(end);
        result = { kind: 'call', name, arguments: args, span: { start: first.span.start, end } };
      } else if (first.kind === 'operator' && token.kind === 'word' && span.start === end) {
        this.#at++;
        end = span.end;
      } else break;
    }
    if (result) return result;
    const span = { start: first.span.start, end };
    const path = this.source.slice(span.start, span.end);
    const args = this.#bare ? [] : this.grammar.words ? this.#wordArguments() : this.#commandArguments(path);
    if (args.length === 0) return { kind: 'path', path, span };
    return { kind: 'call', name: path, arguments: args, span: { start: span.start, end: this.#end(end) } };
  }

  /** In PHP a point joins strings, and only an arrow leads to a member. */
  #isMember(text: string, at: number, end: number): boolean {
    return text !== '.' || (at === end && !this.grammar.joins.includes('.'));
  }

  /** Ruby's `t '.key', count: 1`; the operator `empty` of Java's expression language. */
  #commandArguments(name: string): readonly Expression[] {
    const next = this.#peek();
    if (name === 'empty' && next?.kind === 'word' && !RESERVED.has(next.text)) return [this.#primary()];
    return next?.kind === 'string' ? this.#arguments(undefined) : [];
  }

  /** Handlebars' and Go's `t "key" name=value`. */
  #wordArguments(): readonly Expression[] {
    const args: Expression[] = [];
    for (let token = this.#peek(); token && !this.#broken; token = this.#peek()) {
      const starts =
        token.kind !== 'operator' || token.text === '(' || token.text === '.' || token.text === '-';
      if (!starts || (token.kind === 'word' && RESERVED.has(token.text) && args.length > 0)) break;
      if (token.kind === 'word' && this.tokens[this.#at + 1]?.text === '=') {
        this.#at += 2;
        this.#atom();
      } else args.push(this.#atom());
    }
    return args;
  }

  /** One argument among words: a name takes no arguments of its own here. */
  #atom(): Expression {
    const bare = this.#bare;
    this.#bare = true;
    const read = this.#primary();
    this.#bare = bare;
    return read;
  }

  /** Arguments up to a closing token, or to where none can follow. Named ones are left out. */
  #arguments(close: string | undefined): readonly Expression[] {
    const args: Expression[] = [];
    if (close !== undefined && this.#take(close)) return args;
    for (;;) {
      const start = this.#at;
      const argument = this.choice();
      if (this.#broken) {
        // An argument that cannot be read hides none of the others.
        this.#broken = false;
        this.#at = start;
      }
      const next = this.#peek();
      const ended = !next || [',', close, close === undefined ? '|' : close].includes(next.text);
      args.push(ended ? argument : { kind: 'other', span: argument.span });
      if (!ended) this.#skipArgument(close);
      if (this.#take(',')) continue;
      if (close !== undefined) this.#take(close);
      return args;
    }
  }

  #skipArgument(close: string | undefined): void {
    let depth = 0;
    for (let token = this.#peek(); token; token = this.#peek()) {
      const text = token.kind === 'operator' ? token.text : '';
      if (depth === 0 && (text === ',' || text === close || (close === undefined && text === '|'))) return;
      if (text === '(' || text === '[' || text === '{') depth++;
      else if (text === ')' || text === ']' || text === '}') depth--;
      if (depth < 0) return;
      this.#at++;
    }
  }

  #skipTo(close: string): void {
    const open = close === ']' ? '[' : close === '}' ? '{' : '(';
    for (let depth = 1; depth > 0 && !this.done; this.#at++) {
      const text = this.#peek()?.kind === 'operator' ? this.#peek()?.text : '';
      if (text === open) depth++;
      else if (text === close) depth--;
    }
  }

  #fail(read: Expression | undefined): Expression {
    this.#broken = true;
    const at = this.#peek()?.span.start ?? this.tokens.at(-1)?.span.end ?? 0;
    return { kind: 'other', span: read?.span ?? { start: at, end: at } };
  }

  #binary(
    kind: 'and' | 'or' | 'default' | 'equal' | 'unequal',
    left: Expression,
    right: Expression,
  ): Expression {
    return { kind, left, right, span: over(left, right) };
  }

  #peek(): Token | undefined {
    return this.tokens[this.#at];
  }

  #take(text: string): boolean {
    const token = this.#peek();
    if (token?.kind !== 'operator' || token.text !== text) return false;
    this.#at++;
    return true;
  }

  #takeOperator(texts: readonly string[]): boolean {
    return texts.some((text) => this.#take(text));
  }

  #takeWord(text: string): boolean {
    const token = this.#peek();
    if (token?.kind !== 'word' || token.text !== text) return false;
    this.#at++;
    return true;
  }

  #end(otherwise: number): number {
    return this.tokens[this.#at - 1]?.span.end ?? otherwise;
  }
}

function nothing(at: number): Expression {
  return { kind: 'literal', value: '', span: { start: at, end: at } };
}

function over(first: Expression, last: Expression): Span {
  return { start: first.span.start, end: Math.max(last.span.end, first.span.end) };
}
