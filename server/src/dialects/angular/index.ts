import { namesOf } from '../../knowledge/languages.js';
import type { LazyDialect } from '../dialect.js';
import { loadTypeScript } from '../script/typescript.js';
import { componentOf } from './companion.js';

const about = {
  id: 'angular',
  ...namesOf('angular'),
  companions: (path: string) => [componentOf(path)],
} as const;

/** Angular's templates. The parser of their code is loaded with the first one. */
export const angular: LazyDialect = {
  ...about,
  async load() {
    const { readAngular } = await import('./parse.js');
    const typescript = await loadTypeScript();
    return { ...about, parse: (text, options) => readAngular(typescript, text, options) };
  },
};
