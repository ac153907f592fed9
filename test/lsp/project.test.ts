import * as assert from 'node:assert/strict';
import { symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { pulling, pushing, TestClient, temporaryFolder, uriOf } from './client.js';

const template = '<mat-checkbox [(ngModel)]="offers">Send me the newsletter</mat-checkbox>\n';
const code = (initial: string) =>
  `@Component({ templateUrl: './a.component.html' })\nexport class A {\n  offers = ${initial};\n}\n`;

for (const [how, capabilities] of [
  ['pulling', pulling],
  ['pushing', pushing],
] as const) {
  describe(`language server, with what other files say, ${how}`, function () {
    this.timeout(30_000);
    let client: TestClient;
    let html: string;
    let ts: string;

    beforeEach(async () => {
      const folder = temporaryFolder({ 'a.component.html': template, 'a.component.ts': code('true') });
      html = uriOf(path.join(folder, 'a.component.html'));
      ts = uriOf(path.join(folder, 'a.component.ts'));
      const workspaceFolders = [{ uri: uriOf(folder), name: 'project' }];
      client = await TestClient.start({ server: 'real', capabilities, workspaceFolders });
    });
    afterEach(async () => assert.equal(await client.stop(), 0));

    const found = async (count: number) => {
      if (how === 'pushing') return client.published(html, (items) => items.length === count);
      const { items } = await client.pull(html);
      assert.equal(items.length, count);
      return items;
    };

    it('points into the file on disk', async () => {
      await client.open(html, template);
      const [finding] = await found(1);
      const [related] = finding?.relatedInformation ?? [];
      assert.deepEqual(related?.location, {
        uri: ts,
        range: { start: { line: 2, character: 11 }, end: { line: 2, character: 15 } },
      });
    });

    it('follows the file while it is being edited', async () => {
      await client.open(html, template);
      await found(1);
      await client.open(ts, code('true'), 'typescript');
      client.forget();
      await client.edit(ts, 'true', 'false');
      await found(0);
      await client.edit(ts, 'false', 'true');
      await found(1);
    });

    it('follows the file where something else changes it', async () => {
      await client.open(html, template);
      await found(1);
      client.forget();
      writeFileSync(fileURLToPath(ts), code('false'));
      await client.watched(ts);
      await found(0);
    });

    it('reads no file that a link leads to outside of the workspace', async () => {
      const outside = temporaryFolder({ 'secret.ts': code('true') });
      unlinkSync(fileURLToPath(ts));
      symlinkSync(path.join(outside, 'secret.ts'), fileURLToPath(ts));
      await client.open(html, template);
      await found(0);
    });

    it('goes back to the file on disk when its editor is closed', async () => {
      await client.open(ts, code('false'), 'typescript');
      await client.open(html, template);
      await found(0);
      client.forget();
      await client.close(ts);
      await found(1);
    });
  });
}
