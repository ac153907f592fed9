import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { findingOf, findingsWhere, noFindingOf, openCopy, set, tidy, workspaceFolder } from '../support.js';

describe('settings', () => {
  const configuration = () => path.join(workspaceFolder(), '.privacylint.json');

  afterEach(async () => {
    for (const key of ['rules', 'enable']) await set(`privacylint.${key}`, undefined);
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
});
