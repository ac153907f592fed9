import type ts from 'typescript';
import type { Span } from '../../core/span.js';
import type { Attribute, Value } from '../../model/nodes.js';
import { decodeEntities } from '../html/text.js';
import { bindPattern } from '../script/bind.js';
import type { EmbeddedScript } from '../script/embeddedScript.js';
import { NO_STEPS } from '../script/scope.js';
import { type Thing, unknown } from '../script/things.js';
import { entryThatIsOn } from './entries.js';
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
      // Elements are values: a template as long as they are, so that functions reach as far as what they draw.
      const inside = ' '.repeat(Math.max(0, end - start - 2));
      written += text.slice(at, start) + (end - start < 2 ? '0' : `\`${inside}\``);
      at = end;
    }
    written += text.slice(at, code.end);
    if (!DECLARES.test(written) || this.#declareDrawer(written, code)) return;
    const expression = this.script.expression(code, written);
    if (!expression) {
      this.script.declare(namesIn(written), code);
      return;
    }
    const drawn = new Map<ts.Node, ts.ObjectLiteralExpression>();
    const pending: ts.Node[] = [expression];
    for (let node = pending.pop(); node; node = pending.pop()) {
      if (ts.isCallExpression(node)) this.#drawn(node, drawn);
      if (ts.isFunctionLike(node)) this.#declareFunction(node, drawn.get(node));
      if (ts.isVariableDeclaration(node)) this.script.declare(boundNames(ts, node.name), code);
      ts.forEachChild(node, (child) => void pending.push(child));
    }
  }

  /** `rooms.map((room, i) => <li>…</li>)`, of which nothing but the names needs a parser. */
  #declareDrawer(written: string, { start, end }: Span): boolean {
    const found = DRAWER.exec(written);
    if (!found) return false;
    const [call = '', before = '', list = '', parameters = ''] = found;
    const from = start + before.length;
    const { thing } = this.read({ start: from, end: from + list.length });
    if (entryThatIsOn(this.script.evaluator, thing)) return false;
    const open = start + call.indexOf('(', before.length + list.length) + 1;
    const names = parameters.match(/[\w$]+/g) ?? [];
    this.script.declare(names, { start: open, end });
    return true;
  }

  /** `[{ on: true }].map((entry) => …)`: the function is given the entry. */
  #drawn(
    { expression, arguments: [drawer] }: ts.CallExpression,
    drawn: Map<ts.Node, ts.ObjectLiteralExpression>,
  ): void {
    const { ts, evaluator } = this.script;
    if (
      !drawer ||
      !ts.isPropertyAccessExpression(expression) ||
      !/^(?:map|flatMap)$/.test(expression.name.text)
    )
      return;
    const entry = entryThatIsOn(evaluator, evaluator.resolve(expression.expression));
    if (entry) drawn.set(drawer, entry);
  }

  #declareFunction(node: ts.SignatureDeclaration, entry: ts.ObjectLiteralExpression | undefined): void {
    const { ts, source, scan } = this.script;
    for (const [index, parameter] of node.parameters.entries()) {
      if (entry && index === 0)
        bindPattern(source, scan.scope, parameter.name as ts.BindingName, {
          kind: 'variable',
          scope: node,
          node: parameter,
          initial: entry,
          steps: NO_STEPS,
          constant: true,
          exported: false,
        });
      else
        this.script.declare(boundNames(ts, parameter.name as ts.BindingName), {
          start: node.pos,
          end: node.end,
        });
    }
  }
}

/** Code without any of these declares no name. */
const DECLARES = /=>|\b(?:function|const|let|var|class|get|set|async)\b|\)\s*\{/;

/** A function that draws the entries of a list, its markup covered. */
const DRAWER =
  /^(\s*)([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*)\.(?:map|flatMap)\(\s*(\([\w$\s,]*\)|[\w$]+)\s*=>\s*(?:\(\s*)?`[^`]*`\s*(?:\)\s*)?\)\s*$/;

/** Every word that may be a parameter of half-typed code. */
function namesIn(code: string): string[] {
  return [...code.matchAll(/(?:(?<![\w$])([\w$]+)|\(([^()]*)\))\s*=>/g)].flatMap(([, one, several]) =>
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
