import { type Arguments, none, readArguments, readWordArguments } from './arguments.js';
import { Cursor } from './cursor.js';
import { CONSTANTS, type Grammar, MEMBER, MODIFIERS, RESERVED } from './grammar.js';
import { called } from './make.js';
import type { Call, Expression } from './nodes.js';
import type { Token } from './tokens.js';

/** Reads what operators connect: constants, variables, calls, collections. */
export abstract class Operands {
  protected readonly cursor: Cursor;
  /** A name takes no arguments: it is one itself. */
  #bare = false;
  /** What follows may be a modifier of the whole: `value if condition`. */
  protected statement = true;

  constructor(
    readonly source: string,
    tokens: readonly Token[],
    readonly grammar: Grammar,
  ) {
    this.cursor = new Cursor(tokens);
  }

  /** One whole expression. */
  abstract choice(): Expression;

  protected primary(): Expression {
    const token = this.cursor.peek();
    if (!token) return this.fail(undefined);
    this.cursor.at++;
    const { span } = token;
    if (token.kind === 'string')
      return token.open ? { kind: 'other', span } : { kind: 'literal', value: token.text, span: token.inner };
    if (token.kind === 'number') return { kind: 'literal', value: Number(token.text), span };
    if (token.kind === 'word' && token.text === 'new' && this.cursor.take('{'))
      return this.#collection(span.start, '}');
    if (token.kind === 'word') return this.#named(token);
    if (token.text === '(') return this.#parenthesized(span.start);
    if (token.text === '[') return this.#collection(span.start, ']');
    if (token.text === '{') return this.#collection(span.start, '}');
    if (token.text === '.' || token.text === ':' || token.text === '#' || token.text === '&')
      return this.#named(token);
    if (token.text === '-' || token.text === '+' || token.text === '=') return this.primary();
    return this.fail(undefined);
  }

  /** A parenthesis, or a cast before a value. */
  #parenthesized(start: number): Expression {
    const [bare, statement] = [this.#bare, this.statement];
    this.#bare = false;
    this.statement = true;
    const inner = this.choice();
    this.#bare = bare;
    this.statement = statement;
    if (!this.cursor.take(')')) return this.fail(inner);
    const next = this.cursor.peek();
    if (inner.kind === 'path' && next && (next.kind === 'word' || next.kind === 'string'))
      return this.primary();
    return {
      ...inner,
      span: inner.kind === 'literal' ? inner.span : { start, end: this.cursor.end(inner.span.end) },
    };
  }

  /** A constant, a variable with its members, or a call. */
  #named(first: Token): Expression {
    const constant = CONSTANTS.get(first.text.toLowerCase());
    if (constant !== undefined && first.kind === 'word')
      return { kind: 'literal', value: constant, span: first.span };
    let end = first.span.end;
    let result: Call | undefined;
    let on: Call | undefined;
    for (;;) {
      const token = this.cursor.peek();
      if (!token || token.kind === 'string' || token.kind === 'number') break;
      const { text, span } = token;
      const isMember = MEMBER.has(text) || (text === '?' && this.grammar.builtins === true);
      if (isMember && this.#isMember(text, span.start, end)) {
        this.cursor.at++;
        const member = this.cursor.peek();
        if (member?.kind === 'word' || member?.kind === 'number') this.cursor.at++;
        end = this.cursor.end(end);
        on = result ?? on;
        result = undefined;
      } else if (text === '[' && span.start === end) {
        this.cursor.at++;
        this.cursor.skipTo(']');
        end = this.cursor.end(end);
        result = undefined;
      } else if (text === '(' && span.start - end <= 1) {
        this.cursor.at++;
        const name = this.source.slice(first.span.start, end);
        const args = this.#arguments(')');
        end = this.cursor.end(end);
        result = called(name, args, { start: first.span.start, end }, on);
      } else if (first.kind === 'operator' && token.kind === 'word' && span.start === end) {
        this.cursor.at++;
        end = span.end;
      } else break;
    }
    if (result) return result;
    const span = { start: first.span.start, end };
    const path = this.source.slice(span.start, span.end);
    const args = this.#bare
      ? none
      : this.grammar.words
        ? this.#wordArguments()
        : this.#commandArguments(path, end);
    if (args.items.length === 0 && args.entries.length === 0) return { kind: 'path', path, span };
    return called(path, args, { start: span.start, end: this.cursor.end(end) }, on);
  }

  /** In PHP a point joins strings, and only an arrow leads to a member. */
  #isMember(text: string, at: number, end: number): boolean {
    return text !== '.' || (at === end && !this.grammar.joins.includes('.'));
  }

  /** Ruby's `t '.key', count: 1`; the operator `empty` of Java's expression language. */
  #commandArguments(name: string, end: number): Arguments {
    const next = this.cursor.peek();
    if (name === 'empty' && next?.kind === 'word' && !RESERVED.has(next.text))
      return { items: [this.primary()], entries: [] };
    const begins = next?.kind === 'string' || (this.grammar.commands && this.#beginsArgument(end));
    return begins ? this.#arguments(undefined) : none;
  }

  /** After a name and a blank: a value, or a symbol (`:news`), or what a list begins with. */
  #beginsArgument(end: number): boolean {
    const next = this.cursor.peek();
    if (!next || next.span.start === end) return false;
    if (next.kind === 'word') return !RESERVED.has(next.text) && !MODIFIERS.has(next.text);
    if (next.text === ':') return this.cursor.peek(1)?.span.start === next.span.end;
    return next.kind === 'number' || next.text === '[';
  }

  /** Handlebars' and Go's `t "key" name=value`. */
  #wordArguments(): Arguments {
    return readWordArguments(
      this.cursor,
      () => this.#atom(),
      (word) => RESERVED.has(word),
    );
  }

  /** One argument among words: a name takes no arguments of its own here. */
  #atom(): Expression {
    const bare = this.#bare;
    this.#bare = true;
    const read = this.primary();
    this.#bare = bare;
    return read;
  }

  /** `filter(argument)`, `filter: argument`. */
  protected filterArguments(): Arguments {
    if (this.cursor.take('(')) return this.#arguments(')');
    if (this.cursor.take(':')) return this.#arguments(undefined);
    return this.grammar.words ? this.#wordArguments() : none;
  }

  #arguments(close: string | undefined): Arguments {
    const statement = this.statement;
    this.statement = !this.grammar.commands;
    const read = readArguments(this.cursor, close, () => this.choice());
    this.statement = statement;
    return read;
  }

  #collection(start: number, close: string): Expression {
    const { items, entries } = this.#arguments(close);
    return { kind: 'collection', items, entries, span: { start, end: this.cursor.end(start) } };
  }

  protected fail(read: Expression | undefined): Expression {
    this.cursor.broken = true;
    const at = this.cursor.peek()?.span.start ?? this.cursor.tokens.at(-1)?.span.end ?? 0;
    return { kind: 'other', span: read?.span ?? { start: at, end: at } };
  }
}
