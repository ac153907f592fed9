import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { markdown, mdx } from '../../server/src/dialects/markdown/index.js';
import { review } from '../../server/src/engine/review.js';
import { elements, knownText } from '../../server/src/model/query.js';
import { dump } from '../support/dump.js';
import { root } from '../support/root.js';
import { matchSnapshot } from '../support/snapshot.js';
import { assertTrueSpans } from '../support/spans.js';

const folder = path.join(root, 'test/dialects/fixtures/markdown');
const read = (text: string, name = 'x.md') =>
  (name.endsWith('.mdx') ? mdx : markdown).parse(text, { path: name });

describe('dialects markdown and mdx', () => {
  for (const name of readdirSync(folder).filter((n) => !n.endsWith('.snap'))) {
    const text = readFileSync(path.join(folder, name), 'utf8');
    it(`reads ${name} as drawn`, () =>
      matchSnapshot(path.join(folder, `${name}.snap`), dump(read(text, name))));
    it(`reads every beginning of ${name}, with spans true to the text`, () => {
      for (let end = 0; end <= text.length; end++) assertTrueSpans(read(text.slice(0, end), name));
    });
    it(`reads ${name} with any stretch taken out`, () => {
      for (let start = 0; start < text.length; start += 3) {
        for (const length of [1, 7, 40])
          assertTrueSpans(read(text.slice(0, start) + text.slice(start + length), name));
      }
    });
    it(`reads ${name} alike with other line ends`, () => {
      const told = (t: string) => {
        const doc = read(t, name);
        return [
          [...elements(doc.root)].map((e) => [e.tag, e.attributes.map((a) => [a.name, a.value.state])]),
          doc.settings.map((s) => s.key),
        ];
      };
      assert.deepEqual(told(text.replaceAll('\n', '\r\n')), told(text));
    });
  }

  it('finds every link where it is written', () => {
    const links = [
      '[a](b)',
      '[a]( <b> "c" )',
      '[a [b] c](d)',
      '[a](b(c)d)',
      '<https://a.example/b>',
      'https://a.example/b',
    ];
    const text = links.map((l) => `Words ${l} and, *more* ${l}.`).join('\n');
    const found = [...elements(read(text).root)].filter((e) => e.tag === 'a');
    assert.deepEqual(
      found.map((e) => text.slice(e.span.start, e.span.end)),
      links.flatMap((l) => [l, l]),
    );
    for (const link of found) {
      const { span } = link.attributes[0]?.value ?? {};
      assert.equal(span && text.slice(span.start, span.end), knownText(link, 'href'));
    }
  });

  it('takes no address for a contact that the text only speaks of', async () => {
    const found = async (text: string) =>
      (await review({ text, path: 'README.md' })).findings.map((f) => f.ruleId);
    assert.deepEqual(await found('The sender is noreply@hotel.example, as in `noreply@hotel.example`.'), []);
    assert.deepEqual(await found('Write to [us](mailto:noreply@hotel.example).'), ['no-reply-sender']);
    assert.deepEqual(await found('Write to <noreply@hotel.example>.'), ['no-reply-sender']);
  });

  it('is linear in brackets, marks, tags and fences', () => {
    const many = 20_000;
    for (const part of [
      '[',
      '![',
      '[a](',
      '](',
      '`',
      '``` ',
      '`a',
      '<a ',
      '<a "',
      '<!-- ',
      '```\n',
      '{',
      '<A {',
      '[a]: b\n',
      '    x\n\n',
      'https://a.b ',
      '{{ a ',
      '\\',
      'export a\n',
      '<script>',
    ]) {
      for (const name of ['x.md', 'x.mdx']) {
        const start = process.cpuUsage().user;
        assertTrueSpans(read(part.repeat(many), name));
        const spent = process.cpuUsage().user - start;
        assert.ok(spent < 4_000_000, `${name} ${JSON.stringify(part)}: ${spent / 1000} ms`);
      }
    }
  });
});
