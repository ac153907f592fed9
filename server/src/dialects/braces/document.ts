import { lazily } from '../../core/lazily.js';
import type { TreeBuilder } from '../../model/build.js';
import type { Attribute, Doc } from '../../model/nodes.js';
import type { ParseOptions } from '../dialect.js';
import { describeHtml } from '../html/index.js';
import { readTree } from '../html/tree.js';
import type { EmbeddedScript } from '../script/embeddedScript.js';
import { ownStates } from '../script/ownState/index.js';
import { type BraceElementOptions, BraceElements } from './elements.js';
import { Expressions } from './expressions.js';
import { BraceMask } from './mask.js';
import type { BraceHole, BraceScan } from './scan.js';
import { braceSyntax, mixedSyntax } from './syntax.js';
import { tiesOf } from './ties.js';
import { trimmed } from './trimmed.js';

export interface BraceDialect {
  readonly id: string;
  readonly name: BraceElementOptions['name'];
  /** Its expressions hold elements. */
  readonly markupInCode?: boolean;
  /** The attributes whose values an element prints. */
  readonly prints: ReadonlySet<string>;
  /** Adds what code among texts stands for, where that is not what it prints; false where it is. */
  add(hole: BraceHole, code: string, tree: TreeBuilder): boolean;
}

/** Reads the markup of a file whose code is known already. */
export function readDocument(
  scan: BraceScan,
  script: EmbeddedScript,
  dialect: BraceDialect,
  { components, path }: ParseOptions,
): Doc {
  const { text } = script;
  const expressions = new Expressions(script);
  for (const mixed of scan.mixed) expressions.declareParameters(mixed);
  const reader = new BraceElements(expressions, { configured: components, name: dialect.name });
  const add = (hole: BraceHole, tree: TreeBuilder): void => {
    const span = { start: hole.start, end: hole.end };
    const place = trimmed(text, hole.code);
    const code = text.slice(place.start, place.end);
    if (code.startsWith('/*') && code.indexOf('*/') === code.length - 2)
      tree.comment(code.slice(2, -2), span);
    else if (/^\/\/[^\r\n]*$/.test(code)) tree.comment(code.slice(2), span);
    else if (!dialect.add(hole, code, tree)) {
      tree.openHole(span, code, () => expressions.read(place).value);
      tree.close(span.end);
    }
  };
  const fill = (attributes: readonly Attribute[], at: number, tree: TreeBuilder): void => {
    const printed = dialect.prints.size > 0 && attributes.find((a) => dialect.prints.has(a.name));
    if (!printed) return;
    const [hole] = mask.within(printed.span);
    const code = hole ? trimmed(text, hole.code) : printed.value.span;
    const value = () => (hole ? expressions.read(code).value : printed.value);
    tree.openHole({ start: at, end: at }, text.slice(code.start, code.end), value);
    tree.close(at);
  };
  const mask: BraceMask = new BraceMask(scan, add, fill);
  reader.mask = mask;
  const tree = readTree(text, { mask, caseSensitive: true, selfClosing: () => true, meaning: reader.read });
  reader.origins.settle();
  const doc = describeHtml(text, tree);
  const inCode = [...script.scan.comments.found, ...scan.comments];
  // Those in scripts have been read as HTML's scripts are, too.
  const places = new Set(inCode.map(({ span }) => span.start));
  const comments = [...inCode, ...doc.comments.filter(({ span }) => !places.has(span.start))];
  const { settings: _, ...rest } = doc;
  const read = {
    ...rest,
    dialect: dialect.id,
    comments: comments.sort((a, b) => a.span.start - b.span.start),
    modules: [...script.scan.scope.modules],
    problems: script.problems,
    embedded: script.strings(path),
    syntax: dialect.markupInCode ? mixedSyntax : braceSyntax,
    ownState: ownStates(script.evaluator, (element) => tiesOf(script, element)),
    // The content of other files is put into it.
    ...(tree.holds('slot') && { layout: true }),
  };
  return lazily(read, { settings: () => script.settings });
}
