import type ts from 'typescript';
import type { Edit } from '../../core/edit.js';
import type { Span } from '../../core/span.js';
import type { Given, Setting, Value } from '../../model/nodes.js';
import { isConditional, namesAround } from './names.js';
import type { Frame } from './sink.js';
import type { Source } from './source.js';
import type { Values } from './values.js';

type Present = Setting['value'];

/** A setting as the walk found it. */
export interface Found {
  readonly kind: Setting['kind'];
  readonly key: string;
  readonly keyNode: ts.Node;
  /** Undefined for what is no expression: a method. */
  readonly node: ts.Expression | undefined;
  readonly whole: ts.Node;
  readonly group: number;
  readonly frame: Frame | undefined;
  readonly beside: ((key: string, given: Given) => Edit) | undefined;
}

/** A setting that works out what it is asked for when it is first asked: most are never asked for more than their key. */
export class LazySetting implements Setting {
  readonly kind: Setting['kind'];
  readonly key: string;
  readonly beside?: (key: string, given: Given) => Edit;
  readonly #found: Found;
  readonly #values: Values;
  #value: Present | undefined;
  #context: readonly string[] | undefined;

  constructor(
    found: Found,
    readonly group: number,
    values: Values,
  ) {
    this.#found = found;
    this.#values = values;
    this.kind = found.kind;
    this.key = found.key;
    if (found.beside) this.beside = found.beside;
  }

  get keySpan(): Span {
    return this.#source.inner(this.#found.keyNode);
  }

  get span(): Span {
    return this.#source.span(this.#found.whole);
  }

  get value(): Present {
    const { node } = this.#found;
    this.#value ??= present(node && this.#values.of(this.#given(node)), this.span, this.#source);
    return this.#value;
  }

  /** `from: () => 'a@b.example'`: what the function gives back. */
  #given(node: ts.Expression): ts.Expression {
    const bare = this.#source.bare(node);
    return (this.#source.isFunction(bare) && this.#source.returned(bare)) || node;
  }

  get context(): readonly string[] {
    this.#context ??= namesAround(this.#source, this.#found.frame);
    return this.#context;
  }

  get conditional(): boolean {
    return isConditional(this.#source, this.#found.frame);
  }

  get #source(): Source {
    return this.#values.evaluator.source;
  }
}

function present(value: Value | undefined, span: Span, source: Source): Present {
  if (value && value.state !== 'absent') return value;
  return { state: 'dynamic', span, code: source.text.slice(span.start, span.end) };
}
