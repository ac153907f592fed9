// Sees to it that node_modules holds what package-lock.json says. Node built-ins only: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

const packagesOf = (file) => {
  try {
    return JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
};

/** True where every package of the lock file is installed in its version; optional ones of other platforms may be missing. */
function upToDate() {
  const installed = packagesOf('node_modules/.package-lock.json');
  const wanted = packagesOf('package-lock.json');
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(
    ([place, { version, optional, link }]) =>
      place === '' || link || installed[place]?.version === version || (optional && !installed[place]),
  );
}

/** Runs `npm ci` where it is needed. Throws an Error for people when it fails. */
export function installPackages() {
  if (upToDate()) return;
  console.error('Installing the npm packages …');
  const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
    shell: process.platform === 'win32',
  });
  if (status !== 0)
    throw new Error(
      `\`npm ci\` failed (${error?.message ?? `exit code ${status}`}): the npm registry must be reachable and ${root} writable.`,
    );
}
