import type { Span } from '../../core/span.js';
import type { TreeBuilder } from '../../model/build.js';
import type { Doc } from '../../model/nodes.js';
import { readDocument } from '../braces/document.js';
import type { AttributeName } from '../braces/elements.js';
import { boundNames } from '../braces/expressions.js';
import type { BraceHole } from '../braces/scan.js';
import { scanBraces } from '../braces/scanner.js';
import type { ParseOptions } from '../dialect.js';
import { EmbeddedScript } from '../script/embeddedScript.js';
import type { TypeScript } from '../script/typescript.js';

/** Reads an Astro page or component: the code of its front matter, then the markup. */
export function readAstro(ts: TypeScript, text: string, options: ParseOptions): Doc {
  const front = frontMatter(text);
  const scan = scanBraces(text, { markupInCode: true, from: front.end });
  const script = new EmbeddedScript(ts, text, front.code ? [front.code] : [], 'script.ts');
  readProps(script);
  const add = (hole: BraceHole, code: string, tree: TreeBuilder) => addStretch(text, hole, code, tree);
  const dialect = { id: 'astro', name: attributeName, markupInCode: true, prints: PRINTS, add };
  return readDocument(scan, script, dialect, options);
}

/** The code between the fences, and where the markup begins. An open fence reaches to the first line that begins an element. */
function frontMatter(text: string): { readonly code: Span | undefined; readonly end: number } {
  const open = /^\s*(?:<!--(?:[^-]|-(?!->))*-->\s*)*---/.exec(text);
  if (!open) return { code: undefined, end: 0 };
  const start = open[0].length;
  const close = /^[ \t]*---/m;
  const rest = text.slice(start);
  const fence = close.exec(rest);
  if (fence) {
    const end = start + fence.index;
    return { code: { start, end }, end: end + fence[0].length };
  }
  const markup = /^<[A-Za-z!]/m.exec(rest)?.index ?? rest.length;
  return { code: { start, end: start + markup }, end: start + markup };
}

/** `const { checked = true } = Astro.props`: what the component's user may give. */
function readProps({ ts, source, scan: { scope } }: EmbeddedScript): void {
  for (const statement of source.file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (!initializer || source.slice(source.bare(initializer)) !== 'Astro.props') continue;
      for (const local of boundNames(ts, name)) {
        const found = scope.find(local, source.start(name));
        if (found) scope.redeclare(local, { ...found, kind: 'parameter' });
      }
    }
  }
}

const PRINTS: ReadonlySet<string> = new Set(['set:html', 'set:text']);
const UNREAD = /^(?:class|style|on[a-z]|client:|server:|transition:|class:list|define:vars)/;

function attributeName(written: string): AttributeName {
  return { prop: written, unread: UNREAD.test(written) };
}

/** Code before, between and after the elements of an expression prints nothing itself. */
function addStretch(
  text: string,
  { start, end, code }: BraceHole,
  written: string,
  tree: TreeBuilder,
): boolean {
  if (code.start > start && code.end < end && text.charAt(start) === '{') return false;
  tree.openHole({ start, end }, written, { state: 'absent' });
  tree.close(end);
  return true;
}
