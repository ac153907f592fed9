import * as assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pulling, TestClient } from './client.js';

const uri = 'file:///project/form.html';

describe('language server, in adversity', function () {
  this.timeout(30_000);

  it('survives malformed parameters, unknown documents and unknown requests', async () => {
    const client = await TestClient.start({ capabilities: pulling });
    const nonsense: unknown[] = [{}, { textDocument: null }, { textDocument: { uri: 7 } }, [], null];
    const notifications = [
      'textDocument/didOpen',
      'textDocument/didChange',
      'textDocument/didSave',
      'textDocument/didClose',
      'workspace/didChangeConfiguration',
      'workspace/didChangeWatchedFiles',
      'workspace/didChangeWorkspaceFolders',
      'no/such',
    ];
    const requests = [
      'textDocument/diagnostic',
      'textDocument/codeAction',
      'textDocument/hover',
      'workspace/executeCommand',
      'privacylint/explain',
      'privacylint/reviewWorkspace',
      'no/such',
    ];
    for (const params of nonsense) {
      for (const method of notifications) await client.notify(method, params);
      for (const method of requests) await client.connection.sendRequest(method, params).catch(() => {});
    }
    await client.notify('textDocument/didChange', {
      textDocument: { uri: 'file:///not/open.html', version: 2 },
      contentChanges: [{ text: 'BAD' }],
    });
    await client.open(uri, 'BAD');
    assert.equal((await client.pull(uri)).items.length, 1);
    const outside = { start: { line: 99, character: 99 }, end: { line: 100, character: 0 } };
    const params = { textDocument: { uri }, range: outside, context: { diagnostics: [] } };
    assert.ok(Array.isArray(await client.connection.sendRequest('textDocument/codeAction', params)));
    assert.equal(await client.stop(), 0);
  });

  it('logs a failing review once, says so, and reviews the next text', async () => {
    const client = await TestClient.start({ initializationOptions: { status: true } });
    await client.open(uri, 'BOOM');
    assert.deepEqual(await client.published(uri, () => true), []);
    const status = await client.message<{ state: string; notReviewed: string[] }>(
      'privacylint/status',
      (one) => (one as { state: string }).state === 'failed',
    );
    assert.match(status.notReviewed.join(), /exploded/);
    await client.edit(uri, 'BOOM', 'BOOM BAD');
    await client.published(uri, (_, version) => version === 2);
    await client.edit(uri, 'BOOM', '');
    await client.published(uri, (found, version) => found.length === 1 && version === 3);
    const logged = client.received.filter(
      ({ method, params }) =>
        method === 'window/logMessage' &&
        /^review of .* failed/.test((params as { message: string }).message),
    );
    assert.equal(logged.length, 1);
    assert.match(JSON.stringify(logged), /\/project\/form\.html failed: the engine exploded \(at /);
    assert.equal(await client.stop(), 0);
  });

  it('says once, quietly, what could not be judged', async () => {
    const client = await TestClient.start({ initializationOptions: { status: true } });
    await client.open(uri, 'UNSURE');
    await client.published(uri, (_, version) => version === 1);
    await client.edit(uri, 'UNSURE', 'UNSURE ');
    await client.published(uri, (_, version) => version === 2);
    const logged = client.received.filter(({ method }) => method === 'window/logMessage');
    assert.equal(logged.length, 1);
    assert.match(JSON.stringify(logged), /cannot tell/);
    assert.equal(await client.stop(), 0);
  });

  it('ends with 1 when the client leaves without a word', async () => {
    const client = await TestClient.start();
    client.process.stdin?.end();
    assert.equal(await client.exited, 1);
  });

  it('ends with 1 on exit without shutdown', async () => {
    const client = await TestClient.start();
    await client.notify('exit');
    assert.equal(await client.exited, 1);
  });

  it('ends when the process of its client is gone, though the pipes stay open', async () => {
    const parent = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const client = await TestClient.start({ processId: parent.pid ?? null });
    parent.stdin.end();
    await once(parent, 'exit');
    assert.equal(await client.exited, 1);
  });
});
