import * as fs from 'node:fs';
import { decode } from './encoding.js';
import { isWithin } from './files.js';

/** Bytes; larger files are data or bundles. */
const LARGEST = 2_000_000;

/** The text of a file that another one is read with; undefined where there is none within the project's folder. */
export function readProjectFile(file: string, root: string): string | undefined {
  try {
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    if (!stat?.isFile() || stat.size > LARGEST) return undefined;
    // A link may lead out of the project.
    if (!isWithin(fs.realpathSync(root), fs.realpathSync(file))) return undefined;
    return decode(fs.readFileSync(file))?.text;
  } catch {
    return undefined;
  }
}
