import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { buildSync } from 'esbuild';

const file = 'schemas/privacylint.schema.json';

/** The published JSON Schema of `.privacylint.json`, made from the shapes that the engine reads it with. */
export function configurationSchemaText(root, rules) {
  const { outputFiles } = buildSync({
    entryPoints: [path.join(root, 'server/src/engine/configurationSchema.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  const module = { exports: {} };
  const require = createRequire(import.meta.url);
  new Function('module', 'exports', 'require', outputFiles[0].text)(module, module.exports, require);
  const described = rules.map(({ id, what }) => ({ id, description: what.en }));
  const text = JSON.stringify(module.exports.configurationSchema(described));
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
