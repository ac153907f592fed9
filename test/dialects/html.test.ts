import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { html } from '../../server/src/dialects/html/index.js';
import { elements, knownText } from '../../server/src/model/query.js';
import { readsFixture } from '../support/readsFixture.js';
import { root } from '../support/root.js';
import { assertTrueSpans } from '../support/spans.js';

const folder = path.join(root, 'test/dialects/fixtures/html');
const read = (text: string) => html.parse(text, { path: 'x.html' });

describe('dialect html', () => {
  for (const name of readdirSync(folder).filter((n) => n.endsWith('.html'))) {
    readsFixture(folder, name, read);
  }

  it('keeps what browsers move or drop', () => {
    const doc = read(
      '<tr><td><input name=a></td></tr><form><form><input name=b></form></form><select><div><input name=c></div></select>',
    );
    assert.deepEqual(
      [...elements(doc.root)].filter((e) => e.tag === 'input').map((e) => knownText(e, 'name')),
      ['a', 'b', 'c'],
    );
  });

  it('starts anew where a half-typed tag swallows the next', () => {
    const doc = read('<input type="checkbox" <label for="x">News</label>');
    assert.deepEqual(
      [...elements(doc.root)].map((e) => e.tag),
      ['input', 'label'],
    );
  });

  it('decodes entities and keeps the places of what it decodes', () => {
    const doc = read('<a href="?a=1&amp;b=2" title=\'x\'>R&eacute;server</a>');
    const [link] = [...elements(doc.root)];
    assert.ok(link);
    assert.equal(knownText(link, 'href'), '?a=1&b=2');
    const [text] = link.children;
    assert.equal(text?.kind === 'text' && text.text, 'Réserver');
    assert.equal(text && doc.text.slice(text.span.start, text.span.end), 'R&eacute;server');
  });

  it('is linear in nesting, unmatched ends and implied ends', () => {
    const many = 60_000;
    for (const text of [
      '<div>'.repeat(many),
      '<b>'.repeat(many) + '</i>'.repeat(many),
      '<b>'.repeat(many) + '<li>'.repeat(many),
      '<p><span>'.repeat(many),
    ]) {
      const start = process.cpuUsage().user;
      assertTrueSpans(read(text));
      assert.ok(process.cpuUsage().user - start < 4_000_000, text.slice(0, 20));
    }
  });

  it('tells whole pages from fragments', () => {
    assert.equal(read('<!doctype html><html><body></body></html>').whole, true);
    assert.equal(read('<div><input></div>').whole, false);
    assert.equal(read('').whole, false);
  });
});
