import { emptySnapshot } from '../core/project.js';
import type { Dialect } from '../dialects/dialect.js';
import { dialectFor, loadDialect } from '../dialects/index.js';
import { readFacts } from '../facts/index.js';
import type { Facts } from '../facts/types.js';
import type { Doc } from '../model/nodes.js';
import { type Configuration, defaultConfiguration } from './configuration.js';
import { type Directives, readDirectives } from './directives.js';
import type { ReviewInput } from './types.js';

export interface ReadDocument {
  readonly doc: Doc;
  readonly facts: Facts;
  readonly directives: Directives;
}

/** The dialect of a text with its parser loaded; undefined where none reads this kind of file. */
export async function dialectOf({ path, languageId }: ReviewInput): Promise<Dialect | undefined> {
  const dialect = dialectFor(path, languageId);
  return dialect && loadDialect(dialect);
}

/** Parses a text and makes its facts ready. */
export function readDocument(dialect: Dialect, { text, path }: ReviewInput, configuration: Configuration = defaultConfiguration): ReadDocument {
  const doc = dialect.parse(text, { path, components: configuration.components });
  const directives = readDirectives(doc);
  const facts = readFacts({
    doc,
    path,
    snapshot: emptySnapshot,
    email: directives.email ?? configuration.email,
    provider: configuration.provider,
  });
  return { doc, facts, directives };
}
