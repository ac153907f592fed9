import type { LookUp, Snapshot } from '../core/project.js';
import { dialectFor, loadDialect } from '../dialects/index.js';
import type { Doc } from '../model/nodes.js';
import { descendants } from '../model/query.js';

/**
 * Answers that hold all that they stand for. A partial that takes in others, or a component made of components of other
 * files, tells but a part: what it does not say may stand there, so it is left out.
 */
export async function wholeAnswers(snapshot: Snapshot, lookUps: readonly LookUp[]): Promise<Snapshot> {
  const partial = new Set<string>();
  for (const lookUp of lookUps) {
    const text = snapshot.get(lookUp);
    const path = snapshot.path?.(lookUp);
    if (text === undefined || path === undefined) continue;
    const dialect = dialectFor(path, undefined, text);
    const doc = dialect && (await loadDialect(dialect)).parse(text, { path });
    if (!doc || takesIn(doc)) partial.add(path);
  }
  return {
    get: (lookUp) => (partial.has(snapshot.path?.(lookUp) ?? '') ? undefined : snapshot.get(lookUp)),
    path: (lookUp) => snapshot.path?.(lookUp),
  };
}

/** Whether files of its own project are put into it. */
function takesIn(doc: Doc): boolean {
  for (const node of descendants(doc.root)) {
    if (node.kind !== 'element' && node.kind !== 'hole') continue;
    if (node.include !== undefined) return true;
    if (node.kind === 'element' && node.module !== undefined && /^(?:\.|[@~]\/|[$#])/.test(node.module))
      return true;
  }
  return doc.within !== undefined;
}
