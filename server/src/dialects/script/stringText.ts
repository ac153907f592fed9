import type ts from 'typescript';
import type { Span } from '../../core/span.js';
import { isMarkupTag, isRawTag } from '../../knowledge/markupStrings.js';
import { type Composed, StringComposer } from '../strings/composer.js';
import type { Accumulation, Step } from './accumulations.js';
import { decodeScriptString, scriptWriting } from './escapes.js';
import type { Source } from './source.js';

/** Nobody nests strings deeper, and the stack is finite. */
const DEEPEST = 40;
/** Longer texts are data. In UTF-16 units. */
const LONGEST = 300_000;

/** What a string, a template literal, or an expression that joins such holds, with what code fills in. */
export interface ScriptText extends Composed {
  /** The expressions that print a value, by the number of their hole. */
  readonly outputs: ReadonlyMap<number, ts.Expression>;
}

/** Finds what code puts into a text by its name. */
export interface Fragments {
  /** The expression elsewhere in the file that an output stands for; undefined where it is none, or is being read. */
  find(output: ts.Expression): ts.Expression | undefined;
  leave(fragment: ts.Expression): void;
}

/** The text that an expression puts together; undefined where it is no string and joins none. */
export function readScriptText(
  source: Source,
  node: ts.Expression,
  fragments?: Fragments,
): ScriptText | undefined {
  if (!isStringExpression(source, node)) return undefined;
  return new Reader(source, node, fragments).read();
}

/** The text that statements put together one after another. */
export function readAccumulated(
  source: Source,
  { first, steps }: Pick<Accumulation, 'first' | 'steps'>,
  fragments?: Fragments,
): ScriptText {
  return new Reader(source, first, fragments).readSteps(steps);
}

/** Whether an expression is a string with markup, or chooses among such, by its looks. */
export function holdsMarkup(source: Source, node: ts.Expression): boolean {
  const { ts } = source;
  const bare = source.bare(node);
  if (ts.isConditionalExpression(bare))
    return holdsMarkup(source, bare.whenTrue) || holdsMarkup(source, bare.whenFalse);
  return isStringExpression(source, bare) && /<\/?[a-z!]/i.test(source.slice(bare));
}

/** Whether an expression is a string or joins strings, by its looks. */
export function isStringExpression(source: Source, node: ts.Expression): boolean {
  const { ts } = source;
  const bare = source.bare(node);
  if (ts.isStringLiteralLike(bare) || ts.isTemplateExpression(bare)) return true;
  if (ts.isTaggedTemplateExpression(bare)) return isMarkupTag(source.lastName(bare.tag) ?? '');
  if (ts.isBinaryExpression(bare)) {
    const { PlusToken } = ts.SyntaxKind;
    let left: ts.Expression = bare;
    while (ts.isBinaryExpression(left) && left.operatorToken.kind === PlusToken) {
      if (isStringExpression(source, left.right)) return true;
      left = source.bare(left.left);
    }
    return left !== bare && isStringExpression(source, left);
  }
  if (ts.isCallExpression(bare)) {
    const joined = joinedList(source, bare);
    if (joined) return joined.elements.some((e) => isStringExpression(source, e));
    const trimmed = trimmedText(source, bare);
    return trimmed !== undefined && isStringExpression(source, trimmed);
  }
  return false;
}

/** `['<p>', text, '</p>'].join('')` */
function joinedList(source: Source, call: ts.CallExpression): ts.ArrayLiteralExpression | undefined {
  const { ts } = source;
  const callee = call.expression;
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'join') return undefined;
  const list = source.bare(callee.expression);
  return ts.isArrayLiteralExpression(list) ? list : undefined;
}

/** `` `…`.trim() `` */
function trimmedText({ ts }: Source, call: ts.CallExpression): ts.Expression | undefined {
  const callee = call.expression;
  const trims =
    ts.isPropertyAccessExpression(callee) && call.arguments.length === 0 && /^trim/.test(callee.name.text);
  return trims ? callee.expression : undefined;
}

function startOf(source: Source, [first]: readonly Step[]): number {
  if (!first) return 0;
  const node = first.kind === 'add' ? first.node : first.kind === 'choice' ? first.test : first.over;
  return source.start(node);
}

function isLiteral({ ts }: Source, node: ts.Expression): boolean {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

class Reader {
  readonly #composer: StringComposer;
  readonly #outputs = new Map<number, ts.Expression>();
  #depth = 0;

  constructor(
    readonly source: Source,
    readonly node: ts.Expression,
    readonly fragments?: Fragments,
  ) {
    this.#composer = new StringComposer(source.text, source.start(node));
  }

  read(): ScriptText {
    if (isStringExpression(this.source, this.node)) this.#write(this.node);
    else this.#part(this.node);
    return { ...this.#composer.finish(this.node.end), outputs: this.#outputs };
  }

  readSteps(steps: readonly Step[]): ScriptText {
    const end = this.#steps(steps, this.node.end);
    return { ...this.#composer.finish(end), outputs: this.#outputs };
  }

  /** Gives where the last of them ends. */
  #steps(steps: readonly Step[], from: number): number {
    let end = from;
    for (const step of steps) {
      if (step.kind === 'add') this.#part(step.node, true);
      else {
        this.#begin(step.kind === 'choice' ? step.test : step.over);
        this.#steps(step.kind === 'choice' ? step.yes : step.steps, end);
        if (step.kind === 'choice' && step.no.length > 0) {
          this.#composer.otherwise(startOf(this.source, step.no));
          this.#steps(step.no, end);
        }
        this.#composer.end(step.end);
      }
      end = step.kind === 'add' ? step.node.end : step.end;
    }
    return end;
  }

  #write(node: ts.Expression): void {
    if (this.#depth >= DEEPEST || this.#composer.length > LONGEST) {
      this.#output(node);
      return;
    }
    this.#depth++;
    this.#read(this.source.bare(node));
    this.#depth--;
  }

  #read(node: ts.Expression): void {
    const { ts } = this.source;
    if (ts.isStringLiteral(node)) {
      const quote = this.source.text.charAt(this.source.start(node)) === '"' ? '"' : "'";
      this.#literal(this.source.inner(node), quote);
    } else if (ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)) {
      this.#template(node, false);
    } else if (ts.isTaggedTemplateExpression(node)) {
      this.#template(node.template, isRawTag(this.source.lastName(node.tag) ?? ''));
    } else if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
      for (const part of this.#joined(node)) this.#part(part, true);
    } else if (ts.isCallExpression(node)) this.#call(node);
    else this.#output(node);
  }

  #call(call: ts.CallExpression): void {
    const list = joinedList(this.source, call);
    const [separator] = call.arguments;
    const between = separator && this.source.ts.isStringLiteralLike(separator) ? separator.text : ',';
    const trimmed = trimmedText(this.source, call);
    if (list) {
      list.elements.forEach((element, i) => {
        if (i > 0 && between !== '') this.#composer.joint(between);
        this.#part(element, true);
      });
    } else if (trimmed) this.#write(trimmed);
    else this.#output(call);
  }

  /** What a chain of `+` joins, from the first to the last; chains are long where texts are. */
  #joined(node: ts.BinaryExpression): ts.Expression[] {
    const { ts } = this.source;
    const parts: ts.Expression[] = [];
    let left: ts.Expression = node;
    while (ts.isBinaryExpression(left) && left.operatorToken.kind === ts.SyntaxKind.PlusToken) {
      parts.push(left.right);
      left = left.left;
    }
    return [...parts, left].reverse();
  }

  #template(node: ts.TemplateLiteral, raw: boolean): void {
    const { ts } = this.source;
    const form = raw ? 'raw' : '`';
    if (ts.isNoSubstitutionTemplateLiteral(node)) {
      this.#literal(this.source.inner(node), form);
      return;
    }
    const { start, end } = this.source.span(node.head);
    this.#literal({ start: start + 1, end: Math.max(start + 1, end - 2) }, form);
    for (const { expression, literal } of node.templateSpans) {
      this.#part(expression);
      const tail = this.source.span(literal);
      const closed = this.source.text.charAt(tail.start) === '}';
      const close = ts.isTemplateMiddle(literal) ? 2 : literal.isUnterminated ? 0 : 1;
      const from = Math.min(closed ? tail.start + 1 : tail.start, tail.end);
      this.#literal({ start: from, end: Math.max(from, tail.end - close) }, form);
    }
  }

  #literal(content: Span, form: keyof typeof scriptWriting): void {
    this.#composer.literal(content, scriptWriting[form], (builder) => {
      if (form === 'raw') builder.copy(content.start, content.end);
      else decodeScriptString(builder, content);
    });
  }

  /**
   * Something among strings: another string, a choice of such, a list of such, or a value.
   * @param direct it follows what stands before it, with no bracket between.
   */
  #part(node: ts.Expression, direct = false): void {
    const { ts } = this.source;
    const bare = this.source.bare(node);
    if (isStringExpression(this.source, bare)) {
      if (direct && node === bare && isLiteral(this.source, bare)) this.#write(bare);
      else this.#composer.nested(() => this.#write(bare));
      return;
    }
    const { AmpersandAmpersandToken } = ts.SyntaxKind;
    if (ts.isConditionalExpression(bare) && this.#holdsMarkup(bare.whenTrue, bare.whenFalse)) {
      this.#begin(bare.condition);
      this.#part(bare.whenTrue);
      this.#composer.otherwise(bare.whenTrue.end);
      this.#part(bare.whenFalse);
      this.#composer.end(bare.end);
    } else if (
      ts.isBinaryExpression(bare) &&
      bare.operatorToken.kind === AmpersandAmpersandToken &&
      this.#holdsMarkup(bare.right)
    ) {
      this.#begin(bare.left);
      this.#part(bare.right);
      this.#composer.end(bare.end);
    } else {
      const each = this.#eachOf(bare);
      if (each && this.#holdsMarkup(each.item)) {
        this.#begin(each.list);
        this.#part(each.item);
        this.#composer.end(bare.end);
      } else this.#output(node);
    }
  }

  /** `items.map((item) => …)`, with `.join('')` or without. */
  #eachOf(node: ts.Expression): { readonly list: ts.Expression; readonly item: ts.Expression } | undefined {
    const { ts } = this.source;
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
    const { name, expression } = node.expression;
    if (name.text === 'join') return this.#eachOf(this.source.bare(expression));
    const [given] = node.arguments;
    if ((name.text !== 'map' && name.text !== 'flatMap') || !given || !this.source.isFunction(given))
      return undefined;
    const item = this.source.returned(given);
    return item && { list: expression, item };
  }

  #holdsMarkup(...nodes: readonly ts.Expression[]): boolean {
    return nodes.some((node) => holdsMarkup(this.source, node));
  }

  #begin(code: ts.Expression): void {
    this.#composer.begin(this.source.span(code));
  }

  #output(node: ts.Expression): void {
    const fragment = this.#composer.length > LONGEST ? undefined : this.fragments?.find(node);
    if (fragment) {
      const text = new Reader(this.source, fragment, this.fragments).read();
      this.fragments?.leave(fragment);
      const first = this.#composer.insert(text, this.source.span(node));
      for (const [number, output] of text.outputs) this.#outputs.set(first + number, output);
      return;
    }
    this.#outputs.set(this.#composer.output(this.source.span(node)), node);
  }
}
