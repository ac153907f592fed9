import { isGeneric, isUncertain, sniff } from '../knowledge/languages.js';
import { angular } from './angular/index.js';
import { astro } from './astro/index.js';
import type { Dialect, LazyDialect } from './dialect.js';
import { eml } from './eml/index.js';
import { html } from './html/index.js';
import { jsx } from './jsx/index.js';
import { markdown, mdx } from './markdown/index.js';
import { mjml } from './mjml/index.js';
import { plain } from './plain/index.js';
import { settings } from './settings/index.js';
import { svelte } from './svelte/index.js';
import { templates } from './template/index.js';
import { vue } from './vue/index.js';

/** Every dialect. */
export const dialects: readonly (Dialect | LazyDialect)[] = [
  html,
  jsx,
  svelte,
  vue,
  angular,
  astro,
  eml,
  plain,
  mjml,
  markdown,
  mdx,
  ...templates,
  ...settings,
];

/**
 * The dialect of a file, by the editor's language id and the end of its name, and where those leave it open by the marks
 * of its text; undefined where none reads it.
 */
export function dialectFor(
  path: string,
  languageId?: string,
  text?: string,
): Dialect | LazyDialect | undefined {
  const named = byName(path.toLowerCase());
  const identified = languageId ? dialects.find((d) => d.languageIds.includes(languageId)) : undefined;
  const chosen =
    identified && named && languageId !== undefined && isGeneric(languageId) ? named.dialect : identified;
  const dialect = chosen ?? named?.dialect;
  const open = named ? isUncertain(named.extension) && dialect === named.dialect : dialect?.id === 'html';
  const marked = open && text !== undefined ? sniff(text) : undefined;
  return (marked !== undefined ? dialectById(marked) : undefined) ?? dialect;
}

/** Of the endings that fit a file's name, the longest decides. */
function byName(
  name: string,
): { readonly dialect: Dialect | LazyDialect; readonly extension: string } | undefined {
  let best: { readonly dialect: Dialect | LazyDialect; readonly extension: string } | undefined;
  for (const dialect of dialects) {
    for (const extension of dialect.extensions) {
      if (name.endsWith(extension) && extension.length > (best?.extension.length ?? 0))
        best = { dialect, extension };
    }
  }
  return best;
}

/** The dialect with an id, as a configuration names it. */
export function dialectById(id: string): Dialect | LazyDialect | undefined {
  return dialects.find((d) => d.id === id);
}

/** The dialect, its parser loaded. */
export async function loadDialect(dialect: Dialect | LazyDialect): Promise<Dialect> {
  return 'load' in dialect ? dialect.load() : dialect;
}
