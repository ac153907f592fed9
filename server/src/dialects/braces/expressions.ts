import type ts from 'typescript';
import type { Span } from '../../core/span.js';
import type { Attribute, Value } from '../../model/nodes.js';
import { decodeEntities } from '../html/text.js';
import type { EmbeddedScript } from '../script/embeddedScript.js';
import { type Thing, unknown } from '../script/things.js';
import type { BraceHole, MixedExpression } from './scan.js';

type Present = Attribute['value'];

export interface ReadExpression {
  readonly value: Value;
  readonly thing: Thing;
}

/** Reads the code that markup holds in braces. */
export class Expressions {
  constructor(readonly script: EmbeddedScript) {}

  /** What code stands for; dynamic where it is half-typed. */
  read(code: Span): ReadExpression {
    const { values, source } = this.script;
    const expression = this.script.expression(code);
    if (!expression) return { value: this.unread(code), thing: unknown(source.file) };
    const thing = values.evaluator.resolve(expression);
    return { value: values.fromThing(thing, expression), thing };
  }

  /** Text and code by turns: known where all of it is. */
  mixed(span: Span, holes: readonly BraceHole[]): Present {
    const { text } = this.script;
    const parts: string[] = [];
    let at = span.start;
    for (const hole of holes) {
      const { value } = this.read(hole.code);
      // A part that a caller may overrule leaves the whole open.
      const overrulable =
        value.state === 'known' && (value.origin?.kind === 'parameter' || value.origin?.kind === 'fallback');
      if (value.state !== 'known' || overrulable) return this.unread(span);
      parts.push(decodeEntities(text.slice(at, hole.start)), String(value.value ?? ''));
      at = hole.end;
    }
    parts.push(decodeEntities(text.slice(at, span.end)));
    return { state: 'known', value: parts.join(''), span };
  }

  unread(span: Span): Present {
    return { state: 'dynamic', span, code: this.script.text.slice(span.start, span.end) };
  }

  /** Names that functions around markup take are not known there: `items.map((item) => <li>{item}</li>)`. */
  declareParameters({ code, markup }: MixedExpression): void {
    const { ts, text } = this.script;
    let written = '';
    let at = code.start;
    for (const { start, end } of markup) {
      // Elements are values; a number is the shortest one.
      written += `${text.slice(at, start)}0${text.slice(start + 1, end).replace(/[^\r\n]/g, ' ')}`;
      at = end;
    }
    const expression = this.script.expression(code, written + text.slice(at, code.end));
    if (!expression) {
      this.script.declare(namesIn(written), code);
      return;
    }
    const pending: ts.Node[] = [expression];
    for (let node = pending.pop(); node; node = pending.pop()) {
      if (ts.isFunctionLike(node)) {
        const span = { start: node.pos, end: node.end };
        for (const { name } of node.parameters) this.script.declare(boundNames(ts, name), span);
      }
      if (ts.isVariableDeclaration(node)) this.script.declare(boundNames(ts, node.name), code);
      ts.forEachChild(node, (child) => void pending.push(child));
    }
  }
}

/** Every word that may be a parameter of half-typed code. */
function namesIn(code: string): string[] {
  return [...code.matchAll(/(?:([\w$]+)|\(([^()]*)\))\s*=>/g)].flatMap(([, one, several]) =>
    one !== undefined ? [one] : (several?.match(/[A-Za-z_$][\w$]*/g) ?? []),
  );
}

/** The names that a pattern binds. */
export function boundNames({ isIdentifier, isBindingElement }: typeof ts, name: ts.BindingName): string[] {
  const found: string[] = [];
  const pending: ts.BindingName[] = [name];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (isIdentifier(next)) found.push(next.text);
    else for (const element of next.elements) if (isBindingElement(element)) pending.push(element.name);
  }
  return found;
}
