import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { commands } from '../../server/src/protocol.js';
import { createConfiguration } from './configurationFile.js';
import { Explanations } from './explanations.js';
import type { WorkspaceFindings } from './workspaceFindings.js';

export function registerCommands(
  client: BaseLanguageClient,
  channel: vscode.OutputChannel,
  findings: WorkspaceFindings,
): vscode.Disposable[] {
  const explanations = new Explanations(client);
  const register = vscode.commands.registerCommand;
  return [
    explanations,
    register('privacylint.restart', async () => {
      findings.clear();
      if (client.isRunning()) await client.stop();
      await client.start();
    }),
    register('privacylint.showOutput', () => channel.show()),
    register('privacylint.createConfiguration', createConfiguration),
    register(commands.reviewWorkspace, () => findings.review()),
    register(commands.explain, (ruleId?: unknown) =>
      explanations.show(typeof ruleId === 'string' ? ruleId : undefined),
    ),
  ];
}
