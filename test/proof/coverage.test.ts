import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { rules } from '../../server/src/rules/index.js';
import { root } from '../support/root.js';

/** The rows of docs/coverage.md that name a rule: the rule and its example. */
const rows = [
  ...readFileSync(path.join(root, 'docs/coverage.md'), 'utf8').matchAll(
    /^\|[^|]+\| `([a-z-]+)` \| `([^`]+)` \|/gm,
  ),
].map(([, rule = '', example = '']) => ({ rule, example }));

describe('docs/coverage.md', () => {
  it('names every rule, and no other', () => {
    assert.deepEqual([...new Set(rows.map(({ rule }) => rule))].sort(), rules.map(({ id }) => id).sort());
  });

  for (const { rule, example } of rows) {
    it(`${rule} is seen in ${example}`, () => {
      const drawn = path.join(root, 'test/rules', `${example}.snap`);
      assert.ok(existsSync(drawn), drawn);
      assert.match(readFileSync(drawn, 'utf8'), new RegExp(`^\\w+ ${rule} \\d`, 'm'));
    });
  }
});
