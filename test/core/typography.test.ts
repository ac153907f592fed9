import assert from 'node:assert/strict';
import { typesetFrench } from '../../server/src/core/typography.js';

describe('typography', () => {
  for (const [written, set] of [
    ['Base légale : art. 6', 'Base légale\u00a0: art. 6'],
    [
      '« {label} » est activé ; « {words} ».',
      '«\u00a0{label}\u00a0» est activé\u00a0; «\u00a0{words}\u00a0».',
    ],
    ['{ "a": 1 } :sel a ?b', '{ "a": 1 } :sel a ?b'],
    ['Vraiment ? Oui !', 'Vraiment\u00a0? Oui\u00a0!'],
  ] as const) {
    it(`sets “${written}”`, () => {
      assert.equal(typesetFrench(written), set);
      assert.equal(typesetFrench(set), set);
    });
  }
});
