import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import typescript from 'typescript';
import { dialectFor } from '../../server/src/dialects/index.js';
import { readVue } from '../../server/src/dialects/vue/parse.js';
import { dump } from '../support/dump.js';
import { root } from '../support/root.js';
import { matchSnapshot } from '../support/snapshot.js';
import { assertTrueSpans } from '../support/spans.js';
import { shareFound } from './braces.js';

const folder = path.join(root, 'test/dialects/fixtures/vue');
const read = (text: string) => readVue(typescript, text, { path: 'x.vue' });

describe('dialect vue', () => {
  for (const name of readdirSync(folder).filter((n) => n.endsWith('.vue'))) {
    const text = readFileSync(path.join(folder, name), 'utf8');
    it(`reads ${name} as drawn`, () => matchSnapshot(path.join(folder, `${name}.snap`), dump(read(text))));
    it(`reads the beginnings of ${name}, with spans true to the text`, () => {
      for (let end = 0; end <= text.length; end += end < 1200 ? 1 : 5)
        assertTrueSpans(read(text.slice(0, end)));
    });
    if (name.startsWith('damaged')) continue;
    it(`finds the attributes of ${name} where something is missing on other lines`, () => {
      const share = shareFound(text, read, 7, 150);
      assert.ok(share >= 0.99, String(share));
    });
  }

  it('is found by file name and language id', () => {
    assert.equal(dialectFor('a/b.vue')?.id, 'vue');
    assert.equal(dialectFor('a', 'vue')?.id, 'vue');
  });
});
