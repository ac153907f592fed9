import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionId, findingOf, findings, openCopy, tidy } from '../support.js';

describe('activation', () => {
  afterEach(tidy);

  it('starts with the first HTML file', async () => {
    await openCopy('clean.html');
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension, `${extensionId} is not installed`);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('has registered its commands', async () => {
    const commands = await vscode.commands.getCommands(true);
    for (const id of ['privacylint.restart', 'privacylint.reviewWorkspace', 'privacylint.showOutput'])
      assert.ok(commands.includes(id), `${id} is not registered`);
  });

  it('says nothing about a clean form', async () => {
    const clean = await openCopy('clean.html');
    // a finding elsewhere shows that the review of the clean file, opened before, is over
    await findingOf(await openCopy('booking.html'), 'prechecked-consent');
    assert.deepEqual(findings(clean), []);
  });

  it('reviews again after a restart of the server', async () => {
    const before = await openCopy('booking.html');
    await findingOf(before, 'prechecked-consent');
    await vscode.commands.executeCommand('privacylint.restart');
    await findingOf(before, 'prechecked-consent');
    await findingOf(await openCopy('booking.tsx'), 'prechecked-consent');
  });

  it('shows its output channel', async () => {
    await vscode.commands.executeCommand('privacylint.showOutput');
  });
});
