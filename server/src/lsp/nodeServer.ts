import * as fs from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { builtinRules } from '../engine/builtinRules.js';
import { loadConfiguration, nearestConfiguration } from '../engine/configurationLoad.js';
import { fixText } from '../engine/fix.js';
import { review } from '../engine/review.js';
import { suppressFinding } from '../engine/suppressFinding.js';
import { rules } from '../rules/index.js';
import type { Engine, Host } from './host.js';
import { listFiles, readFile, today } from './nodeFiles.js';
import { createSession } from './session.js';

const engine: Engine = {
  review,
  rules: [...rules, ...builtinRules],
  loadConfiguration,
  nearestConfiguration,
  fixText: (input, options) => fixText(input, options, review),
  suppress: suppressFinding,
};

/**
 * Serves a client over what the process was started with: `--stdio`, `--node-ipc`, `--pipe=…` or `--socket=…`.
 * The process ends with its client: on `exit`, when the connection closes, or when the client's process is gone.
 */
export function startServer(replaced: Partial<Engine> = {}): void {
  const connection = createConnection(ProposedFeatures.all);
  createSession(connection, { host: nodeHost(), engine: { ...engine, ...replaced } });
  // whatever escapes every fence is told, and the server goes on
  process.on('unhandledRejection', (reason) => connection.console.error(`unexpected: ${String(reason)}`));
  connection.listen();
}

function nodeHost(): Host {
  const { folder, version, homepage } = product();
  const pages = homepage
    ? `${homepage.replace(/\/$/, '')}/docs/rules/`
    : pathToFileURL(path.join(folder, 'docs', 'rules', path.sep)).href;
  return {
    readFile,
    listFiles,
    today,
    now: () => performance.now(),
    rulePage: (id, locale) => `${pages}${locale === 'en' ? '' : `${locale}/`}${id}.md`,
    version,
  };
}

interface Product {
  readonly folder: string;
  readonly version: string;
  readonly homepage?: string;
}

/** The package that this file belongs to: the folder above `dist`, or farther up when it runs unbundled. */
function product(): Product {
  for (let folder = __dirname; ; folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json');
    if (fs.existsSync(manifest)) {
      const { version, homepage } = JSON.parse(fs.readFileSync(manifest, 'utf8')) as {
        version: string;
        homepage?: string;
      };
      return { folder, version, ...(homepage && { homepage }) };
    }
    if (path.dirname(folder) === folder) return { folder, version: '0.0.0' };
  }
}
