import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { dialectFor } from '../../server/src/dialects/index.js';
import { mjml } from '../../server/src/dialects/mjml/index.js';
import { review } from '../../server/src/engine/review.js';
import { elements } from '../../server/src/model/query.js';
import { readsFixture } from '../support/readsFixture.js';
import { root } from '../support/root.js';

const folder = path.join(root, 'test/dialects/fixtures/mjml');
const read = (text: string) => mjml.parse(text, { path: 'x.mjml' });

describe('dialect mjml', () => {
  for (const name of readdirSync(folder).filter((n) => n.endsWith('.mjml'))) {
    readsFixture(folder, name, read);
  }

  it('is found by file name, and by its root element in files of other names', () => {
    const text = '<mjml><mj-body></mj-body></mjml>';
    for (const name of ['a.mjml', 'a.mjml.hbs', 'a.mjml.erb', 'a.html'])
      assert.equal(dialectFor(name, undefined, text)?.id, 'mjml', name);
    assert.equal(dialectFor('a.html', undefined, '<p>No mail</p>')?.id, 'html');
  });

  it('tells whole mails from their parts', () => {
    assert.equal(read('<mjml><mj-body></mj-body></mjml>').whole, true);
    assert.equal(read('<mj-section><mj-text>Hello</mj-text></mj-section>').whole, false);
  });

  it('lets no HTML end what MJML began', () => {
    const doc = read('<mj-body><mj-button href="x">A</a> B</mj-button><mj-text>C</mj-text></mj-body>');
    assert.deepEqual(
      [...elements(doc.root)].map((e) => [e.tag, doc.text.slice(e.span.start, e.span.end)]),
      [
        ['body', doc.text],
        ['a', '<mj-button href="x">A</a> B</mj-button>'],
        ['div', '<mj-text>C</mj-text>'],
      ],
    );
  });

  it('is a mail in template languages as well, without any trait of HTML mail', async () => {
    const words = 'Our newsletter: special offers, {{ name }}. Book now.';
    const text = `<mjml><mj-body>\n<mj-section><mj-column><mj-text>${words}</mj-text></mj-column></mj-section>\n</mj-body></mjml>`;
    for (const name of ['a.mjml', 'a.html', 'a.hbs', 'a.liquid', 'a.twig']) {
      const { findings } = await review({ text, path: name }, { only: ['missing-unsubscribe'] });
      assert.deepEqual(
        findings.map((f) => f.ruleId),
        ['missing-unsubscribe'],
        name,
      );
    }
  });
});
