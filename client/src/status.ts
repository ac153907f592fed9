import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { methods, type Status, section } from '../../server/src/protocol.js';
import { documentSelector } from './selector.js';

/** Shows, in the language status of the open file, whether the server runs and what it found. */
export function followStatus(client: BaseLanguageClient): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem(section, documentSelector);
  item.name = 'Privacylint';
  item.command = { title: vscode.l10n.t('Show Output'), command: 'privacylint.showOutput' };
  const statuses = new Map<string, Status>();
  const show = () => {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    render(item, client.state, uri === undefined ? undefined : statuses.get(uri));
  };
  show();
  return vscode.Disposable.from(
    item,
    client.onNotification(methods.status, (status: Status) => {
      const uri = client.protocol2CodeConverter.asUri(status.uri).toString();
      statuses.set(uri, status);
      show();
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Running) statuses.clear();
      show();
    }),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => statuses.delete(uri.toString())),
  );
}

function render(item: vscode.LanguageStatusItem, state: State, status: Status | undefined): void {
  const { Error: error, Warning: warning, Information: information } = vscode.LanguageStatusSeverity;
  item.busy = state === State.Starting || status?.state === 'reviewing';
  item.severity = information;
  item.detail = '';
  if (state !== State.Running) {
    item.text =
      state === State.Stopped
        ? vscode.l10n.t('Privacylint: stopped')
        : vscode.l10n.t('Privacylint: starting');
    if (state === State.Stopped) item.severity = error;
    return;
  }
  if (!status) {
    item.text = 'Privacylint';
    return;
  }
  const { counts, notReviewed, configurationProblems } = status;
  const total = counts.error + counts.warning + counts.information + counts.hint;
  item.text =
    total === 1 ? vscode.l10n.t('Privacylint: 1 finding') : vscode.l10n.t('Privacylint: {0} findings', total);
  const remarks = [...notReviewed, ...configurationProblems];
  item.detail = remarks.join(' ');
  if (status.state === 'failed') item.severity = error;
  else if (remarks.length > 0) item.severity = warning;
}
