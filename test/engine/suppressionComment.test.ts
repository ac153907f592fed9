import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/core/edit.js';
import { applyDirectives, readDirectives } from '../../server/src/engine/directives.js';
import { review } from '../../server/src/engine/review.js';
import { suppressFinding } from '../../server/src/engine/suppressFinding.js';
import { suppressionComments } from '../../server/src/engine/suppressionComment.js';
import { findMarkers, markerRules, parseAs } from '../support/markers.js';

/** `¶` stands for the directive `privacylint-disable-next alpha: why`. */
const rows: readonly [title: string, path: string, text: string, expected: string][] = [
  [
    'before an element on its own line',
    'a.html',
    '<div>\n  <input\n    a="alpha!">\n</div>',
    '<div>\n  <!-- ¶ -->\n  <input\n    a="alpha!">\n</div>',
  ],
  [
    'with the line ends and tabs of the text',
    'a.html',
    '<div>\r\n\t<input a="alpha!">\r\n</div>',
    '<div>\r\n\t<!-- ¶ -->\r\n\t<input a="alpha!">\r\n</div>',
  ],
  [
    'within a line, adding no blank',
    'a.html',
    '<p>a<b c="alpha!">b</b></p>',
    '<p>a<!-- ¶ --><b c="alpha!">b</b></p>',
  ],
  ['at the beginning', 'a.html', '<i a="alpha!">', '<!-- ¶ -->\n<i a="alpha!">'],
  [
    'after a doctype',
    'a.html',
    '<!doctype html>\n<html a="alpha!">',
    '<!doctype html>\n<!-- ¶ -->\n<html a="alpha!">',
  ],
  [
    'before the element whose words are meant',
    'a.html',
    '<ul>\n  <li>one <b>x</b> alpha!</li>\n</ul>',
    '<ul>\n  <!-- ¶ -->\n  <li>one <b>x</b> alpha!</li>\n</ul>',
  ],
  ['before words outside any element', 'a.html', 'one alpha!', 'one <!-- ¶ -->alpha!'],
  [
    'among JSX children',
    'a.tsx',
    'const a = (\n  <p>\n    <i a="alpha!" />\n  </p>\n);',
    'const a = (\n  <p>\n    {/* ¶ */}\n    <i a="alpha!" />\n  </p>\n);',
  ],
  [
    'among JSX children in a line',
    'a.tsx',
    'const a = <p>x <i a="alpha!" /></p>;',
    'const a = <p>x {/* ¶ */}<i a="alpha!" /></p>;',
  ],
  ['before a JSX root', 'a.tsx', 'const a = <i a="alpha!" />;', 'const a = <i /* ¶ */ a="alpha!" />;'],
  [
    'before a JSX root on its own line',
    'a.tsx',
    'const f = () => (\n  <i a="alpha!" />\n);',
    'const f = () => (\n  <i /* ¶ */ a="alpha!" />\n);',
  ],
  [
    'before a returned JSX root',
    'a.tsx',
    'function f() {\n  return <i a="alpha!" />;\n}',
    'function f() {\n  return <i /* ¶ */ a="alpha!" />;\n}',
  ],
  [
    'behind a condition',
    'a.tsx',
    'const a = <p>{ok && <i a="alpha!" />}</p>;',
    'const a = <p>{ok && <i /* ¶ */ a="alpha!" />}</p>;',
  ],
  [
    'in the value of a prop',
    'a.tsx',
    'const a = <L control={<C a="alpha!" />} />;',
    'const a = <L control={<C /* ¶ */ a="alpha!" />} />;',
  ],
  [
    'in a tag of several lines',
    'a.tsx',
    'const a = (\n  <i\n    b="alpha!"\n  />\n);',
    'const a = (\n  <i\n    /* ¶ */\n    b="alpha!"\n  />\n);',
  ],
  [
    'in a tag with type arguments',
    'a.tsx',
    'const a = <Pick<"alpha!"> b={1} />;',
    'const a = <Pick<"alpha!"> /* ¶ */ b={1} />;',
  ],
  ['in a tag without attributes', 'a.tsx', 'const a = <i>alpha!</i>;', 'const a = <i /* ¶ */>alpha!</i>;'],
  [
    'in a tag with a spread',
    'a.tsx',
    'const a = <i {...x}>alpha!</i>;',
    'const a = <i {...x} /* ¶ */>alpha!</i>;',
  ],
  [
    'in a fragment',
    'a.tsx',
    'const a = <>\n  <i a="alpha!" />\n</>;',
    'const a = <>\n  <i /* ¶ */ a="alpha!" />\n</>;',
  ],
  [
    'before a property',
    'a.ts',
    'send({\n  to,\n  from: "alpha!",\n});',
    'send({\n  to,\n  /* ¶ */\n  from: "alpha!",\n});',
  ],
  [
    'before a property in a line',
    'a.ts',
    'send({ to, from: "alpha!" });',
    'send({ to, /* ¶ */ from: "alpha!" });',
  ],
  [
    'before a property beside JSX',
    'a.tsx',
    'send({\n  from: "alpha!",\n});\nconst a = <i />;',
    'send({\n  /* ¶ */\n  from: "alpha!",\n});\nconst a = <i />;',
  ],
  ['before a variable', 'a.ts', 'const FROM = "alpha!";', 'const /* ¶ */ FROM = "alpha!";'],
];

describe('suppressionComments', () => {
  before(async function () {
    this.timeout(30_000);
    await parseAs('a.tsx', '');
  });

  for (const [title, path, text, expected] of rows) {
    it(`writes a directive ${title}, and it holds`, async () => {
      const doc = await parseAs(path, text);
      const [finding = assert.fail()] = findMarkers(text);
      const [edit = assert.fail()] = suppressionComments(doc, finding, '  why\n');
      const after = applyEdits(text, [edit]);
      assert.equal(after, expected.replace('¶', 'privacylint-disable-next alpha: why'));
      const again = applyDirectives(findMarkers(after), readDirectives(await parseAs(path, after)), {
        text: after,
        rules: markerRules,
        ran: new Set(markerRules),
        locale: 'en',
        severity: (s) => s,
      });
      assert.deepEqual(
        again.map((f) => [f.ruleId, f.suppression?.reason]),
        [['alpha', 'why']],
      );
    });
  }

  it('cannot be broken out of', async () => {
    for (const [path, text] of [
      ['a.html', '<i a="alpha!">'],
      ['a.tsx', 'const a = <i a="alpha!" />;'],
    ] as const) {
      const [edit = assert.fail()] = suppressionComments(
        await parseAs(path, text),
        findMarkers(text)[0] ?? assert.fail(),
        'x --> y */ z',
      );
      const doc = await parseAs(path, applyEdits(text, [edit]));
      assert.equal(doc.comments.length, 1);
      assert.match(doc.comments[0]?.text ?? '', /z/);
    }
  });

  it('works on a text, where a dialect reads it', async () => {
    const text = '<form><label><input type="checkbox" name="newsletter" checked> Newsletter</label></form>';
    const [finding = assert.fail()] = (await review({ text, path: 'a.html' })).findings;
    assert.ok(await suppressFinding({ text, path: 'a.html' }, {}, finding, 'r'));
    assert.equal(await suppressFinding({ text, path: 'a.bin' }, {}, finding, 'r'), undefined);
  });

  it('gives none where the language has no comments', async () => {
    const text = '<i a="alpha!">';
    const doc = await parseAs('a.html', text);
    const mute = { ...doc, syntax: { ...doc.syntax, comment: () => '' } };
    assert.deepEqual([...suppressionComments(mute, findMarkers(text)[0] ?? assert.fail(), 'r')], []);
  });
});
