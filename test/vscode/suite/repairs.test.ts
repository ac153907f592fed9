import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as vscode from 'vscode';
import { choose, codeActions, findingOf, noFindingOf, openCopy, replace, set, tidy } from '../support.js';

const fixAll = vscode.CodeActionKind.SourceFixAll.append('privacylint');

/** Chooses what VS Code would put first for a finding, and waits until the finding is gone. */
async function repair(document: vscode.TextDocument, rule: string): Promise<vscode.CodeAction> {
  const { range } = await findingOf(document, rule);
  const offered = await codeActions(document, range, vscode.CodeActionKind.QuickFix);
  const usable = offered.filter((a) => a.edit && !/suppress/i.test(a.title));
  const first = usable.find((a) => a.isPreferred) ?? usable[0];
  assert.ok(first, `no repair for ${rule} among: ${offered.map((a) => a.title).join(', ')}`);
  await choose(first);
  await noFindingOf(document, rule);
  return first;
}

describe('repairs', () => {
  afterEach(tidy);

  it('removes the tick of an HTML box and nothing else', async () => {
    const document = await openCopy('booking.html');
    const before = document.getText();
    const action = await repair(document, 'prechecked-consent');
    assert.equal(action.isPreferred, true);
    assert.equal(document.getText(), before.replace(' checked>', '>'));
  });

  it('removes the tick of a React box where its state begins', async () => {
    const document = await openCopy('booking.tsx');
    const before = document.getText();
    await repair(document, 'prechecked-consent');
    assert.equal(document.getText(), before.replace('useState(true)', 'useState(false)'));
  });

  it("adds an unsubscribe link with the provider's own tag", async () => {
    const document = await openCopy('newsletter.html');
    await repair(document, 'missing-unsubscribe');
    assert.match(document.getText(), /href="\*\|UNSUB\|\*"/);
  });

  it('makes one empty box a purpose out of a bundle', async () => {
    const document = await openCopy('booking.html', 'agency');
    const boxes = () => document.getText().match(/type="checkbox"/g)?.length;
    const before = boxes();
    await repair(document, 'bundled-consent');
    assert.equal(boxes(), (before ?? 0) + 1);
    assert.match(document.getText(), /name="terms" required/);
  });

  it('writes a suppression with a reason, which silences the finding', async () => {
    const document = await openCopy('booking.html');
    const { range } = await findingOf(document, 'prechecked-consent');
    const all = await codeActions(document, range, vscode.CodeActionKind.QuickFix);
    const suppress = all.find((a) => /suppress/i.test(a.title));
    assert.ok(suppress, `no suppression among: ${all.map((a) => a.title).join(', ')}`);
    await choose(suppress);
    assert.match(document.getText(), /privacylint-disable-next prechecked-consent: /);
    await noFindingOf(document, 'prechecked-consent');
  });

  it('offers only safe repairs as source.fixAll.privacylint', async () => {
    const document = await openCopy('newsletter.html');
    await findingOf(document, 'missing-unsubscribe');
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const actions = await codeActions(document, whole, fixAll);
    assert.deepEqual(
      actions.map((a) => a.title),
      [],
    );
  });

  it('removes ticks on save where the user asked for it', async () => {
    await set('editor.codeActionsOnSave', { 'source.fixAll.privacylint': 'explicit' });
    try {
      const document = await openCopy('booking.html');
      await findingOf(document, 'prechecked-consent');
      await replace(document, '</html>', '<!-- touched --></html>');
      assert.equal(await document.save(), true);
      const saved = await fs.readFile(document.uri.fsPath, 'utf8');
      assert.match(saved, /touched/);
      assert.doesNotMatch(saved, / checked/);
      await noFindingOf(document, 'prechecked-consent');
    } finally {
      await set('editor.codeActionsOnSave', undefined);
    }
  });
});

describe('hover', () => {
  afterEach(tidy);

  it('shows the legal basis of a finding', async () => {
    const document = await openCopy('booking.html');
    const { range } = await findingOf(document, 'prechecked-consent');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      range.start,
    );
    const text = hovers
      .flatMap((h) => h.contents)
      .map((c) => (typeof c === 'string' ? c : c.value))
      .join('\n');
    assert.match(text, /GDPR/);
    assert.match(text, /prechecked-consent/);
  });
});
