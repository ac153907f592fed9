import { namesOf } from '../../knowledge/languages.js';
import type { LazyDialect } from '../dialect.js';
import { loadTypeScript } from '../script/typescript.js';

const about = { id: 'astro', ...namesOf('astro') } as const;

/** Astro pages and components. The parser of their code is loaded with the first one. */
export const astro: LazyDialect = {
  ...about,
  async load() {
    const { readAstro } = await import('./parse.js');
    const typescript = await loadTypeScript();
    return { ...about, parse: (text, options) => readAstro(typescript, text, options) };
  },
};
