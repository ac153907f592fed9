#!/usr/bin/env node
// npm run package: builds for production, writes the third-party notices and packs privacylint-<version>.vsix.
// usage: node scripts/package.mjs [--out FILE] [--no-build]
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const { values: given } = parseArgs({
  options: {
    out: { type: 'string', default: path.join(root, `privacylint-${version}.vsix`) },
    'no-build': { type: 'boolean', default: false },
  },
});

/** Runs one step; its output is shown only when it fails. */
function step(name, script, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, script), ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status === 0) return;
  console.error(`${name} failed:\n${stdout}${stderr}`);
  process.exit(1);
}

if (!given['no-build']) {
  step('The build', 'scripts/build.mjs', '--production');
  step('Writing the notices', 'scripts/notices.mjs');
}
// the bundles hold all that is needed; there is no public repository that links of the README could point into
const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
step('Packing', 'node_modules/@vscode/vsce/vsce', 'package', ...flags, '--out', path.resolve(given.out));
console.log(`${given.out} (${(fs.statSync(given.out).size / 1024 / 1024).toFixed(2)} MB)`);
