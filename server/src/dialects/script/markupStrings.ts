import type ts from 'typescript';
import { firstFrom } from '../../core/search.js';
import { contains, type Span } from '../../core/span.js';
import { holdsReviewable, holdsSamples } from '../../knowledge/markupStrings.js';
import { isTestPath, namesSubject, namesWayOut } from '../../knowledge/sending.js';
import type { Embedded, Setting } from '../../model/nodes.js';
import { readMarkupString } from '../strings/document.js';
import { moved } from '../strings/places.js';
import { type Accumulation, accumulations } from './accumulations.js';
import { LocalFragments } from './fragments.js';
import { litAttributes } from './litAttributes.js';
import { MailBodies } from './mailBodies.js';
import { namesAround } from './names.js';
import type { Scan } from './scan.js';
import { holeReader } from './stringHoles.js';
import { isStringExpression, readAccumulated, readScriptText, type ScriptText } from './stringText.js';
import type { Values } from './values.js';

interface Read {
  readonly node: ts.Expression;
  readonly text: ScriptText;
  /** What it takes in from elsewhere in the file. */
  readonly taken: ReadonlySet<ts.Expression>;
}

/**
 * The markup that strings of a script hold, each as a document of its own, in source order. What one string takes in of
 * another is read where it is taken in.
 * @param others strings that are read otherwise.
 */
export function markupStrings(
  scan: Scan,
  values: Values,
  path: string,
  settings: () => readonly Setting[],
  others: readonly ts.TextRange[] = [],
): Embedded[] {
  const tokens = scan.markup.filter(
    ({ node, frame }) =>
      holdsReviewable(scan.source.slice(node)) &&
      !others.some(({ pos, end }) => pos <= node.pos && node.end <= end) &&
      !namesAround(scan.source, frame).some(isSample),
  );
  if (tokens.length === 0 || isTestPath(path)) return [];
  const reader = new Reader(scan, values, settings);
  return reader.read(tokens.map(({ node }) => scan.source.start(node)));
}

/** `console.log`, `docs.example`. */
function isSample(name: string): boolean {
  return holdsSamples(name.replace(/^.*\./, ''));
}

class Reader {
  readonly #found: Read[] = [];
  readonly #bodies: MailBodies;

  constructor(
    readonly scan: Scan,
    readonly values: Values,
    readonly settings: () => readonly Setting[],
  ) {
    this.#bodies = new MailBodies(values.evaluator, scan.objects);
  }

  /** @param places where strings with markup begin. */
  read(places: number[]): Embedded[] {
    places.sort((a, b) => a - b);
    this.#visit(this.scan.source.file, places);
    const taken = this.#found.flatMap((f) => [...f.taken]);
    return this.#found
      .filter(
        ({ node }) => this.#bodies.has(node) || !taken.some((t) => t.pos <= node.pos && node.end <= t.end),
      )
      .sort((a, b) => a.node.pos - b.node.pos)
      .map((read) => this.#embed(read));
  }

  /** The outermost expressions that make a text. */
  #visit(node: ts.Node, places: readonly number[]): void {
    if (!holdsAny(places, node)) return;
    const { ts } = this.scan.source;
    if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) return;
    if (ts.isBlock(node) || ts.isSourceFile(node)) {
      const gathered = accumulations(this.scan.source, node.statements).filter((a) =>
        this.#gathers(a, places),
      );
      for (const statement of node.statements) {
        if (!gathered.some(({ statements }) => statements.has(statement))) this.#visit(statement, places);
      }
      return;
    }
    if (ts.isExpression(node) && isStringExpression(this.scan.source, node)) this.#text(node, places);
    else ts.forEachChild(node, (child) => this.#visit(child, places));
  }

  /** Reads what statements put together, where markup stands in it. */
  #gathers({ first, steps, statements }: Accumulation, places: readonly number[]): boolean {
    if (![...statements].some((statement) => holdsAny(places, statement))) return false;
    const taken = new Set<ts.Expression>();
    const fragments = new LocalFragments(this.values.evaluator, taken);
    const text = readAccumulated(this.scan.source, { first, steps }, fragments);
    const end = Math.max(...[...statements].map((s) => s.end));
    this.#keep(first, text, taken, { start: first.pos, end }, places);
    return true;
  }

  #text(node: ts.Expression, places: readonly number[]): void {
    const taken = new Set<ts.Expression>();
    const text = readScriptText(this.scan.source, node, new LocalFragments(this.values.evaluator, taken));
    if (text) this.#keep(node, text, taken, { start: node.pos, end: node.end }, places);
  }

  #keep(
    node: ts.Expression,
    text: ScriptText,
    taken: ReadonlySet<ts.Expression>,
    within: Span,
    places: readonly number[],
  ): void {
    if (holdsReviewable(text.text)) this.#found.push({ node, text, taken });
    for (const output of text.outputs.values())
      if (contains(within, { start: output.pos, end: output.end })) this.#visit(output, places);
  }

  #embed({ node, text }: Read): Embedded {
    const { source } = this.scan;
    const mail = this.#bodies.of(node);
    const tag = source.bare(node);
    const lit = source.ts.isTaggedTemplateExpression(tag);
    return readMarkupString(text, {
      readHole: holeReader(text, this.values),
      mail: mail !== undefined,
      settings: () => (mail ? this.#settingsOf(mail, text) : []),
      ...(lit && { attributes: litAttributes }),
    });
  }

  /** What the mail says of itself beside its body, at places outside its text. */
  #settingsOf(mail: Span, { map }: ScriptText): Setting[] {
    return this.settings()
      .filter((s) => namesWayOut(s.key) || (namesSubject(s.key) && contains(mail, s.span)))
      .map((s) => ({
        kind: s.kind,
        key: s.key,
        keySpan: map.outside(s.keySpan),
        value: moved(s.value, map),
        span: map.outside(s.span),
        group: s.group,
        context: s.context,
      }));
  }
}

/** Whether one of some offsets, in ascending order, lies in a node. */
function holdsAny(places: readonly number[], { pos, end }: ts.TextRange): boolean {
  const first = firstFrom(places, pos, (place) => place);
  return (places[first] ?? Number.POSITIVE_INFINITY) < end;
}
