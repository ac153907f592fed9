import assert from 'node:assert/strict';
import type { Dialect } from '../../server/src/dialects/dialect.js';
import { html } from '../../server/src/dialects/html/index.js';
import { dialectById, loadDialect } from '../../server/src/dialects/index.js';
import { elements } from '../../server/src/model/query.js';
import { cpuTime } from '../support/cpuTime.js';
import { assertTrueSpans } from '../support/spans.js';

const outline = (text: string) => {
  const doc = html.parse(text, { path: 'x.html' });
  assertTrueSpans(doc);
  return [...elements(doc.root)].map(({ tag, attributes }) =>
    [tag, ...attributes.map((a) => a.name)].join(' '),
  );
};

describe('values whose quote is missing', () => {
  it('end with their tag', () => {
    assert.deepEqual(outline('<p class="a>one</p>\n<input type="checkbox" checked>'), [
      'p',
      'input type checked',
    ]);
  });

  it('end with their line where the tag has no end there', () => {
    assert.deepEqual(outline('<p id=x class="a\n  <input type="checkbox" checked>'), [
      'p id',
      'input type checked',
    ]);
  });

  it('take nothing with them at the end of the text', () => {
    assert.deepEqual(outline('<p class="a>\n<label>\n<input checked></label>'), ['label', 'input checked']);
  });

  it('are told from values that hold markup', () => {
    const text = '<iframe srcdoc="<p>\n<input checked>\n</p>" title="x"></iframe>';
    assert.deepEqual(outline(text), ['iframe srcdoc title']);
  });

  it('take no tags of template languages with them', () => {
    const texts: Readonly<Record<string, string>> = {
      handlebars: '<p class="a\n  <input {{#if on}}checked{{/if}} name="{{n}}" value="{{ v "x" }}">',
      erb: '<p class="a\n  <input <%= "checked" if on %> name="<%= n %>" value="<%= v "x" %>">',
      php: '<p class="a\n  <input <?php if ($on) echo "checked"; ?> name="<?= $n ?>" value="<?= v("x") ?>">',
      jinja:
        '<p class="a {{ b }}\n  <input {% if on %}checked{% endif %} name="{{ n }}" value="{{ v("x") }}">',
      razor: '@if (a) {\n<p class="a\n  <input checked="@on" name="@n" value="@v("x")">\n}',
    };
    for (const [id, text] of Object.entries(texts)) {
      const doc = dialectById(id) as Dialect;
      const read = doc.parse(text, { path: 'x' });
      assertTrueSpans(read);
      assert.deepEqual(
        [...elements(read.root)].map(({ tag, attributes }) =>
          [tag, ...attributes.map((a) => a.name)].join(' '),
        ),
        ['p', 'input checked name value'],
        id,
      );
    }
  });

  it('are told from values that hold constructs and markup', () => {
    const text = '<p data-a="\n<b>{{ x "y" }}</b>\n"{% if x %} hidden{% endif %}>\n<i id="a"></i>';
    const read = (dialectById('jinja') as Dialect).parse(text, { path: 'x' });
    assert.deepEqual(
      [...elements(read.root)].map(({ tag, attributes }) =>
        [tag, ...attributes.map((a) => a.name)].join(' '),
      ),
      ['p data-a hidden', 'i id'],
    );
  });

  it('are read in linear time', () => {
    for (const piece of ['<a b="\n', '<a b=">\n', '<a b="\'>\n<i>\n', '<a b="x\n\n\n']) {
      const milliseconds = cpuTime(() => html.parse(piece.repeat(40_000), { path: 'x' }));
      assert.ok(milliseconds < 3_000, `${JSON.stringify(piece)}: ${milliseconds} ms`);
    }
  }).timeout(20_000);
});

describe('strings in JSX whose quote is missing', () => {
  const outlineOfJsx = async (text: string) => {
    const jsx = dialectById('jsx');
    assert.ok(jsx);
    const doc = (await loadDialect(jsx)).parse(text, { path: 'x.tsx' });
    assertTrueSpans(doc);
    return elements(doc.root).map(({ tag, attributes }) => [tag, ...attributes.map((a) => a.name)].join(' '));
  };

  it('end with their tag, or with their line', async () => {
    const boxes = '\n  <input type="checkbox" defaultChecked />\n</form>;';
    assert.deepEqual(await outlineOfJsx(`<form><input name="a />${boxes}`), [
      'form',
      'input name',
      'input type checked',
    ]);
    assert.deepEqual(await outlineOfJsx(`<form id="a\n  >${boxes}`), ['form id', 'input type checked']);
  });

  it('are told from strings that hold markup', async () => {
    const text = '<iframe srcDoc="\n<input type=checkbox>\n" title="x"></iframe>;';
    assert.deepEqual(await outlineOfJsx(text), ['iframe srcdoc title']);
  });
});
