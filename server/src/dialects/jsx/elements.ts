import type ts from 'typescript';
import type { Edit } from '../../core/edit.js';
import type { Span } from '../../core/span.js';
import { type Component, forms } from '../../knowledge/components.js';
import type { TreeBuilder } from '../../model/build.js';
import type { Value } from '../../model/nodes.js';
import { AttributeReader, CONTROLS, removal } from './attributes.js';
import type { Environment, FieldAround } from './environment.js';
import { fieldInitial, fieldThing, formBag, soleForm, textOf } from './forms.js';
import type { Meaning, Meanings } from './meaning.js';
import type { OriginRegister } from './origins.js';
import type { Scan } from './scan.js';
import { jsxText } from './text.js';
import type { Thing, VirtualThing } from './things.js';
import type { Values } from './values.js';

const MAX_DEPTH = 1200;

type Opening = ts.JsxOpeningElement | ts.JsxSelfClosingElement;
type Props = ReadonlyMap<string, ts.JsxAttribute>;

/** Builds the document's nodes from JSX. */
export class ElementBuilder {
  /** Comments that stand alone in braces, by where they begin; with their braces. */
  readonly braced = new Map<number, Span>();
  whole = false;
  #depth = 0;

  constructor(
    readonly scan: Scan,
    readonly values: Values,
    readonly meanings: Meanings,
    readonly origins: OriginRegister,
    readonly tree: TreeBuilder,
  ) {}

  build(node: ts.Node, environment: Environment): void {
    const { ts } = this.scan.source;
    if (this.#depth >= MAX_DEPTH) return;
    this.#depth++;
    if (ts.isJsxElement(node)) this.#element(node.openingElement, node, environment);
    else if (ts.isJsxSelfClosingElement(node)) this.#element(node, undefined, environment);
    else if (ts.isJsxFragment(node)) this.#children(node.children, environment);
    else this.#inside(node, environment);
    this.#depth--;
  }

  /** The JSX in an expression, every branch of it, in source order. */
  #inside(node: ts.Node, environment: Environment): void {
    const { ts } = this.scan.source;
    ts.forEachChild(node, (child) => this.build(child, environment));
  }

  #element(opening: Opening, element: ts.JsxElement | undefined, environment: Environment): void {
    const { source, holders } = this.scan;
    const props = this.#props(opening);
    const meant = this.meanings.of(opening.tagName, props);
    const own = meant.component?.field
      ? this.#field(meant.component, props, element, opening, environment)
      : undefined;
    // A field that a function renders is but a frame around the control.
    const framed =
      meant.component?.field === 'self' && own !== undefined && own.by.length > 0 && own.by !== 'child';
    const meaning = framed ? { ...meant, tag: 'div' } : meant;
    const isControl = CONTROLS.has(meaning.tag) && meaning.tag !== 'label';
    const reader = new AttributeReader(this.values, this.origins, holders, meaning, opening.tagName);
    const { passed, ...around } = environment;
    const { attributes, openEnded, box, holes } = reader.read(
      opening.attributes,
      this.#given(meaning, isControl ? environment : around, own),
    );
    const open = source.span(opening);
    this.tree.open({
      tag: box ? 'input' : meaning.tag,
      name: source.slice(opening.tagName),
      open,
      attributes,
      openEnded,
      ...(meaning.module !== undefined && { module: meaning.module }),
    });
    if (meaning.tag === 'html' || meaning.tag === 'body') this.whole = true;
    const inside = this.#environment(meaning, own, props, opening, element, isControl ? around : environment);
    for (const { node, slot } of [...holes].sort((a, b) => a.node.pos - b.node.pos))
      this.#slot(node, slot, inside, meaning);
    this.tree.content(open.end);
    if (element) this.#children(element.children, inside);
    const close = element && this.#closing(element);
    this.tree.close(element ? Math.max(element.end, open.end) : open.end, close);
  }

  #closing(element: ts.JsxElement): Span | undefined {
    const span = this.scan.source.span(element.closingElement);
    return this.scan.source.text.startsWith('</', span.start) && span.end <= element.end ? span : undefined;
  }

  #props(opening: Opening): Props {
    const { ts } = this.scan.source;
    const props = new Map<string, ts.JsxAttribute>();
    for (const entry of opening.attributes.properties) {
      if (ts.isJsxAttribute(entry)) props.set(this.scan.source.slice(entry.name), entry);
    }
    return props;
  }

  /** A prop that holds markup, or a message that the component prints. */
  #slot(node: ts.JsxAttribute, slot: string | undefined, environment: Environment, meaning: Meaning): void {
    const { source } = this.scan;
    const { ts } = source;
    const { initializer } = node;
    if (!initializer) return;
    if (ts.isStringLiteral(initializer)) {
      const span = source.inner(initializer);
      const text = source.text.slice(span.start, span.end);
      const words = /\s/.test(text);
      this.tree.openHole(
        span,
        text,
        words ? { state: 'known', value: text, span } : { state: 'dynamic', span, code: text },
      );
      this.tree.close(span.end);
      return;
    }
    const expression = ts.isJsxExpression(initializer) ? initializer.expression : initializer;
    const span = source.span(initializer);
    const code = expression ? source.slice(expression) : '';
    this.tree.openHole(
      span,
      code,
      expression ? this.#printed(expression, true) : { state: 'dynamic', span, code },
      slot,
    );
    const passes = slot === 'control' && meaning.component?.passes;
    this.build(initializer, passes ? environment : withoutPassed(environment));
    this.tree.close(span.end);
  }

  #children(children: readonly ts.JsxChild[], environment: Environment): void {
    for (const child of children) this.#child(child, environment);
  }

  #child(child: ts.JsxChild, environment: Environment): void {
    const { source, holders } = this.scan;
    const { ts } = source;
    if (ts.isJsxText(child)) {
      const text = jsxText(source.slice(child), child.pos);
      if (text) this.tree.text_(text.text, text.span);
    } else if (!ts.isJsxExpression(child)) {
      this.build(child, environment);
    } else if (!child.expression) {
      this.#comment(child);
    } else {
      const span = source.span(child);
      this.tree.openHole(
        span,
        source.slice(child.expression),
        this.#printed(child.expression, holders.has(child)),
      );
      if (holders.has(child)) this.build(child.expression, environment);
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

  /** What the element itself is told. */
  #given(meaning: Meaning, environment: Environment, own: FieldAround | undefined): Environment {
    const { field: _, ...rest } = environment;
    if (meaning.component?.field !== 'self') return environment;
    return own ? { ...rest, field: { ...own, by: 'child' } } : rest;
  }

  /** What this element tells those inside it. */
  #environment(
    meaning: Meaning,
    own: FieldAround | undefined,
    props: Props,
    opening: Opening,
    element: ts.JsxElement | undefined,
    outer: Environment,
  ): Environment {
    const { component } = meaning;
    if (!component) return outer;
    let inside = outer;
    if (component.form !== undefined) inside = this.#form(component.form, props, opening, element, inside);
    if (component.field) {
      const { field: _, ...rest } = inside;
      inside = own ? { ...rest, field: own } : rest;
    }
    if (component.group) inside = this.#group(props, inside);
    if (component.passes)
      inside = { ...inside, passed: component.passes.flatMap((name) => props.get(name) ?? []) };
    return inside;
  }

  #expressionOf(attribute: ts.JsxAttribute | undefined): ts.Expression | undefined {
    const { ts } = this.scan.source;
    const written = attribute?.initializer;
    if (!written) return undefined;
    return ts.isJsxExpression(written)
      ? written.expression
      : ts.isStringLiteral(written)
        ? written
        : undefined;
  }

  #prop(props: Props, name: string): Thing | undefined {
    const attribute = props.get(name);
    if (attribute && !attribute.initializer)
      return { is: 'scalar', value: true, node: attribute.name, sense: 0 };
    const expression = this.#expressionOf(attribute);
    return expression && this.values.evaluator.resolve(expression);
  }

  /** `<Formik initialValues={…}>`, `<Formik {...formik}>`: the functions inside are handed the form. */
  #form(
    prop: string,
    props: Props,
    opening: Opening,
    element: ts.JsxElement | undefined,
    outer: Environment,
  ): Environment {
    const { evaluator } = this.values;
    const initial = this.#prop(props, prop);
    const form = initial ? { initial, key: prop } : (this.#spreadForm(opening) ?? soleForm(evaluator));
    if (!form) return outer;
    this.#hand(formBag(evaluator, form), props, element);
    return { ...outer, form };
  }

  #spreadForm(opening: Opening): Environment['form'] {
    const { ts } = this.scan.source;
    for (const entry of opening.attributes.properties) {
      if (!ts.isJsxSpreadAttribute(entry) && this.scan.source.slice(entry.name) !== 'form') continue;
      const expression = ts.isJsxSpreadAttribute(entry) ? entry.expression : this.#expressionOf(entry);
      const thing = expression && this.values.evaluator.resolve(expression);
      if (thing?.is === 'virtual' && thing.form) return thing.form;
    }
    return undefined;
  }

  #field(
    component: Component,
    props: Props,
    element: ts.JsxElement | undefined,
    opening: Opening,
    outer: Environment,
  ): FieldAround | undefined {
    const { evaluator } = this.values;
    const { field: kind, checkedBy } = component;
    const named = this.#prop(props, 'name');
    const name = named && textOf(named);
    if (name === undefined) return undefined;
    const control = this.#prop(props, 'control');
    const form =
      (control?.is === 'virtual' ? control.form : this.#formOfTag(opening)) ??
      outer.form ??
      soleForm(evaluator);
    const field = fieldThing(
      evaluator,
      name,
      fieldInitial(evaluator, form, name, (key) => this.#prop(props, key)),
      { type: textOf(this.#prop(props, 'type') ?? { is: 'unknown', node: opening }) },
    );
    const by = kind === 'child' ? 'child' : this.#hand(field, props, element);
    const checks =
      kind !== 'child' || !checkedBy || textOf(this.#prop(props, checkedBy) ?? field) === 'checked';
    return { spread: field.spread ?? { name, initial: undefined }, by, checks };
  }

  /** `form` of `<form.Field>`. */
  #formOfTag({ tagName }: Opening): Environment['form'] {
    const { ts } = this.scan.source;
    if (!ts.isPropertyAccessExpression(tagName)) return undefined;
    const thing = this.values.evaluator.resolve(tagName.expression);
    return thing.is === 'virtual' ? thing.form : undefined;
  }

  /** Gives a thing to the functions that a component calls to render; the names by which they know it. */
  #hand(thing: VirtualThing, props: Props, element: ts.JsxElement | undefined): string[] {
    const { source } = this.scan;
    const { ts } = source;
    const written = [...forms.functions].map((prop) => this.#expressionOf(props.get(prop)));
    for (const child of element?.children ?? [])
      if (ts.isJsxExpression(child)) written.push(child.expression);
    const names: string[] = [];
    for (const expression of written) {
      const called = expression && this.values.evaluator.resolve(expression);
      if (called?.is !== 'node' || !source.isFunction(called.node)) continue;
      const [parameter] = called.node.parameters;
      if (!parameter) continue;
      this.values.evaluator.parameters.set(called.node, thing);
      names.push(...boundNames(ts, parameter.name));
    }
    return names;
  }

  #group(props: Props, outer: Environment): Environment {
    const { source } = this.scan;
    for (const name of ['value', 'defaultValue']) {
      const use = props.get(name);
      const value = this.#prop(props, name);
      if (!use || !value) continue;
      const written = value.is === 'scalar' && !value.way;
      const off: readonly Edit[] | undefined = written ? [removal(source.text, source.span(use))] : undefined;
      return { ...outer, group: { value, use, off } };
    }
    const { group: _, ...rest } = outer;
    return rest;
  }
}

function withoutPassed({ passed: _, ...rest }: Environment): Environment {
  return rest;
}

function boundNames(ts: typeof import('typescript'), name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) =>
    ts.isBindingElement(element) ? boundNames(ts, element.name) : [],
  );
}
