import assert from 'node:assert/strict';
import {
  createWording,
  type Reading,
  readIdentifier,
  readWording,
} from '../../server/src/facts/wording/index.js';
import { type LanguageData, languages } from '../../server/src/knowledge/wording.js';
import { randomFrom } from '../support/random.js';

const requested = (reading: Reading) =>
  reading.purposes.filter((hit) => hit.requested).map(({ purpose }) => purpose);

/** Every piece of evidence must be cut out of the text that was read. */
function assertTrueEvidence(text: string, reading: Reading): void {
  const { act, refusal, tick, untick, implied, withdrawal, unrelated } = reading;
  const all = [
    ...reading.purposes.flatMap((hit) => hit.evidence),
    act,
    refusal,
    tick,
    untick,
    implied,
    withdrawal,
    unrelated?.evidence,
  ];
  for (const evidence of all) {
    if (evidence === undefined) continue;
    assert.ok(evidence.start < evidence.end && evidence.end <= text.length);
    assert.equal(evidence.words, text.slice(evidence.start, evidence.end));
  }
}

describe('wording: how text is read', () => {
  for (const text of [
    'Me tenir informé(e) des offres',
    'Me tenir informé·e des offres',
    'Me tenir informé.e.s des offres',
    'Quiero estar informado/a de las ofertas',
    'Quero ser informado(a) das ofertas',
  ])
    it(`reads “${text}” past the endings for other readers`, () => {
      const reading = readWording(text);
      assert.deepEqual(requested(reading), ['marketing']);
      assertTrueEvidence(text, reading);
    });

  const spellings = {
    'no-break and thin blanks': 'I\u00a0agree to receive\u2009marketing\u202fe-mails',
    'soft hyphens and zero-width blanks': 'I agree to re\u00adceive mar\u00adke\u200bting e-mails',
    'capitals, blanks, line ends': '  I AGREE\r\n\t to receive   MARKETING E-MAILS  ',
    'a hyphen that does not break': 'I agree to receive marketing e\u2011mails',
    'an ending for several': 'I agree to receive marketing e-mail(s)',
    'marks around words': '“I agree” to receive *marketing* emails™ 📧',
  };
  for (const [name, text] of Object.entries(spellings)) {
    it(`sees through ${name}`, () => {
      const reading = readWording(text);
      assert.deepEqual(requested(reading), ['marketing']);
      assert.equal(reading.polarity, 'grant');
      assertTrueEvidence(text, reading);
    });
  }

  it('reads accents composed, decomposed or left out, and any apostrophe', () => {
    for (const text of [
      "J'accepte la politique de confidentialité",
      'J’accepte la politique de confidentialite\u0301',
      'J`accepte la politique de confidentialite',
    ]) {
      const reading = readWording(text);
      assert.deepEqual(requested(reading), ['privacy-notice'], text);
      assert.equal(reading.purposes[0]?.evidence[0]?.words, text.slice(text.indexOf('politique')));
    }
  });

  it('gives evidence in UTF-16 offsets behind characters of two units', () => {
    const text = '🎁🎁 Newsletter';
    assert.deepEqual(readWording(text).purposes[0]?.evidence, [{ start: 5, end: 15, words: 'Newsletter' }]);
  });

  it('ends sentences at full stops, not at abbreviations and domains', () => {
    assert.deepEqual(requested(readWording('I want news from example.org and its partners, e.g. offers')), [
      'partners',
      'marketing',
    ]);
    assert.deepEqual(requested(readWording('I accept the terms. See our privacy policy.')), ['terms']);
  });

  it('reads nothing into empty text, marks, and words it does not know', () => {
    for (const text of ['', '   ', '*', '—', '12 345', 'Lorem ipsum dolor']) {
      const reading = readWording(text);
      assert.deepEqual(
        { ...reading, language: undefined },
        {
          language: undefined,
          purposes: [],
          named: [],
          polarity: 'neutral',
          unrelated: undefined,
          act: undefined,
          statement: false,
          refusal: undefined,
          tick: undefined,
          untick: undefined,
          implied: undefined,
          withdrawal: undefined,
        },
      );
    }
  });

  it('takes any text, cut anywhere, without throwing and with true evidence', () => {
    const random = randomFrom(7);
    const texts = languages.flatMap(({ examples }) =>
      [...examples.positive, ...examples.negative].map(({ text }) => text),
    );
    const odd = ['\ud800', '\u0301', '(', ')', '.', '\u0000', '&', '/', ' ', '😀', '\u202e'];
    for (const text of texts) {
      const at = Math.floor(random() * text.length);
      const broken =
        text.slice(0, at) +
        (odd[Math.floor(random() * odd.length)] ?? '') +
        text.slice(at + Math.floor(random() * 4));
      for (const piece of [broken, text.slice(0, at), text.slice(at)]) {
        assertTrueEvidence(piece, readWording(piece));
        assertTrueEvidence(piece, readIdentifier(piece));
      }
    }
  });
});

describe('wording: which language', () => {
  for (const { language, examples } of languages) {
    it(`tells ${language} by the words, whatever the page says`, () => {
      for (const { text, requested: expected } of examples.positive) {
        const other = language === 'en' ? 'fr' : 'en';
        assert.deepEqual(requested(readWording(text)), expected, text);
        assert.deepEqual(
          requested(readWording(text, [`${other}-XX`])),
          expected,
          `${text} on a page in ${other}`,
        );
      }
    });
  }

  it('takes the language of the page for words that several share', () => {
    assert.equal(readWording('Newsletter', ['fr-CA']).language, 'fr');
    assert.equal(readWording('Newsletter').language, 'en');
  });

  it('learns a language from one file', () => {
    const klingon: LanguageData = {
      language: 'tlh',
      source: 'Made up for this test.',
      telltales: ['jih', 'vineh', 'nob'],
      purposes: { marketing: { certain: ['nob (qib|law)'] }, partners: { spoken: ['juppu*'] } },
      roles: { want: ['vineh'], not: ['ghobe'], and: ['je'] },
      unrelated: { gift: ['^nob$'] },
      examples: { positive: [], negative: [] },
    };
    const { readWording: read } = createWording([...languages, klingon]);
    assert.deepEqual(requested(read('jih vineh nob qib')), ['marketing']);
    assert.equal(read('jih vineh nob qib').language, 'tlh');
    assert.equal(read('jih ghobe vineh nob law').polarity, 'refuse');
    assert.deepEqual(requested(read('jih vineh nob qib je juppuwi')), ['marketing', 'partners']);
    assert.equal(read('nob').unrelated?.kind, 'gift');
    assert.deepEqual(requested(read('I accept the terms')), ['terms']);
  });
});
