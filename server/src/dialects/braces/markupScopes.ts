import type ts from 'typescript';
import type { Element, Hole } from '../../model/nodes.js';
import { bindPattern } from '../script/bind.js';
import type { EmbeddedScript } from '../script/embeddedScript.js';
import { type Declaration, NO_STEPS } from '../script/scope.js';

interface Open {
  /** Where the element begins that the names are known in. */
  readonly at: number;
  /** Ends with the text until the element has been read. */
  readonly range: Range;
}

/** A stretch of the markup in which names are known. */
export interface Range {
  pos: number;
  end: number;
}

/** The names that elements declare for what stands in them, while these are being read. */
export class MarkupScopes {
  readonly #open: Open[] = [];

  constructor(readonly script: EmbeddedScript) {}

  /** Ends the names of elements that do not hold what is read next. @param at where that begins. */
  leave(parent: Element | Hole, at: number): void {
    for (let last = this.#open.at(-1); last; last = this.#open.at(-1)) {
      if (holds(last.at, parent)) return;
      last.range.end = at;
      this.#open.pop();
    }
  }

  /** The stretch of the element that begins here; its end is known when it has been left. */
  within(at: number): Range {
    const range = { pos: at, end: this.script.text.length + 1 };
    this.#open.push({ at, range });
    return range;
  }

  /** What the names hold is not known. */
  declare(names: readonly string[], range: Range): void {
    const { source, scan } = this.script;
    for (const name of names) scan.scope.declare(name, unknown(source.file, range));
  }

  /** What a pattern binds is taken from a value. */
  bind(pattern: ts.BindingName, initial: ts.Expression, range: Range): void {
    const { source, scan } = this.script;
    const declared = unknown(source.file, range);
    bindPattern(source, scan.scope, pattern, { ...declared, kind: 'variable', initial, constant: true });
  }
}

function unknown(node: ts.Node, scope: ts.TextRange): Declaration {
  return {
    kind: 'parameter',
    scope,
    node,
    initial: undefined,
    steps: NO_STEPS,
    constant: false,
    exported: false,
  };
}

function holds(at: number, inner: Element | Hole): boolean {
  for (let up: Element | Hole | undefined = inner; up; up = up.parent)
    if (up.kind === 'element' && up.parent && up.open.start === at) return true;
  return false;
}
