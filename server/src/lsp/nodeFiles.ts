import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { decode } from '../node/encoding.js';
import { findFiles } from '../node/files.js';
import type { Ignores } from './host.js';

/** Files and clocks of a Node process. */

export async function readFile(file: string): Promise<string | undefined> {
  let bytes: Buffer;
  try {
    bytes = await fs.readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
  const decoded = decode(bytes);
  if (!decoded) throw new Error('not a text file');
  return decoded.text;
}

export async function* listFiles(
  folder: string,
  endings: readonly string[],
  ignoring: (folder: string) => Promise<Ignores>,
): AsyncGenerator<string> {
  const known = (file: string) => endings.some((ending) => file.toLowerCase().endsWith(ending));
  const { files } = await findFiles({ named: [folder], listed: [] }, async (inner) => {
    const ignores = await ignoring(slashes(inner));
    return { known, ignores: (file, isFolder) => ignores(slashes(file), isFolder) };
  });
  for (const file of files) yield slashes(file.path);
}

function slashes(file: string): string {
  return path.sep === '/' ? file : file.split(path.sep).join('/');
}
