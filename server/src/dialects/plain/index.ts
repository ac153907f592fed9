import { namesOf, sniff } from '../../knowledge/languages.js';
import { isFramed, isMailPart, isPlainMail, stateSubject } from '../../knowledge/plainMail.js';
import type { Doc } from '../../model/nodes.js';
import type { Dialect, ParseOptions } from '../dialect.js';
import { eml } from '../eml/index.js';
import { Front } from '../frontMatter.js';
import { templateLanguage } from '../template/index.js';
import type { TemplateLanguage } from '../template/language.js';
import { readPlainText } from './text.js';

/** Mails that are plain text, with or without the constructs of a template language. Any other text is left alone. */
export const plain: Dialect = {
  id: 'plain',
  ...namesOf('plain'),
  mail: true,
  reads: isPlainMail,
  parse: read,
};

function read(text: string, options: ParseOptions): Doc {
  const { path } = options;
  // Header fields at its head: a mail as it travels, if only half of it.
  if (stateSubject(text)) return eml.parse(text, options);
  const front = Front.of(text);
  const covered = front?.covered ?? text;
  const language = plainLanguage(covered, path);
  const doc = readPlainText(text, language, covered);
  const isPart = isMailPart(path) || (language !== undefined && isFramed(language.id));
  const mail = { ...doc, mail: true, whole: doc.whole && !isPart };
  return front ? front.describe(mail) : mail;
}

/** The language that fills a plain text in, by the end of the file's name, else by its marks. */
export function plainLanguage(text: string, path: string): TemplateLanguage | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const at = Math.max(name.lastIndexOf('.txt.'), name.lastIndexOf('.text.'));
  const ending = at < 0 ? undefined : name.slice(name.indexOf('.', at + 1));
  const named = ending === undefined ? undefined : INNER.get(ending);
  return templateLanguage(named ?? sniff(text));
}

const INNER: ReadonlyMap<string, string> = new Map(
  [
    'handlebars',
    'liquid',
    'twig',
    'jinja',
    'erb',
    'ejs',
    'blade',
    'go',
    'smarty',
    'freemarker',
    'php',
  ].flatMap((id) => namesOf(id).extensions.map((extension) => [extension, id] as const)),
);
