import assert from 'node:assert/strict';
import { findLeavingWords, isCaptcha } from '../../server/src/knowledge/leaving.js';
import { mayHoldLeaving } from '../../server/src/knowledge/prefilter.js';

describe('words about leaving a mailing', () => {
  for (const [kind, language, text, words] of [
    ['login', 'en', 'Please log in to your account first', 'log in to your account'],
    ['login', 'fr', 'Pour cela, connectez-vous', 'connectez-vous'],
    ['login', 'de', 'Loggen Sie sich ein', 'Loggen Sie sich ein'],
    ['login', 'es', 'Inicie sesión en su cuenta', 'Inicie sesión'],
    ['login', 'it', 'Accedi al tuo account', 'Accedi al tuo account'],
    ['login', 'nl', 'Log in op je account', 'Log in op je account'],
    ['login', 'pt', 'Faça login', 'Faça login'],
    ['login', 'pl', 'Zaloguj się', 'Zaloguj'],
    ['reason', 'en', 'and tell us why', 'tell us why'],
    ['reason', 'fr', 'en précisant : indiquez le motif', 'indiquez le motif'],
    ['reason', 'es', 'Indique el motivo', 'Indique el motivo'],
    ['others', 'fr', 'Vous continuerez à recevoir nos autres lettres', 'continuerez à recevoir'],
    ['others', 'de', 'Sie erhalten weiterhin; erhalten Sie weiterhin Post', 'erhalten Sie weiterhin'],
    ['all', 'it', 'Disiscriviti da tutte', 'da tutte'],
    ['or', 'pl', 'albo', 'albo'],
  ] as const) {
    it(`${language}: ${text}`, () => {
      const [hit] = findLeavingWords(text, kind, language);
      assert.ok(hit);
      assert.equal(text.slice(hit.start, hit.end), words);
    });
  }

  it('can be read in every language at once', () => {
    for (const kind of ['login', 'reason', 'others', 'service', 'all', 'or', 'reasonField'] as const)
      assert.deepEqual(findLeavingWords('Guten Abend', kind), []);
  });

  it('go with names of captchas and forms', () => {
    assert.ok(isCaptcha('g-recaptcha'));
    assert.ok(!isCaptcha('captain'));
    assert.ok(mayHoldLeaving('<form><button>Me désinscrire</button></form>'));
    assert.ok(!mayHoldLeaving('<form><button>Send</button></form>'));
  });
});
