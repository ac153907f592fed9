import assert from 'node:assert/strict';
import { type Reading, readWording } from '../../server/src/facts/wording/index.js';

const hits = (reading: Reading) =>
  reading.purposes
    .map(
      ({ purpose, requested, certainty }) =>
        `${requested ? '' : '~'}${purpose}${certainty === 'likely' ? '?' : ''}`,
    )
    .join(' ');

/** Purposes as read: `~` only mentioned, `?` likely. */
const readings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'offers of the sender and of others': {
    'I want to receive offers from our partners': 'partners',
    'I want to receive offers, deals and promotions from selected partners': 'partners',
    'I want to receive offers from the hotel and from its partners': 'marketing partners',
    'I agree that my data may be shared with third parties for marketing purposes': 'partners',
    'I want the newsletter but no offers from partners': 'newsletter partners',
  },
  'a newsletter and what it holds': {
    'I want to receive the newsletter and promotional offers': 'newsletter marketing',
    'I want to receive the newsletter with promotional offers': 'newsletter ~marketing?',
    'Subscribe to our newsletter and get exclusive offers': 'newsletter ~marketing?',
    'Receive our newsletter (news, offers)': 'newsletter ~marketing?',
    'Never miss our offers: sign up for the newsletter': '~marketing? newsletter',
    'Receive our newsletter with the latest news and updates': 'newsletter',
    'I agree to receive the newsletter and to receive special offers': 'newsletter marketing',
  },
  'consent and reference': {
    'Send me the newsletter. Privacy policy': 'newsletter ~privacy-notice',
    'Send me the newsletter (see our privacy policy)': 'newsletter ~privacy-notice',
    'I agree to the privacy policy and to receive updates': 'privacy-notice newsletter',
    'I agree to the use of my data in accordance with the privacy policy': 'data-processing ~privacy-notice',
    'I accept the newsletter terms': '~newsletter terms',
    'I accept the privacy policy of our partners': 'privacy-notice ~partners',
  },
  'messages without a subject': {
    'I agree to receive e-mails': 'marketing',
    'You may contact me': 'marketing?',
    'Contact me about my booking': 'service-messages?',
    'Email me when someone replies': 'service-messages?',
    'My data may be stored in order to contact me': 'data-processing',
    'I confirm that the information is correct': '',
  },
  'nouns that need a verb': {
    'Payment terms': '',
    'Rooms with special offers': '',
    Partners: '',
    'Special offers': 'marketing?',
    'I accept the agreement': 'terms',
  },
  'kinds of cookies': {
    'I accept cookies for marketing': 'cookies-marketing',
    'Analytics cookies help us with marketing': 'cookies-analytics ~cookies-marketing',
    'Accept all cookies': 'cookies',
  },
};

describe('wording: sentences', () => {
  for (const [topic, sentences] of Object.entries(readings)) {
    describe(topic, () => {
      for (const [text, expected] of Object.entries(sentences))
        it(text, () => assert.equal(hits(readWording(text)), expected));
    });
  }

  it('quotes what agrees, refuses, implies, withdraws', () => {
    assert.equal(readWording('Yes, please send me the newsletter').act?.words, 'Yes, please send me');
    assert.equal(readWording('I do not wish to receive offers').refusal?.words, 'do not wish to');
    assert.equal(readWording('I do not wish to receive offers').refusal?.named, false);
    assert.equal(readWording('Opt me out of marketing').refusal?.named, true);
    assert.equal(readWording('Tick this box if you do not want offers').tick?.words, 'Tick this box');
    assert.equal(readWording('Untick this box if you do not want offers').untick?.words, 'Untick this box');
    assert.equal(
      readWording('By booking, you agree to receive offers').implied?.words,
      'By booking, you agree to',
    );
    assert.equal(
      readWording('Newsletter. You can unsubscribe at any time.').withdrawal?.words,
      'unsubscribe',
    );
  });

  it('does not take a way out for a refusal', () => {
    for (const text of [
      'Send me offers; I can opt out at any time',
      'I want the newsletter and know that I may unsubscribe whenever I like',
    ]) {
      assert.equal(readWording(text).polarity, 'grant', text);
    }
  });

  it('takes a tick to be taken away for a tick that grants', () => {
    const reading = readWording('We send offers to our guests unless you untick this box');
    assert.equal(reading.polarity, 'grant');
    assert.equal(reading.act, undefined);
  });

  it('tells statements from requests', () => {
    for (const text of [
      'We will send you offers',
      'You will receive our newsletter',
      'By registering you agree to our terms',
    ]) {
      assert.equal(readWording(text).statement, true, text);
    }
    for (const text of ['Send me offers', 'I agree that you will send me offers', 'Newsletter']) {
      assert.equal(readWording(text).statement, false, text);
    }
  });
});
