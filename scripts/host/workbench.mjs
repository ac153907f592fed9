// A real VS Code for one test: the server of the host with its own folders, and its workbench in Chromium.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { installChromium } from './install.mjs';
import { hostNode, serverMain } from './paths.mjs';

const settings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'chat.disableAIFeatures': true,
  'files.autoSave': 'off',
  'security.workspace.trust.enabled': false,
};

const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Asks the system for a port that is free now. */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/**
 * Polls `look` until it returns something true; throws `what` after `timeout` milliseconds.
 * For what gives no event: a port that opens, a file that another process writes.
 */
export async function until(what, look, timeout = 15_000) {
  const end = Date.now() + timeout;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`${what}: not within ${timeout / 1000} s`);
    await pause(50);
  }
}

/**
 * Prepares folders for one run: a copy of `workspace` (tests change files), user settings, an empty extensions folder.
 * The path is kept short: a Unix socket lives in it.
 */
export function prepare(workspace, moreSettings = {}) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'pl-'));
  const ws = path.join(home, path.basename(workspace));
  fs.cpSync(workspace, ws, { recursive: true });
  fs.mkdirSync(path.join(home, 'ud', 'User'), { recursive: true });
  fs.mkdirSync(path.join(home, 'ext'));
  fs.writeFileSync(
    path.join(home, 'ud/User/settings.json'),
    JSON.stringify({ ...settings, ...moreSettings }),
  );
  const folders = [
    '--server-data-dir',
    home,
    '--user-data-dir',
    `${home}/ud`,
    '--extensions-dir',
    `${home}/ext`,
  ];
  return {
    home,
    ws,
    serverArguments: ['--accept-server-license-terms', '--telemetry-level', 'off', ...folders],
    remove: () => fs.rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}

/** Installs a .vsix as a user would on the command line; returns what VS Code printed. */
export function installExtension(run, vsix) {
  const args = [serverMain, ...run.serverArguments, '--install-extension', vsix];
  const { status, stdout, stderr } = spawnSync(hostNode, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${path.basename(vsix)} was not installed:\n${stdout}${stderr}`);
  return stdout.trim();
}

/**
 * Starts the server and returns its address and a way to stop it.
 * `server-main.js` is started without the code-server wrapper, which refuses `--enable-smoke-test-driver`; without that flag the
 * workbench ignores the extensionDevelopmentPath and extensionTestsPath of its `payload`.
 */
export async function startServer(run, { env = {}, flags = ['--disable-workspace-trust'] } = {}) {
  const port = await freePort();
  const log = fs.openSync(path.join(run.home, 'server.log'), 'w');
  const address = ['--without-connection-token', '--host', '127.0.0.1', '--port', String(port)];
  const child = spawn(
    hostNode,
    [serverMain, ...run.serverArguments, ...address, '--disable-experiments', ...flags],
    {
      stdio: ['ignore', log, log],
      detached: true,
      env: { ...process.env, XDG_DATA_HOME: path.join(run.home, 'xdg'), ...env },
    },
  );
  fs.closeSync(log);
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const kill = () => {
    try {
      process.kill(-child.pid, 'SIGTERM'); // its extension hosts are processes of the same group
    } catch {
      // gone already
    }
  };
  // a run that is interrupted leaves no server behind
  const interrupted = () => {
    kill();
    run.remove();
    process.exit(130);
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  const stop = async () => {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    kill();
    await Promise.race([exited, pause(5000, undefined, { ref: false })]);
  };
  try {
    await until(
      'VS Code server answers',
      async () => {
        if (child.exitCode !== null) throw new Error(`the VS Code server ended: see ${run.home}/server.log`);
        const response = await fetch(`http://127.0.0.1:${port}/version`).catch(() => undefined);
        return response?.ok;
      },
      30_000,
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return { authority: `127.0.0.1:${port}`, stop };
}

/** Opens Chromium with one empty page. */
export async function openBrowser(viewport = { width: 1280, height: 800 }) {
  const browser = await chromium.launch({ executablePath: installChromium(), args: chromiumFlags });
  const page = await (await browser.newContext({ viewport })).newPage();
  return { browser, page };
}

/** Address of the workbench with a folder, or a .code-workspace, open. `payload` is VS Code's own list of [key, value] for its environment. */
export function workbenchUrl(authority, place, payload = []) {
  const quiet = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  const kind = place.endsWith('.code-workspace') ? 'workspace' : 'folder';
  const query = new URLSearchParams({ [kind]: place, payload: JSON.stringify([...payload, ...quiet]) });
  return `http://${authority}/?${query}`;
}
