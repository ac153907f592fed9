import assert from 'node:assert/strict';
import { keysOf } from '../../server/src/core/phrases/keys.js';
import { PhraseFinder } from '../../server/src/knowledge/matching/phrases.js';

describe('letters that a phrase cannot do without', () => {
  const cases: readonly (readonly [string, readonly string[] | undefined])[] = [
    ['newsletter', ['ewsletter']],
    ['our newsletter* please', ['ewsletter']],
    ['(sign|subscribe) up', ['ign', 'ubscribe']],
    ['(the )?offers', ['ffers']],
    ['(weekly|) news', ['ews']],
    ['*angebot*', ['ngebot']],
    ['no', undefined],
    ['(yes|no)', undefined],
    ['# days', ['ays']],
  ];
  for (const [phrase, keys] of cases)
    it(`of “${phrase}”`, () => assert.deepEqual(keysOf(phrase)?.slice().sort(), keys?.slice().sort()));

  it('do not change what is found, however often is asked', () => {
    const finder = new PhraseFinder<string>().add(
      ['e-mail(s|)', '(les |)données personnelles', 'opt out'],
      'x',
    );
    for (let asked = 0; asked < 100; asked++) {
      assert.equal(finder.inText('Send me an E-mail').length, 1);
      assert.equal(finder.inText('vos DONNÉES personnelles').length, 1);
      assert.equal(finder.inText('vos données').length, 0);
      assert.equal(finder.inCode('userOptOut').length, 1);
      assert.equal(finder.inCode('userOptIn').length, 0);
    }
  });
});
