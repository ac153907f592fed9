import type ts from 'typescript';
import type { Span } from '../../core/span.js';
import type { TreeBuilder } from '../../model/build.js';
import type { Value } from '../../model/nodes.js';
import { CONTROLS } from '../components/attributeNames.js';
import type { OriginRegister } from '../script/origins.js';
import type { Scan } from '../script/scan.js';
import { decode, jsxText } from '../script/text.js';
import type { Values } from '../script/values.js';
import type { PropHole } from './attributeList.js';
import { AttributeReader } from './attributes.js';
import type { Environment, FieldAround } from './environment.js';
import type { ListedBox } from './listed.js';
import type { Meaning, Meanings } from './meaning.js';
import { NO_PROPS, type Props, Surroundings, type Use } from './surroundings.js';

const MAX_DEPTH = 1200;

/** Builds the document's nodes from JSX. */
export class ElementBuilder {
  /** Comments that stand alone in braces, by where they begin; with their braces. */
  readonly braced = new Map<number, Span>();
  whole = false;
  readonly #reader: AttributeReader;
  readonly #surroundings: Surroundings;
  #depth = 0;

  constructor(
    readonly scan: Scan,
    readonly values: Values,
    readonly meanings: Meanings,
    readonly origins: OriginRegister,
    readonly tree: TreeBuilder,
  ) {
    this.#reader = new AttributeReader(values, origins, scan.holders);
    this.#surroundings = new Surroundings(values);
  }

  /** Everything that the text draws, in source order: JSX that stands by itself, and boxes drawn from lists. */
  buildAll(listed: readonly ListedBox[]): void {
    let next = 0;
    let open: ListedBox | undefined;
    const closeBefore = (at: number): void => {
      if (open && open.span.end <= at) {
        this.tree.close(open.span.end);
        open = undefined;
      }
    };
    for (const root of [...this.scan.roots, undefined]) {
      const at = root ? this.scan.source.start(root) : this.scan.source.text.length + 1;
      for (let box = listed[next]; box && box.span.start <= at; box = listed[++next]) {
        closeBefore(box.span.start);
        this.tree.open({
          tag: 'input',
          name: box.name,
          open: box.span,
          attributes: box.attributes,
          openEnded: true,
        });
        open = box;
      }
      closeBefore(at);
      if (root) this.build(root, {});
    }
  }

  build(node: ts.Node, environment: Environment): void {
    const { ts } = this.scan.source;
    const { SyntaxKind: K } = ts;
    if (this.#depth >= MAX_DEPTH) return;
    this.#depth++;
    if (node.kind === K.JsxElement) {
      const element = node as ts.JsxElement;
      this.#element(element.openingElement, element, environment);
    } else if (node.kind === K.JsxSelfClosingElement) {
      this.#element(node as ts.JsxSelfClosingElement, undefined, environment);
    } else if (node.kind === K.JsxFragment) {
      this.#children((node as ts.JsxFragment).children, environment);
    } else {
      // Every branch of an expression, in source order.
      ts.forEachChild(node, (child) => this.build(child, environment));
    }
    this.#depth--;
  }

  #element(opening: Use['opening'], element: ts.JsxElement | undefined, environment: Environment): void {
    const { source } = this.scan;
    const native = this.meanings.isNative(opening.tagName);
    const props = native ? NO_PROPS : this.#props(opening);
    const meant = this.meanings.of(opening.tagName, props);
    const use = meant.component && { component: meant.component, props, opening, element };
    const field = use?.component.field ? this.#surroundings.field(use, environment) : undefined;
    // A field that a function renders is but a frame around the control.
    const framed = use?.component.field === 'self' && field !== undefined && field.by.length > 0;
    const meaning = framed ? { ...meant, tag: 'div' } : meant;
    const isControl = CONTROLS.has(meaning.tag) && meaning.tag !== 'label';
    const around = environment.passed ? withoutPassed(environment) : environment;
    const told = given(meaning, isControl ? environment : around, field);
    const list = this.#reader.read(meaning, opening.tagName, opening.attributes, told);
    const open = source.span(opening);
    this.tree.open({
      tag: list.box ? 'input' : meaning.tag,
      name: meaning.name,
      open,
      attributes: list.attributes,
      openEnded: list.openEnded,
      ...(meaning.module !== undefined && { module: meaning.module }),
    });
    if (meaning.tag === 'html' || meaning.tag === 'body') this.whole = true;
    const outer = isControl ? around : environment;
    const inside = use ? this.#surroundings.inside(use, field, outer) : outer;
    if (list.holes.length > 0) this.#slots(list.holes, inside, meaning);
    this.tree.content(open.end);
    this.#innerHtml(opening, open.end);
    if (element) this.#children(element.children, inside);
    const close = element && this.#closing(element);
    this.tree.close(element ? Math.max(element.end, open.end) : open.end, close);
  }

  /** `dangerouslySetInnerHTML={{ __html: words }}` prints what stands in it. */
  #innerHtml({ attributes }: Use['opening'], at: number): void {
    const { ts } = this.scan.source;
    for (const prop of attributes.properties) {
      if (!ts.isJsxAttribute(prop) || this.scan.source.slice(prop.name) !== INNER_HTML) continue;
      const object = prop.initializer && ts.isJsxExpression(prop.initializer) && prop.initializer.expression;
      if (!object || !ts.isObjectLiteralExpression(object)) return;
      const entry = object.properties.find(ts.isPropertyAssignment);
      if (!entry) return;
      this.tree.openHole({ start: at, end: at }, this.scan.source.slice(entry.initializer), () =>
        withoutTags(this.values.of(entry.initializer)),
      );
      this.tree.close(at);
      return;
    }
  }

  #closing(element: ts.JsxElement): Span | undefined {
    const span = this.scan.source.span(element.closingElement);
    // Where it is missing the parser puts an empty one, often before another's.
    const isThere = span.end > span.start && span.end <= element.end;
    return isThere && this.scan.source.text.startsWith('</', span.start) ? span : undefined;
  }

  #props(opening: Use['opening']): Props {
    const { properties } = opening.attributes;
    if (properties.length === 0) return NO_PROPS;
    const { ts } = this.scan.source;
    const props = new Map<string, ts.JsxAttribute>();
    for (const entry of properties) {
      if (ts.isJsxAttribute(entry)) props.set(this.scan.source.slice(entry.name), entry);
    }
    return props;
  }

  #slots(holes: readonly PropHole[], environment: Environment, meaning: Meaning): void {
    const passes = meaning.component?.passes !== undefined;
    const others = environment.passed ? withoutPassed(environment) : environment;
    for (const hole of holes) {
      if (hole.slot === undefined) this.#message(hole);
      else this.#slot(hole.node, hole.slot, passes && hole.slot === 'control' ? environment : others);
    }
  }

  /** A message that the component prints, by its text or its key. */
  #message({ node, value }: PropHole): void {
    const { source } = this.scan;
    const { ts } = source;
    const literal = ts.isJsxAttribute(node) ? node.initializer : undefined;
    const span = literal ? source.inner(literal) : source.span(node);
    const text = source.text.slice(span.start, span.end);
    const said: Value = /\s/.test(text)
      ? { state: 'known', value: decode(text), span }
      : { state: 'dynamic', span, code: text };
    this.tree.openHole(span, text, value ?? said);
    this.tree.close(span.end);
  }

  /** A prop that holds markup. */
  #slot(node: PropHole['node'], slot: string, environment: Environment): void {
    const { source } = this.scan;
    const { ts } = source;
    const initializer = ts.isJsxAttribute(node) ? node.initializer : node.expression;
    if (!initializer) return;
    const expression = ts.isJsxExpression(initializer) ? initializer.expression : initializer;
    const span = source.span(initializer);
    const code = expression ? source.slice(expression) : '';
    const value: Value = expression ? this.#printed(expression, true) : { state: 'dynamic', span, code };
    this.tree.openHole(span, code, value, slot);
    this.build(initializer, environment);
    this.tree.close(span.end);
  }

  #children(children: readonly ts.JsxChild[], environment: Environment): void {
    for (const child of children) this.#child(child, environment);
  }

  #child(child: ts.JsxChild, environment: Environment): void {
    const { source, holders } = this.scan;
    const { SyntaxKind: K } = source.ts;
    if (child.kind === K.JsxText) {
      const text = jsxText(source.text.slice(child.pos, child.end), child.pos);
      if (text) this.tree.text_(text.text, text.span);
    } else if (child.kind !== K.JsxExpression) {
      this.build(child, environment);
    } else if (!child.expression) {
      this.#comment(child);
    } else {
      const span = source.span(child);
      const holdsMarkup = holders.has(child);
      this.tree.openHole(span, source.slice(child.expression), this.#printed(child.expression, holdsMarkup));
      if (holdsMarkup) this.build(child.expression, environment);
      this.tree.close(span.end);
    }
  }

  /** What an expression prints; of one that holds markup only what else it may print. */
  #printed(node: ts.Expression, holdsMarkup: boolean): Value {
    return holdsMarkup ? this.values.dynamic(node) : this.values.of(node);
  }

  #comment(node: ts.JsxExpression): void {
    const { source } = this.scan;
    const span = source.span(node);
    const code = source.text.slice(span.start + 1, span.end);
    const at = span.start + 1 + (code.length - code.trimStart().length);
    const inner = code.replace(/\}$/, '').trim();
    if (!inner.startsWith('/*') && !inner.startsWith('//')) return;
    this.braced.set(at, span);
    this.tree.comment(inner.replace(/^\/[/*]/, '').replace(/\*\/$/, ''), span);
  }
}

const INNER_HTML = 'dangerouslySetInnerHTML';

function withoutTags(value: Value): Value {
  if (value.state !== 'known' || typeof value.value !== 'string') return value;
  return { ...value, value: value.value.replace(/<[^<>]{0,300}>/g, '') };
}

/** What an element itself is told: a field component is its own control. */
function given(meaning: Meaning, environment: Environment, own: FieldAround | undefined): Environment {
  if (meaning.component?.field !== 'self') return environment;
  const { field: _, ...rest } = environment;
  return own ? { ...rest, field: { ...own, by: 'child' } } : rest;
}

function withoutPassed({ passed: _, ...rest }: Environment): Environment {
  return rest;
}
