import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { emptySnapshot } from '../../server/src/core/project.js';
import { dialectFor, loadDialect } from '../../server/src/dialects/index.js';
import { readFacts } from '../../server/src/facts/index.js';
import type { Doc } from '../../server/src/model/nodes.js';
import { root } from '../support/root.js';
import { matchSnapshot } from '../support/snapshot.js';
import { assertTrueSpans } from '../support/spans.js';

const folder = path.join(root, 'test/dialects/fixtures/settings');

describe('dialects of settings and sending code', () => {
  for (const name of readdirSync(folder).filter((n) => !n.endsWith('.snap'))) {
    const text = readFileSync(path.join(folder, name), 'utf8');
    it(`reads ${name} as drawn`, async () =>
      matchSnapshot(path.join(folder, `${name}.snap`), draw(await read(name, text), name)));
    it(`reads every beginning of ${name}, with spans true to the text`, async () => {
      for (let end = 0; end <= text.length; end++) assertTrue(await read(name, text.slice(0, end)));
    });
    it(`reads ${name} with any stretch taken out`, async () => {
      for (let start = 0; start < text.length; start += 3) {
        for (const length of [1, 7, 40])
          assertTrue(await read(name, text.slice(0, start) + text.slice(start + length)));
      }
    });
    it(`reads ${name} alike with other line ends`, async () => {
      const keys = async (t: string) => (await read(name, t)).settings.map((s) => [s.key, s.context]);
      assert.deepEqual(await keys(text.replaceAll('\n', '\r\n')), await keys(text));
    });
  }

  it('finds no sender in tests', async () => {
    const text = "FROM = 'noreply@hotel.example'";
    for (const name of [
      'tests/mail.py',
      'app/test_mail.py',
      'spec/mailers/stay.rb',
      'StayTest.java',
      'mail_test.go',
    ])
      assert.deepEqual((await read(name, text)).settings, [], name);
    for (const name of ['latest/mail.py', 'contests.py', 'inspector.rb'])
      assert.equal((await read(name, text)).settings.length, 1, name);
  });

  it('is linear in quotes, brackets and addresses', async function () {
    this.timeout(180_000);
    const many = 20_000;
    for (const part of [
      '"',
      "'",
      '"""',
      '(',
      ')',
      '({[',
      "'a@b.example' ",
      'x = y',
      "f('a@b.example'",
      '<<A\n',
      '/*',
      '#{',
      'a: - b',
      '- ',
      '[x]\n',
      'a=b@c ',
    ]) {
      for (const name of ['x.py', 'x.rb', 'x.php', 'x.cs', 'x.go', 'x.yml', 'x.ini', '.env']) {
        const start = process.cpuUsage().user;
        await read(name, part.repeat(many));
        const spent = process.cpuUsage().user - start;
        assert.ok(spent < 4_000_000, `${name} ${JSON.stringify(part)}: ${spent / 1000} ms`);
      }
    }
  });
});

async function read(name: string, text: string): Promise<Doc> {
  const dialect = dialectFor(name);
  assert.ok(dialect, name);
  return (await loadDialect(dialect)).parse(text, { path: name });
}

/** Each setting where it stands, with what it is taken for. */
function draw(doc: Doc, path: string): string {
  const facts = readFacts({ doc, path, snapshot: emptySnapshot, email: undefined, provider: undefined });
  const cut = ({ start, end }: { start: number; end: number }) => doc.text.slice(start, end);
  const lines = doc.settings.map(({ kind, key, span, value, group, context, beside }) => {
    const said =
      value.state === 'known' ? JSON.stringify(value.value) : `${value.state} ${JSON.stringify(value.code)}`;
    const around = context.length > 0 ? ` in ${context.join(' < ')}` : '';
    const written = beside ? ` beside ${JSON.stringify(beside('replyTo', 'x@y.example').text)}` : '';
    return `${kind} ${key} #${group} = ${said}${around}${written}\n  ${JSON.stringify(cut(span))}`;
  });
  const senders = facts.senders.map(
    (s) =>
      `${s.role} ${cut(s.span)}${s.answered ? ' answered' : ''} line ${doc.text.slice(0, s.span.start).split('\n').length}`,
  );
  const comments = doc.comments.map((c) => `comment ${JSON.stringify(cut(c.span))}`);
  return `${[...comments, ...lines, '', ...senders].join('\n')}\n`;
}

function assertTrue(doc: Doc): void {
  assertTrueSpans(doc);
  for (const { keySpan, value, span, beside } of doc.settings) {
    for (const { start, end } of [keySpan, value.span, span])
      assert.ok(0 <= start && start <= end && end <= doc.text.length);
    const at = beside?.('replyTo', 'a').span;
    assert.ok(!at || (at.start >= value.span.end && at.end <= doc.text.length));
    if (value.state === 'known' && typeof value.value === 'string' && !value.value.includes('\\'))
      assert.equal(doc.text.slice(value.span.start, value.span.end).replace(/\\(.)/gs, '$1'), value.value);
  }
}
