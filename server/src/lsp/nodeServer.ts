import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { builtinRules } from '../engine/builtinRules.js';
import { loadConfiguration, nearestConfiguration } from '../engine/configurationLoad.js';
import { fixText } from '../engine/fix.js';
import { registerRecipient } from '../engine/registerRecipient.js';
import { review } from '../engine/review.js';
import { suppressFinding } from '../engine/suppressFinding.js';
import { product } from '../node/product.js';
import { readProjectFile } from '../node/projectFile.js';
import { today } from '../node/today.js';
import { rules } from '../rules/index.js';
import type { Engine, Host } from './host.js';
import { listFiles, readFile } from './nodeFiles.js';
import { createSession } from './session.js';

const engine: Engine = {
  review,
  rules: [...rules, ...builtinRules],
  loadConfiguration,
  nearestConfiguration,
  fixText: (input, options) => fixText(input, options, review),
  suppress: suppressFinding,
  register: registerRecipient,
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
  const { version, rulePage } = product();
  return {
    readFile,
    readWithin: readProjectFile,
    listFiles,
    today,
    now: () => performance.now(),
    rulePage,
    version,
  };
}
