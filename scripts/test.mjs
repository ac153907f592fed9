#!/usr/bin/env node
// npm test: installs what is missing, builds, and runs every test: mocha, the extension in a real VS Code, repaired mails in a browser,
// the user interface, Neovim.
// usage: npm test [-- --fast]      (--fast: mocha only)
// Ends with the plain line `N passed, M failed`. Node built-ins only at the top: on a fresh clone there is no node_modules.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { hostSupported } from './host/install.mjs';
import { installPackages } from './host/packages.mjs';
import { resultsFolder, root } from './host/paths.mjs';
import { readResult } from './host/results.mjs';

const fast = process.argv.includes('--fast');
const desktop = Boolean(process.env.VSCODE_PATH) || !hostSupported();
const vsix = path.join(resultsFolder, 'privacylint.vsix');
const total = { passed: 0, failed: 0, pending: 0 };
const summary = [];

/** Starts a script and resolves with its exit code. */
function run(script, ...args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, script), ...args], {
      cwd: root,
      stdio: 'inherit',
    });
    child.on('error', () => resolve(1)).on('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs one stage and adds up what it counted. A stage that fails without a failed test, or runs none, counts as one failure. */
async function stage(name, title, script, ...args) {
  console.log(`\n== ${title}`);
  const started = performance.now();
  fs.rmSync(path.join(resultsFolder, `${name}.json`), { force: true });
  const code = await run(script, ...args);
  const result = readResult(name) ?? { passed: 0, failed: 0, pending: 0 };
  const nothing = result.passed === 0 && result.failed === 0;
  if (nothing) console.error(`${title}: no test ran`);
  const failed = code !== 0 || nothing ? Math.max(result.failed, 1) : result.failed;
  total.passed += result.passed;
  total.failed += failed;
  total.pending += result.pending;
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  summary.push(
    `${title}: ${result.passed} passed, ${failed} failed${result.pending ? `, ${result.pending} skipped` : ''} (${seconds} s)`,
  );
}

/** A step without tests of its own. @returns whether it succeeded; if not, it counts as one failure. */
async function step(title, script, ...args) {
  if ((await run(script, ...args)) === 0) return true;
  total.failed++;
  summary.push(`${title}: failed`);
  return false;
}

/** Compiled tests whose source is gone would run for ever. */
function removeStale() {
  const out = path.join(root, 'out/test');
  if (!fs.existsSync(out)) return;
  for (const name of fs.readdirSync(out, { recursive: true }))
    if (name.endsWith('.test.js') && !fs.existsSync(path.join(root, 'test', `${name.slice(0, -3)}.ts`)))
      fs.rmSync(path.join(out, name));
}

/** A test that is not compiled would pass for ever. */
function findUncompiled() {
  const source = path.join(root, 'test');
  const left = fs
    .readdirSync(source, { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .filter((name) => !fs.existsSync(path.join(root, 'out/test', `${name.slice(0, -3)}.js`)));
  if (left.length === 0) return;
  total.failed += left.length;
  summary.push(`Not compiled, and so not run (see test/tsconfig.json): ${left.join(', ')}`);
}

async function main() {
  installPackages();
  // 30 to 80 s where nothing is in the cache: meanwhile the build and mocha run
  const installed = fast ? undefined : run('scripts/host/install.mjs', ...(desktop ? ['neovim'] : []));
  removeStale();
  const compiled = await step('Types', 'node_modules/typescript/bin/tsc', '-b');
  const built = await step('Bundles', 'scripts/build.mjs', '--production');
  if (compiled) findUncompiled();
  if (compiled && built) {
    const reporter = path.join(root, 'scripts/host/mocha-reporter.mjs');
    const mocha = 'node_modules/mocha/bin/mocha.js';
    const jobs = Math.min(os.availableParallelism(), 4);
    const parallel = jobs > 1 ? ['--parallel', '--jobs', String(jobs)] : [];
    await stage('unit', 'mocha', mocha, ...parallel, '--reporter', reporter, 'out/test/**/*.test.js');
  }
  if (fast) summary.push('VS Code, preview of mails, user interface, Neovim: left out (--fast)');
  else if ((await installed) !== 0) {
    total.failed++;
    summary.push(
      'VS Code, user interface, Neovim: not run, for something could not be installed (see above)',
    );
  } else if (compiled && built) {
    if (desktop) await stage('vscode', 'extension in desktop VS Code', 'scripts/host/run-desktop.mjs');
    else await stage('vscode', 'extension in VS Code', 'scripts/host/run-in-code-server.mjs');
    if (!desktop) await stage('preview', 'repaired mails in a browser', 'scripts/host/preview-mails.mjs');
    if (desktop) summary.push('user interface: left out, it needs the VS Code host (Linux on x64)');
    else if (await step('Package', 'scripts/package.mjs', '--no-build', '--out', vsix))
      await stage('ui', 'user interface', 'scripts/host/drive-ui.mjs', vsix);
    await stage('neovim', 'Neovim', 'scripts/host/run-neovim.mjs');
  }
}

fs.mkdirSync(resultsFolder, { recursive: true });
try {
  await main();
} catch (error) {
  console.error(error.message);
  total.failed++;
}
console.log(`\n${summary.join('\n')}`);
if (total.pending > 0) console.log(`${total.pending} skipped`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
