import * as assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import * as vscode from 'vscode';
import {
  codeActions,
  findingOf,
  findings,
  findingsWhere,
  folder,
  noFindingOf,
  openCopy,
  replace,
  set,
  tidy,
} from '../support.js';

describe('settings', () => {
  const configuration = () => path.join(folder(), '.privacylint.json');

  afterEach(async () => {
    for (const key of ['rules', 'enable', 'run', 'locale']) await set(`privacylint.${key}`, undefined);
    await fs.rm(configuration(), { force: true });
    await tidy();
  });

  it('privacylint.rules switches a rule off and on', async () => {
    const document = await openCopy('booking.html');
    await findingOf(document, 'prechecked-consent');
    await set('privacylint.rules', { 'prechecked-consent': 'off' });
    await noFindingOf(document, 'prechecked-consent');
    await set('privacylint.rules', undefined);
    await findingOf(document, 'prechecked-consent');
  });

  it('.privacylint.json counts as soon as it is written, and until it goes', async () => {
    const document = await openCopy('booking.html');
    await findingOf(document, 'prechecked-consent');
    await fs.writeFile(configuration(), '{ "rules": { "prechecked-consent": "off" } }\n');
    await noFindingOf(document, 'prechecked-consent');
    await fs.rm(configuration());
    await findingOf(document, 'prechecked-consent');
  });

  it('privacylint.enable: false clears all, true brings them back', async () => {
    const document = await openCopy('newsletter.html');
    await findingOf(document, 'missing-unsubscribe');
    await set('privacylint.enable', false);
    await findingsWhere(document, 'no findings', (all) => all.length === 0);
    await set('privacylint.enable', undefined);
    await findingOf(document, 'missing-unsubscribe');
  });

  it('gives every workspace folder its own .privacylint.json', async () => {
    const agency = await openCopy('booking.html', 'agency');
    const found = await findingsWhere(agency, 'its findings', (all) => all.length > 0);
    assert.deepEqual(
      found.map(({ code }) => (typeof code === 'object' ? code.value : code)),
      ['bundled-consent'],
    );
    await findingOf(await openCopy('booking.html', 'hotel'), 'prechecked-consent');
  });

  it('points into a wrong .privacylint.json, and the rest of it still works', async () => {
    await fs.writeFile(
      configuration(),
      '{ "rules": { "prechecked-consent": "off", "no-such-rule": "off" } }\n',
    );
    await vscode.window.showTextDocument(vscode.Uri.file(configuration()));
    const problem = await findingOf({ uri: vscode.Uri.file(configuration()) }, 'configuration-problem');
    assert.match(problem.message, /no-such-rule/);
    const document = await openCopy('newsletter.html');
    await findingOf(document, 'missing-unsubscribe');
    const booking = await openCopy('booking.html');
    await findingOf(await openCopy('newsletter.html'), 'missing-unsubscribe');
    assert.deepEqual(findings(booking), []);
  });

  it('privacylint.run: onSave waits for the file to be saved', async () => {
    await set('privacylint.run', 'onSave');
    const document = await openCopy('booking.html');
    const finding = await findingOf(document, 'prechecked-consent');
    await replace(document, ' checked>', '>');
    // the answer to a later request shows that the change has reached the server
    await codeActions(document, finding.range, vscode.CodeActionKind.QuickFix);
    await findingOf(document, 'prechecked-consent');
    await document.save();
    await noFindingOf(document, 'prechecked-consent');
  });

  it('privacylint.locale: fr speaks French', async () => {
    const document = await openCopy('booking.html');
    await findingOf(document, 'prechecked-consent');
    await set('privacylint.locale', 'fr');
    await findingsWhere(document, 'a French message', (all) =>
      all.some(({ message }) => /RGPD/.test(message)),
    );
  });
});
