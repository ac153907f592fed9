import type { Span } from '../../../core/span.js';
import type { ElementStart } from '../../../model/build.js';
import type { Element } from '../../../model/nodes.js';
import type { MaskHost } from '../../html/mask.js';
import { closeParenthesis, closingQuote } from '../ends.js';
import { parseExpression } from '../expression/parse.js';
import type { TemplateHole } from '../hole.js';
import type { CodeCall, CodeHelpers } from '../language.js';
import type { Reading } from '../reading.js';
import { type OwnElement, readElement } from './elements.js';
import { type Ends, type Made, make } from './make.js';
import { headOf } from './names.js';
import type { Scope } from './writer.js';

interface OpenElement {
  readonly element: Element;
  readonly scope: Scope;
}

/** Brings what helpers print into the tree, place by place. */
export class HelperPlaces {
  /** Controls of which another file decides what they are. */
  readonly elsewhere: Span[] = [];
  /** Elements that wait for their end, the innermost last. */
  readonly #open: OpenElement[] = [];
  /** Blocks that wait for theirs, with the element that they hold. */
  readonly #blocks: (Element | undefined)[] = [];

  constructor(
    readonly source: string,
    readonly helpers: CodeHelpers,
  ) {}

  /** Adds what a construct makes; false where it makes nothing. */
  build(hole: TemplateHole, host: MaskHost): boolean {
    const { open, kind, code, context } = hole;
    const calls = this.helpers.calls?.({ source: this.source, open, kind, code, context });
    if (!calls) return false;
    let found = false;
    for (const call of calls) {
      const made = this.#make(call, host);
      if (!made) continue;
      if (call.among && call.block) this.#braces({ start: hole.start, end: call.code.start }, host);
      const place = call.among || calls.length > 1 ? call.code : { start: hole.start, end: hole.end };
      found =
        (made.kind === 'end' ? this.#end(made, place, host) : this.#add(made, call, place, host)) || found;
    }
    return found;
  }

  /** What an element stands for, and the words that its attributes put into it. */
  meaning(start: ElementStart): Pick<OwnElement, 'start' | 'text'> {
    const read = readElement(start, this.source, this.helpers);
    if (read?.elsewhere) this.elsewhere.push(start.open);
    return read ?? { start };
  }

  /** Follows blocks; true where the end of one ends an element. */
  follow({ kind }: Reading, hole: TemplateHole, host: MaskHost): boolean {
    const { blocks } = this.helpers;
    if (blocks === 'constructs') return this.#step(kind, hole, host);
    return blocks === 'braces' && hole.kind === 'block' && this.#braces(hole, host);
  }

  /** Follows the blocks that code begins and ends with braces. */
  #braces(code: Span, host: MaskHost): boolean {
    let found = false;
    for (const at of bracesIn(this.source, code)) {
      const kind = this.source.charAt(at) === '{' ? 'begin' : 'end';
      found = this.#step(kind, { start: at, end: at + 1 }, host) || found;
    }
    return found;
  }

  #step(kind: string, { start, end }: Span, host: MaskHost): boolean {
    if (kind === 'begin') this.#blocks.push(undefined);
    const element = kind === 'end' ? this.#blocks.pop() : undefined;
    if (!element || !host.isOpen(element)) return false;
    host.close(element, end, { start, end });
    return true;
  }

  #make(call: CodeCall, host: MaskHost): Made | Ends | undefined {
    const { code, grammar, printed, block } = call;
    const { source, helpers } = this;
    const head = call.expression ? undefined : headOf(source, code.start);
    if (!call.expression && !(head && helpers.table.mayBe(head.first, head.last))) return undefined;
    const expression = call.expression ?? parseExpression(source, code, grammar);
    return make({
      source,
      table: helpers.table,
      expression,
      place: code,
      block: block !== undefined,
      printed,
      scopeFor: (receiver) => this.#scopeFor(receiver, host),
    });
  }

  #scopeFor(receiver: string, host: MaskHost): Scope | undefined {
    for (let i = this.#open.length - 1; i >= 0; i--) {
      const open = this.#open[i];
      if (!open || !host.isOpen(open.element)) continue;
      if (open.scope.variable === undefined || open.scope.variable === receiver) return open.scope;
    }
    return undefined;
  }

  #add(made: Made, { block, among: inCode }: CodeCall, place: Span, host: MaskHost): boolean {
    const { tag, name, attributes, openEnded, opens, object } = made;
    // Of a form that is begun in several branches, one has content.
    if (opens && !block && this.#innermost(tag, host)) return false;
    const element = host.open({
      tag,
      name,
      open: place,
      attributes,
      openEnded,
      made: true,
      ...(inCode && { inCode }),
    });
    if (made.elsewhere) this.elsewhere.push(place);
    let at = place.start;
    for (const choice of made.choices) {
      const { span, words } = choice;
      if (span.start < at || span.end > place.end) continue;
      host.tree.open({
        ...choice,
        name,
        open: span,
        openEnded: false,
        made: true,
        ...(inCode && { inCode }),
      });
      if (words) {
        host.tree.openHole(words.span, '', words.value);
        host.tree.close(words.span.end);
      }
      host.tree.close(span.end);
      at = span.end;
    }
    for (const { span, code, value } of [...made.words].sort((a, b) => a.span.start - b.span.start)) {
      if (span.start < at || span.end > place.end) continue;
      host.tree.openHole(span, code, value);
      host.tree.close(span.end);
      at = span.end;
    }
    if (!opens) {
      host.close(element, place.end);
      if (block) this.#blocks.push(undefined);
      return true;
    }
    host.tree.content(place.end);
    this.#open.push({ element, scope: { object, variable: block?.variable } });
    if (block) this.#blocks.push(element);
    return true;
  }

  #end({ tag }: Ends, { start, end }: Span, host: MaskHost): boolean {
    const element = this.#innermost(tag, host);
    if (!element) return false;
    host.close(element, end, { start, end });
    return true;
  }

  #innermost(tag: string, host: MaskHost): Element | undefined {
    while (this.#open.length > 0) {
      const last = this.#open.at(-1);
      if (last && host.isOpen(last.element)) break;
      this.#open.pop();
    }
    return this.#open.findLast(({ element }) => element.tag === tag && host.isOpen(element))?.element;
  }
}

/** Where braces stand that code begins and ends blocks with; those in strings and arguments do not. */
function bracesIn(source: string, { start, end }: Span): number[] {
  const found: number[] = [];
  for (let i = start; i < end; i++) {
    const c = source.charAt(i);
    if (c === '{' || c === '}') found.push(i);
    else if (c === '"' || c === "'") i = closingQuote(source, i) ?? end;
    else if (c === '(') i = (closeParenthesis(source, i) ?? i + 1) - 1;
  }
  return found;
}
