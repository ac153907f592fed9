import assert from 'node:assert/strict';
import { enumerate } from '../../server/src/core/enumerate.js';

describe('items in a sentence', () => {
  for (const locale of ['en', 'fr'] as const)
    it(`are written as the locale ${locale} has it`, () => {
      for (const items of [[], ['a'], ['a', 'b'], ['a', 'b', 'c'], ['a', 'b', 'c', 'd']])
        assert.equal(enumerate(items, locale), new Intl.ListFormat(locale).format(items));
    });
});
