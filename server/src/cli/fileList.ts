import * as fs from 'node:fs';
import { codeOf } from '../node/files.js';
import { UsageError } from './arguments.js';
import { readStdin } from './stdin.js';

/**
 * The names in a list, one a line or NUL-separated, as `git diff --name-only -z` and `find -print0` write them.
 * @param file a path, or `-` for standard input. @throws UsageError where it cannot be read.
 */
export async function readFileList(file: string): Promise<string[]> {
  let text: string;
  try {
    text = file === '-' ? (await readStdin()).toString('utf8') : fs.readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(
      `--files-from ${file}: the list cannot be read (${codeOf(error).code ?? 'unknown error'})`,
    );
  }
  const names = text.includes('\0') ? text.split('\0') : text.split(/\r?\n/);
  return names.filter((name) => name !== '');
}
