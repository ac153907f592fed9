import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** A generated text as the formatter wants it, so that formatting does not make it stale. */
export function formatted(root, file, text) {
  const biome = path.join(root, 'node_modules/.bin/biome');
  const options = { cwd: root, input: text, encoding: 'utf8' };
  const { stdout, status, stderr } = spawnSync(biome, ['format', `--stdin-file-path=${file}`], options);
  if (status !== 0) throw new Error(`${file} cannot be formatted: ${stderr}`);
  return stdout;
}
