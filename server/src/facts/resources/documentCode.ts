import type { Span } from '../../core/span.js';
import type { Doc } from '../../model/nodes.js';
import { elements } from '../../model/query.js';
import { DocumentCode } from './code.js';

const codes = new WeakMap<Doc, DocumentCode>();

/** The code of a document, read once. */
export function codeOf(doc: Doc): DocumentCode {
  const known = codes.get(doc);
  if (known) return known;
  const names = new Set<string>();
  const scripts: Span[] = [];
  for (const { name, tag, children } of elements(doc.root)) {
    names.add(name);
    if (tag === 'script') scripts.push(...children.filter((c) => c.kind === 'text').map(({ span }) => span));
  }
  const programs = doc.programs ?? [];
  const isWhole = programs.some(({ start, end }) => start === 0 && end === doc.text.length);
  const code = new DocumentCode(doc.text, isWhole ? programs : [...programs, ...scripts], (name) =>
    names.has(name),
  );
  codes.set(doc, code);
  return code;
}
