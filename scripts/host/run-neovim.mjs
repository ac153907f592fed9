#!/usr/bin/env node
// Attaches Neovim to the language server (dist/cli.js lsp --stdio) and lets test/neovim/attach.lua look at a form and repair it.
// usage: node scripts/host/run-neovim.mjs
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { InstallError, installNeovim, versionOf } from './install.mjs';
import { resultsFolder, root } from './paths.mjs';
import { writeResult } from './results.mjs';

function main() {
  const nvim = installNeovim();
  console.log(`  ${versionOf(nvim)}`);
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'pl-nvim-'));
  const file = path.join(home, 'booking.html');
  fs.copyFileSync(path.join(root, 'test/vscode/workspace/hotel/booking.html'), file);
  const command = `luafile ${path.join(root, 'test/neovim/attach.lua')}`;
  const { stdout, stderr, status, error } = spawnSync(
    nvim,
    ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', command],
    {
      encoding: 'utf8',
      timeout: 120_000,
      env: {
        ...process.env,
        HOME: home,
        XDG_STATE_HOME: home,
        XDG_CACHE_HOME: home,
        PRIVACYLINT_FILE: file,
        PRIVACYLINT_CLI: process.env.PRIVACYLINT_CLI ?? path.join(root, 'dist/cli.js'),
      },
    },
  );
  const tests = [];
  for (const line of stdout.split(/\r?\n/)) {
    const [, mark, title] = /^(ok|NOT OK) (.*)$/.exec(line) ?? [];
    if (!mark) continue;
    console.log(`  ${line}`);
    tests.push({ title, state: mark === 'ok' ? 'passed' : 'failed' });
  }
  const ended = error?.message ?? `Neovim ended with code ${status} after ${tests.length} steps`;
  if (status !== 0 && !tests.some((t) => t.state === 'failed')) tests.push({ title: ended, state: 'failed' });
  writeResult('neovim', tests);
  if (status !== 0) {
    console.error(`Neovim: ${ended}\n${stderr.trim().split('\n').slice(-10).join('\n')}`);
    const log = path.join(home, 'nvim/lsp.log');
    if (fs.existsSync(log)) fs.copyFileSync(log, path.join(resultsFolder, 'neovim-lsp.log'));
    process.exitCode = 1;
  }
  fs.rmSync(home, { recursive: true, force: true });
}

try {
  main();
} catch (error) {
  console.error(error instanceof InstallError ? error.message : error.stack);
  process.exitCode = 1;
}
