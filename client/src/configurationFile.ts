import * as vscode from 'vscode';
import { configurationFileName } from '../../server/src/protocol.js';

const content = `{
  // Completion (Ctrl+Space) lists every key.
  "extends": "privacylint:recommended",
  "rules": {}
}
`;

/** Opens the configuration file of a workspace folder, writing one first where there is none. */
export async function createConfiguration(): Promise<void> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder = folders.length > 1 ? await vscode.window.showWorkspaceFolderPick() : folders[0];
  if (!folder) {
    if (folders.length === 0)
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Open a folder first: the configuration belongs to it.'),
      );
    return;
  }
  const file = vscode.Uri.joinPath(folder.uri, configurationFileName);
  const exists = await vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
  if (!exists) await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(content));
  await vscode.window.showTextDocument(file);
}
