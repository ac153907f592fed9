import { namesOf } from '../../knowledge/languages.js';
import type { LazyDialect } from '../dialect.js';
import { loadTypeScript } from '../script/typescript.js';

const about = { id: 'vue', ...namesOf('vue') } as const;

/** Single-file components of Vue. The parser of their code is loaded with the first one. */
export const vue: LazyDialect = {
  ...about,
  async load() {
    const { readVue } = await import('./parse.js');
    const typescript = await loadTypeScript();
    return { ...about, parse: (text, options) => readVue(typescript, text, options) };
  },
};
