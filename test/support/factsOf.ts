import { loadDialect } from '../../server/src/dialects/index.js';
import { dialectOf, readDocument } from '../../server/src/engine/read.js';
import type { Facts } from '../../server/src/facts/types/index.js';

/** The facts of a text, read as its name says. */
export async function factsOf(text: string, path = 'page.html'): Promise<Facts> {
  const dialect = dialectOf({ text, path });
  if (!dialect) throw new Error(`nothing reads ${path}`);
  return (await readDocument(await loadDialect(dialect), { text, path })).facts;
}
