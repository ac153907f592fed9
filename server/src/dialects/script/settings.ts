import type ts from 'typescript';
import type { Edit } from '../../core/edit.js';
import type { Given, Setting } from '../../model/nodes.js';
import { besideAssignment, besideCall, besideProperty } from './beside.js';
import { type Found, LazySetting } from './lazySetting.js';
import type { Frame, NamedNode, SettingSink } from './sink.js';
import type { Source } from './source.js';
import type { Values } from './values.js';

interface Placed<N extends ts.Node> {
  readonly node: N;
  readonly frame: Frame | undefined;
}

/** Collects what code gives a name to. What has been collected is sorted out when settings are asked for. */
export class SettingCollector implements SettingSink {
  readonly #objects: Placed<ts.ObjectLiteralExpression>[] = [];
  readonly #calls: (Placed<ts.CallExpression> & { readonly statement: boolean })[] = [];
  readonly #assignments: Placed<ts.BinaryExpression>[] = [];
  readonly #names: Placed<NamedNode>[] = [];
  readonly #callables: Placed<ts.FunctionLikeDeclaration>[] = [];
  #found: Found[] = [];
  #groups = 0;

  constructor(readonly source: Source) {}

  settings(values: Values): Setting[] {
    this.#found = [];
    this.#groups = 0;
    for (const { node, frame } of this.#objects) this.#object(node, frame);
    for (const { node, frame, statement } of this.#calls) this.#call(node, frame, statement);
    for (const { node, frame } of this.#assignments) this.#assignment(node, frame);
    for (const { node, frame } of this.#names) this.#named(node, frame);
    for (const { node, frame } of this.#callables) this.#callable(node, frame);
    this.#found.sort((a, b) => a.keyNode.end - b.keyNode.end);
    // Numbered as they come in the text.
    const numbers = new Map<number, number>();
    return this.#found.map((found) => {
      const group = numbers.get(found.group) ?? numbers.size;
      numbers.set(found.group, group);
      return new LazySetting(found, group, values);
    });
  }

  object(node: ts.ObjectLiteralExpression, frame: Frame | undefined): void {
    if (node.properties.length > 0) this.#objects.push({ node, frame });
  }

  call(node: ts.CallExpression, frame: Frame | undefined, statement: boolean): void {
    const { length } = node.arguments;
    if (length > 0 && length <= 4) this.#calls.push({ node, frame, statement });
  }

  assignment(node: ts.BinaryExpression, frame: Frame | undefined): void {
    this.#assignments.push({ node, frame });
  }

  callable(node: ts.FunctionLikeDeclaration, frame: Frame | undefined): void {
    if (node.name && node.body) this.#callables.push({ node, frame });
  }

  named(node: NamedNode, frame: Frame | undefined): void {
    this.#names.push({ node, frame });
  }

  #object(object: ts.ObjectLiteralExpression, frame: Frame | undefined): void {
    const { ts } = this.source;
    if (!object.properties.some((entry) => this.#holdsText(entry) || this.#holdsCheck(entry))) return;
    const group = this.#groups++;
    for (const entry of object.properties) {
      const key = ts.isSpreadAssignment(entry) ? undefined : this.source.keyOf(entry.name);
      if (key === undefined || !entry.name) continue;
      const node = ts.isPropertyAssignment(entry)
        ? entry.initializer
        : ts.isShorthandPropertyAssignment(entry)
          ? entry.name
          : undefined;
      const beside = (name: string, given: Given): Edit =>
        besideProperty(this.source, object, entry, name, given);
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
      const texts =
        array && ts.isArrayLiteralExpression(array) ? array.elements.filter((e) => this.#isText(e)) : [];
      if (texts.length === 0) this.#found.push({ ...base, node });
      for (const text of texts) this.#found.push({ ...base, node: text });
    }
  }

  #call(call: ts.CallExpression, up: Frame | undefined, statement: boolean): void {
    const { ts } = this.source;
    const callee = this.source.bare(call.expression);
    const [first, second] = call.arguments;
    const method = ts.isPropertyAccessExpression(callee) ? callee.name : undefined;
    const setter = ts.isIdentifier(callee) && /^(set|add|with)[A-Z]/.test(callee.text) ? callee : undefined;
    const name = method ?? (ts.isIdentifier(callee) ? callee : undefined);
    if (!name || !first) return;
    const beside =
      method && ((key: string, given: Given): Edit => besideCall(this.source, call, statement, key, given));
    const base = { whole: call, group: this.#groups, frame: { node: call, up }, beside };
    if (second && ts.isStringLiteralLike(first) && FIELD_NAME.test(first.text) && this.#isText(second)) {
      const pair = { key: first.text, keyNode: first, node: second };
      // `headers.set('From', …)` writes a header; `config.get('MAIL_FROM', …)` asks for a setting and names its default.
      if (WRITES.test(name.text)) this.#found.push({ ...base, ...pair, kind: 'header' });
      else this.#found.push({ ...base, ...pair, kind: 'argument', beside: undefined });
    } else if ((method || setter) && this.#isText(first)) {
      this.#found.push({ ...base, kind: 'argument', key: name.text, keyNode: name, node: first });
    } else return;
    this.#groups++;
  }

  #assignment(node: ts.BinaryExpression, up: Frame | undefined): void {
    const { left, right } = node;
    if (!this.source.ts.isPropertyAccessExpression(left) || !this.#isText(right)) return;
    const { name, expression } = left;
    const beside = (key: string, given: Given): Edit =>
      besideAssignment(this.source, node, expression, key, given);
    const frame = { node: expression, up };
    const group = this.#groups++;
    this.#found.push({
      kind: 'property',
      key: name.text,
      keyNode: name,
      node: right,
      whole: node,
      group,
      frame,
      beside,
    });
  }

  #named(node: NamedNode, frame: Frame | undefined): void {
    const { ts } = this.source;
    const { name, initializer } = node;
    const key = this.source.keyOf(name);
    if (key === undefined || !initializer || !this.#givesText(initializer)) return;
    const parameter = ts.isParameter(node) || ts.isBindingElement(node);
    const kind = parameter ? 'parameter' : ts.isVariableDeclaration(node) ? 'variable' : 'property';
    const group = this.#groups++;
    this.#found.push({
      kind,
      key,
      keyNode: name,
      node: initializer,
      whole: node,
      group,
      frame,
      beside: undefined,
    });
  }

  /** `function sender() { return … }`, `get from() { return … }` */
  #callable(node: ts.FunctionLikeDeclaration, frame: Frame | undefined): void {
    const { ts } = this.source;
    const key = this.source.keyOf(node.name);
    const getter = ts.isGetAccessorDeclaration(node) && node.body;
    const returned = getter
      ? this.source.lastReturned(getter)
      : this.source.isFunction(node)
        ? this.source.returned(node)
        : undefined;
    if (key === undefined || !node.name || !returned || ts.isIdentifier(returned) || !this.#isText(returned))
      return;
    const group = this.#groups++;
    this.#found.push({
      kind: 'property',
      key,
      keyNode: node.name,
      node: returned,
      whole: node,
      group,
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
      : this.#givesText(value);
  }

  /** `agreed: z.literal(true)`: a rule for a field, that only a yes may pass. */
  #holdsCheck(entry: ts.ObjectLiteralElementLike): boolean {
    const { ts } = this.source;
    if (!ts.isPropertyAssignment(entry)) return false;
    const value = this.source.bare(entry.initializer);
    if (value.kind === ts.SyntaxKind.TrueKeyword) return this.source.keyOf(entry.name) === 'required';
    return (
      ts.isCallExpression(value) && /\btrue\b|\.refine\(/i.test(this.source.slice(value).slice(0, MAX_CHECK))
    );
  }

  /** As `#isText`, or a function that gives such. */
  #givesText(node: ts.Expression): boolean {
    const bare = this.source.bare(node);
    if (!this.source.isFunction(bare)) return this.#isText(bare);
    const returned = this.source.returned(bare);
    return returned !== undefined && !this.source.ts.isIdentifier(returned) && this.#isText(returned);
  }

  /** Whether an expression may give a text, by its looks: a string, a template, a name, a choice of such. */
  #isText(node: ts.Expression): boolean {
    const { ts } = this.source;
    const bare = this.source.bare(node);
    if (ts.isStringLiteralLike(bare) || ts.isTemplateExpression(bare)) return true;
    if (ts.isIdentifier(bare) || ts.isPropertyAccessExpression(bare)) return true;
    if (ts.isBinaryExpression(bare)) return this.#isText(bare.right) || this.#isText(bare.left);
    return ts.isConditionalExpression(bare) && (this.#isText(bare.whenTrue) || this.#isText(bare.whenFalse));
  }
}

/** A rule is one line or a few. */
const MAX_CHECK = 300;
/** A header field's name (RFC 5322 section 2.2), as narrow as names are in practice. */
const FIELD_NAME = /^[A-Za-z][\w.-]*$/;
const WRITES = /^(set|add|append|put|with|header)/i;
