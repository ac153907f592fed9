import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isWithin, kindOf } from '../node/files.js';
import { repositoryRoot } from '../node/gitignore.js';

/** The folder that reported paths are relative to, whatever folder the command is run in. */
export class Root {
  constructor(readonly folder: string) {}

  /**
   * The root for named files and folders: their repository's; outside any, the working folder, or the folder that they
   * share where all are named in full or lie elsewhere: then it does not matter where the command is run.
   */
  static of(names: readonly string[], workingFolder: string): Root {
    const shared =
      sharedFolder(names.map((name) => folderOf(path.resolve(workingFolder, name)))) ?? workingFolder;
    const repository = repositoryRoot(shared);
    if (repository !== undefined) return new Root(repository);
    const namedInFull = names.length > 0 && names.every((name) => path.isAbsolute(name));
    return new Root(isWithin(workingFolder, shared) && !namedInFull ? workingFolder : shared);
  }

  /** `file:` URI with a slash at its end. */
  get uri(): string {
    return pathToFileURL(path.join(this.folder, path.sep)).href;
  }

  /** As reports name a file: with `/`, relative where it lies beneath the root. */
  name(file: string): string {
    return slashes(isWithin(this.folder, file) ? path.relative(this.folder, file) || '.' : file);
  }
}

/** A path as the engine wants it. */
export function slashes(file: string): string {
  return path.sep === '/' ? file : file.split(path.sep).join('/');
}

function folderOf(name: string): string {
  return kindOf(name) === 'folder' ? name : path.dirname(name);
}

function sharedFolder(folders: readonly string[]): string | undefined {
  return folders.reduce<string | undefined>((shared, folder) => {
    let common = shared ?? folder;
    while (!isWithin(common, folder)) common = path.dirname(common);
    return common;
  }, undefined);
}
