import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { codes, pulling, TestClient, temporaryFolder, uriOf } from './client.js';

const off = (rule: string) => JSON.stringify({ rules: { [rule]: 'off' } });

describe('language server, configuration', function () {
  this.timeout(30_000);

  it('applies the nearest file, and follows it as it is written, extended and removed', async () => {
    const folder = temporaryFolder({ 'form.html': '' });
    const at = (name: string) => path.join(folder, name);
    const uri = uriOf(at('form.html'));
    const client = await TestClient.start({ capabilities: pulling, folders: [folder], locale: 'en' });
    const changed = async (name: string, text: string | undefined) => {
      if (text === undefined) fs.rmSync(at(name));
      else fs.writeFileSync(at(name), text);
      client.forget();
      await client.watched(uriOf(at(name)));
      await client.message('workspace/diagnostic/refresh');
      return codes((await client.pull(uri)).items);
    };
    await client.open(uri, 'BAD MEH');
    assert.deepEqual(codes((await client.pull(uri)).items), ['bad-word', 'meh-word']);
    assert.deepEqual(await changed('.privacylint.json', off('bad-word')), ['meh-word']);
    fs.writeFileSync(at('base.json'), off('bad-word'));
    assert.deepEqual(await changed('.privacylint.json', '{ "extends": "./base.json" }'), ['meh-word']);
    assert.deepEqual(await changed('base.json', off('meh-word')), ['bad-word']);
    assert.deepEqual(await changed('.privacylint.json', '{ "ignore": ["form.html"] }'), []);
    assert.deepEqual(await changed('.privacylint.json', undefined), ['bad-word', 'meh-word']);
    client.forget();
    await client.watched(uriOf(at('package.json')));
    assert.equal((await client.pull(uri)).items.length, 2);
    assert.ok(!client.received.some(({ method }) => method === 'workspace/diagnostic/refresh'));
    assert.equal(await client.stop(), 0);
  });

  it('keeps folders apart: each has its own file and settings', async () => {
    const [one, two] = [
      temporaryFolder({
        '.privacylint.json': off('bad-word'),
        'form.html': '',
        'other.json': off('meh-word'),
      }),
      temporaryFolder({ 'form.html': '' }),
    ];
    const [a, b] = [uriOf(path.join(one, 'form.html')), uriOf(path.join(two, 'form.html'))];
    let settings: (uri?: string) => unknown = (uri) => (uri === b ? { rules: { 'meh-word': 'off' } } : {});
    const client = await TestClient.start({
      capabilities: pulling,
      folders: [one, two],
      settings: (uri) => settings(uri),
    });
    const found = async (uri: string) => codes((await client.pull(uri)).items);
    await client.open(a, 'BAD MEH');
    await client.open(b, 'BAD MEH');
    assert.deepEqual([await found(a), await found(b)], [['meh-word'], ['bad-word']]);
    settings = (uri) => (uri === a ? { configuration: 'other.json' } : {});
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.message('workspace/diagnostic/refresh');
    assert.deepEqual([await found(a), await found(b)], [['bad-word'], ['bad-word', 'meh-word']]);
    assert.equal(await client.stop(), 0);
  });

  it('shows what is wrong with a configuration file in that file, as it is typed, and the rest works', async () => {
    const folder = temporaryFolder({ '.privacylint.json': '{ "rules": { "no-such-rule": "error" } }' });
    const [file, form] = ['.privacylint.json', 'form.html'].map((name) => uriOf(path.join(folder, name)));
    assert.ok(file && form);
    const client = await TestClient.start({
      folders: [folder],
      initializationOptions: { status: true },
    });
    await client.open(file, fs.readFileSync(path.join(folder, '.privacylint.json'), 'utf8'), 'jsonc');
    const [problem] = await client.published(file, (all) => all.length === 1);
    assert.equal(problem?.code, 'configuration-problem');
    assert.match(client.text(file, problem?.range), /no-such-rule/);
    await client.edit(file, 'no-such-rule', 'bad-word');
    await client.published(file, (all) => all.length === 0);
    await client.open(form, 'BAD');
    await client.published(form, (all) => all.length === 1);
    type Status = { uri: string; state: string; configurationProblems: string[]; counts: { error: number } };
    const status = await client.message<Status>(
      'privacylint/status',
      ({ uri, state }) => uri === form && state === 'idle',
    );
    assert.match(status.configurationProblems.join(), /no-such-rule/);
    assert.equal(status.counts.error, 1);
    assert.equal(await client.stop(), 0);
  });

  it('reads the file again on save when the client watches nothing', async () => {
    const folder = temporaryFolder({ '.privacylint.json': '{}' });
    const [file, form] = ['.privacylint.json', 'form.html'].map((name) => uriOf(path.join(folder, name)));
    assert.ok(file && form);
    const client = await TestClient.start({ folders: [folder] });
    await client.open(form, 'BAD');
    await client.published(form, (all) => all.length === 1);
    fs.writeFileSync(path.join(folder, '.privacylint.json'), off('bad-word'));
    await client.save(file);
    await client.published(form, (all) => all.length === 0);
    assert.equal(await client.stop(), 0);
  });

  it('takes settings from the notification of a client that cannot be asked', async () => {
    const uri = 'untitled:Untitled-1';
    const client = await TestClient.start({
      initializationOptions: { settings: { rules: { 'bad-word': 'off' } } },
    });
    await client.open(uri, 'BAD MEH');
    await client.published(uri, (all) => codes(all).join() === 'meh-word');
    await client.notify('workspace/didChangeConfiguration', { settings: { privacylint: { rules: {} } } });
    await client.published(uri, (all) => codes(all).join() === 'bad-word,meh-word');
    assert.equal(await client.stop(), 0);
  });
});
