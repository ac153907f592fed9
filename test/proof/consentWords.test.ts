import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { review } from '../../server/src/engine/review.js';
import { root } from '../support/root.js';

/** What boxes and sentences of hotels, shops, clinics and contests say, by language: the same in each. */
interface Words {
  readonly optional: readonly string[];
  readonly acceptance: readonly string[];
  readonly bundled: readonly string[];
  readonly negative: readonly string[];
  readonly implied: readonly string[];
  /** Sentences that take nothing for a yes: contracts, confirmations, the newsletter's own form. */
  readonly stated: readonly string[];
  readonly vague: readonly string[];
  readonly partners: readonly string[];
  readonly namedPartners: readonly string[];
  readonly revocable: readonly string[];
  readonly unrelated: readonly string[];
  /** Headings and buttons. */
  readonly newsletter: readonly (readonly [string, string])[];
}

const languages: Readonly<Record<string, Words>> = JSON.parse(
  readFileSync(path.join(root, 'test/proof/consentWords.json'), 'utf8'),
);

async function rulesIn(language: string, form: string): Promise<ReadonlySet<string>> {
  const text = `<!doctype html><html lang="${language}"><body>${form}</body></html>`;
  const { findings } = await review({ text, path: 'page.html' }, {});
  return new Set(findings.map(({ ruleId }) => ruleId));
}

const order = (inner: string) =>
  `<form action="/checkout" method="post"><label>E-mail <input type="email" name="email"></label>${inner}<button>OK</button></form>`;
const box = (words: string, attributes = '') =>
  order(`<label><input type="checkbox" name="choice"${attributes}> ${words}</label>`);
const unnamed = (words: string, attributes = '') =>
  order(`<label><input type="checkbox"${attributes}> ${words}</label>`);
const sentence = (words: string) => order(`<p>${words}</p>`);
const signUp = (heading: string, button: string, more = '') =>
  `<form action="/x" method="post"><h2>${heading}</h2><input type="email" name="email">${more}<button>${button}</button></form>`;

for (const [language, words] of Object.entries(languages)) {
  describe(`words of consent in ${language}`, () => {
    const each = async (
      list: readonly string[],
      form: (words: string) => string,
      has: string[],
      not: string[],
    ) => {
      const wrong: string[] = [];
      for (const one of list) {
        const found = await rulesIn(language, form(one));
        wrong.push(...has.filter((id) => !found.has(id)).map((id) => `no ${id}: ${one}`));
        wrong.push(...not.filter((id) => found.has(id)).map((id) => `${id}: ${one}`));
      }
      assert.deepEqual(wrong, []);
    };
    const OPTIONAL = ['prechecked-consent', 'forced-consent', 'missing-withdrawal-notice'];

    it('optional choices', async () => {
      const list = [...words.optional, ...words.partners];
      await each(list, (w) => box(w, ' checked required'), OPTIONAL, ['opt-out-consent', 'vague-consent']);
      await each(list, unnamed, ['consent-not-recorded'], ['bundled-consent']);
    });

    it('acceptance of a contract', () =>
      each(
        words.acceptance,
        (w) => box(w, ' checked required'),
        ['prechecked-consent'],
        [
          'bundled-consent',
          'forced-consent',
          'vague-consent',
          'missing-withdrawal-notice',
          'opt-out-consent',
          'implied-consent',
        ],
      ));

    it('several purposes in one', () =>
      each(
        words.bundled,
        (w) => box(w, ' required'),
        ['bundled-consent', 'forced-consent'],
        ['implied-consent'],
      ));

    it('refusals', () =>
      each(words.negative, box, ['opt-out-consent'], ['bundled-consent', 'forced-consent']));

    it('what other acts are taken for', async () => {
      await each(words.implied, sentence, ['implied-consent'], []);
      const [contract = '', confirmation = '', newsletter = ''] = words.stated;
      await each([contract, confirmation], sentence, [], ['implied-consent']);
      await each([newsletter], (w) => signUp('Newsletter', 'OK', `<p>${w}</p>`), [], ['implied-consent']);
    });

    it('a yes to nothing', () => each(words.vague, box, ['vague-consent'], []));

    it('partners', async () => {
      await each(words.partners, box, ['unnamed-partners'], []);
      await each(words.namedPartners, box, [], ['unnamed-partners']);
    });

    it('ways out', () =>
      each(
        words.revocable,
        (w) => box(w, ' checked'),
        ['prechecked-consent'],
        ['missing-withdrawal-notice', 'opt-out-consent'],
      ));

    it('everyday choices', () =>
      each(
        words.unrelated,
        (w) => unnamed(w, ' checked required'),
        [],
        [...OPTIONAL, 'consent-not-recorded', 'vague-consent', 'unnamed-partners', 'opt-out-consent'],
      ));

    it('newsletters', async () => {
      const select = '<select name="often"><option>1</option><option>2</option></select>';
      for (const [heading, button] of words.newsletter) {
        assert.ok(
          (await rulesIn(language, signUp(heading, button))).has('missing-preference-choice'),
          heading,
        );
        assert.ok(
          !(await rulesIn(language, signUp(heading, button, select))).has('missing-preference-choice'),
          heading,
        );
      }
    });
  });
}
