#!/usr/bin/env node
// Runs the suite of test/vscode in the extension host of a real VS Code, whose workbench is open in Chromium.
// usage: node scripts/host/run-in-code-server.mjs [--ext DIR] [--tests DIR] [--ws DIR] [--verbose]
import fs from 'node:fs';
import path from 'node:path';
import { format, parseArgs } from 'node:util';
import { InstallError, installHost } from './install.mjs';
import { resultsFolder, root } from './paths.mjs';
import { readResult, resultFile } from './results.mjs';
import { openBrowser, prepare, startServer, workbenchUrl } from './workbench.mjs';

const { values: given } = parseArgs({
  options: {
    ext: { type: 'string', default: root },
    tests: { type: 'string', default: path.join(root, 'out/test/vscode/index') },
    ws: { type: 'string', default: path.join(root, 'test/vscode/workspace') },
    timeout: { type: 'string', default: '300' },
    verbose: { type: 'boolean', default: false },
  },
});

/** Everything that VS Code logs during the run; its own log files need native modules that the host does without. */
const log = path.join(resultsFolder, 'vscode.log');

/** Waits for the exit code that the test run reports; what tests print is passed on. */
async function waitForExit(page) {
  const { promise, resolve, reject } = deferred();
  const timer = setTimeout(
    () => reject(new Error(`no result within ${given.timeout} s`)),
    given.timeout * 1000,
  );
  page.on('crash', () => reject(new Error('the workbench page crashed')));
  page.on('console', (m) => fs.appendFileSync(log, `[page ${m.type()}] ${m.text()}\n`));
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    const text = format(...args);
    fs.appendFileSync(log, `[${type}] ${text}\n`);
    // the suite marks its lines; the others are VS Code's own
    if (given.verbose) console.log(`  [${type}] ${text}`);
    else if (text.startsWith('test: ')) console.log(`  ${text.slice(6)}`);
  });
  await page.exposeFunction('codeAutomationExit', resolve);
  return { exit: promise.finally(() => clearTimeout(timer)) };
}

function deferred() {
  let resolve;
  let reject;
  const promise = new Promise((yes, no) => {
    resolve = yes;
    reject = no;
  });
  promise.catch(() => {}); // awaited later than it may fail
  return { promise, resolve, reject };
}

async function main() {
  installHost();
  fs.mkdirSync(resultsFolder, { recursive: true });
  fs.rmSync(resultFile('vscode'), { force: true });
  fs.writeFileSync(log, '');
  const run = prepare(path.resolve(given.ws));
  let server;
  let browser;
  let failure;
  try {
    server = await startServer(run, {
      flags: ['--disable-workspace-trust', '--enable-smoke-test-driver'],
      env: { PRIVACYLINT_RESULTS: resultFile('vscode') },
    });
    const opened = await openBrowser();
    browser = opened.browser;
    const { exit } = await waitForExit(opened.page);
    const remote = (place) => `vscode-remote://${server.authority}${path.resolve(place)}`;
    const payload = [
      ['extensionDevelopmentPath', remote(given.ext)],
      ['extensionTestsPath', remote(given.tests)],
    ];
    try {
      const workspace = path.join(run.ws, 'tests.code-workspace');
      await opened.page.goto(workbenchUrl(server.authority, workspace, payload));
      const code = await exit;
      if (code !== 0) failure = `the test run ended with code ${code}`;
    } catch (error) {
      failure = error.message;
      await opened.page.screenshot({ path: path.join(resultsFolder, 'vscode-failure.png') }).catch(() => {});
    }
  } finally {
    await browser?.close();
    await server?.stop();
  }
  const result = readResult('vscode');
  if (!result) failure ??= 'the suite wrote no result';
  else if (result.tests.length === 0) failure ??= 'no test ran';
  if (result)
    console.log(
      `  ${result.passed} passed, ${result.failed} failed, ${result.pending} skipped in the extension host`,
    );
  if (failure || result.failed > 0) {
    console.error(`VS Code suite: ${failure ?? `${result.failed} failed`}`);
    fs.appendFileSync(log, fs.readFileSync(path.join(run.home, 'server.log')));
    console.error(`All that VS Code logged: ${log}`);
    process.exitCode = 1;
  }
  run.remove();
}

await main().catch((error) => {
  console.error(error instanceof InstallError ? error.message : error.stack);
  process.exitCode = 1;
});
