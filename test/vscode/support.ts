/** What the tests in the extension host share: private copies of the workspace's files, and waits that follow events. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import * as vscode from 'vscode';

export const extensionId = 'privacylint.privacylint';

/** The folder that is open: a copy made for this run, free to be changed. */
export function workspaceFolder(): string {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('the tests need test/vscode/workspace to be open');
  return folder.uri.fsPath;
}

let copies = 0;

/** Opens a copy, made for one test, of a file of the workspace. */
export async function openCopy(name: string): Promise<vscode.TextDocument> {
  const copy = path.join(workspaceFolder(), `copy${++copies}-${name}`);
  await fs.copyFile(path.join(workspaceFolder(), name), copy);
  return open(copy);
}

/** Opens a file of the workspace with the given text. */
export async function openText(name: string, text: string): Promise<vscode.TextDocument> {
  const file = path.join(workspaceFolder(), `copy${++copies}-${name}`);
  await fs.writeFile(file, text);
  return open(file);
}

async function open(file: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(file);
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Rule id of a diagnostic. */
export const ruleOf = ({ code }: vscode.Diagnostic): string =>
  String(typeof code === 'object' ? code.value : code);

/** What Privacylint has to say about a document now. */
export const findings = (document: vscode.TextDocument): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(document.uri).filter((d) => d.source === 'privacylint');

/** Resolves, as soon as `wanted` holds for the document's findings, with these; rejects after `timeout` milliseconds. */
export function findingsWhere(
  document: vscode.TextDocument,
  what: string,
  wanted: (found: vscode.Diagnostic[]) => boolean,
  timeout = 15_000,
): Promise<vscode.Diagnostic[]> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const found = findings(document);
      if (!wanted(found)) return;
      done();
      resolve(found);
    };
    const timer = setTimeout(() => {
      done();
      const seen = findings(document).map((d) => `${ruleOf(d)} at line ${d.range.start.line + 1}`);
      reject(new Error(`${what}: not within ${timeout} ms; there are [${seen.join(', ')}]`));
    }, timeout);
    const subscription = vscode.languages.onDidChangeDiagnostics(look);
    const done = () => {
      clearTimeout(timer);
      subscription.dispose();
    };
    look();
  });
}

/** Waits for a finding of a rule and returns it. */
export async function findingOf(document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic> {
  const found = await findingsWhere(document, `a finding of ${rule}`, (all) =>
    all.some((d) => ruleOf(d) === rule),
  );
  const finding = found.find((d) => ruleOf(d) === rule);
  if (!finding) throw new Error(`no finding of ${rule}`);
  return finding;
}

/** Waits until no finding of the rule is left. */
export const noFindingOf = (document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic[]> =>
  findingsWhere(document, `no finding of ${rule}`, (all) => all.every((d) => ruleOf(d) !== rule));

/** The code actions that VS Code offers for a range. */
export async function codeActions(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  const command = 'vscode.executeCodeActionProvider';
  return (await vscode.commands.executeCommand(command, document.uri, range, kind.value, 20)) ?? [];
}

/** Does what choosing the action in the menu does. */
export async function choose(action: vscode.CodeAction): Promise<void> {
  if (action.edit && !(await vscode.workspace.applyEdit(action.edit)))
    throw new Error(`the edit of "${action.title}" was refused`);
  if (action.command)
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

/** Sets a setting of the workspace; `undefined` takes it away. */
export function set(key: string, value: unknown): Thenable<void> {
  return vscode.workspace.getConfiguration().update(key, value, vscode.ConfigurationTarget.Workspace);
}

/** Closes all editors without saving and takes away the copies. */
export async function tidy(): Promise<void> {
  while (vscode.window.activeTextEditor?.document.isDirty)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  for (const name of await fs.readdir(workspaceFolder()))
    if (/^copy\d+-/.test(name)) await fs.rm(path.join(workspaceFolder(), name));
}
