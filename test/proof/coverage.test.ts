import assert from 'node:assert/strict';
import { fixtures } from '../support/fixtures.js';

/** Languages of pages and forms. */
const PAGES = [
  ...[
    'html',
    'jsx',
    'vue',
    'svelte',
    'astro',
    'markdown',
    'handlebars',
    'liquid',
    'twig',
    'jinja',
    'erb',
    'ejs',
  ],
  ...['blade', 'go', 'razor', 'smarty', 'jsp', 'thymeleaf', 'freemarker', 'php'],
];
/** Of those, the ones that whole mails are written in as well; and those of nothing else. */
const MAILS = [...PAGES.filter((id) => id !== 'markdown'), 'mjml', 'eml'];
/** Languages of code and settings that send mails. */
const SENDING = ['markdown', 'csharp', 'java', 'golang', 'ruby', 'python', 'dotenv', 'ini', 'yaml'];

const APPLIES: Readonly<Record<string, readonly string[]>> = {
  'prechecked-consent': PAGES,
  'bundled-consent': PAGES,
  'missing-unsubscribe': MAILS,
  'no-reply-sender': [...MAILS, ...SENDING],
};

describe('fixtures of the headline rules', () => {
  for (const [rule, dialects] of Object.entries(APPLIES)) {
    for (const dialect of dialects) {
      it(`show what ${rule} finds and what it lets be in ${dialect}`, () => {
        const own = fixtures.filter((f) => f.rule?.id === rule && f.dialect === dialect);
        assert.ok(
          own.some((f) => f.rule?.bad),
          'no bad fixture',
        );
        assert.ok(
          own.some((f) => !f.rule?.bad),
          'no good fixture',
        );
      });
    }
  }
});
