import assert from 'node:assert/strict';
import { sentencesOf } from '../../server/src/facts/sentences.js';
import { wordingWith } from '../../server/src/facts/wording/index.js';
import { answerOf, isYes } from '../../server/src/knowledge/answers.js';
import { cookieWords } from '../../server/src/knowledge/cookieNotices.js';
import { purposesInName, purposesInWords } from '../../server/src/knowledge/forms.js';
import { findNoReplyAddresses } from '../../server/src/knowledge/noReply.js';
import { findUnsubscribeWords } from '../../server/src/knowledge/unsubscribe.js';
import { withVocabulary } from '../../server/src/knowledge/vocabulary.js';
import { languages } from '../../server/src/knowledge/wording.js';
import { cpuTime } from '../support/cpuTime.js';
import { factsOf } from '../support/factsOf.js';

const LENGTH = 100_000;
/** What is linear takes some ten milliseconds on an idle machine; what is quadratic takes minutes. */
const BAR = 1_500;

/** Pieces of which long repeats are made: words of the data, marks of the patterns, and what nearly matches them. */
const pieces = [
  'a',
  ' ',
  '-',
  '"',
  '“',
  '<',
  '<b>',
  '{{',
  '. ',
  '.A ',
  '… ',
  'e-',
  '\u00ad',
  'no-reply@',
  '@a.',
  'A.',
  'unsubscribe ',
  'sign up for our ',
  'we use cookies. ',
  'yes ',
  'i agree ',
  'I want offers from your partners ',
  'partners such as ',
  'if you do not ',
  'By clicking "',
  'newsletter_',
  'optIn',
];

describe('words are read in linear time', () => {
  const readers: Readonly<Record<string, (text: string) => unknown>> = {
    sentences: sentencesOf,
    answers: (text) => [answerOf(text, text), isYes(text)],
    'cookie notices': cookieWords,
    'forms in words': purposesInWords,
    'forms in names': purposesInName,
    'no-reply addresses': findNoReplyAddresses,
    'unsubscribe words': findUnsubscribeWords,
    'configured words': (text) => withVocabulary(languages, { en: { marketing: [text] } }),
    'the language of words': (text) => wordingWith({}).languageOfWords(text),
  };
  for (const [name, read] of Object.entries(readers)) {
    it(`by the reader of ${name}`, () => {
      read('warm');
      for (const piece of pieces) {
        const text = piece.repeat(LENGTH / piece.length);
        const time = cpuTime(() => read(text));
        assert.ok(time < BAR, `${JSON.stringify(piece)}: ${time} ms`);
      }
    });
  }

  it('in a label and the words around it', async function () {
    this.timeout(120_000);
    for (const piece of pieces) {
      const words = piece.replaceAll('<', '&lt;').repeat(20_000 / piece.length);
      const text = `<form><p>${words}</p><label><input type="checkbox" name="n"> Send me offers from your partners ${words}</label><p>${words}</p></form>`;
      const started = process.cpuUsage();
      const facts = await factsOf(text);
      assert.ok(facts.controls.length === 1 && facts.statements.length >= 0 && facts.forms[0]?.text);
      const { user, system } = process.cpuUsage(started);
      assert.ok((user + system) / 1000 < 2 * BAR, `${JSON.stringify(piece)}: ${(user + system) / 1000} ms`);
    }
  });
});
