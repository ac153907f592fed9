import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Project } from '../../server/src/core/project.js';

/** A project whose files lie in one folder. */
export function folderProject(folder: string): Project {
  const fileOf = (key: string) => path.join(folder, key);
  return {
    fetch: async () => ({
      get: ({ kind, key }) =>
        kind === 'file' && existsSync(fileOf(key)) ? readFileSync(fileOf(key), 'utf8') : undefined,
      path: ({ key }) => path.posix.normalize(key),
    }),
  };
}
