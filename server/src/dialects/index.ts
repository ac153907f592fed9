import type { Dialect, LazyDialect } from './dialect.js';
import { html } from './html/index.js';
import { jsx } from './jsx/index.js';

const all: readonly (Dialect | LazyDialect)[] = [html, jsx];

/** The dialect of a file, by the editor's language id, else by the end of its name; undefined where none reads it. */
export function dialectFor(path: string, languageId?: string): Dialect | LazyDialect | undefined {
  const byId = languageId && all.find((d) => d.languageIds.includes(languageId));
  if (byId) return byId;
  const name = path.toLowerCase();
  return all.find((d) => d.extensions.some((e) => name.endsWith(e)));
}

/** The dialect with an id, as a configuration names it. */
export function dialectById(id: string): Dialect | LazyDialect | undefined {
  return all.find((d) => d.id === id);
}

/** The dialect, its parser loaded. */
export async function loadDialect(dialect: Dialect | LazyDialect): Promise<Dialect> {
  return 'load' in dialect ? dialect.load() : dialect;
}
