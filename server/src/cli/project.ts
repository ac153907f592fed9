import { FileProject } from '../engine/projectFiles.js';
import { readProjectFile } from '../node/projectFile.js';
import { type Root, slashes } from './paths.js';

/** What the files around one that is reviewed can tell. @param file absolute. */
export function projectAround(file: string, { folder }: Root): FileProject {
  const read = (path: string) => readProjectFile(path, folder);
  return new FileProject(slashes(file), slashes(folder), { read });
}
