import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The files below some folders with their texts, in the order of their names. */
export function* filesBelow(folders: readonly string[]): Generator<[file: string, text: string]> {
  for (const folder of folders) {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((e) => e.isFile()).map((e) => path.join(e.parentPath, e.name));
    for (const file of files.sort()) {
      if (file.split(path.sep).includes('node_modules')) continue;
      yield [file, readFileSync(file, 'utf8')];
    }
  }
}
