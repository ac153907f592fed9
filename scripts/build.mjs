#!/usr/bin/env node
// Bundles the product into dist/: client.js (extension), server.js (language server: node IPC and stdio), cli.js (command line),
// and typescript.js, the parser of JSX and TypeScript, a file of its own that server.js and cli.js load when they meet such a file.
// usage: node scripts/build.mjs [--production]      (minified, without source maps)
// Also writes .cache/meta-*.json: what went into each bundle; scripts/notices.mjs reads it.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const production = process.argv.includes('--production');
const at = (...parts) => path.join(root, ...parts);

/**
 * A lazy import of what another bundle holds becomes a `require` of that bundle: the parser is reached in no other way,
 * and the command line does not carry the language server a second time.
 */
const separateBundles = {
  name: 'separate-bundles',
  setup(hooks) {
    hooks.onResolve({ filter: /^typescript$/ }, (args) =>
      args.kind === 'dynamic-import'
        ? { path: './typescript.js', external: true }
        : {
            errors: [
              { text: 'typescript must be reached through `await import()`: it is loaded only when needed' },
            ],
          },
    );
    hooks.onResolve({ filter: /^\./ }, (args) => {
      if (args.kind !== 'dynamic-import') return undefined;
      const source = path.resolve(args.resolveDir, args.path).replace(/\.js$/, '.ts');
      const other = bundles.find(({ entry }) => at(entry) === source);
      return other && { path: `./${other.name}.js`, external: true };
    });
  },
};

/** Data is read by the JSON parser, which is several times as fast as the compiler reading it as an object literal. */
const dataAsText = {
  name: 'data-as-text',
  setup(hooks) {
    hooks.onLoad({ filter: /\.json$/ }, (args) => {
      const compact = JSON.stringify(JSON.parse(fs.readFileSync(args.path, 'utf8')));
      return { contents: `module.exports = JSON.parse(${JSON.stringify(compact)});`, loader: 'js' };
    });
  },
};

const shared = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  supported: {
    // a lazy part is a plain require: no ES module loader, and the names of a CommonJS module are all there
    'dynamic-import': false,
    // every Node 20 knows the properties that are asked for; without this, a literal is made anew each time it is met
    'regexp-unicode-property-escapes': true,
  },
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  minifyWhitespace: true,
  minifySyntax: true,
  minifyIdentifiers: production,
  sourcemap: production ? false : 'linked',
};

const bundles = [
  { name: 'client', entry: 'client/src/extension.ts', external: ['vscode'] },
  { name: 'server', entry: 'server/src/lsp/node.ts', plugins: [separateBundles, dataAsText] },
  {
    name: 'cli',
    entry: 'server/src/cli/main.ts',
    plugins: [separateBundles, dataAsText],
    banner: { js: '#!/usr/bin/env node' },
  },
  { name: 'typescript', entry: 'node_modules/typescript/lib/typescript.js', minify: true, sourcemap: false },
];

const metaFile = (name) => at('.cache', `meta-${name}.json`);

/** The parser's bundle changes only with its package: 9 MB are not minified again at every build. */
function upToDate({ name, entry }) {
  if (name !== 'typescript' || !fs.existsSync(metaFile(name))) return false;
  const output = fs.statSync(at('dist', `${name}.js`), { throwIfNoEntry: false });
  const newest = Math.max(
    fs.statSync(at(entry)).ctimeMs,
    fs.statSync(fileURLToPath(import.meta.url)).mtimeMs,
  );
  return output !== undefined && output.mtimeMs > newest;
}

/** Characters that only regular expressions are left with: a file of one byte a character is read and compiled in half the time. */
function asAscii(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

async function bundle({ name, entry, ...options }) {
  const outfile = `dist/${name}.js`;
  const result = await build({ ...shared, ...options, entryPoints: [entry], outfile });
  fs.writeFileSync(metaFile(name), JSON.stringify(result.metafile));
  fs.writeFileSync(at(outfile), asAscii(fs.readFileSync(at(outfile), 'utf8')));
  if (name === 'cli') fs.chmodSync(at(outfile), 0o755);
}

fs.mkdirSync(at('.cache'), { recursive: true });
if (production)
  for (const file of fs.existsSync(at('dist')) ? fs.readdirSync(at('dist')) : [])
    if (file.endsWith('.map')) fs.rmSync(at('dist', file));
const started = performance.now();
const due = bundles.filter((b) => !upToDate(b));
const results = await Promise.allSettled(due.map(bundle));
const failed = due.filter((_, i) => results[i].status === 'rejected').map(({ name }) => `dist/${name}.js`);
for (const { reason } of results) if (reason && !reason.errors) console.error(reason.message);
if (failed.length > 0) {
  console.error(`Not built: ${failed.join(', ')}.`);
  process.exitCode = 1;
} else {
  const size = (name) => `${name} ${(fs.statSync(at('dist', `${name}.js`)).size / 1024).toFixed(0)} KB`;
  console.log(
    `dist: ${bundles.map(({ name }) => size(name)).join(', ')} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
  );
}
