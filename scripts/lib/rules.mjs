import { createRequire } from 'node:module';
import path from 'node:path';
import { buildSync } from 'esbuild';

/** The rules' metadata, the built-in ones included, read from the TypeScript sources. */
export async function loadRules(root) {
  const { outputFiles } = buildSync({
    stdin: {
      contents:
        "export { rules } from './rules/index.js'; export { builtinRules } from './engine/builtinRules.js';",
      resolveDir: path.join(root, 'server/src'),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  const module = { exports: {} };
  const require = createRequire(import.meta.url);
  new Function('module', 'exports', 'require', outputFiles[0].text)(module, module.exports, require);
  const { rules, builtinRules } = module.exports;
  return [...rules, ...builtinRules].sort((a, b) => (a.id < b.id ? -1 : 1));
}
