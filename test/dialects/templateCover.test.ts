import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { html } from '../../server/src/dialects/html/index.js';
import { templates } from '../../server/src/dialects/template/index.js';
import { cpuTime } from '../support/cpuTime.js';
import { attributesOf, inject, placesIn } from '../support/injection.js';
import { randomFrom } from '../support/random.js';
import { root } from '../support/root.js';
import { constructs } from '../support/templateConstructs.js';

const plain = readFileSync(path.join(root, 'test/dialects/fixtures/template/plain.html'), 'utf8');

describe('covers of template languages', () => {
  const known = attributesOf(html, plain);
  const everywhere = placesIn(plain);

  for (const dialect of templates) {
    const pieces = constructs[dialect.id] ?? assert.fail(dialect.id);
    const { unfinished } = pieces;

    it(`${dialect.id}: what is put into HTML moves no attribute`, () => {
      const random = randomFrom(7);
      for (let round = 0; round < 400; round++) {
        const { text, moved } = inject(plain, everywhere, pieces, random);
        const found = attributesOf(dialect, text);
        for (const key of known.keys()) {
          const [at = '', name = ''] = key.split(' ');
          assert.ok(found.has(`${moved(Number(at))} ${name}`), `${name} is lost in\n${text}`);
        }
      }
    });

    it(`${dialect.id}: a half-typed construct leaves all other lines as they were`, () => {
      const lineEnds = [...plain.matchAll(/\n/g)].map((m) => m.index);
      for (const at of lineEnds) {
        for (const opening of unfinished) {
          const text = plain.slice(0, at) + opening + plain.slice(at);
          const found = attributesOf(dialect, text);
          const lineStart = plain.lastIndexOf('\n', at - 1);
          for (const key of known.keys()) {
            const [offset = '', name = ''] = key.split(' ');
            const from = Number(offset);
            if (from > lineStart && from < at) continue;
            assert.ok(
              found.has(`${from < at ? from : from + opening.length} ${name}`),
              `${name} is lost after ${JSON.stringify(opening)} in\n${text}`,
            );
          }
        }
      }
    });

    it(`${dialect.id}: is linear in unfinished constructs`, () => {
      const size = 120_000;
      for (const opening of [
        ...unfinished,
        ...unfinished.map((u) => `${u}\n`),
        ...unfinished.map((u) => `${u}"`),
      ]) {
        const text = opening.repeat(Math.ceil(size / opening.length));
        const milliseconds = cpuTime(() => dialect.parse(text, { path: 'x' }));
        assert.ok(milliseconds < 1_500, `${JSON.stringify(opening)}: ${milliseconds} ms`);
      }
    });
  }
});
