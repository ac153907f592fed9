import type ts from 'typescript';
import type { Edit } from '../../core/edit.js';
import type { Span } from '../../core/span.js';
import type { Setting, Value } from '../../model/nodes.js';
import { besideAssignment, besideCall, besideProperty } from './beside.js';
import { namesAround } from './names.js';
import type { Frame, NamedNode, SettingSink } from './scan.js';
import type { Source } from './source.js';
import type { Values } from './values.js';

type Present = Setting['value'];

interface Found {
  readonly kind: Setting['kind'];
  readonly key: string;
  readonly keyNode: ts.Node;
  /** Undefined for what is no expression: a method. */
  readonly node: ts.Expression | undefined;
  readonly whole: ts.Node;
  readonly group: number;
  readonly frame: Frame | undefined;
  readonly beside: ((key: string, text: string) => Edit) | undefined;
}

/** Collects what code gives a name to. Values and contexts are worked out when they are asked for: most never are. */
export class SettingCollector implements SettingSink {
  readonly #found: Found[] = [];
  #groups = 0;

  constructor(readonly source: Source) {}

  settings(values: Values): Setting[] {
    const inOrder = [...this.#found].sort((a, b) => a.keyNode.end - b.keyNode.end);
    return inOrder.map((found) => new LazySetting(found, values));
  }

  object(object: ts.ObjectLiteralExpression, frame: Frame | undefined): void {
    const { ts } = this.source;
    if (!object.properties.some((entry) => this.#holdsText(entry))) return;
    const group = this.#groups++;
    for (const entry of object.properties) {
      const key = ts.isSpreadAssignment(entry) ? undefined : this.source.keyOf(entry.name);
      if (key === undefined || !entry.name) continue;
      const node = ts.isPropertyAssignment(entry)
        ? entry.initializer
        : ts.isShorthandPropertyAssignment(entry)
          ? entry.name
          : undefined;
      const beside = (name: string, text: string): Edit =>
        besideProperty(this.source, object, entry, name, text);
      const base = {
        kind: 'property' as const,
        key,
        keyNode: entry.name,
        whole: entry,
        group,
        frame,
        beside,
      };
      const array = node && this.source.bare(node);
      if (array && ts.isArrayLiteralExpression(array) && array.elements.some((e) => this.#isText(e))) {
        for (const element of array.elements)
          if (this.#isText(element)) this.#found.push({ ...base, node: element });
      } else this.#found.push({ ...base, node });
    }
  }

  call(call: ts.CallExpression, frame: Frame | undefined, statement: boolean): void {
    const { ts } = this.source;
    const callee = this.source.bare(call.expression);
    const [first, second] = call.arguments;
    if (!first || call.arguments.length > 4) return;
    const method = ts.isPropertyAccessExpression(callee) ? callee.name : undefined;
    const name =
      method ?? (ts.isIdentifier(callee) && /^(set|add|with)[A-Z]/.test(callee.text) ? callee : undefined);
    if (!name) return;
    const own: Frame = { node: call, up: frame };
    const beside = (key: string, text: string): Edit => besideCall(this.source, call, statement, key, text);
    const base = { whole: call, group: this.#groups, frame: own, ...(method && { beside }) };
    if (second && ts.isStringLiteralLike(first) && FIELD_NAME.test(first.text) && this.#isText(second)) {
      this.#found.push({
        beside: undefined,
        ...base,
        kind: 'header',
        key: first.text,
        keyNode: first,
        node: second,
      });
    } else if (this.#isText(first)) {
      this.#found.push({
        beside: undefined,
        ...base,
        kind: 'argument',
        key: name.text,
        keyNode: name,
        node: first,
      });
    } else return;
    this.#groups++;
  }

  assignment(node: ts.BinaryExpression, frame: Frame | undefined): void {
    const { ts } = this.source;
    if (!ts.isPropertyAccessExpression(node.left) || !this.#isText(node.right)) return;
    const { name, expression } = node.left;
    const beside = (key: string, text: string): Edit =>
      besideAssignment(this.source, node, expression, key, text);
    this.#found.push({
      kind: 'property',
      key: name.text,
      keyNode: name,
      node: node.right,
      whole: node,
      group: this.#groups++,
      frame: { node: expression, up: frame },
      beside,
    });
  }

  named(node: NamedNode, frame: Frame | undefined): void {
    const { ts } = this.source;
    const { name, initializer } = node;
    const key = this.source.keyOf(name);
    if (key === undefined || !initializer || !this.#isText(initializer)) return;
    const kind =
      ts.isParameter(node) || ts.isBindingElement(node)
        ? 'parameter'
        : ts.isVariableDeclaration(node)
          ? 'variable'
          : 'property';
    this.#found.push({
      kind,
      key,
      keyNode: name,
      node: initializer,
      whole: node,
      group: this.#groups++,
      frame,
      beside: undefined,
    });
  }

  #holdsText(entry: ts.ObjectLiteralElementLike): boolean {
    const { ts } = this.source;
    if (ts.isShorthandPropertyAssignment(entry)) return true;
    if (!ts.isPropertyAssignment(entry)) return false;
    const value = this.source.bare(entry.initializer);
    if (ts.isObjectLiteralExpression(value)) return value.properties.some((inner) => this.#holdsText(inner));
    return ts.isArrayLiteralExpression(value)
      ? value.elements.some((e) => this.#isText(e))
      : this.#isText(value);
  }

  /** Whether an expression may give a text, by its looks: a string, a template, a name, a choice of such. */
  #isText(node: ts.Expression): boolean {
    const { ts } = this.source;
    const bare = this.source.bare(node);
    if (
      ts.isStringLiteralLike(bare) ||
      ts.isTemplateExpression(bare) ||
      ts.isIdentifier(bare) ||
      ts.isPropertyAccessExpression(bare)
    )
      return true;
    if (ts.isBinaryExpression(bare)) return this.#isText(bare.right) || this.#isText(bare.left);
    return ts.isConditionalExpression(bare) && (this.#isText(bare.whenTrue) || this.#isText(bare.whenFalse));
  }
}

/** A header field's name (RFC 5322 section 2.2), as narrow as names are in practice. */
const FIELD_NAME = /^[A-Za-z][\w-]*$/;

/** A setting that works out what it is asked for, when it is first asked. */
class LazySetting implements Setting {
  readonly kind: Setting['kind'];
  readonly key: string;
  readonly group: number;
  readonly beside?: (key: string, text: string) => Edit;
  readonly #found: Found;
  readonly #values: Values;
  #value: Present | undefined;
  #context: readonly string[] | undefined;

  constructor(found: Found, values: Values) {
    this.#found = found;
    this.#values = values;
    this.kind = found.kind;
    this.key = found.key;
    this.group = found.group;
    if (found.beside) this.beside = found.beside;
  }

  get keySpan(): Span {
    return this.#source.inner(this.#found.keyNode);
  }

  get span(): Span {
    return this.#source.span(this.#found.whole);
  }

  get value(): Present {
    const { node } = this.#found;
    this.#value ??= present(node && this.#values.of(node), this.span, this.#source);
    return this.#value;
  }

  get context(): readonly string[] {
    this.#context ??= namesAround(this.#source, this.#found.frame);
    return this.#context;
  }

  get #source(): Source {
    return this.#values.evaluator.source;
  }
}

function present(value: Value | undefined, span: Span, source: Source): Present {
  if (value && value.state !== 'absent') return value;
  return { state: 'dynamic', span, code: source.text.slice(span.start, span.end) };
}
