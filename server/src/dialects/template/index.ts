import { namesOf } from '../../knowledge/languages.js';
import type { Doc } from '../../model/nodes.js';
import type { Dialect } from '../dialect.js';
import { Front } from '../frontMatter.js';
import { describeHtml } from '../html/index.js';
import { readTree } from '../html/tree.js';
import type { Markup } from '../markup.js';
import { isMjml, mjmlMarkup } from '../mjml/markup.js';
import { codeCommentOf, readSettings } from '../settings/index.js';
import { phpStrings } from '../strings/phpStrings.js';
import type { TemplateLanguage } from './language.js';
import { languages } from './languages/index.js';
import { allComments, TemplateMask } from './mask.js';
import { scan } from './scanner.js';

/** The template languages over HTML. */
export const templates: readonly Dialect[] = languages.map((language) => ({
  id: language.id,
  ...namesOf(language.id),
  parse: (text, { path }) => readTemplate(text, language, isMjml(text) ? mjmlMarkup : htmlMarkup, path),
}));

export function templateLanguage(id: string | undefined): TemplateLanguage | undefined {
  return languages.find((language) => language.id === id);
}

const htmlMarkup: Markup = { tree: {}, describe: describeHtml };

/** Reads markup with the constructs of a template language in it. */
export function readTemplate(text: string, language: TemplateLanguage, markup: Markup, path: string): Doc {
  const front = Front.of(text);
  const scanned = scan(front?.covered ?? text, language);
  const mask = new TemplateMask(text, language, scanned);
  const codeComment = codeCommentOf(language.code);
  const code = readSettings(
    text,
    language.code,
    scanned.holes.map((h) => h.code),
    path,
  );
  const stretches = language.code === 'php' ? scanned.holes.map((h) => h.code) : [];
  const embedded = phpStrings(text, stretches, path, code.settings);
  const joined = front ? front.mask(mask) : mask;
  const doc = markup.describe(
    text,
    readTree(text, { ...markup.tree, components: language.components ?? false, mask: joined }),
  );
  const read: Doc = {
    ...doc,
    dialect: language.id,
    comments: allComments(doc.comments, mask, code.comments),
    settings: code.settings,
    syntax: { ...doc.syntax, comment: language.comment, ...(codeComment && { codeComment }) },
    ...(embedded.length > 0 && { embedded }),
    ...(mask.hasContent && { layout: true }),
    ...(mask.within && { within: mask.within }),
    ...(mask.elsewhere.length > 0 && { elsewhere: mask.elsewhere }),
  };
  return front ? front.describe(read) : read;
}
