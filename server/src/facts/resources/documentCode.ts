import { once } from '../../core/memo.js';
import type { Span } from '../../core/span.js';
import type { Doc } from '../../model/nodes.js';
import { elements } from '../../model/query.js';
import { DocumentCode } from './code.js';

/** The code of a document, read once. */
export const codeOf = once((doc: Doc): DocumentCode => {
  const names = new Set<string>();
  const scripts: Span[] = [];
  for (const { name, tag, children } of elements(doc.root)) {
    names.add(name);
    if (tag === 'script') scripts.push(...children.filter((c) => c.kind === 'text').map(({ span }) => span));
  }
  const programs = doc.programs ?? [];
  const isWhole = programs.some(({ start, end }) => start === 0 && end === doc.text.length);
  return new DocumentCode(doc.text, isWhole ? programs : [...programs, ...scripts], (name) =>
    names.has(name),
  );
});
