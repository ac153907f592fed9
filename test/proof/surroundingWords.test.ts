import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { review } from '../../server/src/engine/review.js';
import { dataInWords } from '../../server/src/knowledge/fields.js';
import {
  endlessIn,
  longIn,
  pointsIn,
  policyPoints,
  titlesPolicy,
} from '../../server/src/knowledge/privacyPolicy.js';
import { factsOf } from '../support/factsOf.js';
import { root } from '../support/root.js';

type Pair = readonly [string, string];

/** What stands around the boxes of sites, by language: the same groups in each. */
interface Words {
  readonly cookies: {
    /** Sentences that name what cookies are used for. */
    readonly uses: readonly string[];
    /** Buttons. */
    readonly accept: readonly string[];
    readonly refuse: readonly string[];
    readonly settings: readonly string[];
    readonly save: readonly string[];
    readonly unnamed: readonly string[];
    readonly necessary: readonly string[];
    readonly wall: readonly string[];
    /** Sentences and buttons. */
    readonly content: readonly Pair[];
    /** Biscuits, lessons, licences. */
    readonly unrelated: readonly Pair[];
  };
  readonly notices: {
    readonly links: readonly string[];
    /** Sentences that tell what becomes of data, and words that do not. */
    readonly told: readonly string[];
    readonly untold: readonly string[];
  };
  /** Labels by the kind of data that they ask for; `none` ask for none. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** Headings and buttons by what the form is for. */
  readonly forms: Readonly<Record<string, readonly string[]>>;
  /** Titles, headings and sentences of privacy policies by the point that they speak of. */
  readonly policies: Readonly<Record<string, readonly string[]>>;
}

const languages: Readonly<Record<string, Words>> = JSON.parse(
  readFileSync(path.join(root, 'test/proof/surroundingWords.json'), 'utf8'),
);

const FOOT = '<footer><a href="/privacy">Privacy</a></footer>';
const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

async function messagesOf(rule: string, language: string, main: string, foot = FOOT): Promise<string> {
  const text = `<!doctype html><html lang="${language}"><body><main><h1>X</h1></main>${main}${foot}</body></html>`;
  const { findings } = await review({ text, path: 'page.html' }, {});
  return findings
    .filter(({ ruleId }) => ruleId === rule)
    .map(({ messageId }) => messageId)
    .join(' ');
}

const notice = (words: string, buttons: readonly string[], more = '') =>
  `<div class="bar"><p>${escaped(words)}</p>${more}${buttons.map((b) => `<button>${escaped(b)}</button>`).join('')}</div>`;

async function wrongOf<T>(
  list: readonly T[],
  read: (one: T) => string | Promise<string>,
  expected: string,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const one of list) {
    const found = await read(one);
    if (found !== expected) wrong.push(`${found || 'nothing'} for ${expected || 'nothing'}: ${String(one)}`);
  }
  return wrong;
}

for (const [language, { cookies }] of Object.entries(languages)) {
  describe(`words of cookie notices in ${language}`, () => {
    const { uses, accept, refuse } = cookies;
    const [use = ''] = uses;
    const [yes = ''] = accept;
    const [no = ''] = refuse;
    const each = async <T>(list: readonly T[], form: (one: T) => string, expected: string) =>
      assert.deepEqual(
        await wrongOf(list, (one) => messagesOf('cookie-banner', language, form(one)), expected),
        [],
      );

    it('sentences', () => each(uses, (w) => notice(w, [yes]), 'noRefusal'));
    it('acceptance', () => each(accept, (w) => notice(use, [w]), 'noRefusal'));
    it('refusal', () => each(refuse, (w) => notice(use, [yes, w]), ''));
    it('settings', () => each(cookies.settings, (w) => notice(use, [yes, w]), 'deeper'));
    it('choices that are saved', () => {
      const box = '<label><input type="checkbox" name="statistics"> A</label>';
      return each(cookies.save, (w) => notice(use, [yes, w], box), '');
    });
    it('no purposes', () => each(cookies.unnamed, (w) => notice(w, [yes, no]), 'noPurposes'));
    it('only what is necessary', () => each(cookies.necessary, (w) => notice(w, ['OK']), ''));
    it('walls', () => each(cookies.wall, (w) => notice(w, [yes]), 'wall'));
    it('one piece of content', () => each(cookies.content, ([w, b]) => notice(w, [b]), ''));
    it('what is no notice', () => each(cookies.unrelated, ([w, b]) => notice(w, [b]), ''));
  });
}

for (const [language, { notices, fields, forms, policies }] of Object.entries(languages)) {
  describe(`words around forms in ${language}`, () => {
    const form = (words: string) =>
      `<form action="/contact" method="post"><label>E-mail <input type="email" name="email"></label><p>${words}</p><button>OK</button></form>`;
    const missing = (words: string) => messagesOf('missing-privacy-notice', language, form(words), '');
    const broken = (words: string) =>
      messagesOf('broken-privacy-link', language, form(`<a href="#">${escaped(words)}</a>`), '');

    it('names of privacy notices', async () => {
      assert.deepEqual(
        [
          ...(await wrongOf(notices.links, (w) => missing(`<a href="/x">${escaped(w)}</a>`), '')),
          ...(await wrongOf(notices.links, broken, 'nowhere')),
        ],
        [],
      );
    });
    it('what becomes of data', async () => assert.deepEqual(await wrongOf(notices.told, missing, ''), []));
    it('what tells nothing of data', async () => {
      assert.deepEqual(
        [
          ...(await wrongOf(notices.untold, missing, 'missing')),
          ...(await wrongOf(notices.untold, broken, '')),
        ],
        [],
      );
    });

    it('labels of fields', async () => {
      for (const [kind, labels] of Object.entries(fields))
        assert.deepEqual(await wrongOf(labels, (l) => dataInWords(l)?.kind ?? 'none', kind), []);
    });

    it('headings of forms', async () => {
      for (const [purpose, headings] of Object.entries(forms)) {
        const aimed = async (heading: string) => {
          const text = `<html lang="${language}"><form action="/x" method="post"><h2>${heading}</h2><input name="f"><button>OK</button></form></html>`;
          return (await factsOf(text)).forms[0]?.aim?.purpose ?? 'none';
        };
        assert.deepEqual(await wrongOf(headings, aimed, purpose), []);
      }
    });

    it('points of privacy policies', async () => {
      const { titles = [], endless = [], long = [], fine = [], ...points } = policies;
      const kept = (words: string) =>
        [titlesPolicy(words) && 'title', endlessIn(words) && 'endless', longIn(words) && 'long']
          .filter(Boolean)
          .join(' ');
      assert.deepEqual(
        [
          ...(await wrongOf(titles, kept, 'title')),
          ...(await wrongOf(endless, kept, 'endless')),
          ...(await wrongOf(long, kept, 'long')),
          ...(await wrongOf(fine, kept, '')),
        ],
        [],
      );
      for (const point of policyPoints) {
        const speaks = (words: string) => (pointsIn(words).has(point) ? point : '');
        assert.deepEqual(await wrongOf(points[point] ?? [], speaks, point), []);
      }
    });
  });
}
