import * as vscode from 'vscode';
import { createClient } from './client.js';
import { registerCommands } from './commands.js';
import { followStatus } from './status.js';
import { WorkspaceFindings } from './workspaceFindings.js';

let stop: (() => Promise<void>) | undefined;

/** Starts the language server and adds what only the editor can show. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const channel = vscode.window.createOutputChannel('Privacylint', { log: true });
  const client = createClient(context, channel);
  const findings = new WorkspaceFindings(client);
  context.subscriptions.push(
    channel,
    findings,
    followStatus(client),
    ...registerCommands(client, channel, findings),
  );
  const started = client.start();
  stop = async () => {
    // a client that is still starting cannot be stopped
    await started.catch(() => undefined);
    if (client.isRunning()) await client.stop();
  };
  try {
    await started;
  } catch (error) {
    channel.error(String(error));
    const message = vscode.l10n.t('The Privacylint language server did not start.');
    const show = vscode.l10n.t('Show Output');
    if ((await vscode.window.showErrorMessage(message, show)) === show) channel.show();
  }
}

export async function deactivate(): Promise<void> {
  await stop?.();
}
