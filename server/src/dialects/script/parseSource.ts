import type ts from 'typescript';
import { endOfUnclosed } from '../html/unclosed.js';
import type { TypeScript } from './typescript.js';

/** Parses a text; the end of its file's name says which of the language's kinds it is. */
export function parseSource(typescript: TypeScript, text: string, path: string): ts.SourceFile {
  const { ScriptKind, ScriptTarget, JSDocParsingMode } = typescript;
  const name = path.toLowerCase();
  const kind = /\.[mc]?ts$/.test(name)
    ? ScriptKind.TS
    : /\.(?:jsx|[mc]?js)$/.test(name)
      ? ScriptKind.JSX
      : ScriptKind.TSX;
  const parsing = { languageVersion: ScriptTarget.Latest, jsDocParsingMode: JSDocParsingMode.ParseNone };
  const parse = (source: string) =>
    typescript.createSourceFile(path || 'file.tsx', source, parsing, false, kind);
  const file = parse(text);
  if (kind === ScriptKind.TS || !isDamaged(file)) return file;
  const mended = withQuotes(text);
  return mended === text ? file : parse(mended);
}

/** The parser's own list, which its types do not tell of. */
function isDamaged(file: ts.SourceFile): boolean {
  return (
    'parseDiagnostics' in file && Array.isArray(file.parseDiagnostics) && file.parseDiagnostics.length > 0
  );
}

const OPENING = /\s[\w:.-]{1,80}=["']/g;
const MOST = 4;

/**
 * In JSX a string without its closing quote takes the following lines with it, up to the next quote. The quote is put in
 * place of the blank before its tag's end, or of the end of its line: the text stays as long as it was.
 */
function withQuotes(text: string): string {
  let mended = text;
  let patience = MOST;
  OPENING.lastIndex = 0;
  for (let match = OPENING.exec(mended); match && patience > 0; match = OPENING.exec(mended)) {
    const from = OPENING.lastIndex;
    const quote = mended.charAt(from - 1);
    const end = endOfUnclosed(mended, from, quote);
    if (end === undefined) continue;
    let at = end;
    if (mended.charAt(at) === '>') at -= mended.charAt(at - 1) === '/' ? 2 : 1;
    if (at < from) continue;
    mended = mended.slice(0, at) + quote + mended.slice(at + 1);
    patience--;
  }
  return mended;
}
