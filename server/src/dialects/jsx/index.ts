import { namesOf } from '../../knowledge/languages.js';
import type { LazyDialect } from '../dialect.js';
import { loadTypeScript } from '../script/typescript.js';

const about = { id: 'jsx', ...namesOf('jsx') };

/** JavaScript and TypeScript, with and without JSX. The parser is loaded with the first text that needs it. */
export const jsx: LazyDialect = {
  ...about,
  async load() {
    const { parse } = await import('./parse.js');
    const typescript = await loadTypeScript();
    return { ...about, parse: (text, options) => parse(typescript, text, options) };
  },
};
