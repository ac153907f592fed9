import type { Span } from '../../core/span.js';
import { entryThatIsOn } from '../braces/entries.js';
import { boundNames } from '../braces/expressions.js';
import { MarkupScopes } from '../braces/markupScopes.js';
import type { ComponentCode } from './code.js';
import { loopOf, wordsOf } from './directives.js';

/** The names that loops and slots declare, while the elements they hold in are being read. */
export class VueScopes extends MarkupScopes {
  constructor(readonly code: ComponentCode) {
    super(code.script);
  }

  /** `v-for="(item, i) in items"`: of a list that is written out, the entry that is on stands for all. */
  loop(at: number, value: Span): void {
    const { script, expressions } = this.code;
    const { text, ts, evaluator } = script;
    const loop = loopOf(text, value);
    if (!loop) return;
    const range = this.within(at);
    const entry = entryThatIsOn(evaluator, expressions.read(loop.list).thing);
    // What stands around the word is read as a function's head, where it matters what its names stand for.
    const arrow =
      entry &&
      script.expression(
        value,
        `${text.slice(value.start, loop.word.start)}=>${text.slice(loop.word.end, value.end)}`,
      );
    const item = arrow && ts.isArrowFunction(arrow) ? arrow.parameters[0] : undefined;
    const known = item && entry ? boundNames(ts, item.name) : [];
    const words = wordsOf(text.slice(loop.names.start, loop.names.end));
    this.declare(
      words.filter((word) => !known.includes(word)),
      range,
    );
    if (item && entry) this.bind(item.name, entry, range);
  }

  /** `v-slot="{ item }"` */
  slot(at: number, value: Span): void {
    const { text } = this.code.script;
    this.declare(wordsOf(text.slice(value.start, value.end)), this.within(at));
  }
}
