import assert from 'node:assert/strict';
import { fingerprint, fingerprinter, fnv1a64 } from '../../server/src/engine/fingerprint.js';

function at(text: string, words: string, from = 0) {
  const start = text.indexOf(words, from);
  assert.notEqual(start, -1);
  return { start, end: start + words.length };
}

describe('fnv1a64', () => {
  // Vectors published with the algorithm.
  const vectors = { '': 'cbf29ce484222325', a: 'af63dc4c8601ec8c', foobar: '85944171f73967e8' };
  for (const [text, hash] of Object.entries(vectors))
    it(JSON.stringify(text), () => assert.equal(fnv1a64(text), hash));

  it('keeps its leading zeros, and takes any text', () => {
    for (const text of ['\uD800', 'é😀', 'x'.repeat(10_000)]) assert.match(fnv1a64(text), /^[0-9a-f]{16}$/);
    assert.equal(new Set(Array.from({ length: 5000 }, (_, i) => fnv1a64(`x${i}`))).size, 5000);
  });
});

describe('fingerprint', () => {
  const text =
    '<form>\n  <label>News <input type="checkbox" name="news" checked></label>\n  <p>far away</p>\n</form>\n'.padEnd(
      300,
      '.',
    );
  const original = fingerprint('r', text, at(text, 'checked>'), 0);

  it('is the same on every platform', () =>
    assert.equal(original, fingerprint('r', text, at(text, 'checked>'), 0)));

  const same: Readonly<Record<string, string>> = {
    'other lines before it': `<h1>Title</h1>\n<p>Words</p>\n\n${text}`,
    'other line ends': text.replaceAll('\n', '\r\n'),
    'other indentation and breaks': text
      .replace('<input type', '<input\n\t\ttype')
      .replaceAll('\n', '\n    '),
    'changes far behind it': `${text.slice(0, -4)}more`,
  };
  for (const [title, changed] of Object.entries(same)) {
    it(`stays with ${title}`, () =>
      assert.equal(fingerprint('r', changed, at(changed, 'checked>'), 0), original));
  }

  it('differs with rule, place, content and occurrence', () => {
    const others = [
      fingerprint('s', text, at(text, 'checked>'), 0),
      fingerprint('r', text, at(text, 'checkbox'), 0),
      fingerprint(
        'r',
        text.replace('"news"', '"other"'),
        at(text.replace('"news"', '"other"'), 'checked>'),
        0,
      ),
      fingerprint('r', text, at(text, 'checked>'), 1),
    ];
    assert.equal(new Set([original, ...others]).size, 5);
  });

  it('counts the identical ones of a rule', () => {
    const twice = `${'<i a="x">'.padStart(60, '.')}${'.'.repeat(60)}${'<i a="x">'.padStart(60, '.')}${'.'.repeat(60)}`;
    const [first, second] = [at(twice, 'a="x"'), at(twice, 'a="x"', 70)];
    const name = fingerprinter(twice);
    assert.deepEqual(
      [name('r', first), name('s', first), name('r', second)],
      [
        fingerprint('r', twice, first, 0),
        fingerprint('s', twice, first, 0),
        fingerprint('r', twice, second, 1),
      ],
    );
  });

  it('knows a long place by its ends, and takes empty ones', () => {
    const long = `<a>${'x'.repeat(100_000)}</a>`;
    const whole = { start: 0, end: long.length };
    assert.equal(
      fingerprint('r', long, whole, 0),
      fingerprint('r', long.replace('xxx', ''), { start: 0, end: long.length - 3 }, 0),
    );
    assert.match(fingerprint('r', '', { start: 0, end: 0 }, 0), /^[0-9a-f]{16}$/);
  });
});
