import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import type { Diagnostic } from 'vscode-languageserver/node';
import type { ReviewWorkspaceResult } from '../../server/src/protocol.js';
import { codes, pulling, TestClient, temporaryFolder, uriOf } from './client.js';

type Progress = {
  token: string;
  value: { kind: string; title?: string; cancellable?: boolean; message?: string };
};

describe('language server, review of the workspace', function () {
  this.timeout(30_000);

  const review = (client: TestClient, params: unknown = { diagnostics: true }) =>
    client.connection.sendRequest<ReviewWorkspaceResult<Diagnostic>>('privacylint/reviewWorkspace', params);

  it('reviews every file of every folder, open ones as the editor holds them, under progress', async () => {
    const [one, two] = [
      temporaryFolder({
        'a.html': 'BAD MEH',
        'b.tsx': 'UNSURE',
        'c.css': 'BAD',
        'node_modules/d.html': 'BAD',
      }),
      temporaryFolder({ 'deep/e.html': 'saved', '.privacylint.json': '{ "nonsense": 1 }' }),
    ];
    const client = await TestClient.start({ capabilities: pulling, folders: [one, two] });
    const e = uriOf(path.join(two, 'deep/e.html'));
    await client.open(e, 'BAD as typed');
    const result = await review(client);
    const name = (uri: string) => path.basename(new URL(uri).pathname);
    assert.deepEqual(result.files.map(({ uri }) => name(uri)).sort(), [
      '.privacylint.json',
      'a.html',
      'e.html',
    ]);
    const a = result.files.find(({ uri }) => name(uri) === 'a.html');
    assert.deepEqual(a?.counts, { error: 1, warning: 1, information: 0, hint: 0 });
    assert.deepEqual(codes(a?.diagnostics ?? []), ['bad-word', 'meh-word']);
    assert.deepEqual(
      result.notReviewed.map(({ uri, message }) => [name(uri), message]),
      [['b.tsx', 'cannot tell']],
    );
    assert.deepEqual([result.reviewed, result.cancelled], [4, false]);
    const progress = client.received
      .filter(({ method }) => method === '$/progress')
      .map(({ params }) => (params as Progress).value);
    assert.deepEqual(
      [progress[0]?.kind, progress[0]?.cancellable, progress.at(-1)?.kind],
      ['begin', true, 'end'],
    );
    assert.equal(await client.stop(), 0);
  });

  it('leaves out what the configuration ignores, and asks for settings once a folder', async () => {
    const folder = temporaryFolder({
      '.privacylint.json': '{ "ignore": ["legacy/"] }',
      'legacy/a.html': 'BAD',
      'new/.privacylint.json': '{ "rules": { "bad-word": "off" } }',
      'new/b.html': 'BAD MEH',
      'new/c.html': 'BAD',
    });
    const client = await TestClient.start({ capabilities: pulling, folders: [folder] });
    const result = await review(client);
    assert.deepEqual(
      result.files.map(({ uri, diagnostics = [] }) => [
        path.basename(new URL(uri).pathname),
        codes(diagnostics),
      ]),
      [['b.html', ['meh-word']]],
    );
    assert.equal(result.reviewed, 4);
    const asked = client.received.filter(({ method }) => method === 'workspace/configuration');
    assert.ok(asked.length <= 2, `asked ${asked.length} times`);
    assert.equal(await client.stop(), 0);
  });

  it('stops when its progress is cancelled, and lets other requests in between', async () => {
    const files = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`f${i}.html`, 'SLOW BAD']));
    const folder = temporaryFolder(files);
    const client = await TestClient.start({ capabilities: pulling, folders: [folder] });
    const uri = 'file:///elsewhere/form.html';
    const running = review(client, {});
    const { token } = await client.message<Progress>('$/progress', ({ value }) => value.kind === 'report');
    await client.open(uri, 'BAD');
    assert.equal((await client.pull(uri)).items.length, 1);
    await client.notify('window/workDoneProgress/cancel', { token });
    const result = await running;
    assert.equal(result.cancelled, true);
    assert.ok(result.reviewed > 0 && result.reviewed < 60, `${result.reviewed} files`);
    assert.equal(await client.stop(), 0);
  });

  it('publishes to clients that do not pull, as a command too', async () => {
    const folder = temporaryFolder({ 'a.html': 'BAD' });
    const client = await TestClient.start({ folders: [folder] });
    await client.connection.sendRequest('workspace/executeCommand', {
      command: 'privacylint.reviewWorkspace',
    });
    await client.published(uriOf(path.join(folder, 'a.html')), (found) => found.length === 1);
    const { message } = await client.message<{ message: string }>('window/showMessage');
    assert.equal(message, '1 files reviewed: 1 errors, 0 warnings, 0 informations, 0 hints.');
    assert.equal(await client.stop(), 0);
  });
});
