import { createRequire } from 'node:module';
import path from 'node:path';
import { buildSync } from 'esbuild';

/** What TypeScript sources of the server export; `contents` is a module whose imports are relative to `server/src`. */
export function loadSource(root, contents) {
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: path.join(root, 'server/src'), loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  const module = { exports: {} };
  const require = createRequire(import.meta.url);
  new Function('module', 'exports', 'require', outputFiles[0].text)(module, module.exports, require);
  return module.exports;
}
