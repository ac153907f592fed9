import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sentencesOf } from '../../server/src/facts/sentences.js';
import { wordingWith } from '../../server/src/facts/wording/index.js';
import { answerOf, isYes } from '../../server/src/knowledge/answers.js';
import { actInName, cookieWords, isCookieNoticeName } from '../../server/src/knowledge/cookieNotices.js';
import { dataInHint, dataInName, dataInWords } from '../../server/src/knowledge/fields.js';
import { purposesInName, purposesInWords } from '../../server/src/knowledge/forms.js';
import { identityInWords, namesIdentity } from '../../server/src/knowledge/identity.js';
import { findNoReplyAddresses } from '../../server/src/knowledge/noReply.js';
import { findNoticeWords, isAdministration, namesNotice } from '../../server/src/knowledge/notices.js';
import { namesSpacer, namesTracker } from '../../server/src/knowledge/pixels.js';
import { findPointers, offersReply } from '../../server/src/knowledge/pointers.js';
import { endlessIn, namesPolicy, pointsIn, titlesPolicy } from '../../server/src/knowledge/privacyPolicy.js';
import {
  findUnsubscribeWords,
  isUnsubscribeExpression,
  isUnsubscribeTarget,
} from '../../server/src/knowledge/unsubscribe.js';
import { withVocabulary } from '../../server/src/knowledge/vocabulary.js';
import { languages } from '../../server/src/knowledge/wording.js';
import { cpuTime } from '../support/cpuTime.js';
import { factsOf } from '../support/factsOf.js';
import { root } from '../support/root.js';

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
    'unsubscribe expressions': (text) => [isUnsubscribeExpression(text), isUnsubscribeTarget(text)],
    notices: (text) => [findNoticeWords(text), namesNotice(text), isAdministration(text)],
    'buttons of cookie notices': (text) => [actInName(text), isCookieNoticeName(text)],
    'what fields ask for': (text) => [dataInWords(text), dataInName(text), dataInHint(text)],
    'points of a policy': (text) => [pointsIn(text), endlessIn(text), titlesPolicy(text), namesPolicy(text)],
    'who sends a mail': (text) => [identityInWords(text), namesIdentity(text)],
    'pointers to links': (text) => [findPointers(text), offersReply(text)],
    'images that count': (text) => [namesTracker(text), namesSpacer(text)],
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

  it('and whatever phrase of the data they meet can be read', function () {
    this.timeout(60_000);
    const folder = path.join(root, 'server/src/knowledge');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.json') && !file.startsWith('schemas'),
    );
    assert.ok(files.length > 20);
    const strings = (value: unknown): string[] =>
      typeof value === 'string'
        ? [value]
        : Object.values(value !== null && typeof value === 'object' ? value : {}).flatMap(strings);
    // Every phrase is laid once a text has the word that it begins with.
    const everything = files
      .flatMap((file) => strings(JSON.parse(readFileSync(path.join(folder, file), 'utf8'))))
      .join(' ');
    for (const read of Object.values(readers)) read(everything);
  });

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
