import { namesOf, sniff } from '../../knowledge/languages.js';
import type { Dialect } from '../dialect.js';
import { readTree } from '../html/tree.js';
import { readTemplate, templateLanguage } from '../template/index.js';
import { mjmlMarkup } from './markup.js';

/** MJML, alone or with the tags of a template language in it. */
export const mjml: Dialect = {
  id: 'mjml',
  ...namesOf('mjml'),
  mail: true,
  parse(text, { path }) {
    const language = templateLanguage(sniff(text, 'mjml'));
    return language
      ? { ...readTemplate(text, language, mjmlMarkup, path), dialect: 'mjml' }
      : mjmlMarkup.describe(text, readTree(text, mjmlMarkup.tree).root);
  },
};
