import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  findingOf,
  findingsWhere,
  noFindingOf,
  openCopy,
  openText,
  replace,
  ruleOf,
  tidy,
} from '../support.js';

describe('findings', () => {
  afterEach(tidy);

  it('underlines the pre-ticked box of an HTML form', async () => {
    const document = await openCopy('booking.html');
    const finding = await findingOf(document, 'prechecked-consent');
    assert.equal(finding.source, 'privacylint');
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Error);
    assert.match(finding.message, /newsletter of the Heron Inn/);
    assert.equal(document.lineAt(finding.range.start.line).text.includes('type="checkbox"'), true);
    assert.match(document.getText(finding.range), /checked/);
  });

  it('links to the page of the rule', async () => {
    const finding = await findingOf(await openCopy('booking.html'), 'prechecked-consent');
    assert.ok(typeof finding.code === 'object', 'the code has no link');
    assert.match(finding.code.target.toString(), /prechecked-consent/);
  });

  it('underlines the pre-ticked box of a React form', async () => {
    const document = await openCopy('booking.tsx');
    const finding = await findingOf(document, 'prechecked-consent');
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Error);
    const places = [finding.range, ...(finding.relatedInformation ?? []).map((r) => r.location.range)];
    assert.ok(
      places.some((range) => document.getText(range).includes('true')),
      'the initial state is neither the place of the finding nor related to it',
    );
  });

  it('underlines a newsletter without a way out and its no-reply address', async () => {
    const document = await openCopy('newsletter.html');
    const found = await findingsWhere(document, 'both findings', (all) =>
      ['missing-unsubscribe', 'no-reply-sender'].every((rule) => all.some((d) => ruleOf(d) === rule)),
    );
    const noReply = found.find((d) => ruleOf(d) === 'no-reply-sender');
    assert.match(noReply ? document.getText(noReply.range) : '', /no-reply@heron-inn\.example/);
  });

  it('follows the typing', async () => {
    const document = await openCopy('booking.html');
    await findingOf(document, 'prechecked-consent');
    await replace(document, ' checked>', '>');
    await noFindingOf(document, 'prechecked-consent');
    await vscode.commands.executeCommand('undo');
    await findingOf(document, 'prechecked-consent');
  });

  it('follows the typing in a long file to its end', async () => {
    const document = await openText(
      'long.html',
      `<form>\n${'<p>The garden is open.</p>\n'.repeat(4000)}</form>\n`,
    );
    await replace(
      document,
      '</form>',
      '<label><input type="checkbox" checked> Newsletter, please</label></form>',
    );
    const finding = await findingOf(document, 'prechecked-consent');
    assert.equal(finding.range.start.line, 4001);
  });

  it('sees a box that covers terms and partners', async () => {
    const finding = await findingOf(await openCopy('booking.html', 'agency'), 'bundled-consent');
    assert.match(finding.message, /partners/);
  });

  it('counts characters beyond the BMP as VS Code does', async () => {
    const line =
      '<label>\u{1F98A}\u{1F98A} Newsletter <input type="checkbox" name="newsletter" checked></label>';
    const document = await openText('emoji.html', `<form>${line}</form>\n`);
    const finding = await findingOf(document, 'prechecked-consent');
    assert.match(document.getText(finding.range), /^(<input.*>|checked)$/);
  });
});
