import { lazily } from '../../core/lazily.js';
import type { Attribute, Embedded, Setting } from '../../model/nodes.js';
import { describeHtml } from '../html/index.js';
import { readTree } from '../html/tree.js';
import type { Markup } from '../markup.js';
import { isMjml, mjmlMarkup } from '../mjml/markup.js';
import type { ElementReading } from '../template/language.js';
import { allComments, TemplateMask } from '../template/mask.js';
import { scan } from '../template/scanner.js';
import type { ComposedText } from './composer.js';
import { type ReadHole, stringLanguage } from './language.js';

const htmlMarkup: Markup = { tree: {}, describe: describeHtml };

/** What is known of a text from the code around it. */
export interface StringUse {
  /** What the code says of a place that it fills in. */
  readonly readHole: ReadHole;
  /** The code sends it as a mail, with nothing around it. */
  readonly mail: boolean;
  /** Settings of the mail that it is. */
  readonly settings: () => readonly Setting[];
  /** What attributes mean where a library reads them. */
  readonly attributes?: (read: readonly Attribute[], source: string) => ElementReading;
}

/** The markup that strings hold, as a document of its own. */
export function readMarkupString(composed: ComposedText, use: StringUse): Embedded {
  const { text, map, holes } = composed;
  const language = {
    ...stringLanguage(holes, use.readHole),
    ...(use.attributes && { attributes: use.attributes }),
  };
  const markup = isMjml(text) ? mjmlMarkup : htmlMarkup;
  const mask = new TemplateMask(text, language, scan(text, language));
  const doc = markup.describe(text, readTree(text, { ...markup.tree, mask }));
  const { settings: _, ...rest } = doc;
  const whole = {
    ...rest,
    whole: doc.whole || use.mail,
    ...((use.mail || doc.mail) && { mail: true }),
    ...(use.mail && { sent: true }),
    comments: allComments(doc.comments, mask),
  };
  return { kind: 'string', doc: lazily(whole, { settings: use.settings }), map };
}
