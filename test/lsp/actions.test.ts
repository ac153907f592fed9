import * as assert from 'node:assert/strict';
import type {
  CodeAction,
  CodeActionContext,
  Hover,
  Range,
  TextDocumentEdit,
} from 'vscode-languageserver/node';
import { pulling, pushing, type StartOptions, TestClient } from './client.js';

const uri = 'file:///project/form.html';

async function actionsAt(client: TestClient, text: string, context: Partial<CodeActionContext> = {}) {
  const start = client.positionOf(uri, text);
  return actionsIn(client, { start, end: start }, context);
}

function actionsIn(client: TestClient, range: Range, context: Partial<CodeActionContext> = {}) {
  const params = { textDocument: { uri }, range, context: { diagnostics: [], ...context } };
  return client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', params);
}

const documentEdit = ({ edit }: CodeAction) => edit?.documentChanges?.[0] as TextDocumentEdit | undefined;
const editsOf = (action: CodeAction) => documentEdit(action)?.edits ?? [];

async function withClient(options: StartOptions, text: string, test: (client: TestClient) => Promise<void>) {
  const client = await TestClient.start(options);
  await client.open(uri, text);
  await test(client);
  assert.equal(await client.stop(), 0);
}

describe('language server, code actions', function () {
  this.timeout(30_000);

  it('repairs a finding, and it is gone', () =>
    withClient({}, 'a BAD word', async (client) => {
      await client.published(uri, (found) => found.length === 1);
      const [fix, ...others] = await actionsAt(client, 'BAD');
      assert.ok(fix?.edit);
      assert.deepEqual([fix.title, fix.kind, fix.isPreferred], ['Drop it', 'quickfix', true]);
      assert.deepEqual(
        fix.diagnostics?.map(({ code }) => code),
        ['bad-word'],
      );
      assert.ok(others.every((one) => one.isPreferred === undefined));
      await client.apply(fix.edit);
      assert.equal(client.text(uri), 'a  word');
      await client.published(uri, (found, version) => found.length === 0 && version === 2);
    }));

  it('puts fixes before offers, says what must follow an offer, then suppressions, then explanations', () =>
    withClient({}, 'MEH BAD', async (client) => {
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 7 } };
      const titles = (await actionsIn(client, range, { only: ['quickfix'] })).map(({ title }) => title);
      assert.deepEqual(titles, [
        'Drop it',
        'Better it – Tell the others.',
        'Suppress meh-word here, with a reason…',
        'Suppress bad-word here, with a reason…',
        'Explain meh-word',
        'Explain bad-word',
      ]);
    }));

  it('offers nothing where nothing was found', () =>
    withClient({}, 'BAD and good', async (client) => assert.deepEqual(await actionsAt(client, 'good'), [])));

  it('repairs all that is safe, when asked and not at every move of the cursor', () =>
    withClient({}, 'BAD MEH BAD', async (client) => {
      for (const only of [['source.fixAll.privacylint'], ['source.fixAll'], ['source']]) {
        const [all, ...rest] = await actionsAt(client, 'MEH', { only, triggerKind: 2 });
        assert.equal(all?.kind, 'source.fixAll.privacylint');
        assert.deepEqual(rest, []);
      }
      assert.deepEqual(await actionsAt(client, 'MEH', { only: ['source.organizeImports'] }), []);
      const automatic = await actionsAt(client, 'MEH', { triggerKind: 2 });
      assert.ok(automatic.every(({ kind }) => kind === 'quickfix'));
      const [all] = await actionsAt(client, 'MEH', { only: ['source.fixAll'] });
      assert.ok(all?.edit);
      await client.apply(all.edit);
      assert.equal(client.text(uri), ' MEH ');
      assert.deepEqual(await actionsAt(client, 'MEH', { only: ['source.fixAll'] }), []);
    }));

  it('works on the current version, whatever was reported last', () =>
    withClient({}, 'BAD', async (client) => {
      await client.edit(uri, 'BAD', 'xx BAD');
      const [fix] = await actionsAt(client, 'BAD');
      assert.ok(fix?.edit);
      assert.equal(documentEdit(fix)?.textDocument.version, 2);
      await client.apply(fix.edit);
      assert.equal(client.text(uri), 'xx ');
    }));

  it('writes unversioned edits for clients that know no others', () =>
    withClient({ capabilities: { ...pushing, workspace: {} } }, 'BAD', async (client) => {
      const [fix] = await actionsAt(client, 'BAD');
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } };
      assert.deepEqual(fix?.edit, { changes: { [uri]: [{ range, newText: '' }] } });
    }));

  it('leaves the reason of a suppression selected, where the client can', async () => {
    const suppress = (actions: CodeAction[]) => actions.find(({ title }) => title.startsWith('Suppress'));
    await withClient({ capabilities: pulling }, 'BAD', async (client) => {
      const action = suppress(await actionsAt(client, 'BAD'));
      assert.ok(action);
      const [edit] = editsOf(action);
      assert.deepEqual(edit && 'snippet' in edit && edit.snippet, {
        kind: 'snippet',
        value: '<!-- privacylint-disable-next bad-word: $' + '{1:reason} \\$ -->',
      });
    });
    await withClient({}, 'BAD', async (client) => {
      const action = suppress(await actionsAt(client, 'BAD'));
      assert.ok(action?.edit);
      await client.apply(action.edit);
      assert.equal(client.text(uri), '<!-- privacylint-disable-next bad-word: reason $ -->BAD');
    });
  });

  it('explains a rule through a command of its own', () =>
    withClient({ capabilities: pulling }, 'BAD', async (client) => {
      assert.deepEqual(client.initialized.capabilities.executeCommandProvider?.commands, [
        'privacylint.explain',
        'privacylint.reviewWorkspace',
      ]);
      const explain = (await actionsAt(client, 'BAD')).find(({ title }) => title === 'Explain bad-word');
      assert.deepEqual(explain?.command, {
        title: 'Explain bad-word',
        command: 'privacylint.explain',
        arguments: ['bad-word'],
      });
      await client.connection.sendRequest('workspace/executeCommand', explain?.command);
      const shown = await client.message<{ uri: string }>('window/showDocument');
      assert.match(shown.uri, /docs\/rules\/bad-word\.md$/);
    }));

  it('leaves commands to a client that has them', () =>
    withClient(
      { initializationOptions: { commands: ['privacylint.explain', 'privacylint.reviewWorkspace'] } },
      '',
      async (client) => assert.equal(client.initialized.capabilities.executeCommandProvider, undefined),
    ));
});

describe('language server, hovers', function () {
  this.timeout(30_000);
  const hoverAt = (client: TestClient, text: string) =>
    client.connection.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri },
      position: client.positionOf(uri, text),
    });
  const contentsOf = (hover: Hover | null) =>
    (hover?.contents as { kind: string; value: string } | undefined) ?? null;

  it('says what, why, on what basis, and what to do', () =>
    withClient({}, 'a BAD word', async (client) => {
      const hover = await hoverAt(client, 'AD');
      assert.equal(client.text(uri, hover?.range), 'BAD');
      assert.equal(contentsOf(hover)?.kind, 'markdown');
      const text = contentsOf(hover)?.value ?? '';
      assert.match(text, /^\*\*bad-word\*\* – A word is bad \\<b>\./);
      assert.match(text, /\*\*Why\*\*: It hurts\./);
      assert.match(text, /\*\*Legal basis\*\*: \[Art\. 1\]\(https:\/\/law\.example\/1\)/);
      assert.match(text, /\*\*What to do\*\*: Use `<i>`\./);
      assert.equal(await hoverAt(client, 'word'), null);
    }));

  it('writes plain text, in the user’s language, for clients without Markdown', () =>
    withClient({ capabilities: { textDocument: { hover: {} } }, locale: 'fr' }, 'BAD', async (client) => {
      const value = contentsOf(await hoverAt(client, 'BAD'));
      assert.equal(value?.kind, 'plaintext');
      assert.match(value?.value ?? '', /^bad-word – A word is bad <b>\. \(fr\)/);
      assert.match(value?.value ?? '', /Base légale\u00a0: art\. 1 <https:\/\/law\.example\/1>/);
    }));

  it('explains a rule at length on request, and lists all rules', () =>
    withClient({}, '', async (client) => {
      const explanation = await client.connection.sendRequest<{ markdown: string }>('privacylint/explain', {
        ruleId: 'bad-word',
      });
      assert.match(explanation.markdown, /^# bad-word\n/);
      assert.match(explanation.markdown, /```html\nBAD\n```/);
      assert.equal(await client.connection.sendRequest('privacylint/explain', { ruleId: 'none' }), null);
      const rules = await client.connection.sendRequest<{ id: string }[]>('privacylint/rules');
      assert.deepEqual(
        rules.map(({ id }) => id),
        ['bad-word', 'meh-word'],
      );
    }));
});
