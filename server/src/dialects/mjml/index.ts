import { namesOf, sniff } from '../../knowledge/languages.js';
import type { Dialect } from '../dialect.js';
import { Front } from '../frontMatter.js';
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
    if (language) return { ...readTemplate(text, language, mjmlMarkup, path), dialect: 'mjml' };
    const front = Front.of(text);
    const doc = mjmlMarkup.describe(
      text,
      readTree(text, { ...mjmlMarkup.tree, ...(front && { mask: front.mask() }) }),
    );
    return front ? front.describe(doc) : doc;
  },
};
