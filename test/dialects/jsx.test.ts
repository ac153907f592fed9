import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import typescript from 'typescript';
import { jsx } from '../../server/src/dialects/jsx/index.js';
import { readDocument } from '../../server/src/dialects/jsx/parse.js';
import type { Doc } from '../../server/src/model/nodes.js';
import { elements } from '../../server/src/model/query.js';
import { dump } from '../support/dump.js';
import { root } from '../support/root.js';
import { matchSnapshot } from '../support/snapshot.js';
import { assertTrueSpans } from '../support/spans.js';

const folder = path.join(root, 'test/dialects/fixtures/jsx');
const fixtures = readdirSync(folder).filter((name) => !name.endsWith('.snap'));

/** Unlike the dialect's `parse` this lets every failure through. */
function read(text: string, file = 'x.tsx'): Doc {
  const doc = readDocument(typescript, text, { path: file });
  assertTrueSpans(doc);
  for (const setting of doc.settings) {
    const { keySpan, span, value, context } = setting;
    assert.ok(
      span.start <= keySpan.start && keySpan.end <= span.end,
      `the key ${setting.key} outside its setting`,
    );
    assert.ok(value.span.end <= text.length && context.length >= 0);
    setting.beside?.('replyTo', 'a');
  }
  return doc;
}

describe('dialect jsx', () => {
  for (const name of fixtures) {
    const text = readFileSync(path.join(folder, name), 'utf8');
    it(`reads ${name} as drawn`, () =>
      matchSnapshot(path.join(folder, `${name}.snap`), dump(read(text, name))));
    it(`reads the beginnings of ${name}, with spans true to the text`, () => {
      for (let end = 0; end <= text.length; end += 53) read(text.slice(0, end), name);
    });
    it(`reads ${name} with stretches taken out`, () => {
      for (let start = 0; start < text.length; start += 101) {
        for (const length of [1, 7, 60]) read(text.slice(0, start) + text.slice(start + length), name);
      }
    });
  }

  it('loads its parser when asked, and says by its file names what it reads', async () => {
    const dialect = await jsx.load();
    const doc = dialect.parse('const A = () => <input defaultChecked />;', { path: 'a.jsx' });
    assert.deepEqual(
      [...elements(doc.root)].map((e) => e.tag),
      ['input'],
    );
    for (const extension of ['.jsx', '.tsx', '.js', '.ts', '.mjs', '.cjs', '.mts', '.cts']) {
      assert.ok(jsx.extensions.includes(extension));
    }
  });

  it('reads `<T>` as a cast in .ts and as markup in .tsx', () => {
    const cast = 'const a = <string>b; const c = { from: "a@b.example" };';
    assert.equal(read(cast, 'a.ts').root.children.length, 0);
    assert.equal(read(cast, 'a.ts').settings.length, 2);
    assert.equal(read('const a = <string>b</string>;', 'a.tsx').root.children.length, 1);
  });

  it('says so where a text is nested too deeply for its parser, and does not fail', async () => {
    const dialect = await jsx.load();
    for (const text of ['<div>'.repeat(50_000), '('.repeat(50_000), '[{a:'.repeat(50_000)]) {
      const doc = dialect.parse(`const a = ${text}`, { path: 'a.tsx' });
      assert.equal(doc.problems.length, 1);
      assert.match(doc.problems[0]?.message ?? '', /nested too deeply/);
    }
  });

  it('reads long chains and much nesting', () => {
    read(`const a = ${'1 + '.repeat(3_000)}1;`);
    read(`const a = ${'"a" + '.repeat(3_000)}"b"; const b = <p title={a}>{a}</p>;`);
    read(`const a = ${'<div>'.repeat(700)}x${'</div>'.repeat(700)};`);
    read(`const a = ${'x ? "a" : '.repeat(800)}"b"; const c = <p title={a} />;`);
    read(`const a = <p>{${'f('.repeat(500)}<b />${')'.repeat(500)}}</p>;`);
  });

  it('ends where names refer to one another', () => {
    read(
      'const a = b; const b = a; let c = c; const { d } = d; const e = { ...e, x: e.x }; <p x={a} y={c} z={d} w={e.x} />;',
    );
    read('function f() { return f(); } const g = () => g().x; <p x={f()} y={g()} />;');
  });

  it('reads anything at all', () => {
    for (const text of [
      '',
      '\0\0',
      '\ud800',
      '\ufeff',
      '<',
      '<<<<',
      '{{{{',
      '</',
      '<a',
      '<a b',
      '<a b=',
      '<a {',
      '<a {...',
      '`${',
      '/*',
      '//',
      'import',
      '<a>{/*',
    ]) {
      read(text);
      read(text, 'x.ts');
    }
  });
});
