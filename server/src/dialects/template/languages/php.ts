import { helpersOf } from '../../../knowledge/helpers.js';
import { phpCalls } from '../helpers/phpCalls.js';
import type { Opener, TemplateLanguage } from '../language.js';
import { findPhpEnd } from '../phpEnd.js';
import { readEcho, readPhp } from '../readPhp.js';

/** `<?xml` begins a declaration, no code. */
const isShort = (source: string, at: number) => /[\s(/$;]/.test(source.charAt(at + 2));

export const phpOpeners: readonly Opener[] = [
  { open: '<?php', kind: 'block', find: findPhpEnd },
  { open: '<?PHP', kind: 'block', find: findPhpEnd },
  { open: '<?=', kind: 'output', find: findPhpEnd },
  { open: '<?', kind: 'block', when: isShort, find: findPhpEnd },
];

export const php: TemplateLanguage = {
  id: 'php',
  code: 'php',
  openers: phpOpeners,
  trim: /[;\s]/,
  helpers: {
    table: helpersOf('cakephp', 'codeigniter', 'woocommerce', 'yii', 'laminas', 'laravel', 'formBuilders'),
    calls: phpCalls,
  },
  read: ({ source, open, code }) => (open === '<?=' ? readEcho(source, code) : readPhp(source, code)),
  comment: (text) => `<?php /* ${text.replace(/\*\/|\?>/g, '')} */ ?>`,
};
