import * as assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver/node';
import { TestClient } from './client.js';

describe('language server, positions', function () {
  this.timeout(30_000);
  const uri = 'file:///project/form.html';
  let client: TestClient;

  before(async () => {
    client = await TestClient.start();
  });
  after(async () => assert.equal(await client.stop(), 0));

  const texts: [name: string, text: string, line: number, character: number][] = [
    ['astral characters count two units', '\u{1F98A}\u{1F98A} BAD', 0, 5],
    ['combining marks count as what they are', 'e\u0301 BAD', 0, 3],
    ['CRLF ends one line', 'one\r\ntwo\r\n\u{1F98A} BAD\r\n', 2, 3],
    ['a lone CR ends a line', 'one\rtwo BAD', 1, 4],
    ['U+2028 ends none', 'one\u2028two BAD', 0, 8],
    ['a lone surrogate is one unit', '\ud83e BAD', 0, 2],
  ];

  for (const [name, text, line, character] of texts)
    it(name, async () => {
      client.forget();
      await client.open(uri, text);
      const [found] = await client.published(uri, (all) => all.length === 1);
      assert.deepEqual(found?.range, { start: { line, character }, end: { line, character: character + 3 } });
      // and back: what is repaired is exactly the word
      const context = { diagnostics: [], only: ['quickfix'] };
      const params = { textDocument: { uri }, range: found?.range, context };
      const [fix] = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', params);
      assert.ok(fix?.edit);
      await client.apply(fix.edit);
      assert.equal(client.text(uri), text.replace('BAD', ''));
      // incremental changes behind such characters arrive where they were made
      await client.edit(uri, ' ', ' MEH');
      const [again] = await client.published(uri, (all) => all[0]?.code === 'meh-word');
      assert.equal(client.text(uri, again?.range), 'MEH');
      await client.close(uri);
    });
});
