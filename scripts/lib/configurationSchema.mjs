import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { loadSource } from './loadSource.mjs';

const file = 'schemas/privacylint.schema.json';

/** The published JSON Schema of `.privacylint.json`, made from the shapes that the engine reads it with. */
export function configurationSchemaText(root, rules) {
  const { configurationSchema } = loadSource(root, "export * from './engine/configurationSchema.js';");
  const described = rules.map(({ id, what }) => ({ id, description: what.en }));
  const text = JSON.stringify(configurationSchema(described));
  // Written as the formatter wants it, so that formatting does not make it stale.
  const biome = path.join(root, 'node_modules/.bin/biome');
  const { stdout, status, stderr } = spawnSync(biome, ['format', `--stdin-file-path=${file}`], {
    cwd: root,
    input: text,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the JSON Schema cannot be formatted: ${stderr}`);
  return stdout;
}
