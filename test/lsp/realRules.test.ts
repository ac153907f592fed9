import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CodeAction, Diagnostic, Hover, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codes, pulling, TestClient } from './client.js';

const form = `<form>
  <label>\u{1F98A} <input type="checkbox" name="newsletter" checked> Send me the newsletter</label>
  <p>You can unsubscribe at any time.</p>
</form>
`;
const component = `import { useState } from 'react';
export function Form() {
  const [optIn, setOptIn] = useState(true);
  return (
    <form>
      <label>
        <input type="checkbox" checked={optIn} onChange={(e) => setOptIn(e.target.checked)} />
        Send me the newsletter
      </label>
      <p>You can unsubscribe at any time.</p>
    </form>
  );
}
`;

describe('language server, with the real rules', function () {
  this.timeout(30_000);
  let client: TestClient;

  before(async () => {
    client = await TestClient.start({ server: 'real', capabilities: pulling });
  });
  after(async () => assert.equal(await client.stop(), 0));

  const actions = (uri: string, { range }: Diagnostic, only = ['quickfix']) =>
    client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], only },
    });

  const cases: [name: string, file: string, languageId: string, text: string, repaired: string][] = [
    ['HTML', 'form.html', 'html', form, form.replace(' checked', '')],
    ['TSX', 'Form.tsx', 'typescriptreact', component, component.replace('useState(true)', 'useState(false)')],
  ];

  for (const [name, file, languageId, text, repaired] of cases) {
    const open = async (part: string) => {
      const uri = `file:///project/${part}/${file}`;
      await client.open(uri, text, languageId);
      const { items } = await client.pull(uri);
      const finding = items.find(({ code }) => code === 'prechecked-consent');
      assert.ok(finding, `found: ${codes(items).join()}`);
      return { uri, finding };
    };

    it(`finds and repairs a pre-ticked box in ${name}`, async () => {
      const { uri, finding } = await open('repair');
      assert.equal(finding.severity, 1);
      assert.match(String(finding.message), /newsletter/);
      const [fix] = await actions(uri, finding);
      assert.ok(fix?.edit && fix.isPreferred);
      await client.apply(fix.edit);
      assert.equal(client.text(uri), repaired);
      assert.ok(!codes((await client.pull(uri)).items).includes('prechecked-consent'));
    });

    it(`repairs all that is safe in ${name}`, async () => {
      const { uri, finding } = await open('all');
      const [all] = await actions(uri, finding, ['source.fixAll.privacylint']);
      assert.ok(all?.edit);
      await client.apply(all.edit);
      assert.equal(client.text(uri), repaired);
    });

    it(`suppresses with a reason in ${name}`, async () => {
      const { uri, finding } = await open('suppress');
      const suppress = (await actions(uri, finding)).find(({ title }) =>
        /^Suppress prechecked-consent/.test(title),
      );
      const change = suppress?.edit?.documentChanges?.[0];
      const [edit] = change && 'edits' in change ? change.edits : [];
      assert.ok(edit && 'snippet' in edit);
      const newText = edit.snippet.value
        .replace('$' + '{1:reason}', 'the guest has asked for it')
        .replaceAll('\\}', '}');
      await client.change(uri, [{ range: edit.range, newText }]);
      assert.deepEqual(codes((await client.pull(uri)).items), []);
    });
  }

  it('explains a finding with its legal basis, and links to a page that ships with the product', async () => {
    const uri = 'file:///project/hover/form.html';
    await client.open(uri, form);
    const [finding] = (await client.pull(uri)).items;
    const position = client.positionOf(uri, 'checked>');
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri },
      position,
    });
    assert.match(JSON.stringify(hover.contents), /GDPR.*https:\/\/eur-lex\.europa\.eu/);
    const href = finding?.codeDescription?.href ?? '';
    assert.match(fs.readFileSync(fileURLToPath(href), 'utf8'), /prechecked-consent/);
  });

  it('quotes the words that a finding was read from, in both languages', async () => {
    const uri = 'file:///project/evidence/form.html';
    const text = '<form><label><input type="checkbox" name="ok" checked> Yes to your offers</label></form>';
    const french = await TestClient.start({ server: 'real', capabilities: pulling, locale: 'fr' });
    try {
      for (const [one, words] of [
        [client, /\*\*Read here\*\*: “offers”: your own offers/],
        [french, /\*\*Lu ici\*\*\u00a0: «\u00a0offers\u00a0»\u00a0: \p{L}/u],
      ] as const) {
        await one.open(uri, text);
        const hover = await one.connection.sendRequest<Hover>('textDocument/hover', {
          textDocument: { uri },
          position: one.positionOf(uri, 'checked>'),
        });
        assert.match((hover.contents as { value: string }).value, words);
      }
    } finally {
      await french.stop();
    }
  });

  it('has nothing to say about a language that no dialect reads', async () => {
    const uri = 'file:///project/notes.txt';
    await client.open(uri, form, 'plaintext');
    assert.deepEqual((await client.pull(uri)).items, []);
  });

  const sending =
    '<form action="https://formspree.io/f/x" method="post"><input type="email" name="email"></form>\n';

  async function enter(folder: string, client: TestClient): Promise<CodeAction | undefined> {
    const uri = `file://${folder}/contact.html`;
    await client.open(uri, sending, 'html');
    const { items } = await client.pull(uri);
    const finding = items.find(({ code }) => code === 'third-party-recipient');
    assert.ok(finding, codes(items).join());
    const found = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: finding.range,
      context: { diagnostics: [], only: ['quickfix'] },
    });
    return found.find(({ title }) => title.startsWith('Enter Formspree (formspree.io) in the register'));
  }

  const folderWith = (configuration?: string) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'privacylint-register-'));
    const file = path.join(folder, '.privacylint.json');
    if (configuration !== undefined) fs.writeFileSync(file, configuration);
    return { folder, file };
  };

  it('enters a recipient in the register of the configuration, and then says nothing of it', async () => {
    const text = '{\n  // ours\n  "hosts": []\n}\n';
    const { folder, file } = folderWith(text);
    const action = await enter(folder, client);
    const [change, ...more] = action?.edit?.documentChanges ?? [];
    assert.ok(change && 'edits' in change && more.length === 0);
    assert.equal(change.textDocument.uri, `file://${file}`);
    const document = TextDocument.create('file:///x', 'jsonc', 1, text);
    fs.writeFileSync(file, TextDocument.applyEdits(document, change.edits as TextEdit[]));
    await client.watched(`file://${file}`);
    assert.ok(
      !codes((await client.pull(`file://${folder}/contact.html`)).items).includes('third-party-recipient'),
    );
    assert.match(fs.readFileSync(file, 'utf8'), /\/\/ ours/);
  });

  it('begins a configuration only where the editor can make files', async () => {
    assert.equal(await enter(folderWith().folder, client), undefined);
    const workspaceEdit = { documentChanges: true, resourceOperations: ['create' as const] };
    const capabilities = { ...pulling, workspace: { ...pulling.workspace, workspaceEdit } };
    const able = await TestClient.start({ server: 'real', capabilities });
    const { folder, file } = folderWith();
    const action = await enter(folder, able);
    const [create, change] = action?.edit?.documentChanges ?? [];
    assert.deepEqual(create, { kind: 'create', uri: `file://${file}`, options: { ignoreIfExists: true } });
    assert.ok(
      change && 'edits' in change && /"formspree.io"/.test(JSON.stringify(change.edits).replaceAll('\\', '')),
    );
    assert.equal(await able.stop(), 0);
  });
});
