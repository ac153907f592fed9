import type ts from 'typescript';
import type { Span } from '../../core/span.js';
import { isMailBody, standsBesideBody } from '../../knowledge/markupStrings.js';
import type { Evaluator } from './evaluate.js';
import { definitionOf } from './fragments.js';

/** The texts that code sends as mails: those that stand beside a subject or an addressee. */
export class MailBodies {
  #bodies: Map<ts.Expression, Span> | undefined;

  constructor(
    readonly evaluator: Evaluator,
    readonly objects: readonly ts.ObjectLiteralExpression[],
  ) {}

  has(node: ts.Expression): boolean {
    return this.of(node) !== undefined;
  }

  /** Where the mail is put together that a text is the body of. */
  of(node: ts.Expression): Span | undefined {
    this.#bodies ??= this.#find();
    return this.#bodies.get(this.evaluator.source.bare(node));
  }

  #find(): Map<ts.Expression, Span> {
    const { source } = this.evaluator;
    const { ts } = source;
    const found = new Map<ts.Expression, Span>();
    for (const object of this.objects) {
      const entries = object.properties.flatMap((entry) => {
        const key = ts.isSpreadAssignment(entry) ? undefined : source.keyOf(entry.name);
        return key === undefined ? [] : [{ key, entry }];
      });
      if (!entries.some(({ key }) => standsBesideBody(key))) continue;
      for (const { key, entry } of entries) {
        if (!isMailBody(key)) continue;
        const value = ts.isPropertyAssignment(entry)
          ? entry.initializer
          : ts.isShorthandPropertyAssignment(entry)
            ? entry.name
            : undefined;
        const body =
          value && (definitionOf(this.evaluator, value) ?? this.#gathered(value) ?? source.bare(value));
        if (body) found.set(body, source.span(object));
      }
    }
    return found;
  }

  /** What a variable begins with that statements add a body to: `html += '…'`, `lines.push('…')` and `lines.join('')`. */
  #gathered(value: ts.Expression): ts.Expression | undefined {
    const { source, scope } = this.evaluator;
    const { ts } = source;
    const bare = source.bare(value);
    const callee = ts.isCallExpression(bare) ? bare.expression : undefined;
    const joins = callee && ts.isPropertyAccessExpression(callee) && callee.name.text === 'join';
    const name = joins ? source.bare(callee.expression) : bare;
    if (!ts.isIdentifier(name)) return undefined;
    const declared = scope.find(name.text, source.start(name));
    if (declared?.kind !== 'variable' || !declared.initial || declared.steps.length > 0) return undefined;
    const first = source.bare(declared.initial);
    return ts.isArrayLiteralExpression(first) === (joins === true) ? first : undefined;
  }
}
