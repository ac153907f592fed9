import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import typescript from 'typescript';
import { readAstro } from '../../server/src/dialects/astro/parse.js';
import { dialectFor } from '../../server/src/dialects/index.js';
import { review } from '../../server/src/engine/review.js';
import { attribute, elements, visibleText } from '../../server/src/model/query.js';
import { cpuTime } from '../support/cpuTime.js';
import { dump } from '../support/dump.js';
import { root } from '../support/root.js';
import { matchSnapshot } from '../support/snapshot.js';
import { assertTrueSpans } from '../support/spans.js';
import { shareFound } from './braces.js';

const folder = path.join(root, 'test/dialects/fixtures/astro');
const read = (text: string) => readAstro(typescript, text, { path: 'x.astro' });
const names = (text: string) => {
  const doc = read(text);
  assertTrueSpans(doc);
  return [...elements(doc.root)].map((e) => e.name).join(' ');
};

describe('dialect astro', () => {
  for (const name of readdirSync(folder).filter((n) => n.endsWith('.astro'))) {
    const text = readFileSync(path.join(folder, name), 'utf8');
    it(`reads ${name} as drawn`, () => matchSnapshot(path.join(folder, `${name}.snap`), dump(read(text))));
    it(`reads the beginnings of ${name}, with spans true to the text`, () => {
      for (let end = 0; end <= text.length; end++) assertTrueSpans(read(text.slice(0, end)));
    });
    if (name.startsWith('damaged')) continue;
    it(`finds the attributes of ${name} where something is missing on other lines`, () => {
      // Without a fence there is no telling code from markup.
      const body = text.slice(text.indexOf('---', 3) + 3);
      const share = shareFound(body, read, 7, 150);
      assert.ok(share >= 0.99, String(share));
    });
  }

  it('is found by file name and language id', () => {
    assert.equal(dialectFor('a/b.astro')?.id, 'astro');
    assert.equal(dialectFor('a', 'astro')?.id, 'astro');
  });

  it('reads the elements in expressions, and only those', () => {
    for (const [text, found] of [
      ["{a && <b>it's } {c}</b>}<i/>", 'b i'],
      ['{a < b && c > d}<i/>', 'i'],
      ['{a.map((x) => (<li>{x.b ? <b/> : <u>no</u>}</li>))}<i/>', 'li b u i'],
      ['{f<T>(a)}<i/>', 'i'],
      ['{() => { return <p>x</p>; }}<i/>', 'p i'],
      ['{"<p>"}{`<p>${a}`}{/<p>/}{/* <p> */}<i/>', 'i'],
      ['{a && <><b/><u/></>}<i/>', 'b u i'],
      ['{a && <input checked>}<i/>', 'input i'],
      ['{a && <script>if (a < b) {}</script>}<i/>', 'script i'],
      ['<p>{a.</p><i/>', 'p i'],
      ['<ul>{a.map((b) => <li>{b}</ul><i/>', 'ul li i'],
      ['{a && <b>}<i/>', 'b i'],
    ] as const)
      assert.equal(names(text), found, text);
  });

  it('takes what functions around elements are given for unknown', () => {
    const box = '<input type="checkbox" checked={on} />';
    for (const around of [
      `list.map((on) => ${box})`,
      `list.map(({ on }) => (${box}))`,
      `list.map(function (on) { return ${box}; })`,
    ]) {
      const [input] = elements(read(`---\nconst on = true;\n---\n{${around}}`).root);
      assert.equal(input && attribute(input, 'checked')?.value.state, 'dynamic', around);
    }
  });

  it('draws the entry of a written list that is on', () => {
    const head = '---\nconst list = [{ label: "A", on: false }, { label: "B", on: true }];\n---\n';
    for (const [drawer, checked] of [
      ['(item)', 'item.on'],
      ['({ on })', 'on'],
    ]) {
      const doc = read(`${head}{list.map(${drawer} => <input type="checkbox" checked={${checked}} />)}`);
      assertTrueSpans(doc);
      const [box] = elements(doc.root);
      const value = box && attribute(box, 'checked')?.value;
      assert.ok(value?.state === 'known' && value.value === true && value.origin, drawer);
    }
  });

  it('reads the words that an attribute puts into an element', () => {
    const text =
      '---\nconst words = \'Send me offers\';\n---\n<label set:text={words} /><p set:html="More"></p>';
    const doc = read(text);
    assertTrueSpans(doc);
    assert.deepEqual(
      [...elements(doc.root)].map((e) => visibleText(e)),
      ['Send me offers', 'More'],
    );
  });

  it('reads unfinished code in time that grows with the text', () => {
    for (const part of ['{a ', '{`', '<p {', '<p a={', "{'", '{a && <b>', '{<b>', '<p>']) {
      assert.ok(cpuTime(() => read(part.repeat(20_000))) < 6_000, part);
    }
  });

  it('bears directives in its comments', async () => {
    const box = '<input type="checkbox" name="a" checked /> Send me the newsletter';
    const words = 'privacylint-disable-next prechecked-consent: [contract] it is the service';
    for (const comment of [`<!-- ${words} -->`, `{/* ${words} */}`]) {
      const { findings } = await review({ text: `<label>${comment}${box}</label>`, path: 'a.astro' });
      assert.deepEqual(
        findings.map(({ ruleId, suppression }) => [ruleId, suppression !== undefined]),
        [['prechecked-consent', true]],
        comment,
      );
    }
  });

  it('reads anything at all', () => {
    for (const text of [
      '',
      '---',
      '---\n',
      '---\n---',
      '{',
      '}',
      '<>',
      '</>',
      '{<>',
      '{</',
      '{<a',
      '{<a>',
      '{<!--',
      '<a b=`',
      '<a b=`${',
      '{{{{',
      '\0',
      '\ud800',
    ])
      assertTrueSpans(read(text));
  });
});
