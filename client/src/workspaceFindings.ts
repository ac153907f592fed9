import * as vscode from 'vscode';
import type { BaseLanguageClient, Diagnostic } from 'vscode-languageclient';
import {
  methods,
  type ReviewWorkspaceParams,
  type ReviewWorkspaceResult,
  section,
} from '../../server/src/protocol.js';

/** Findings of the last review of the whole workspace, in files that are not open; an open file has its own, newer ones. */
export class WorkspaceFindings implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection(`${section}-workspace`);
  readonly #opened = vscode.workspace.onDidOpenTextDocument(({ uri }) => this.#collection.delete(uri));

  constructor(private readonly client: BaseLanguageClient) {}

  /** Has the server review every file; it shows progress and can be cancelled. */
  async review(): Promise<void> {
    const params: ReviewWorkspaceParams = { diagnostics: true };
    const result = await this.client.sendRequest<ReviewWorkspaceResult<Diagnostic>>(
      methods.reviewWorkspace,
      params,
    );
    await this.#show(result);
    const counts = sum(result);
    const show = vscode.l10n.t('Show Problems');
    const text = vscode.l10n.t(
      '{0} files reviewed: {1} errors, {2} warnings, {3} others in {4} files.',
      result.reviewed,
      counts.error,
      counts.warning,
      counts.others,
      result.files.length,
    );
    const message = result.cancelled ? vscode.l10n.t('Review stopped. {0}', text) : text;
    const chosen = await vscode.window.showInformationMessage(
      message,
      ...(result.files.length > 0 ? [show] : []),
    );
    if (chosen === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
  }

  clear(): void {
    this.#collection.clear();
  }

  dispose(): void {
    this.#opened.dispose();
    this.#collection.dispose();
  }

  async #show({ files }: ReviewWorkspaceResult<Diagnostic>): Promise<void> {
    const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
    const { asUri, asDiagnostics } = this.client.protocol2CodeConverter;
    const closed = files
      .map((file) => ({ uri: asUri(file.uri), diagnostics: file.diagnostics ?? [] }))
      .filter(({ uri }) => !open.has(uri.toString()));
    const entries = await Promise.all(
      closed.map(async ({ uri, diagnostics }) => [uri, await asDiagnostics([...diagnostics])] as const),
    );
    this.#collection.clear();
    for (const [uri, diagnostics] of entries) this.#collection.set(uri, diagnostics);
  }
}

function sum({ files }: ReviewWorkspaceResult<Diagnostic>) {
  const total = { error: 0, warning: 0, others: 0 };
  for (const { counts } of files) {
    total.error += counts.error;
    total.warning += counts.warning;
    total.others += counts.information + counts.hint;
  }
  return total;
}
