import { existsSync } from 'node:fs';
import path from 'node:path';

/** The project's folder, from wherever the compiled test lies. */
export const root = findRoot(__dirname);

function findRoot(folder: string): string {
  return existsSync(path.join(folder, 'biome.json')) ? folder : findRoot(path.dirname(folder));
}
