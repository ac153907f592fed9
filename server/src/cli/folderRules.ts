import { dialectFor } from '../dialects/index.js';
import type { FolderRules } from '../node/files.js';
import type { Configurations, FolderConfiguration } from './configurations.js';
import { readSource } from './reading.js';

/** What the configuration of a folder says of the files in it. */
export async function folderRules(folder: string, configurations: Configurations): Promise<FolderRules> {
  const configuration = await configurations.folder(folder);
  return {
    known: (file) => isKnown(file, configuration),
    ignores: (file, isFolder) => configuration.ignores(file, isFolder),
  };
}

/** Where only some files of a kind are read, a look at the text tells which: the others are passed over like any file. */
function isKnown(file: string, configuration: FolderConfiguration): boolean {
  const { dialect, email } = configuration.of(file);
  if (dialect !== undefined) return true;
  const named = dialectFor(file);
  if (!named?.reads || email !== undefined) return named !== undefined;
  const source = readSource(file, LARGEST_TEXT);
  return !('trouble' in source) && named.reads(source.decoded.text, configuration.relative(file));
}

/** Megabytes; larger plain texts are data. */
const LARGEST_TEXT = 0.4;
