import { namesOf } from '../../knowledge/languages.js';
import type { LazyDialect } from '../dialect.js';
import { loadTypeScript } from '../script/typescript.js';

const about = { id: 'svelte', ...namesOf('svelte') } as const;

/** Svelte components. The parser of their code is loaded with the first one. */
export const svelte: LazyDialect = {
  ...about,
  async load() {
    const { readSvelte } = await import('./parse.js');
    const typescript = await loadTypeScript();
    return { ...about, parse: (text, options) => readSvelte(typescript, text, options) };
  },
};
