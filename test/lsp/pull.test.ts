import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import {
  CancellationToken,
  CancellationTokenSource,
  type RegistrationParams,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import { codes, pulling, TestClient, temporaryFolder, uriOf } from './client.js';

const uri = 'file:///project/form.html';

const registered = (client: TestClient, method: string) =>
  client.message<RegistrationParams>('client/registerCapability', ({ registrations }) =>
    registrations.some((one) => one.method === method),
  );

describe('language server, pulled for diagnostics', function () {
  this.timeout(30_000);
  let client: TestClient;
  let settings: unknown;

  beforeEach(async () => {
    settings = null;
    client = await TestClient.start({ capabilities: pulling, settings: () => settings });
  });
  afterEach(async () => {
    const published = client.received.filter(({ method }) => method === 'textDocument/publishDiagnostics');
    assert.deepEqual(published, [], 'pushed to a client that pulls');
    assert.equal(await client.stop(), 0);
  });

  it('registers with a client that can be registered with, for changes of settings and files too', async () => {
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    const { registrations } = await registered(client, 'textDocument/diagnostic');
    const [{ registerOptions } = { registerOptions: undefined }] = registrations;
    assert.equal(registerOptions.interFileDependencies, true);
    assert.equal(registerOptions.workspaceDiagnostics, false);
    await registered(client, 'workspace/didChangeConfiguration');
    const { registrations: watching } = await registered(client, 'workspace/didChangeWatchedFiles');
    assert.match(JSON.stringify(watching), /\*\*\/\*\.json/);
    assert.match(JSON.stringify(watching), /\.ts,/);
  });

  it('answers with all findings, and with "unchanged" while they stay the same', async () => {
    await client.open(uri, 'a BAD word');
    const first = await client.pull(uri);
    assert.equal(first.kind, 'full');
    assert.deepEqual(codes(first.items), ['bad-word']);
    assert.equal((await client.pull(uri, first.resultId)).kind, 'unchanged');
    await client.edit(uri, 'word', 'MEH');
    const second = await client.pull(uri, first.resultId);
    assert.deepEqual(codes(second.items), ['bad-word', 'meh-word']);
    await client.edit(uri, 'BAD', 'good');
    await client.edit(uri, 'MEH', 'good');
    const third = await client.pull(uri, second.resultId);
    assert.deepEqual([third.kind, third.items], ['full', []]);
  });

  it('answers a request for an older version with the newest one', async () => {
    await client.open(uri, 'SLOW');
    await client.pull(uri);
    const answers: Promise<{ items: unknown[] }>[] = [];
    for (let i = 0; i < 5; i++) {
      await client.edit(uri, 'SLOW', 'SLOW BAD');
      answers.push(client.pull(uri));
    }
    const counts = (await Promise.all(answers)).map(({ items }) => items.length);
    assert.deepEqual(counts, [5, 5, 5, 5, 5]);
  });

  it('stops when the client cancels', async () => {
    await client.open(uri, 'SLOW');
    await client.pull(uri);
    await client.edit(uri, 'SLOW', 'SLOW BAD');
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest(
      'textDocument/diagnostic',
      { textDocument: { uri } },
      source.token,
    );
    source.cancel();
    await assert.rejects(Promise.resolve(answer), { code: -32800 });
    assert.equal((await client.pull(uri)).items.length, 1);
  });

  it('has everything pulled again when settings change', async () => {
    await client.open(uri, 'BAD MEH');
    assert.equal((await client.pull(uri)).items.length, 2);
    settings = { rules: { 'bad-word': 'off', 'meh-word': 'nonsense' } };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.message('workspace/diagnostic/refresh');
    assert.deepEqual(codes((await client.pull(uri)).items), ['meh-word']);
    client.forget();
    settings = { enable: false };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.message('workspace/diagnostic/refresh');
    assert.deepEqual((await client.pull(uri)).items, []);
  });

  it('reviews on save when the user wants it so', async () => {
    settings = { run: 'onSave' };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.open(uri, 'BAD');
    const first = await client.pull(uri);
    await client.edit(uri, 'BAD', 'MEH');
    assert.equal((await client.pull(uri, first.resultId)).kind, 'unchanged');
    client.forget();
    await client.save(uri);
    await client.message('workspace/diagnostic/refresh');
    assert.deepEqual(codes((await client.pull(uri, first.resultId)).items), ['meh-word']);
  });

  it('speaks the language of the setting, else the editor’s', async () => {
    await client.open(uri, 'BAD');
    assert.equal((await client.pull(uri)).items[0]?.message, 'bad');
    settings = { locale: 'fr' };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.message('workspace/diagnostic/refresh');
    assert.equal((await client.pull(uri)).items[0]?.message, 'mauvais');
  });

  it('reads a document that is not open, and has nothing to say of one that does not exist', async () => {
    const folder = temporaryFolder({ 'closed.html': '\ufeffa BAD word' });
    const { items } = await client.pull(uriOf(path.join(folder, 'closed.html')));
    assert.deepEqual(items[0]?.range.start, { line: 0, character: 2 });
    assert.deepEqual((await client.pull(uriOf(path.join(folder, 'none.html')))).items, []);
  });
});

describe('language server, pulled without dynamic registration', function () {
  this.timeout(30_000);

  it('says at once that it can be pulled, and speaks French to a French editor', async () => {
    const client = await TestClient.start({
      capabilities: { textDocument: { diagnostic: {} } },
      locale: 'fr-CA',
    });
    assert.deepEqual(client.initialized.capabilities.diagnosticProvider, {
      identifier: 'privacylint',
      interFileDependencies: true,
      workspaceDiagnostics: false,
    });
    await client.open(uri, 'BAD');
    const { items } = await client.pull(uri);
    assert.equal(items[0]?.message, 'mauvais');
    assert.deepEqual(Object.keys(items[0] ?? {}).sort(), ['code', 'message', 'range', 'severity', 'source']);
    assert.equal(await client.stop(), 0);
  });
});

describe('language server, pulled for workspace diagnostics', function () {
  this.timeout(30_000);

  it('reports every file once, then what changes, and holds the request meanwhile', async () => {
    const folder = temporaryFolder({
      'a.html': 'BAD',
      'b.html': 'good',
      'ignored/c.html': 'BAD',
      '.gitignore': 'ignored/\n',
      '.git/HEAD': '',
    });
    const at = (name: string) => uriOf(path.join(folder, name));
    const client = await TestClient.start({
      folders: [folder],
      capabilities: pulling,
      settings: () => ({ workspaceDiagnostics: true }),
    });
    const { registrations } = await registered(client, 'textDocument/diagnostic');
    assert.equal(registrations[0]?.registerOptions.workspaceDiagnostics, true);
    const none = CancellationToken.None;
    const pull = (previousResultIds: { uri: string; value: string }[], token: CancellationToken = none) =>
      client.connection.sendRequest<WorkspaceDiagnosticReport>(
        'workspace/diagnostic',
        { previousResultIds },
        token,
      );
    const first = await pull([]);
    assert.deepEqual(
      first.items.map(({ uri: one }) => one),
      [at('a.html')],
    );
    const [a] = first.items;
    assert.ok(a?.kind === 'full' && a.resultId);
    const known = [{ uri: a.uri, value: a.resultId }];

    const held = pull(known);
    fs.writeFileSync(path.join(folder, 'b.html'), 'MEH');
    await client.watched(at('b.html'));
    const second = await held;
    assert.deepEqual(
      second.items.map((item) => [item.uri, item.kind]),
      [[at('b.html'), 'full']],
    );

    const again = pull(known);
    fs.rmSync(path.join(folder, 'a.html'));
    await client.watched(at('a.html'), at('ignored/c.html'));
    const third = await again;
    const items = third.items.filter((item) => item.kind === 'full' && item.items.length > 0);
    assert.deepEqual(items, []);
    assert.ok(third.items.some((item) => item.uri === at('a.html')));

    const source = new CancellationTokenSource();
    const endless = pull(known, source.token);
    source.cancel();
    await assert.rejects(Promise.resolve(endless), { code: -32800 });
    assert.equal(await client.stop(), 0);
  });
});
