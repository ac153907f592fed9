#!/usr/bin/env node
// npm start: installs and builds what is missing, then reviews examples/ and prints the findings.
// Node built-ins only at the top: on a fresh clone there is no node_modules.
import { spawnSync } from 'node:child_process';
import { installPackages } from './host/packages.mjs';
import { root } from './host/paths.mjs';

const node = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 2;

try {
  installPackages();
  const failed = node('scripts/build.mjs');
  process.exitCode = failed || node('dist/cli.js', 'check', 'examples', '--exit-zero');
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
