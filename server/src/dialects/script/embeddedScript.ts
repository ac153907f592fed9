import type ts from 'typescript';
import type { Span } from '../../core/span.js';
import { holdsReviewable } from '../../knowledge/markupStrings.js';
import type { Embedded, Problem, Setting } from '../../model/nodes.js';
import { Evaluator } from './evaluate.js';
import { handWrapped } from './forms.js';
import { markupStrings } from './markupStrings.js';
import { OriginRegister } from './origins.js';
import { parseSource } from './parseSource.js';
import { plainCode } from './plainCode.js';
import { Scan } from './scan.js';
import { NO_STEPS } from './scope.js';
import { SettingCollector } from './settings.js';
import { Source } from './source.js';
import type { TypeScript } from './typescript.js';
import { type Appended, Values } from './values.js';

/**
 * The code of a file whose markup holds it: its scripts, and the expressions that stand among the markup. All of it keeps
 * its offsets in the text, and expressions know the names that the scripts declare.
 */
export class EmbeddedScript {
  readonly source: Source;
  readonly scan: Scan;
  readonly evaluator: Evaluator;
  readonly values: Values;
  readonly origins = new OriginRegister();
  /** What of the code could not be read. */
  readonly problems: Problem[] = [];
  readonly #collector: SettingCollector;

  /**
   * @param scripts the stretches of the text that are code, in source order.
   * @param name a file name whose ending says which kind of code it is: `script.ts`, `script.jsx`.
   * @param appended the end of the text, where that comes from elsewhere.
   */
  constructor(
    readonly ts: TypeScript,
    readonly text: string,
    readonly scripts: readonly Span[],
    readonly name: string,
    appended?: Appended,
  ) {
    const code = onlyWithin(text, scripts);
    const parsed = shallow(() => parseSource(ts, code, name));
    if (!parsed) this.problems.push({ message: TOO_DEEP, span: scripts[0] ?? { start: 0, end: 0 } });
    const file = parsed ?? parseSource(ts, '', name);
    beginWithin(ts, file, scripts);
    // Nodes of expressions ask the file for the text around them.
    file.text = text;
    // What the file declares holds for all of the text.
    Object.assign(file, { end: text.length });
    this.source = new Source(ts, file);
    this.#collector = new SettingCollector(this.source);
    this.scan = new Scan(this.source, this.#collector, parsed ? code : '');
    this.evaluator = new Evaluator(this.source, this.scan.scope);
    handWrapped(this.evaluator);
    this.values = new Values(this.evaluator, appended);
  }

  /** The markup that strings of the scripts hold, each as a document of its own. */
  strings(path: string): Embedded[] {
    // Most code holds no markup.
    const mayHold = this.scripts.some(({ start, end }) => holdsReviewable(this.text.slice(start, end)));
    return mayHold ? markupStrings(this.scan, this.values, path, () => this.settings) : [];
  }

  get settings(): Setting[] {
    return this.#collector.settings(this.values);
  }

  /**
   * The expression that a stretch of the markup holds; undefined where it holds none, or something half-typed.
   * @param code what stands there, as long as the stretch.
   */
  expression({ start, end }: Span, code = this.text.slice(start, end)): ts.Expression | undefined {
    const { ts } = this;
    const plain = plainCode(ts, code, start);
    if (plain) return plain;
    const file = shallow(() => parseSource(ts, `(${code}\n)`, this.name));
    if (!file) return undefined;
    const [statement] = file.statements;
    const whole = file.statements.length === 1 && parseErrors(file) === 0;
    if (!whole || !statement || !ts.isExpressionStatement(statement)) return undefined;
    if (!ts.isParenthesizedExpression(statement.expression)) return undefined;
    const { expression } = statement.expression;
    move(ts, expression, start - 1);
    return expression;
  }

  /** Names that the markup itself declares for a stretch of it (a loop's item): what they hold is not known. */
  declare(names: Iterable<string>, { start, end }: Span): void {
    const scope = { pos: start, end };
    for (const name of names) {
      this.scan.scope.declare(name, {
        kind: 'parameter',
        scope,
        node: this.source.file,
        initial: undefined,
        steps: NO_STEPS,
        constant: false,
        exported: false,
      });
    }
  }
}

/** What stands before a stretch of code is no blank of its first statement. */
function beginWithin(ts: TypeScript, { statements }: ts.SourceFile, stretches: readonly Span[]): void {
  let next = 0;
  for (const { start, end } of stretches) {
    while (next < statements.length && (statements[next]?.end ?? 0) <= start) next++;
    const first = statements[next];
    if (!first || first.pos >= start || first.end > end) continue;
    for (let node: ts.Node | undefined = first; node && node.pos < start; ) {
      Object.assign(node, { pos: start });
      node = ts.forEachChild(node, (child) => (child.pos < start ? child : undefined));
    }
  }
}

const TOO_DEEP = 'This code was not reviewed: it is nested too deeply.';

/** The parser recurses: undefined for what is nested so deeply that its stack does not bear it. */
function shallow<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The text up to the last of the stretches, with everything outside of them blanked; each begins a line of its own. */
function onlyWithin(text: string, stretches: readonly Span[]): string {
  let at = 0;
  let code = '';
  for (const { start, end } of stretches) {
    const before = start - at;
    code += (before > 0 ? `${' '.repeat(before - 1)}\n` : '') + text.slice(start, end);
    at = end;
  }
  return code;
}

/** The parser notes what it stumbled over on the file, in a field that its types do not show. */
function parseErrors(file: ts.SourceFile): number {
  const { parseDiagnostics } = file as ts.SourceFile & { readonly parseDiagnostics?: readonly unknown[] };
  return parseDiagnostics?.length ?? 0;
}

/** Moves a tree of nodes by an offset. */
function move(ts: TypeScript, root: ts.Node, by: number): void {
  const shift = (range: ts.TextRange): void => {
    const { pos, end } = range;
    Object.assign(range, { pos: pos + by, end: end + by });
  };
  const pending: ts.Node[] = [root];
  const add = (node: ts.Node): void => void pending.push(node);
  const addAll = (nodes: ts.NodeArray<ts.Node>): void => {
    shift(nodes);
    for (const node of nodes) add(node);
  };
  for (let node = pending.pop(); node; node = pending.pop()) {
    shift(node);
    ts.forEachChild(node, add, addAll);
  }
}
