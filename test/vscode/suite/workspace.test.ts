import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { findingOf, findings, folder, noFindingOf, ruleOf, set, tabWhere, tidy } from '../support.js';

describe('workspace', () => {
  const file = (name: string, from: 'hotel' | 'agency' = 'hotel') => ({
    uri: vscode.Uri.file(path.join(folder(from), name)),
  });

  afterEach(tidy);

  it('is reviewed whole by the command, files that are not open included', async () => {
    assert.deepEqual(findings(file('newsletter.html')), []);
    // the command ends when its closing message is put away: nobody does so here
    void vscode.commands.executeCommand('privacylint.reviewWorkspace');
    await findingOf(file('newsletter.html'), 'no-reply-sender');
    await findingOf(file('booking.tsx'), 'prechecked-consent');
    const agency = await findingOf(file('booking.html', 'agency'), 'bundled-consent');
    assert.match(agency.message, /partners/);
    assert.deepEqual(findings(file('clean.html')), []);
  });

  it('shows each finding once when such a file is opened', async () => {
    const document = await vscode.workspace.openTextDocument(file('booking.html').uri);
    await vscode.window.showTextDocument(document);
    await findingOf(document, 'prechecked-consent');
    assert.deepEqual(findings(document).map(ruleOf), ['prechecked-consent']);
  });

  it('is reviewed all the time where the user wants it', async () => {
    await vscode.commands.executeCommand('privacylint.restart');
    await noFindingOf(file('newsletter.html'), 'no-reply-sender');
    await set('privacylint.workspaceDiagnostics', true);
    try {
      await findingOf(file('newsletter.html'), 'no-reply-sender');
    } finally {
      await set('privacylint.workspaceDiagnostics', undefined);
    }
    await noFindingOf(file('newsletter.html'), 'no-reply-sender');
  });

  it('explains a rule on a page', async () => {
    await vscode.commands.executeCommand('privacylint.explain', 'prechecked-consent');
    await tabWhere('a page of the rule', ({ label }) => label.includes('prechecked-consent'));
  });
});
