import type ts from 'typescript';
import {
  type Component,
  componentByShape,
  componentOf,
  intrinsicElements,
  polymorphicProps,
} from '../../knowledge/components.js';
import type { ComponentMeaning } from '../dialect.js';
import type { Evaluator } from '../script/evaluate.js';
import { memberOf } from '../script/members.js';
import type { Declaration } from '../script/scope.js';
import type { Thing } from '../script/things.js';
import { localComponent } from './localComponent.js';

/** What an element of JSX stands for. */
export interface Meaning {
  readonly tag: string;
  /** As written. */
  readonly name: string;
  /** Undefined for HTML elements and for components that nothing is known of. */
  readonly component: Component | undefined;
  readonly module: string | undefined;
  readonly native: boolean;
  /** Whether its box starts on where no prop says so. */
  readonly initial?: Thing | undefined;
}

type Found = {
  readonly component: Component | undefined;
  readonly module: string | undefined;
  readonly initial?: Thing | undefined;
};

const MAX_ALIASES = 8;

/** Finds out what tags stand for: HTML, a library's component, the user's own, or something shaped like one. */
export class Meanings {
  readonly #aliases = new Map<string, Found>();
  readonly #busy = new Set<Declaration>();

  constructor(
    readonly evaluator: Evaluator,
    readonly configured: Readonly<Record<string, ComponentMeaning>> | undefined,
  ) {}

  /** HTML, custom elements included. */
  isNative(tagName: ts.JsxTagNameExpression): boolean {
    const { ts } = this.evaluator.source;
    if (!ts.isIdentifier(tagName)) return ts.isJsxNamespacedName(tagName);
    const first = tagName.text.charCodeAt(0);
    return first >= 97 && first <= 122;
  }

  of(tagName: ts.JsxTagNameExpression, props: ReadonlyMap<string, ts.JsxAttribute>): Meaning {
    const name = this.evaluator.source.slice(tagName);
    if (this.isNative(tagName))
      return { tag: name.toLowerCase(), name, component: undefined, module: undefined, native: true };
    const found = this.#found(tagName, name);
    const shaped = found.component ?? componentByShape(name, (prop) => props.has(prop));
    const component = this.#rendered(props, shaped) ?? shaped;
    return {
      tag: component?.tag ?? name.toLowerCase(),
      name,
      component,
      module: found.module,
      native: false,
      initial: found.initial,
    };
  }

  #found(tagName: ts.Expression | ts.JsxTagNameExpression, name: string): Found {
    const known = this.#aliases.get(name);
    if (known) return known;
    const { ts } = this.evaluator.source;
    const found =
      ts.isIdentifier(tagName) || ts.isPropertyAccessExpression(tagName)
        ? this.#expression(tagName, [], 0)
        : undefined;
    const result = found ?? { component: undefined, module: undefined };
    this.#aliases.set(name, result);
    return result;
  }

  /** @param members the names asked of the expression, outermost last: `Item` of `Form` in `Form.Item`. */
  #expression(node: ts.Expression, members: readonly string[], depth: number): Found | undefined {
    const { ts } = this.evaluator.source;
    const bare = this.evaluator.source.bare(node);
    if (depth > MAX_ALIASES) return undefined;
    if (ts.isPropertyAccessExpression(bare)) {
      const found =
        this.#ofForm(bare, members) ??
        this.#expression(bare.expression, [bare.name.text, ...members], depth + 1);
      return found?.component ? found : (intrinsic(bare.name.text, found?.module) ?? found);
    }
    if (ts.isIdentifier(bare)) return this.#name(bare, members, depth);
    // styled(Checkbox)`…`, styled.input.attrs({ … })`…`, memo(Checkbox), withStyles(…)(Checkbox)
    if (ts.isTaggedTemplateExpression(bare)) return this.#expression(bare.tag, members, depth + 1);
    if (!ts.isCallExpression(bare)) return undefined;
    for (const argument of bare.arguments) {
      const wrapped =
        ts.isIdentifier(argument) && /^[A-Z]/.test(argument.text)
          ? this.#expression(argument, members, depth + 1)
          : undefined;
      if (wrapped?.component) return wrapped;
      if (ts.isStringLiteral(argument) && intrinsicElements.has(argument.text))
        return intrinsic(argument.text);
    }
    const callee = this.evaluator.source.bare(bare.expression);
    const type = this.#typeGiven(callee, bare.arguments[0]);
    if (type !== undefined) {
      const made = this.#expression(callee, members, depth + 1);
      return made?.component && { ...made, component: { ...made.component, type } };
    }
    if (ts.isPropertyAccessExpression(callee) && !intrinsicElements.has(callee.name.text))
      return this.#expression(callee.expression, members, depth + 1);
    return this.#expression(callee, members, depth + 1);
  }

  /** `styled.input.attrs({ type: 'checkbox' })` */
  #typeGiven(callee: ts.Expression, argument: ts.Expression | undefined): string | undefined {
    if (
      !argument ||
      !this.evaluator.source.ts.isPropertyAccessExpression(callee) ||
      callee.name.text !== 'attrs'
    )
      return undefined;
    const given = memberOf(this.evaluator, this.evaluator.called(argument), 'type');
    return given.is === 'scalar' && typeof given.value === 'string' ? given.value : undefined;
  }

  #name(node: ts.Identifier, members: readonly string[], depth: number): Found | undefined {
    const { scope, source } = this.evaluator;
    const own = this.#configured([node.text, ...members].join('.'));
    if (own) return { component: own, module: scope.imports.get(node.text)?.module };
    const imported = scope.imports.get(node.text);
    if (imported) {
      const path = imported.name === '*' ? members : [imported.name, ...members];
      const name = path.join('.') || 'default';
      const component = this.#configured(`${imported.module}#${name}`) ?? componentOf(imported.module, name);
      return { component, module: imported.module };
    }
    const declaration = scope.find(node.text, source.start(node));
    const drawn = declaration && members.length === 0 ? this.#local(declaration) : undefined;
    if (drawn) return drawn;
    if (declaration?.kind !== 'variable' || !declaration.initial) return undefined;
    const keys = declaration.steps.map(({ key }) => key);
    if (!keys.every((key) => typeof key === 'string')) return undefined;
    return this.#expression(declaration.initial, [...keys, ...members], depth + 1);
  }

  /** A component that this text defines. */
  #local(declaration: Declaration): Found | undefined {
    if (this.#busy.has(declaration)) return undefined;
    this.#busy.add(declaration);
    const found = localComponent(this.evaluator, declaration, (tag, props) => this.of(tag, props));
    this.#busy.delete(declaration);
    return found && { ...found, module: undefined };
  }

  /** `<form.Field name="…">` of a form that the text makes. */
  #ofForm(node: ts.PropertyAccessExpression, members: readonly string[]): Found | undefined {
    const { ts } = this.evaluator.source;
    if (members.length > 0 || !ts.isIdentifier(node.expression)) return undefined;
    const base = this.evaluator.resolve(node.expression);
    const field = base.is === 'virtual' && base.form && /Field$/.test(node.name.text);
    return field ? { component: { tag: 'div', field: 'render' }, module: undefined } : undefined;
  }

  /** What `as="a"` or `component={Link}` makes of it; a control keeps what it is. */
  #rendered(
    props: ReadonlyMap<string, ts.JsxAttribute>,
    component: Component | undefined,
  ): Component | undefined {
    const { ts } = this.evaluator.source;
    if (component?.type && component.field !== 'self') return undefined;
    for (const prop of polymorphicProps) {
      const written = props.get(prop)?.initializer;
      if (!written) continue;
      const node = ts.isJsxExpression(written)
        ? written.expression
        : ts.isStringLiteral(written)
          ? written
          : undefined;
      if (!node) continue;
      const value = this.evaluator.resolve(node);
      if (value.is === 'scalar' && typeof value.value === 'string' && /^[a-z][a-z\d-]*$/.test(value.value)) {
        return { ...component, tag: value.value };
      }
      if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node)) continue;
      const name = this.evaluator.source.slice(node);
      const other = this.#found(node, name).component ?? componentByShape(name, (key) => props.has(key));
      if (other) return { ...component, ...other };
    }
    return undefined;
  }

  #configured(name: string): Component | undefined {
    return this.configured && Object.hasOwn(this.configured, name) ? this.configured[name] : undefined;
  }
}

function intrinsic(name: string, module?: string): Found | undefined {
  return intrinsicElements.has(name) ? { component: { tag: name }, module } : undefined;
}
