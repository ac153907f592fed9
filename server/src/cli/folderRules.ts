import { dialectFor } from '../dialects/index.js';
import type { FolderRules } from '../node/files.js';
import type { Configurations } from './configurations.js';

/** What the configuration of a folder says of the files in it. */
export async function folderRules(folder: string, configurations: Configurations): Promise<FolderRules> {
  const configuration = await configurations.folder(folder);
  return {
    known: (file) => dialectFor(file) !== undefined || configuration.of(file).dialect !== undefined,
    ignores: (file, isFolder) => configuration.ignores(file, isFolder),
  };
}
