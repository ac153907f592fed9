#!/usr/bin/env node
// Runs the suite of test/vscode in desktop VS Code: the one VSCODE_PATH names, else a download (VSCODE_VERSION, default stable).
// On a Linux machine without a display: xvfb-run -a node scripts/host/run-desktop.mjs
import fs from 'node:fs';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { resultsFolder, root } from './paths.mjs';
import { readResult, resultFile } from './results.mjs';
import { prepare } from './workbench.mjs';

const run = prepare(path.join(root, 'test/vscode/workspace'));
fs.mkdirSync(resultsFolder, { recursive: true });
fs.rmSync(resultFile('vscode'), { force: true });
const vscode = process.env.VSCODE_PATH
  ? { vscodeExecutablePath: process.env.VSCODE_PATH }
  : { version: process.env.VSCODE_VERSION ?? 'stable' };
try {
  await runTests({
    ...vscode,
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(root, 'out/test/vscode/index'),
    launchArgs: [
      path.join(run.ws, 'tests.code-workspace'),
      '--disable-extensions',
      '--disable-workspace-trust',
      '--user-data-dir',
      path.join(run.home, 'ud'),
    ],
    extensionTestsEnv: { PRIVACYLINT_RESULTS: resultFile('vscode') },
  });
  if (!readResult('vscode')?.tests.length) throw new Error('no test ran');
} catch (error) {
  console.error(`VS Code suite (desktop): ${error.message}`);
  if (!process.env.VSCODE_PATH)
    console.error('VSCODE_PATH can name an installed VS Code where none can be downloaded.');
  process.exitCode = 1;
} finally {
  run.remove();
}
