import type ts from 'typescript';
import type { Edit } from '../../core/edit.js';
import { type Component, forms } from '../../knowledge/components.js';
import { rulesAsk } from '../../knowledge/validation.js';
import { fieldInitial, fieldThing, formBag, soleForm, textOf } from '../script/forms.js';
import { withoutEntry } from '../script/lists.js';
import type { FieldSpread, Thing, VirtualThing } from '../script/things.js';
import type { Values } from '../script/values.js';
import { removal } from './attributeList.js';
import type { Environment, FieldAround } from './environment.js';

export type Props = ReadonlyMap<string, ts.JsxAttribute>;
export const NO_PROPS: Props = new Map();
/** Rules are a few lines; in UTF-16 units. */
const MAX_RULES = 500;

/** A component where it is used. */
export interface Use {
  readonly component: Component;
  readonly props: Props;
  readonly opening: ts.JsxOpeningElement | ts.JsxSelfClosingElement;
  readonly element: ts.JsxElement | undefined;
}

/** Works out what components tell the elements in them: forms, fields, groups, labels that hand on props. */
export class Surroundings {
  constructor(readonly values: Values) {}

  /** The field that a component of a form library is or holds. */
  field(use: Use, outer: Environment): FieldAround | undefined {
    const { component, props, element, opening } = use;
    const { evaluator } = this.values;
    const named = this.#prop(props, 'name');
    const name = named && textOf(named);
    if (!component.field || name === undefined) return undefined;
    const control = this.#prop(props, 'control');
    const own = control?.is === 'virtual' ? control.form : this.#formOfTag(opening);
    const initial = fieldInitial(evaluator, own ?? outer.form ?? soleForm(evaluator), name, (key) =>
      this.#prop(props, key),
    );
    const typed = this.#prop(props, 'type');
    const field = fieldThing(evaluator, name, initial, {
      ...this.#duty(props),
      type: typed && textOf(typed),
    });
    const by = component.field === 'child' ? 'child' : this.#hand(field, props, element);
    const checkedBy = component.checkedBy === undefined ? undefined : this.#prop(props, component.checkedBy);
    const checks = component.checkedBy === undefined || (checkedBy && textOf(checkedBy)) === 'checked';
    return { spread: field.spread ?? { name, initial }, by, checks };
  }

  /** What a component tells those inside it. */
  inside(use: Use, field: FieldAround | undefined, outer: Environment): Environment {
    const { component, props } = use;
    let inside = outer;
    if (component.form !== undefined) inside = this.#form(component.form, use, inside);
    if (component.field) {
      const { field: _, ...rest } = inside;
      inside = field ? { ...rest, field } : rest;
    }
    if (component.group) inside = this.#group(props, inside);
    if (component.passes)
      inside = { ...inside, passed: component.passes.flatMap((name) => props.get(name) ?? []) };
    return inside;
  }

  #expressionOf(attribute: ts.JsxAttribute | undefined): ts.Expression | undefined {
    const { ts } = this.values.evaluator.source;
    const written = attribute?.initializer;
    if (!written) return undefined;
    return ts.isJsxExpression(written)
      ? written.expression
      : ts.isStringLiteral(written)
        ? written
        : undefined;
  }

  /** `rules={{ required: true }}` of a field. */
  #duty(props: Props): Pick<FieldSpread, 'required' | 'lift'> {
    const attribute = props.get('rules') ?? props.get('validate');
    const expression = this.#expressionOf(attribute);
    if (!expression || !attribute) return {};
    const { evaluator } = this.values;
    const thing = evaluator.resolve(expression);
    const required = this.#asks(thing.is === 'node' ? thing.node : expression);
    return { required, lift: required ? this.#withoutDuty(attribute, expression) : undefined };
  }

  #asks(rules: ts.Node): boolean {
    return rulesAsk(this.values.evaluator.source.slice(rules).slice(0, MAX_RULES));
  }

  /** The rule that asks for an answer taken away, or the prop where it holds no other. */
  #withoutDuty(attribute: ts.JsxAttribute, rules: ts.Expression): readonly Edit[] | undefined {
    const { source } = this.values.evaluator;
    const { ts } = source;
    const bare = source.bare(rules);
    const all: readonly ts.Node[] = ts.isObjectLiteralExpression(bare)
      ? bare.properties
      : ts.isArrayLiteralExpression(bare)
        ? bare.elements
        : [];
    const asking = all.filter((rule) => this.#asks(rule));
    const [only] = asking;
    if (!only || asking.length > 1) return undefined;
    return [
      all.length > 1
        ? withoutEntry(source, all, all.indexOf(only))
        : removal(source.text, source.span(attribute)),
    ];
  }

  #prop(props: Props, name: string): Thing | undefined {
    const attribute = props.get(name);
    if (attribute && !attribute.initializer)
      return { is: 'scalar', value: true, node: attribute.name, sense: 0 };
    const expression = this.#expressionOf(attribute);
    return expression && this.values.evaluator.resolve(expression);
  }

  /** `<Formik initialValues={…}>`, `<Formik {...formik}>`: the functions inside are handed the form. */
  #form(prop: string, { props, opening, element }: Use, outer: Environment): Environment {
    const { evaluator } = this.values;
    const initial = this.#prop(props, prop);
    const form = initial ? { initial, key: prop } : (this.#spreadForm(opening) ?? soleForm(evaluator));
    if (!form) return outer;
    this.#hand(formBag(evaluator, form), props, element);
    return { ...outer, form };
  }

  #spreadForm(opening: Use['opening']): Environment['form'] {
    const { source } = this.values.evaluator;
    const { ts } = source;
    for (const entry of opening.attributes.properties) {
      const spread = ts.isJsxSpreadAttribute(entry);
      if (!spread && !forms.same.has(source.slice(entry.name))) continue;
      const expression = spread ? entry.expression : this.#expressionOf(entry);
      const thing = expression && this.values.evaluator.resolve(expression);
      if (thing?.is === 'virtual' && thing.form) return thing.form;
    }
    return undefined;
  }

  /** `form` of `<form.Field>`. */
  #formOfTag({ tagName }: Use['opening']): Environment['form'] {
    const { evaluator } = this.values;
    if (!evaluator.source.ts.isPropertyAccessExpression(tagName)) return undefined;
    const thing = evaluator.resolve(tagName.expression);
    return thing.is === 'virtual' ? thing.form : undefined;
  }

  /** Gives a thing to the functions that a component calls to render; the names by which they know it. */
  #hand(thing: VirtualThing, props: Props, element: ts.JsxElement | undefined): string[] {
    const { evaluator } = this.values;
    const { ts } = evaluator.source;
    const written = [...forms.functions].map((prop) => this.#expressionOf(props.get(prop)));
    for (const child of element?.children ?? [])
      if (ts.isJsxExpression(child)) written.push(child.expression);
    const names: string[] = [];
    for (const expression of written) {
      const called = expression && evaluator.resolve(expression);
      if (called?.is !== 'node' || !evaluator.source.isFunction(called.node)) continue;
      const [parameter] = called.node.parameters;
      if (!parameter) continue;
      evaluator.parameters.set(called.node, thing);
      names.push(...boundNames(ts, parameter.name));
    }
    return names;
  }

  #group(props: Props, outer: Environment): Environment {
    const { source } = this.values.evaluator;
    for (const name of ['value', 'defaultValue']) {
      const use = props.get(name);
      const value = this.#prop(props, name);
      if (!use || !value) continue;
      const written = value.is === 'scalar' && !value.way;
      return {
        ...outer,
        group: { value, off: written ? [removal(source.text, source.span(use))] : undefined },
      };
    }
    const { group: _, ...rest } = outer;
    return rest;
  }
}

function boundNames(ts: typeof import('typescript'), name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) =>
    ts.isBindingElement(element) ? boundNames(ts, element.name) : [],
  );
}
