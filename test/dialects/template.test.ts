import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { html } from '../../server/src/dialects/html/index.js';
import { templates } from '../../server/src/dialects/template/index.js';
import { elements } from '../../server/src/model/query.js';
import { readsFixture } from '../support/readsFixture.js';
import { root } from '../support/root.js';

const fixtures = path.join(root, 'test/dialects/fixtures');

for (const dialect of templates) {
  const folder = path.join(fixtures, dialect.id);
  const read = (text: string) => dialect.parse(text, { path: `x${dialect.extensions[0]}` });
  const names = readdirSync(folder).filter((n) => !n.endsWith('.snap'));

  describe(`dialect ${dialect.id}`, () => {
    for (const name of names) {
      const text = readsFixture(folder, name, read);
      it(`reads ${name} alike with other line ends`, () => {
        for (const lineEnd of ['\r\n', '\r']) {
          const twin = text.replace(/\n/g, lineEnd);
          assert.deepEqual(outline(read(twin)), outline(read(text)));
        }
      });
    }

    it('reads a comment as it writes one', () => {
      const said = 'privacylint-disable-next prechecked-consent: asked -- } at the desk';
      const text = `<p>${read('').syntax.comment(said)}</p>`;
      const [comment, ...others] = read(text).comments;
      assert.deepEqual(others, []);
      assert.match(
        comment?.text ?? '',
        /^\s*privacylint-disable-next prechecked-consent: asked .*at the desk\s*$/,
      );
      assert.deepEqual(comment?.span, { start: 3, end: text.length - 4 });
    });

    it('knows no more than HTML does of HTML', () => {
      const text = readFileSync(path.join(fixtures, 'template/plain.html'), 'utf8');
      assert.deepEqual(outline(read(text)), outline(html.parse(text, { path: 'x.html' })));
    });
  });
}

/** Tags, and names and values of attributes. */
function outline(doc: ReturnType<(typeof templates)[number]['parse']>): string[] {
  return [...elements(doc.root)].map(({ tag, attributes }) => {
    const said = attributes.map(({ name, value }) =>
      value.state === 'known' ? `${name}=${value.value}` : `${name}=?${value.code}`,
    );
    return [tag, ...said].join(' ').replace(/\r\n?/g, '\n');
  });
}
