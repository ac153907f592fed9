import type ts from 'typescript';
import { applyEdits, type Edit, insert } from '../../../core/edit.js';
import { lineIndent } from '../beside.js';
import type { Source } from '../source.js';

/** The nodes around a stretch of the code, the outermost first; the last one holds it and nothing that holds it does. */
export function nodesAround({ ts, file }: Source, start: number, end: number): ts.Node[] {
  const found: ts.Node[] = [file];
  for (let next: ts.Node | undefined = file; next; ) {
    const around: ts.Node = next;
    next = ts.forEachChild(around, (child) => (child.pos <= start && end <= child.end ? child : undefined));
    if (next) found.push(next);
  }
  return found;
}

/** A copy of an entry of a list, behind it in the list's own layout. @param edits of the copy, in offsets of the text. */
export function besideEntry(source: Source, entry: ts.Node, edits: readonly Edit[], separator = ','): Edit {
  const start = source.start(entry);
  const copy = copyOf(source, entry, edits);
  const indent = lineIndent(source, start);
  const rest = /^[^\n\r]*/.exec(source.text.slice(entry.end, entry.end + 400))?.[0] ?? '';
  // A comment at the end of its line stays with what it speaks of.
  const ends =
    indent !== undefined && separator === ','
      ? /^\s*,\s*\/(?:\/.*|\*[^*]*\*\/\s*)$/.exec(rest)?.[0]
      : undefined;
  if (ends !== undefined) return insert(entry.end + ends.length, `${indent}${copy},`);
  if (/^\s*(?:[,;]\s*)?\/[/*]/.test(rest)) return insert(start, `${copy}${separator}${indent ?? ' '}`);
  return insert(entry.end, `${separator}${indent ?? ' '}${copy}`);
}

/** A copy of a statement or member, which ends itself, behind it; undefined where it cannot stand there. */
export function besideStatement(source: Source, node: ts.Node, edits: readonly Edit[]): Edit | undefined {
  const copy = copyOf(source, node, edits);
  const indent = lineIndent(source, source.start(node));
  const ends = /[;,}]$/.test(copy);
  if (indent === undefined && !ends) return undefined;
  const rest = /^[^\n\r]*/.exec(source.text.slice(node.end, node.end + 400))?.[0] ?? '';
  if (indent !== undefined && /\S/.test(rest) && /^\s*\/[/*]/.test(rest))
    return insert(source.start(node), `${copy}${indent}`);
  return insert(node.end, `${indent ?? ' '}${copy}`);
}

function copyOf(source: Source, node: ts.Node, edits: readonly Edit[]): string {
  const start = source.start(node);
  return applyEdits(
    source.text.slice(start, node.end),
    edits.map(({ span, text }) => ({ span: { start: span.start - start, end: span.end - start }, text })),
  );
}
