import type * as vscode from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import { commands, type InitializationOptions, section } from '../../server/src/protocol.js';
import { documentSelector } from './selector.js';

/** A client that runs the server bundle as a Node process of its own. */
export function createClient(
  context: vscode.ExtensionContext,
  outputChannel: vscode.LogOutputChannel,
): LanguageClient {
  const module = context.asAbsolutePath('dist/server.js');
  const server: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6044'] } },
  };
  const initializationOptions: InitializationOptions = { commands: Object.values(commands), status: true };
  const options: LanguageClientOptions = {
    documentSelector,
    outputChannel,
    traceOutputChannel: outputChannel,
    initializationOptions,
    diagnosticCollectionName: section,
    diagnosticPullOptions: { onChange: true },
  };
  return new LanguageClient(section, 'Privacylint', server, options);
}
