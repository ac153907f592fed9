import type ts from 'typescript';
import { type Edit, replace } from '../../core/edit.js';
import { absent } from '../../core/knowable.js';
import type { Span } from '../../core/span.js';
import type { DynamicValue, KnownValue, Origin, OtherFile, Value } from '../../model/nodes.js';
import type { Evaluator } from './evaluate.js';
import { withoutElement } from './lists.js';
import { markupText } from './markupText.js';
import type { ScalarThing, Thing } from './things.js';
import { undoOf } from './undo.js';

const MAX_CANDIDATES = 20;

/** An origin whose `shared` is settled when the whole text has been read. */
export type OpenOrigin = { -readonly [K in keyof Origin]: Origin[K] };

/** Code from elsewhere that stands behind a text, so that one count of offsets holds for both. */
export interface Appended {
  /** Where it begins. */
  readonly from: number;
  /** The file that it is; absent where it is the one that the text stands in (`SourceMap.outside`). */
  readonly file?: OtherFile;
}

/** Turns what expressions stand for into values of the document model. */
export class Values {
  constructor(
    readonly evaluator: Evaluator,
    readonly appended?: Appended,
  ) {}

  of(node: ts.Expression): Value {
    return this.fromThing(this.evaluator.resolve(node), node);
  }

  /** @param use the code that reads the value. */
  fromThing(thing: Thing, use: ts.Node): Value {
    if (thing.is === 'scalar')
      return thing.value === undefined ? absent : this.#known(thing, thing.value, use);
    if (thing.is === 'node' && this.evaluator.source.ts.isExpression(thing.node)) {
      // What stands here is read as markup already.
      const here = use.pos <= thing.node.pos && thing.node.end <= use.end;
      const words = here ? undefined : markupText(this.evaluator, thing.node);
      if (words?.whole)
        return {
          state: 'known',
          value: words.text,
          span: this.evaluator.source.span(use),
          origin: this.#origin(thing.node, thing),
        };
    }
    return this.dynamic(use, thing);
  }

  #known(thing: ScalarThing, value: NonNullable<ScalarThing['value']> | null, use: ts.Node): KnownValue {
    const { source } = this.evaluator;
    if (thing.way || this.#isBeyond(thing.node))
      return { state: 'known', value, span: source.span(use), origin: this.#origin(thing.node, thing) };
    return { state: 'known', value, span: thing.sense === 0 ? source.span(use) : source.inner(thing.node) };
  }

  #origin(node: ts.Node, thing: Exclude<Thing, { is: 'virtual' | 'unknown' }>): OpenOrigin {
    const { kind, name, exported } = thing.way ?? { kind: 'constant', name: '', exported: false };
    const span = this.evaluator.source.inner(node);
    const { from, file } = this.appended ?? { from: 0 };
    if (!file || span.start < from) {
      const undo = thing.is === 'scalar' ? undoOf(this.evaluator.source, thing) : undefined;
      return { kind, span, name, shared: exported, ...(undo && { undo }) };
    }
    const there = { start: span.start - from, end: span.end - from };
    return { kind, span: there, name, shared: exported, file };
  }

  dynamic(use: ts.Node, thing?: Thing): DynamicValue {
    const { source } = this.evaluator;
    return new LazyDynamic(source.span(use), source.text, () => this.#candidates(use, thing));
  }

  /** The literals that an expression chooses from. */
  #candidates(use: ts.Node, thing: Thing | undefined): KnownValue[] {
    const { ts } = this.evaluator.source;
    const found = new Map<number, KnownValue>();
    const pending: ts.Node[] = thing?.is === 'unknown' && thing.node !== use ? [thing.node, use] : [use];
    const seen = new Set<ts.Node>();
    for (let node = pending.pop(); node && found.size < MAX_CANDIDATES; node = pending.pop()) {
      const bare = ts.isExpression(node) ? this.evaluator.source.bare(node) : node;
      if (seen.has(bare)) continue;
      seen.add(bare);
      if (ts.isConditionalExpression(bare)) pending.push(bare.whenFalse, bare.whenTrue);
      else if (ts.isBinaryExpression(bare)) pending.push(...this.#operands(bare));
      else if (ts.isTemplateExpression(bare))
        pending.push(...bare.templateSpans.map((s) => s.expression).reverse());
      else if (ts.isAwaitExpression(bare)) pending.push(bare.expression);
      else if (ts.isArrayLiteralExpression(bare) && bare === use)
        pending.push(...[...bare.elements].reverse());
      else if (ts.isExpression(bare)) this.#candidate(bare, use, found, pending);
    }
    return [...found.values()];
  }

  #operands({ left, right, operatorToken }: ts.BinaryExpression): ts.Node[] {
    const { SyntaxKind: K } = this.evaluator.source.ts;
    if (operatorToken.kind === K.AmpersandAmpersandToken) return [right];
    const either = [K.BarBarToken, K.QuestionQuestionToken, K.PlusToken];
    return either.includes(operatorToken.kind) ? [right, left] : [];
  }

  #candidate(node: ts.Expression, use: ts.Node, found: Map<number, KnownValue>, pending: ts.Node[]): void {
    const { source } = this.evaluator;
    const thing = this.evaluator.resolve(node);
    if (thing.is === 'unknown' && thing.node !== node && thing.node !== source.file) pending.push(thing.node);
    if (thing.is === 'node' && source.ts.isExpression(thing.node)) {
      const words = thing.node === node ? undefined : markupText(this.evaluator, thing.node);
      const span = source.span(thing.node);
      if (words) found.set(span.start, { state: 'known', value: words.text, span });
    }
    if (thing.is !== 'scalar' || thing.value === undefined || thing.value === null) return;
    const span = source.inner(thing.node);
    if (!found.has(span.start))
      found.set(span.start, {
        state: 'known',
        value: thing.value,
        span: this.#isBeyond(thing.node) ? source.span(use) : span,
        ...((thing.way || this.#isBeyond(thing.node)) && { origin: this.#origin(thing.node, thing) }),
      });
  }

  /** The edit that lets a value start off, where its literal can be turned round without changing anything else. */
  off(thing: Thing): readonly Edit[] | undefined {
    const { source } = this.evaluator;
    if (thing.is !== 'scalar' || !thing.value) return undefined;
    if (thing.within) return this.within([withoutElement(source, thing.within.list, thing.within.index)]);
    if (thing.sense !== 1) return undefined;
    const opposite = OPPOSITES.get(source.slice(thing.node));
    return opposite === undefined ? undefined : this.within([replace(source.span(thing.node), opposite)]);
  }

  /** Edits that the text under review can take: none may touch another file. */
  within(edits: readonly Edit[]): readonly Edit[] | undefined {
    const { from, file } = this.appended ?? {};
    return file && from !== undefined && edits.some(({ span }) => span.end > from) ? undefined : edits;
  }

  #isBeyond({ end }: ts.Node): boolean {
    return this.appended !== undefined && end > this.appended.from;
  }
}

/** Most of what is dynamic is never looked at: its candidates are found when they are asked for. */
class LazyDynamic implements DynamicValue {
  readonly state = 'dynamic';
  readonly #text: string;
  readonly #find: () => readonly KnownValue[];
  #candidates: readonly KnownValue[] | undefined;

  constructor(
    readonly span: Span,
    text: string,
    find: () => readonly KnownValue[],
  ) {
    this.#text = text;
    this.#find = find;
  }

  get code(): string {
    return this.#text.slice(this.span.start, this.span.end);
  }

  get candidates(): readonly KnownValue[] {
    this.#candidates ??= this.#find();
    return this.#candidates;
  }
}

const OPPOSITES = new Map([
  ['true', 'false'],
  ['!0', '!1'],
  ['1', '0'],
]);
