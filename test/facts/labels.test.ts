import assert from 'node:assert/strict';
import { factsOf } from '../support/factsOf.js';

const vue = (markup: string) => `<template><div>${markup}</div></template>`;
const tsx = (markup: string, before = '') => `${before}export const Box = () => <div>${markup}</div>;\n`;

/** How words reach a box in real code: what is named, in which file, and the markup around a box for the newsletter. */
const ways: readonly [way: string, file: string, text: string][] = [
  ['a label around it', 'a.html', '<label><input type="checkbox"> Send me the newsletter</label>'],
  [
    'a label that points to it',
    'a.html',
    '<label for="b">Send me the newsletter</label><input id="b" type="checkbox">',
  ],
  ['aria-label', 'a.html', '<input type="checkbox" aria-label="Send me the newsletter">'],
  [
    'aria-labelledby',
    'a.html',
    '<p id="w">Send me the newsletter</p><div><input type="checkbox" aria-labelledby="w"></div>',
  ],
  ['words beside it', 'a.html', '<div><input type="checkbox"> Send me the newsletter</div>'],
  [
    'a cell of the same row',
    'a.html',
    '<table><tr><td><input type="checkbox"></td><td>Send me the newsletter</td></tr></table>',
  ],
  [
    'inline markup in the words',
    'a.html',
    '<label><input type="checkbox"> Send me <b>the <i>news</i>letter</b></label>',
  ],
  ['entities', 'a.html', '<label><input type="checkbox"> Send&nbsp;me&#32;the news&shy;letter</label>'],
  ['a sibling component', 'a.tsx', tsx('<Checkbox /><Text>Send me the newsletter</Text>')],
  [
    'a component’s prop',
    'a.tsx',
    tsx(
      '<FormControlLabel control={<Checkbox />} label="Send me the newsletter" />',
      "import { Checkbox, FormControlLabel } from '@mui/material';\n",
    ),
  ],
  [
    'a constant of the file',
    'a.tsx',
    tsx('<label><input type="checkbox" /> {words}</label>', "const words = 'Send me the newsletter';\n"),
  ],
  ['<Trans>', 'a.tsx', tsx('<label><input type="checkbox" /> <Trans>Send me the newsletter</Trans></label>')],
  [
    '<Trans i18nKey>',
    'a.tsx',
    tsx('<label><input type="checkbox" /> <Trans i18nKey="signup.newsletter.label" /></label>'),
  ],
  [
    '<FormattedMessage>',
    'a.tsx',
    tsx(
      '<label><input type="checkbox" /> <FormattedMessage id="n" defaultMessage="Send me the newsletter" /></label>',
    ),
  ],
  [
    '<FormattedMessage id>',
    'a.tsx',
    tsx('<label><input type="checkbox" /> <FormattedMessage id="signup.newsletterOptIn" /></label>'),
  ],
  ['t()', 'a.tsx', tsx('<label><input type="checkbox" /> {t(\'signup.newsletter_opt_in\')}</label>')],
  [
    'dangerouslySetInnerHTML',
    'a.tsx',
    tsx(
      '<input type="checkbox" id="b" /><label htmlFor="b" dangerouslySetInnerHTML={{ __html: \'Send me the <b>newsletter</b>\' }} />',
    ),
  ],
  [
    'a parent component’s prop',
    'a.tsx',
    'const Row = ({ label }: { label: string }) => <label><input type="checkbox" /> {label}</label>;\nexport const Form = () => <Row label="Send me the newsletter" />;\n',
  ],
  [
    '$t() of Vue',
    'a.vue',
    vue('<label><input type="checkbox"> {{ $t(\'signup.newsletterOptIn\') }}</label>'),
  ],
  [
    'v-html of a constant',
    'a.vue',
    `${vue('<label for="b" v-html="words" /><input id="b" type="checkbox">')}<script setup>const words = 'Send me the newsletter';</script>`,
  ],
  [
    'the translate pipe',
    'a.component.html',
    '<label><input type="checkbox"> {{ \'signup.newsletter_opt_in\' | translate }}</label>',
  ],
  ['__()', 'a.blade.php', '<label><input type="checkbox"> {{ __(\'Send me the newsletter\') }}</label>'],
  [
    '__() with a key',
    'a.php',
    '<label><input type="checkbox"> <?= __(\'signup.newsletter_opt_in\') ?></label>',
  ],
  [
    '| t of Liquid',
    'a.liquid',
    '<label><input type="checkbox"> {{ \'signup.newsletter_opt_in\' | t }}</label>',
  ],
  [
    '| trans of Twig',
    'a.html.twig',
    '<label><input type="checkbox"> {{ \'signup.newsletter_opt_in\'|trans }}</label>',
  ],
  [
    '{% trans %} of Django',
    'a.djhtml',
    '<label><input type="checkbox"> {% trans "Send me the newsletter" %}</label>',
  ],
  ['t of Rails', 'a.html.erb', '<label><input type="checkbox"> <%= t \'.newsletter_opt_in\' %></label>'],
  [
    '<i18n-t> of Vue',
    'a.vue',
    vue('<label><input type="checkbox"> <i18n-t keypath="signup.newsletterOptIn" /></label>'),
  ],
  ['$_() of Svelte', 'a.svelte', '<label><input type="checkbox"> {$_(\'signup.newsletterOptIn\')}</label>'],
];

describe('how words reach a box', () => {
  for (const [way, file, text] of ways) {
    it(`by ${way}`, async () => {
      const { controls } = await factsOf(text, file);
      const boxes = controls.filter(({ kind }) => kind === 'checkbox');
      assert.ok(boxes.length > 0, 'no box');
      const purposes = boxes.flatMap(({ consent }) => consent?.purposes.map((p) => p.purpose) ?? []);
      assert.deepEqual([...new Set(purposes)], ['newsletter'], JSON.stringify(boxes.map((b) => b.label)));
    });
  }

  const foreign: readonly [string, string, string][] = [
    [
      'words of the box before',
      'a.html',
      '<label><input type="checkbox"> Send me the newsletter</label><input type="checkbox" id="x">',
    ],
    [
      'a heading far above',
      'a.html',
      '<h2>Newsletter</h2><table><tr><td>Ann</td></tr></table><form><div><input type="checkbox" name="row"></div></form>',
    ],
    [
      'a label that points elsewhere',
      'a.html',
      '<label for="other">Send me the newsletter</label><input type="checkbox" id="x"><input id="other">',
    ],
  ];
  for (const [way, file, text] of foreign) {
    it(`not by ${way}`, async () => {
      const { controls } = await factsOf(text, file);
      assert.equal(controls.findLast(({ kind }) => kind === 'checkbox')?.consent, undefined);
    });
  }
});
