import type ts from 'typescript';
import type { Source } from '../script/source.js';

/** The class of a component, and what its decorator says. */
export interface DecoratedClass {
  readonly component: ts.ClassLikeDeclaration;
  /** The decorator's object. */
  readonly options: ts.ObjectLiteralExpression;
}

/** The classes that `@Component({ … })` stands before, in source order. */
export function componentsOf(source: Source): DecoratedClass[] {
  const { ts } = source;
  const found: DecoratedClass[] = [];
  for (const statement of source.file.statements) {
    if (!ts.isClassDeclaration(statement)) continue;
    for (const modifier of statement.modifiers ?? []) {
      if (!ts.isDecorator(modifier) || !ts.isCallExpression(modifier.expression)) continue;
      const { expression, arguments: args } = modifier.expression;
      const [options] = args;
      if (source.lastName(expression) === 'Component' && options && ts.isObjectLiteralExpression(options))
        found.push({ component: statement, options });
    }
  }
  return found;
}

/** An option of a decorator, as written. */
export function optionOf(
  source: Source,
  { properties }: ts.ObjectLiteralExpression,
  name: string,
): ts.Expression | undefined {
  for (const entry of properties)
    if (source.ts.isPropertyAssignment(entry) && source.keyOf(entry.name) === name) return entry.initializer;
  return undefined;
}

/** The class whose template stands in a file of its own; of several the one that names the file. */
export function componentWithTemplate(source: Source, file: string): ts.ClassLikeDeclaration | undefined {
  const found = componentsOf(source);
  const named = found.find(({ options }) => {
    const url = optionOf(source, options, 'templateUrl');
    return url && source.ts.isStringLiteralLike(url) && url.text.split('/').at(-1) === file;
  });
  return (named ?? (found.length === 1 ? found[0] : undefined))?.component;
}
