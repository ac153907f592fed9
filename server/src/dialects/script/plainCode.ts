import type ts from 'typescript';
import type { TypeScript } from './typescript.js';

const PATH = /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*$/;
/** Words that are, or may be, something else than a name. */
const WORDS: ReadonlySet<string> = new Set(
  'arguments async await break case catch class const continue debugger default delete do else enum export extends finally for function get if import in instanceof interface let new of package private protected public return satisfies set static super switch this throw try typeof using var void while with yield as is'.split(
    ' ',
  ),
);

/**
 * The nodes of code that is nothing but a name, a member's path, `true`, `false` or `null`, as the parser would make them:
 * most of what markup holds is no more than that, and the parser takes longer to set up than that takes to read.
 * @returns undefined for all other code.
 */
export function plainCode(ts: TypeScript, code: string, start: number): ts.Expression | undefined {
  if (!PATH.test(code)) return undefined;
  const { factory } = ts;
  const end = start + code.length;
  if (code === 'true') return placed(factory.createTrue(), start, end);
  if (code === 'false') return placed(factory.createFalse(), start, end);
  if (code === 'null') return placed(factory.createNull(), start, end);
  const names = code.split('.');
  const [first = ''] = names;
  if (WORDS.has(first) || first === 'true' || first === 'false' || first === 'null') return undefined;
  let at = start + first.length;
  let path: ts.Expression = placed(factory.createIdentifier(first), start, at);
  for (const name of names.slice(1)) {
    const member = placed(factory.createIdentifier(name), at + 1, at + 1 + name.length);
    at += 1 + name.length;
    path = placed(factory.createPropertyAccessExpression(path, member), start, at);
  }
  return path;
}

/** Nodes made by hand stand nowhere until they are told where. */
function placed<T extends ts.Node>(node: T, start: number, end: number): T {
  const range = node as { -readonly [K in 'pos' | 'end' | 'flags']: ts.Node[K] };
  range.pos = start;
  range.end = end;
  range.flags = 0;
  return node;
}
