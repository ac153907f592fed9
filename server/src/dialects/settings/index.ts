import type { Span } from '../../core/span.js';
import { namesOf } from '../../knowledge/languages.js';
import { isTestPath } from '../../knowledge/sending.js';
import { TreeBuilder } from '../../model/build.js';
import type { Doc, Setting } from '../../model/nodes.js';
import type { Dialect } from '../dialect.js';
import { type CodeReading, readCode } from './code.js';
import { type LineFormat, readLines } from './lines.js';
import { codeLanguages } from './table.js';
import { type Token, tokenize } from './tokens.js';
import { readYaml } from './yaml.js';

type Reading = Pick<Doc, 'settings' | 'comments'>;

const toml: LineFormat = { comments: ['#'], separators: '=' };
const lineFormats: Readonly<Record<string, LineFormat>> = {
  dotenv: { comments: ['#'], separators: '=' },
  ini: { comments: ['#', ';', '!'], separators: '=:' },
};

/** Settings files and sending code: nothing is read of them but what they call addresses that mails are sent from. */
export const settings: readonly Dialect[] = [
  ...codeLanguages
    // A template language over HTML as well; its dialect asks for settings itself.
    .filter(({ id }) => id !== 'php')
    .map((language) =>
      dialect(language.id, language.comment, (text) =>
        readCode(text, { start: 0, end: text.length }, language),
      ),
    ),
  ...Object.entries(lineFormats).map(([id, format]) => dialect(id, hash, (text) => readLines(text, format))),
  dialect('yaml', hash, (text) => readYaml(text)),
];

/** A variable, a keyword, a condition or loop over variables: most of the code between markup, without a setting or a comment. */
const SAYS_NOTHING =
  /^\s*(?!\s)(?:(?:else\s?)?(?:if|foreach|for|while|switch)\s*\()?[\s$\w>:;-]*(?![\s$\w>:;-])\)?[\s:{}]*$/;

/**
 * The settings and comments in stretches of code of a language (`php`, `ruby`): a template's, a script's. Each stretch
 * stands for itself. Nothing for languages that nobody reads; no settings in tests.
 */
export function readSettings(
  text: string,
  language: string | undefined,
  stretches: readonly Span[],
  path: string,
): CodeReading {
  const known = codeLanguages.find(({ id }) => id === language);
  const settings: Setting[] = [];
  const comments: Doc['comments'][number][] = [];
  let groups = 0;
  for (const span of known ? stretches : []) {
    if (SAYS_NOTHING.test(text.slice(span.start, span.end))) continue;
    const read = known && readCode(text, span, known);
    if (!read) continue;
    const first = groups;
    groups = Math.max(groups, ...read.settings.map((s) => first + s.group + 1));
    if (!isTestPath(path)) settings.push(...read.settings.map((s) => ({ ...s, group: first + s.group })));
    comments.push(...read.comments);
  }
  return { settings, comments };
}

/** The tokens of a stretch of code, without line ends and comments; none where nobody reads the language. */
export function codeTokens(text: string, span: Span, language: string): Token[] {
  const known = codeLanguages.find(({ id }) => id === language);
  const tokens = known ? tokenize(text, span, known) : [];
  return tokens.filter(({ kind }) => kind !== 'newline' && kind !== 'comment');
}

/** The settings at the head of a file, and how comments are written there; they end with their line. */
export function readFrontMatter(
  text: string,
  span: Span,
  language: 'yaml' | 'toml' | 'json',
): Reading & { comment(text: string): string } {
  if (language === 'yaml') return { ...readYaml(text, span), comment: hash };
  if (language === 'toml') return { ...readLines(text, toml, span), comment: hash };
  const json = codeLanguages.find(({ id }) => id === 'json');
  return { ...(json ? readCode(text, span, json) : { settings: [], comments: [] }), comment: () => '' };
}

/** How a comment is written in a language; undefined for those that nobody reads. */
export function codeCommentOf(language: string | undefined): ((text: string) => string) | undefined {
  return codeLanguages.find(({ id }) => id === language)?.comment;
}

function dialect(id: string, comment: (text: string) => string, read: (text: string) => Reading): Dialect {
  return {
    id,
    ...namesOf(id),
    parse(text, { path }) {
      const { settings, comments } = read(text);
      return {
        dialect: id,
        text,
        root: new TreeBuilder(text).root,
        whole: false,
        comments,
        // Nobody gets what tests send.
        settings: isTestPath(path) ? [] : settings,
        modules: [],
        problems: [],
        syntax: {
          text: (plain) => plain,
          attribute: () => '',
          comment,
          commentEndsLine: comment('').startsWith('#'),
        },
      };
    },
  };
}

function hash(text: string): string {
  return `# ${text.replace(/\s+/g, ' ')}`;
}
