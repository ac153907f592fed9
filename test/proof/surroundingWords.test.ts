import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { review } from '../../server/src/engine/review.js';
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
}

const languages: Readonly<Record<string, Words>> = JSON.parse(
  readFileSync(path.join(root, 'test/proof/surroundingWords.json'), 'utf8'),
);

const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

async function messagesOf(rule: string, language: string, main: string): Promise<string> {
  const text = `<!doctype html><html lang="${language}"><body><main><h1>X</h1></main>${main}<footer><a href="/privacy">Privacy</a></footer></body></html>`;
  const { findings } = await review({ text, path: 'page.html' }, {});
  return findings
    .filter(({ ruleId }) => ruleId === rule)
    .map(({ messageId }) => messageId)
    .join(' ');
}

const notice = (words: string, buttons: readonly string[], more = '') =>
  `<div class="bar"><p>${escaped(words)}</p>${more}${buttons.map((b) => `<button>${escaped(b)}</button>`).join('')}</div>`;

for (const [language, { cookies }] of Object.entries(languages)) {
  describe(`words of cookie notices in ${language}`, () => {
    const { uses, accept, refuse } = cookies;
    const [use = ''] = uses;
    const [yes = ''] = accept;
    const [no = ''] = refuse;
    const each = async <T>(list: readonly T[], form: (one: T) => string, expected: string) => {
      const wrong: string[] = [];
      for (const one of list) {
        const found = await messagesOf('cookie-banner', language, form(one));
        if (found !== expected) wrong.push(`${found || 'nothing'}: ${String(one)}`);
      }
      assert.deepEqual(wrong, []);
    };

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
