import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ExplainParams,
  type Explanation,
  methods,
  type RuleSummary,
  section,
} from '../../server/src/protocol.js';

const scheme = 'privacylint-rule';

/** Shows what a rule is about, in the user's language, as a rendered page. */
export class Explanations implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #texts = new Map<string, string>();
  readonly #registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);

  constructor(private readonly client: BaseLanguageClient) {}

  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    return this.#texts.get(uri.path);
  }

  /** @param asked the rule; without one, the rule of the finding at the cursor, else the one that the user picks. */
  async show(asked?: string): Promise<void> {
    const ruleId = asked ?? ruleAtCursor() ?? (await this.#pick());
    if (ruleId === undefined) return;
    const params: ExplainParams = { ruleId };
    const explanation = await this.client.sendRequest<Explanation | null>(methods.explain, params);
    if (!explanation) return;
    const uri = vscode.Uri.from({ scheme, path: `/${ruleId}.md` });
    this.#texts.set(uri.path, explanation.markdown);
    this.#changed.fire(uri);
    try {
      await vscode.commands.executeCommand('markdown.showPreview', uri);
    } catch {
      // the editor's own Markdown preview can be switched off
      await vscode.window.showTextDocument(uri);
    }
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }

  async #pick(): Promise<string | undefined> {
    const rules = await this.client.sendRequest<RuleSummary[]>(methods.rules);
    const items = rules.map(({ id, what }) => ({ label: id, detail: what }));
    return (await vscode.window.showQuickPick(items, { matchOnDetail: true }))?.label;
  }
}

function ruleAtCursor(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const finding = vscode.languages
    .getDiagnostics(editor.document.uri)
    .find(({ source, range }) => source === section && range.contains(editor.selection.active));
  const code = typeof finding?.code === 'object' ? finding.code.value : finding?.code;
  return code === undefined ? undefined : String(code);
}
