import type ts from 'typescript';
import type { Evaluator } from '../script/evaluate.js';
import { memberOf } from '../script/members.js';
import { type Thing, unknown, via } from '../script/things.js';

/** The names that a component hands to its template and to `this`: data, props, computed values, what `setup` returns. */
export class Members {
  readonly #memo = new Map<string, Thing | undefined>();
  readonly #options: ts.ObjectLiteralExpression | undefined;
  readonly #class: ts.ClassLikeDeclaration | undefined;

  constructor(readonly evaluator: Evaluator) {
    const component = componentOf(evaluator);
    const { ts } = evaluator.source;
    if (component && ts.isObjectLiteralExpression(component)) this.#options = component;
    else if (component && ts.isClassLike(component)) this.#class = component;
  }

  /** The component's options, where they are an object. */
  get options(): ts.ObjectLiteralExpression | undefined {
    return this.#options;
  }

  find(name: string): Thing | undefined {
    if (this.#memo.has(name)) return this.#memo.get(name);
    // Looking for it must not ask for it again.
    this.#memo.set(name, undefined);
    const thing = this.#options ? this.#ofOptions(this.#options, name) : this.#ofClass(name);
    this.#memo.set(name, thing);
    return thing;
  }

  #ofOptions(options: ts.ObjectLiteralExpression, name: string): Thing | undefined {
    const component: Thing = { is: 'node', node: options };
    const option = (key: string): Thing => memberOf(this.evaluator, component, key);
    for (const key of ['setup', 'data', 'asyncData']) {
      const found = present(memberOf(this.evaluator, this.evaluator.result(option(key)), name));
      if (found) return via(found, { kind: 'state', name, exported: false });
    }
    const computed = present(memberOf(this.evaluator, option('computed'), name));
    if (computed) return this.#computed(computed);
    return (
      propDefault(this.evaluator, option('props'), name) ??
      present(memberOf(this.evaluator, option('methods'), name))
    );
  }

  /** A function, or an object with one to read and one to write the value. */
  #computed(thing: Thing): Thing {
    const { source } = this.evaluator;
    const isObject = thing.is === 'node' && source.ts.isObjectLiteralExpression(thing.node);
    return this.evaluator.result(isObject ? memberOf(this.evaluator, thing, 'get') : thing);
  }

  /** `@Component class Form extends Vue { optIn = true }` */
  #ofClass(name: string): Thing | undefined {
    const { source } = this.evaluator;
    const { ts } = source;
    for (const member of this.#class?.members ?? []) {
      if (!member.name || !ts.isPropertyName(member.name) || source.keyOf(member.name) !== name) continue;
      if (ts.isPropertyDeclaration(member)) {
        const given = this.#decorated(member);
        if (given) return given;
        const initial = member.initializer && this.evaluator.resolve(member.initializer);
        return initial ? via(initial, { kind: 'state', name, exported: false }) : unknown(member);
      }
      const body = ts.isGetAccessorDeclaration(member) ? member.body : undefined;
      const returned = body && source.lastReturned(body);
      return returned ? this.evaluator.resolve(returned) : unknown(member);
    }
    return undefined;
  }

  /** `@Prop({ default: true })` */
  #decorated(member: ts.PropertyDeclaration): Thing | undefined {
    const { ts } = this.evaluator.source;
    for (const modifier of member.modifiers ?? []) {
      if (!ts.isDecorator(modifier) || !ts.isCallExpression(modifier.expression)) continue;
      const [options] = modifier.expression.arguments;
      return options
        ? (defaultIn(this.evaluator, this.evaluator.resolve(options)) ?? unknown(member))
        : unknown(member);
    }
    return undefined;
  }
}

/** What a prop is where the parent does not give it. */
export function propDefault(evaluator: Evaluator, props: Thing, name: string): Thing | undefined {
  const { source } = evaluator;
  const { ts } = source;
  if (props.is !== 'node') return undefined;
  if (ts.isArrayLiteralExpression(props.node)) {
    const isListed = props.node.elements.some((e) => ts.isStringLiteralLike(e) && e.text === name);
    return isListed ? unknown(props.node) : undefined;
  }
  if (!ts.isObjectLiteralExpression(props.node)) return undefined;
  if (!props.node.properties.some((entry) => source.keyOf(entry.name) === name)) return undefined;
  return defaultIn(evaluator, memberOf(evaluator, props, name)) ?? unknown(props.node);
}

/** The `default` of a prop's options; objects come from functions. */
export function defaultIn(evaluator: Evaluator, options: Thing): Thing | undefined {
  if (options.is !== 'node') return undefined;
  const stated = present(evaluator.result(memberOf(evaluator, options, 'default')));
  return stated && via(stated, { kind: 'parameter', name: 'default', exported: false });
}

/** Undefined where an object does not have the member, or is none. */
function present(thing: Thing): Thing | undefined {
  if (thing.is === 'unknown') return undefined;
  return thing.is === 'scalar' && thing.value === undefined ? undefined : thing;
}

/** What a module exports as its component: an object, through `defineComponent` and the like, or a class. */
function componentOf({ source }: Evaluator): ts.Node | undefined {
  const { ts } = source;
  const variables = new Map<string, ts.Expression>();
  for (const statement of source.file.statements) {
    if (ts.isVariableStatement(statement)) {
      for (const { name, initializer } of statement.declarationList.declarations)
        if (ts.isIdentifier(name) && initializer) variables.set(name.text, initializer);
    }
    if (ts.isClassDeclaration(statement) && isDefault(ts, statement)) return statement;
    const exported = ts.isExportAssignment(statement)
      ? statement.expression
      : ts.isExpressionStatement(statement) && isModuleExports(source.slice(statement))
        ? (statement.expression as ts.BinaryExpression).right
        : undefined;
    const made = exported && source.bare(exported);
    const named = made && ts.isIdentifier(made) ? variables.get(made.text) : made;
    if (named) return optionsIn(ts, source.bare(named));
  }
  return undefined;
}

function isModuleExports(statement: string): boolean {
  return /^module\.exports\s*=[^=]/.test(statement);
}

function isDefault({ SyntaxKind }: typeof ts, { modifiers }: ts.ClassDeclaration): boolean {
  return modifiers?.some((m) => m.kind === SyntaxKind.DefaultKeyword) ?? false;
}

function optionsIn(
  { isCallExpression, isObjectLiteralExpression, isClassLike }: typeof ts,
  node: ts.Expression,
): ts.Node | undefined {
  if (isCallExpression(node)) return node.arguments.find(isObjectLiteralExpression);
  return isObjectLiteralExpression(node) || isClassLike(node) ? node : undefined;
}
