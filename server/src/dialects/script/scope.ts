import type ts from 'typescript';
import { RangeIndex } from './rangeIndex.js';
import type { Source } from './source.js';

export type Opening = ts.JsxOpeningElement | ts.JsxSelfClosingElement;

/** One step into a value on the way to a bound name: `{ a: { b = 1 } }` binds b by two steps, the second with a fallback. */
export interface Step {
  /** Undefined for a rest element: it is the value itself, less what its siblings took. */
  readonly key: string | number | undefined;
  readonly fallback: ts.Expression | undefined;
}

export const NO_STEPS: readonly Step[] = [];

/** A name that the text declares. */
export interface Declaration {
  readonly kind: 'variable' | 'parameter' | 'function' | 'class' | 'enum';
  /** Where the name is known. */
  readonly scope: ts.TextRange;
  readonly node: ts.Node;
  readonly initial: ts.Expression | undefined;
  readonly steps: readonly Step[];
  /** The name bound beside it in `[value, setValue]`. */
  readonly partner?: string | undefined;
  /** The function it is a parameter of, and which. */
  readonly owner?: ts.SignatureDeclaration;
  readonly index?: number;
  readonly constant: boolean;
  readonly exported: boolean;
}

/** What a local name stands for in another module. */
export interface Imported {
  readonly module: string;
  /** `default`, `*`, or the exported name. */
  readonly name: string;
}

/** The names of one text: declarations by name, told apart by where they hold. */
export class Scope {
  readonly imports = new Map<string, Imported>();
  readonly modules = new Set<string>();
  /** Names that code gives a new value later on. */
  readonly assigned = new Set<string>();
  /** Names that an `export { … }` or `module.exports` hands out. */
  readonly exported = new Set<string>();
  readonly #holders = new Map<string, RangeIndex<ts.Expression>>();
  /** `Component.defaultProps = …` */
  readonly defaultProps = new Map<string, ts.Expression>();
  /** Calls that look like hooks or form makers, in source order. */
  readonly calls: ts.CallExpression[] = [];
  /** Opening tags of components, by name. */
  readonly uses = new Map<string, Opening[]>();
  readonly #declarations = new Map<string, RangeIndex<Declaration>>();

  declare(name: string, declaration: Declaration): void {
    const known = this.#declarations.get(name) ?? new RangeIndex();
    this.#declarations.set(name, known);
    // Overloads come before the function itself.
    known.add(declaration.scope, declaration, declaration.kind === 'function');
  }

  /** Says anew what a name is, where a framework reads its declaration otherwise than the language does. */
  redeclare(name: string, declaration: Declaration): void {
    const known = this.#declarations.get(name) ?? new RangeIndex();
    this.#declarations.set(name, known);
    known.set(declaration.scope, declaration);
  }

  /** Notes what a member of `this` is at first: state, props (their defaults), other fields. */
  hold(key: string, range: ts.TextRange, initial: ts.Expression): void {
    const known = this.#holders.get(key) ?? new RangeIndex();
    this.#holders.set(key, known);
    known.add(range, initial);
  }

  /** Notes where a component is used; lower case is HTML. */
  use({ ts }: Source, node: ts.Node): void {
    const opening = ts.isJsxElement(node)
      ? node.openingElement
      : ts.isJsxSelfClosingElement(node)
        ? node
        : undefined;
    if (!opening || !ts.isIdentifier(opening.tagName) || opening.tagName.text >= 'a') return;
    const known = this.uses.get(opening.tagName.text);
    if (known) known.push(opening);
    else this.uses.set(opening.tagName.text, [opening]);
  }

  /** The declaration that a name means at an offset: the one of the innermost range. */
  find(name: string, at: number): Declaration | undefined {
    return this.#declarations.get(name)?.find(at);
  }

  /** What a member of `this` is at first, in the class around an offset. */
  holder(key: string, at: number): ts.Expression | undefined {
    return this.#holders.get(key)?.find(at);
  }
}
