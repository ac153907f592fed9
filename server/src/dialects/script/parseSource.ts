import type ts from 'typescript';
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
  return typescript.createSourceFile(path || 'file.tsx', text, parsing, false, kind);
}
