import assert from 'node:assert/strict';
import { type Configuration, defaultConfiguration } from '../../server/src/engine/configuration.js';
import { review } from '../../server/src/engine/review.js';
import { wordingWith } from '../../server/src/facts/wording/index.js';
import type { Vocabularies } from '../../server/src/knowledge/vocabulary.js';

const box = (words: string, lang = 'en') =>
  `<html lang="${lang}"><form><label><input type="checkbox" name="x" checked> ${words}</label></form></html>`;

async function foundIn(text: string, vocabulary: Vocabularies): Promise<string[]> {
  const configuration: Configuration = { ...defaultConfiguration, vocabulary };
  const { findings } = await review(
    { text, path: 'form.html' },
    { configuration, only: ['prechecked-consent'] },
  );
  return findings.map((f) => f.message);
}

describe('configured vocabulary', () => {
  it('gives a house word its purpose', async () => {
    const text = box('Receive the Linden Leaf');
    assert.deepEqual(await foundIn(text, {}), []);
    assert.equal((await foundIn(text, { en: { newsletter: ['Linden Leaf'] } })).length, 1);
  });

  it('reaches texts that hold nothing else to review', async () => {
    const text = '<form method="post" action="/x"><input type="hidden" name="lindenleaf" value="1"></form>';
    const found = async (vocabulary: Vocabularies) => {
      const configuration: Configuration = { ...defaultConfiguration, vocabulary };
      return (await review({ text, path: 'form.html' }, { configuration })).findings.map((f) => f.ruleId);
    };
    assert.deepEqual(await found({}), []);
    assert.deepEqual(await found({ en: { newsletter: ['lindenleaf'] } }), ['hidden-consent']);
    assert.deepEqual(await found({ el: { newsletter: ['ενημέρωση'] }, en: { newsletter: ['lindenleaf'] } }), [
      'hidden-consent',
    ]);
  });

  it('reaches what a form is for, notices and cookie notices', async () => {
    const form =
      '<html lang="en"><body><h1>Get the Linden Leaf</h1><form method="post" action="/x"><input type="email" name="email">' +
      '<input name="name" placeholder="Name"><button>OK</button></form><a href="/y">Our data charter</a>' +
      '<div><p>This shop bakes biscuits.</p><button>Accept</button></div></body></html>';
    const found = async (vocabulary: Vocabularies) => {
      const configuration: Configuration = { ...defaultConfiguration, vocabulary };
      const { findings } = await review({ text: form, path: 'form.html' }, { configuration });
      return [...new Set(findings.map((f) => f.ruleId))].sort();
    };
    assert.deepEqual(await found({}), ['missing-privacy-notice']);
    const words = { newsletter: ['Linden Leaf'], 'privacy-notice': ['data charter'], cookies: ['biscuits'] };
    assert.deepEqual(await found({ en: words }), ['cookie-banner', 'missing-preference-choice']);
    assert.deepEqual(await found({ en: { ...words, cookies: ['a|b', '#'] } }), ['missing-preference-choice']);
  });

  it('counts in code names', () => {
    const { readIdentifier } = wordingWith({ en: { marketing: ['lindenclub'] } });
    const wording = { readIdentifier };
    assert.deepEqual(
      wording.readIdentifier('lindenclub_optin').purposes.map((p) => p.purpose),
      ['marketing'],
    );
  });

  it('reads a star behind a stem as its endings', async () => {
    const vocabulary = { 'de-AT': { marketing: ['Treuepunkt*'] } };
    assert.equal((await foundIn(box('Ich möchte Treuepunkte erhalten', 'de'), vocabulary)).length, 1);
  });

  it('may speak a language that is not known', async () => {
    const vocabulary = { eo: { newsletter: ['novaĵletero', 'novaĵleteron'] } };
    assert.equal((await foundIn(box('Sendu al mi la novaĵleteron', 'eo'), vocabulary)).length, 1);
  });

  it('takes words for words: marks of the notation, short stems and unknown purposes do no harm', async () => {
    const vocabulary = {
      en: { newsletter: ['(a|b', '<our> *', '#', 'a*', '^zz$', '', '*'], unheardOf: ['box'] },
    };
    assert.deepEqual(await foundIn(box('The box to tick'), vocabulary), []);
  });

  it('leaves the shared words as they were', () => {
    wordingWith({ en: { newsletter: ['zebra'] } }).readWording('zebra');
    assert.deepEqual(wordingWith({}).readWording('Receive the zebra').purposes, []);
  });
});
