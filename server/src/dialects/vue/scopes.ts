import type ts from 'typescript';
import type { Span } from '../../core/span.js';
import type { Element, Hole } from '../../model/nodes.js';
import { entryThatIsOn } from '../braces/entries.js';
import { boundNames } from '../braces/expressions.js';
import { bindPattern } from '../script/bind.js';
import { type Declaration, NO_STEPS } from '../script/scope.js';
import type { ComponentCode } from './code.js';
import { loopOf, wordsOf } from './directives.js';

interface Open {
  /** Where the element begins that the names are known in. */
  readonly at: number;
  /** Ends with the text until the element has been read. */
  readonly range: { pos: number; end: number };
}

/** The names that loops and slots declare, while the elements they hold in are being read. */
export class MarkupScopes {
  readonly #open: Open[] = [];

  constructor(readonly code: ComponentCode) {}

  /** Ends the names of elements that do not hold what is read next. @param at where that begins. */
  leave(parent: Element | Hole, at: number): void {
    for (let last = this.#open.at(-1); last; last = this.#open.at(-1)) {
      if (holds(last.at, parent)) return;
      last.range.end = at;
      this.#open.pop();
    }
  }

  /** `v-for="(item, i) in items"`: of a list that is written out, the entry that is on stands for all. */
  loop(at: number, value: Span): void {
    const { script, expressions } = this.code;
    const { text, ts, scan, evaluator } = script;
    const loop = loopOf(text, value);
    if (!loop) return;
    const range = this.#range(at);
    const arrow = script.expression(
      value,
      `${text.slice(value.start, loop.word.start)}=>${text.slice(loop.word.end, value.end)}`,
    );
    const item = arrow && ts.isArrowFunction(arrow) ? arrow.parameters[0] : undefined;
    const entry = item && entryThatIsOn(evaluator, expressions.read(loop.list).thing);
    const known = item && entry ? boundNames(ts, item.name) : [];
    const words = wordsOf(text.slice(loop.names.start, loop.names.end));
    this.#declare(
      words.filter((word) => !known.includes(word)),
      range,
    );
    if (!item || !entry) return;
    const declared = unknown(script.source.file, range);
    bindPattern(script.source, scan.scope, item.name, {
      ...declared,
      kind: 'variable',
      initial: entry,
      constant: true,
    });
  }

  /** `v-slot="{ item }"` */
  slot(at: number, value: Span): void {
    const { text } = this.code.script;
    this.#declare(wordsOf(text.slice(value.start, value.end)), this.#range(at));
  }

  #range(at: number): Open['range'] {
    const range = { pos: at, end: this.code.script.text.length + 1 };
    this.#open.push({ at, range });
    return range;
  }

  #declare(names: readonly string[], range: ts.TextRange): void {
    const { script } = this.code;
    for (const name of names) script.scan.scope.declare(name, unknown(script.source.file, range));
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
