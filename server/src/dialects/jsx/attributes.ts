import type ts from 'typescript';
import { innerProps, messages } from '../../knowledge/components.js';
import type { Attribute, Value } from '../../model/nodes.js';
import { htmlName } from '../components/attributeNames.js';
import { spreadMessage } from '../script/messages.js';
import type { OriginRegister } from '../script/origins.js';
import { decode } from '../script/text.js';
import type { FieldSpread, Thing } from '../script/things.js';
import type { Values } from '../script/values.js';
import { AttributeList, removal } from './attributeList.js';
import { aliasTick, fromField, fromInside, fromSurroundings } from './derived.js';
import type { Environment } from './environment.js';
import type { Meaning } from './meaning.js';
import { addStyles } from './styles.js';

interface ReadValue {
  readonly value: Value;
  readonly thing?: Thing;
}

/** Reads opening tags into attributes under their HTML names. */
export class AttributeReader {
  constructor(
    readonly values: Values,
    readonly origins: OriginRegister,
    readonly holders: ReadonlySet<ts.Node>,
  ) {}

  read(
    meaning: Meaning,
    tag: ts.JsxTagNameExpression,
    written: ts.JsxAttributes,
    environment: Environment,
  ): AttributeList {
    const { source } = this.values.evaluator;
    const list = new AttributeList(meaning, tag, source.span(tag), this.origins);
    const fields: FieldSpread[] = [];
    for (const entry of written.properties) {
      if (entry.kind === source.ts.SyntaxKind.JsxAttribute) this.#attribute(list, entry as ts.JsxAttribute);
      else this.#spread(list, entry as ts.JsxSpreadAttribute, fields);
    }
    if (environment.passed) for (const attribute of environment.passed) this.#passed(list, attribute);
    const type = meaning.component?.type;
    if (type !== undefined && !list.has('type'))
      list.derive('type', { state: 'known', value: type, span: list.tagSpan });
    for (const field of fields) fromField(this.values, list, field, true);
    fromSurroundings(this.values, list, environment);
    if (!meaning.native) aliasTick(list);
    if (meaning.initial) fromInside(this.values, list, meaning.initial);
    return list;
  }

  #attribute(list: AttributeList, node: ts.JsxAttribute): void {
    const { source } = this.values.evaluator;
    const written = source.slice(node.name);
    if (!written) return;
    const name = htmlName(list.meaning, written);
    const message = !list.meaning.native && this.#isMessage(list.tag, node, written);
    if (!list.meaning.native && innerProps.has(written) && this.#inner(list, node)) return;
    if (message || this.holders.has(node)) {
      list.holes.push({ node, slot: message ? undefined : name });
      return;
    }
    const read = this.#value(node);
    this.#put(list, node, name, written, read);
    const object = name === 'style' ? read.thing : undefined;
    if (object?.is === 'node' && source.ts.isObjectLiteralExpression(object.node))
      addStyles(this.values, list, object.node, source.span(node));
  }

  /** `inputProps={{ 'aria-label': … }}` belongs to the control inside, which is what the element stands for. */
  #inner(list: AttributeList, { initializer }: ts.JsxAttribute): boolean {
    const { source } = this.values.evaluator;
    const expression =
      initializer && source.ts.isJsxExpression(initializer) ? initializer.expression : undefined;
    const thing = expression && this.values.evaluator.resolve(expression);
    if (!expression || thing?.is !== 'node' || !source.ts.isObjectLiteralExpression(thing.node)) return false;
    this.#object(list, thing.node, expression);
    return true;
  }

  /** Props of `<FormControlLabel checked …>` that belong to its control. */
  #passed(list: AttributeList, node: ts.JsxAttribute): void {
    const name = htmlName(list.meaning, this.values.evaluator.source.slice(node.name));
    if (!list.has(name)) this.#put(list, node, name, '', this.#value(node));
  }

  #put(
    list: AttributeList,
    node: ts.JsxAttribute,
    name: string,
    written: string,
    { value, thing }: ReadValue,
  ): void {
    const { source } = this.values.evaluator;
    if (value.state === 'absent') return;
    const span = source.span(node);
    const direct = value.state === 'known' && !value.origin;
    const off = direct ? [removal(source.text, span)] : thing && this.values.off(thing);
    list.add(name, written, source.span(node.name), span, value, off);
  }

  #isMessage(tag: ts.JsxTagNameExpression, { initializer }: ts.JsxAttribute, written: string): boolean {
    const { source } = this.values.evaluator;
    if (!initializer || !source.ts.isStringLiteral(initializer)) return false;
    return (
      (messages.text.has(written) || messages.key.has(written)) && messages.components.has(source.slice(tag))
    );
  }

  #value(node: ts.JsxAttribute): ReadValue {
    const { source } = this.values.evaluator;
    const { initializer } = node;
    if (!initializer) return { value: { state: 'known', value: true, span: source.span(node.name) } };
    if (source.ts.isStringLiteral(initializer)) {
      const span = source.inner(initializer);
      return { value: { state: 'known', value: decode(source.text.slice(span.start, span.end)), span } };
    }
    if (!source.ts.isJsxExpression(initializer)) return { value: this.values.dynamic(initializer) };
    const { expression } = initializer;
    if (!expression) return { value: { state: 'dynamic', span: source.span(initializer), code: '' } };
    const thing = this.values.evaluator.resolve(expression);
    return { value: this.values.fromThing(thing, expression), thing };
  }

  #spread(list: AttributeList, node: ts.JsxSpreadAttribute, fields: FieldSpread[]): void {
    const { source } = this.values.evaluator;
    const thing = this.values.evaluator.resolve(node.expression);
    const message = spreadMessage(this.values.evaluator, list.meaning.name, thing);
    if (message) list.holes.push({ node, slot: undefined, value: this.#present(message, node.expression) });
    if (thing.is === 'virtual' && thing.spread) fields.push(thing.spread);
    else if (thing.is === 'node' && source.ts.isObjectLiteralExpression(thing.node))
      this.#object(list, thing.node, node);
    else list.openEnded = true;
  }

  #present(thing: Thing, use: ts.Expression): Attribute['value'] {
    const value = this.values.fromThing(thing, use);
    return value.state === 'absent' ? this.values.dynamic(use) : value;
  }

  /** `{...{ checked: true }}`, `{...defaults}` */
  #object(list: AttributeList, object: ts.ObjectLiteralExpression, use: ts.Node): void {
    const { source } = this.values.evaluator;
    const { ts } = source;
    const here = object.pos >= use.pos && object.end <= use.end;
    for (const entry of object.properties) {
      const key = ts.isSpreadAssignment(entry) ? undefined : source.keyOf(entry.name);
      const node = ts.isPropertyAssignment(entry)
        ? entry.initializer
        : ts.isShorthandPropertyAssignment(entry)
          ? entry.name
          : undefined;
      if (key === undefined || !node || !entry.name) {
        list.openEnded = true;
        continue;
      }
      const thing = this.values.evaluator.resolve(node);
      const value = this.values.fromThing(thing, node);
      if (value.state === 'absent') continue;
      const nameSpan = source.span(entry.name);
      const written = here && source.text.slice(nameSpan.start, nameSpan.end) === key ? key : '';
      const name = htmlName(list.meaning, key);
      list.add(
        name,
        written,
        nameSpan,
        here ? source.span(entry) : source.span(use),
        value,
        this.values.off(thing),
      );
    }
  }
}
