import { namesOf } from '../../knowledge/languages.js';
import type { Doc } from '../../model/nodes.js';
import type { Dialect } from '../dialect.js';
import { describeHtml } from '../html/index.js';
import { readTree } from '../html/tree.js';
import type { Markup } from '../markup.js';
import { isMjml, mjmlMarkup } from '../mjml/markup.js';
import type { TemplateLanguage } from './language.js';
import { erb } from './languages/erb.js';
import { handlebars } from './languages/handlebars.js';
import { jinja } from './languages/jinja.js';
import { liquid } from './languages/liquid.js';
import { php } from './languages/php.js';
import { twig } from './languages/twig.js';
import { allComments, TemplateMask } from './mask.js';
import { scan } from './scanner.js';

const languages: readonly TemplateLanguage[] = [handlebars, liquid, twig, jinja, erb, php];

/** The template languages over HTML. */
export const templates: readonly Dialect[] = languages.map((language) => ({
  id: language.id,
  ...namesOf(language.id),
  parse: (text) => readTemplate(text, language, isMjml(text) ? mjmlMarkup : htmlMarkup),
}));

export function templateLanguage(id: string | undefined): TemplateLanguage | undefined {
  return languages.find((language) => language.id === id);
}

const htmlMarkup: Markup = { tree: {}, describe: describeHtml };

/** Reads markup with the constructs of a template language in it. */
export function readTemplate(text: string, language: TemplateLanguage, markup: Markup): Doc {
  const mask = new TemplateMask(text, language, scan(text, language));
  const doc = markup.describe(text, readTree(text, { ...markup.tree, mask }).root);
  return {
    ...doc,
    dialect: language.id,
    comments: allComments(doc.comments, mask),
    syntax: { ...doc.syntax, comment: language.comment },
    ...(mask.hasContent && { layout: true }),
  };
}
