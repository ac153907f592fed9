import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { codes, pulling, pushing, TestClient, temporaryFolder, uriOf } from './client.js';

const uri = 'file:///project/form.html';

describe('language server, pushing diagnostics', function () {
  this.timeout(30_000);
  let client: TestClient;

  beforeEach(async () => {
    client = await TestClient.start();
  });
  afterEach(async () => assert.equal(await client.stop(), 0));

  it('syncs incrementally and offers no pull', () => {
    const { capabilities, serverInfo } = client.initialized;
    assert.equal(serverInfo?.name, 'Privacylint');
    assert.equal(capabilities.diagnosticProvider, undefined);
    assert.deepEqual(capabilities.textDocumentSync, {
      openClose: true,
      change: 2,
      save: { includeText: false },
    });
    assert.equal(capabilities.positionEncoding, 'utf-16');
  });

  it('publishes what it finds in an opened document, with all that the client understands', async () => {
    await client.open(uri, 'a BAD word, a MEH word');
    const [bad, meh] = await client.published(uri, () => true);
    assert.ok(bad && meh);
    assert.equal(bad.source, 'privacylint');
    assert.equal(bad.code, 'bad-word');
    assert.equal(bad.severity, 1);
    assert.equal(bad.message, 'bad');
    assert.match(bad.codeDescription?.href ?? '', /^file:.*\/docs\/rules\/bad-word\.md$/);
    assert.deepEqual(bad.data, { fingerprint: 'bad-word@2', repairs: ['drop'] });
    assert.equal(client.text(uri, bad.range), 'BAD');
    assert.equal(meh.severity, 2);
    assert.deepEqual(meh.relatedInformation, [
      {
        location: { uri, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } } },
        message: 'begins here',
      },
    ]);
  });

  it('follows changes and clears a closed document', async () => {
    await client.open(uri, 'a word');
    await client.published(uri, (found) => found.length === 0);
    await client.edit(uri, 'word', 'BAD word');
    await client.published(uri, (found, version) => found.length === 1 && version === 2);
    await client.edit(uri, 'BAD ', '');
    await client.published(uri, (found, version) => found.length === 0 && version === 3);
    await client.edit(uri, 'word', 'MEH');
    await client.published(uri, (found, version) => found.length === 1 && version === 4);
    client.forget();
    await client.close(uri);
    await client.published(uri, (found) => found.length === 0);
  });

  it('drops versions that are out of date', async () => {
    await client.open(uri, 'SLOW');
    await client.published(uri, (_, version) => version === 1);
    for (let i = 0; i < 20; i++) await client.edit(uri, 'SLOW', 'SLOW BAD');
    const found = await client.published(uri, (_, version) => version === 21);
    assert.equal(found.length, 20);
    const versions = client.received
      .filter(({ method }) => method === 'textDocument/publishDiagnostics')
      .map(({ params }) => (params as PublishDiagnosticsParams).version);
    assert.deepEqual(versions, [1, 21]);
  });

  it('asks for nothing that the client cannot do', async () => {
    await client.open(uri, 'BAD');
    await client.published(uri, (found) => found.length === 1);
    await client.notify('workspace/didChangeConfiguration', { settings: { privacylint: { enable: false } } });
    await client.published(uri, (found) => found.length === 0);
    const asked = client.received.filter(({ method }) => method !== 'textDocument/publishDiagnostics');
    assert.deepEqual(asked, []);
  });
});

describe('language server, reviewing on save', function () {
  this.timeout(30_000);

  it('leaves what is shown alone until the document is saved', async () => {
    const client = await TestClient.start({ initializationOptions: { settings: { run: 'onSave' } } });
    const other = 'file:///project/other.html';
    await client.open(uri, 'BAD');
    await client.published(uri, (found) => found.length === 1);
    await client.edit(uri, 'BAD', 'MEH MEH');
    // what is opened later is published later: by then the change has been passed over
    await client.open(other, 'BAD');
    await client.published(other, (found) => found.length === 1);
    client.forget();
    await client.save(uri);
    assert.deepEqual(codes(await client.published(uri, () => true)), ['meh-word', 'meh-word']);
    assert.equal(await client.stop(), 0);
  });
});

describe('language server, pushing workspace diagnostics', function () {
  this.timeout(30_000);

  it('publishes closed files when the user opts in, follows them, and clears them when he opts out', async () => {
    const folder = temporaryFolder({ 'a.html': 'BAD', 'sub/b.html': 'good', 'node_modules/c.html': 'BAD' });
    const [a, b] = ['a.html', 'sub/b.html'].map((name) => uriOf(path.join(folder, name)));
    assert.ok(a && b);
    let workspaceDiagnostics = true;
    const client = await TestClient.start({
      folders: [folder],
      capabilities: { ...pushing, workspace: { ...pulling.workspace } },
      settings: () => ({ workspaceDiagnostics }),
    });
    await client.published(a, (found) => found.length === 1);
    fs.writeFileSync(path.join(folder, 'sub/b.html'), 'MEH');
    await client.watched(b);
    await client.published(b, (found) => found.length === 1);
    fs.rmSync(path.join(folder, 'a.html'));
    await client.watched(a);
    await client.published(a, (found) => found.length === 0);
    workspaceDiagnostics = false;
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.published(b, (found) => found.length === 0);
    const paths = client.received.map(({ params }) => (params as { uri?: string }).uri ?? '');
    assert.ok(!paths.some((one) => one.includes('node_modules')));
    assert.equal(await client.stop(), 0);
  });
});
