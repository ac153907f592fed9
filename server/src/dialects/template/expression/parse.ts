import type { Span } from '../../../core/span.js';
import { COMPARE, CONSTANTS, EQUAL, type Grammar, IS_TEST, UNEQUAL } from './grammar.js';
import { called, nothing, over } from './make.js';
import type { Binary, Expression } from './nodes.js';
import { Operands } from './operands.js';
import { tokenize } from './tokens.js';

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

class Parser extends Operands {
  #depth = 0;

  get done(): boolean {
    return this.cursor.done;
  }

  choice(): Expression {
    if (this.#depth > 60) return this.fail(undefined);
    this.#depth++;
    const yes = this.#default();
    this.#depth--;
    if (this.cursor.take('?')) {
      const first = this.choice();
      const no = this.cursor.take(':') ? this.choice() : nothing(first.span.end);
      return { kind: 'choice', test: yes, yes: first, no, span: over(yes, no) };
    }
    if (this.cursor.take('?:')) return this.#binary('default', yes, this.choice());
    if (!this.statement) return yes;
    if (this.cursor.takeWord('if')) {
      const test = this.#default();
      const no = this.cursor.takeWord('else') ? this.choice() : nothing(test.span.end);
      return { kind: 'choice', test, yes, no, span: over(yes, no) };
    }
    if (this.cursor.takeWord('unless')) {
      const of = this.#default();
      const test: Expression = { kind: 'not', of, span: of.span };
      return { kind: 'choice', test, yes, no: nothing(of.span.end), span: over(yes, of) };
    }
    return yes;
  }

  #default(): Expression {
    let left = this.#or();
    while (this.cursor.take('??') || (this.grammar.builtins && this.cursor.take('!')))
      left = this.#binary('default', left, this.#or());
    return left;
  }

  #or(): Expression {
    let left = this.#and();
    while (this.cursor.take('||') || this.cursor.takeWord('or')) left = this.#binary('or', left, this.#and());
    return left;
  }

  #and(): Expression {
    let left = this.#not();
    while (this.cursor.take('&&') || this.cursor.takeWord('and'))
      left = this.#binary('and', left, this.#not());
    return left;
  }

  #not(): Expression {
    const start = this.cursor.peek()?.span.start ?? 0;
    let negations = 0;
    while (this.cursor.take('!') || this.cursor.takeWord('not')) negations++;
    const of = this.#comparison();
    const span = { start, end: of.span.end };
    if (negations === 0) return of;
    return negations % 2 === 1 ? { kind: 'not', of, span } : of;
  }

  #comparison(): Expression {
    const left = this.#joined();
    const token = this.cursor.peek();
    if (!token || token.kind === 'string' || token.kind === 'number') return left;
    const { text } = token;
    if (EQUAL.has(text)) {
      this.cursor.at++;
      const negated = text === 'is' && this.cursor.takeWord('not');
      const test = text === 'is' ? this.cursor.peek() : undefined;
      if (test?.kind === 'word' && IS_TEST.has(test.text)) {
        this.cursor.at++;
        const name = test.text === 'defined' ? 'defined' : 'empty';
        const call = called(
          name,
          { items: [left], entries: [] },
          { start: left.span.start, end: test.span.end },
        );
        return negated ? { kind: 'not', of: call, span: call.span } : call;
      }
      return this.#binary(negated ? 'unequal' : 'equal', left, this.#joined());
    }
    if (UNEQUAL.has(text)) {
      this.cursor.at++;
      return this.#binary('unequal', left, this.#joined());
    }
    if (!COMPARE.has(text)) return left;
    this.cursor.at++;
    return { kind: 'other', span: over(left, this.#joined()) };
  }

  #joined(): Expression {
    const parts = [this.#filtered()];
    while (this.cursor.takeOneOf(this.grammar.joins)) parts.push(this.#filtered());
    const [first] = parts;
    if (parts.length === 1 && first) return first;
    return { kind: 'joined', parts, span: over(parts[0] as Expression, parts.at(-1) as Expression) };
  }

  /** `value | filter: argument`, `value|filter(argument)`. */
  #filtered(): Expression {
    let value = this.primary();
    while (this.cursor.take('|')) {
      this.cursor.take('@');
      const name = this.cursor.peek();
      if (name?.kind !== 'word') return this.fail(value);
      this.cursor.at++;
      const { items, entries } = this.filterArguments();
      const span = { start: value.span.start, end: this.cursor.end(value.span.end) };
      value = called(name.text, { items: [value, ...items], entries }, span);
    }
    return value;
  }

  #binary(kind: Binary['kind'], left: Expression, right: Expression): Expression {
    return { kind, left, right, span: over(left, right) };
  }
}
