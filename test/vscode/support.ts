/** What the tests in the extension host share: private copies of the workspace's files, and waits that follow events. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import * as vscode from 'vscode';

export const extensionId = 'privacylint.privacylint';

/** A folder of the workspace: a copy made for this run, free to be changed. */
export function folder(name: 'hotel' | 'agency' = 'hotel'): string {
  const found = vscode.workspace.workspaceFolders?.find((one) => one.name === name);
  if (!found) throw new Error('the tests need test/vscode/workspace/tests.code-workspace to be open');
  return found.uri.fsPath;
}

let copies = 0;

/** Opens a copy, made for one test, of a file of a workspace folder. */
export async function openCopy(
  name: string,
  from: 'hotel' | 'agency' = 'hotel',
): Promise<vscode.TextDocument> {
  const copy = path.join(folder(from), `copy${++copies}-${name}`);
  await fs.copyFile(path.join(folder(from), name), copy);
  return open(copy);
}

/** Opens a file of the hotel's folder with the given text. */
export async function openText(name: string, text: string): Promise<vscode.TextDocument> {
  const file = path.join(folder(), `copy${++copies}-${name}`);
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
export const findings = ({ uri }: { uri: vscode.Uri }): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter((d) => d.source === 'privacylint');

/** Resolves, as soon as `wanted` holds for the findings of a file, with these; rejects after `timeout` milliseconds. */
export function findingsWhere(
  document: { uri: vscode.Uri },
  what: string,
  wanted: (found: vscode.Diagnostic[]) => boolean,
  timeout = 25_000,
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
export async function findingOf(document: { uri: vscode.Uri }, rule: string): Promise<vscode.Diagnostic> {
  const found = await findingsWhere(document, `a finding of ${rule}`, (all) =>
    all.some((d) => ruleOf(d) === rule),
  );
  const finding = found.find((d) => ruleOf(d) === rule);
  if (!finding) throw new Error(`no finding of ${rule}`);
  return finding;
}

/** Waits until no finding of the rule is left. */
export const noFindingOf = (document: { uri: vscode.Uri }, rule: string): Promise<vscode.Diagnostic[]> =>
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

/** Replaces the first occurrence of a text in an open document, as typing would. */
export async function replace(document: vscode.TextDocument, old: string, text: string): Promise<void> {
  const at = document.getText().indexOf(old);
  if (at < 0) throw new Error(`${document.fileName} does not hold ${old}`);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(
    document.uri,
    new vscode.Range(document.positionAt(at), document.positionAt(at + old.length)),
    text,
  );
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error('the edit was refused');
}

/** Resolves as soon as a tab is open for which `wanted` holds; rejects after `timeout` milliseconds. */
export function tabWhere(
  what: string,
  wanted: (tab: vscode.Tab) => boolean,
  timeout = 20_000,
): Promise<vscode.Tab> {
  const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return new Promise((resolve, reject) => {
    const look = () => {
      const found = tabs().find(wanted);
      if (found) done(() => resolve(found));
    };
    const subscription = vscode.window.tabGroups.onDidChangeTabs(look);
    const timer = setTimeout(() => {
      const labels = tabs().map(({ label }) => label);
      done(() => reject(new Error(`${what}: not within ${timeout} ms; open are [${labels.join(', ')}]`)));
    }, timeout);
    const done = (settle: () => void) => {
      clearTimeout(timer);
      subscription.dispose();
      settle();
    };
    look();
  });
}

/** Closes all editors without saving and takes away the copies. */
export async function tidy(): Promise<void> {
  while (vscode.window.activeTextEditor?.document.isDirty)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  for (const place of [folder('hotel'), folder('agency')])
    for (const name of await fs.readdir(place))
      if (/^copy\d+-/.test(name)) await fs.rm(path.join(place, name));
}
