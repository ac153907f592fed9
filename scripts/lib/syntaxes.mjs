// Injection grammars of TextMate: what colours the tags of mail providers and our directives within other languages.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { formatted } from './format.mjs';

/** What encloses tags; of two that begin alike, the longer one comes first. */
const DELIMITERS = [
  ['{{{', '}}}'],
  ['{{${', '}}}'],
  ['{{', '}}'],
  ['{%', '%}'],
  ['{$', '}'],
  ['{!', '}'],
  ['{', '}'],
  ['*|', '|*'],
  ['%%{', '}%%'],
  ['%%', '%%'],
  ['[[', ']]'],
  ['[*', '*]'],
  ['$[', ']$'],
  ['[', ']'],
  ['##', '##'],
  ['::', '::'],
  ['<%', '%>'],
  ['%', '%'],
  ['#', '#'],
  ['~', '~'],
];
/** These stand for expressions, blocks or lists where code is written. */
const CODE = new Set(['{{{', '{{${', '{{', '{', '[', '<%', '#', '~']);

const MARKUP = ['text.html.basic', 'text.html.derivative', 'text.html.markdown', 'text.mjml.basic'];
const TEMPLATES = ['text.html.vue', 'source.vue'];
const SCRIPTS = ['source.js', 'source.js.jsx', 'source.ts', 'source.tsx'];

const literally = (text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** The names of tags by what encloses them. A name that ends open goes on up to the closing delimiter. */
function tagsByDelimiter(providers) {
  const groups = new Map(DELIMITERS.map((pair) => [pair[0], { pair, names: new Set() }]));
  for (const { tags } of providers) {
    for (const { tag, match } of Object.values(tags).flat()) {
      const found = DELIMITERS.find(
        ([open, close]) => tag.startsWith(open) && (match === 'start' || tag.endsWith(close)),
      );
      if (!found || match === 'value') continue;
      const [open, close] = found;
      const name = tag.slice(open.length, match === 'start' ? undefined : -close.length).trim();
      if (name === '' || /["'<>]/.test(name)) continue;
      groups.get(open).names.add(match === 'start' ? `${name}…` : name);
    }
  }
  return [...groups.values()].filter(({ names }) => names.size > 0);
}

function tagPattern({ pair: [open, close], names }) {
  const last = literally(close.charAt(0));
  const written = (name) =>
    name.endsWith('…') ? `${literally(name.slice(0, -1))}[^${last}\\n]*` : literally(name);
  // Longer names first: one may begin as another one does.
  const list = [...names].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).map(written);
  // Markdown's links are written in brackets as well.
  const after = close === ']' ? '(?!\\()' : '';
  return {
    name: 'meta.merge-tag.privacylint',
    match: `(?i)(${literally(open)})[ \\t]*(${list.join('|')})[ \\t]*(${literally(close)})${after}`,
    captures: {
      1: { name: 'punctuation.definition.template-expression.begin.privacylint' },
      2: { name: 'variable.other.constant.merge-tag.privacylint' },
      3: { name: 'punctuation.definition.template-expression.end.privacylint' },
    },
  };
}

function mergeTags(groups, scopeName, injectionSelector) {
  return { scopeName, injectionSelector, patterns: groups.map(tagPattern) };
}

const directives = {
  scopeName: 'privacylint.directives',
  injectionSelector: 'L:comment',
  patterns: [
    {
      match: '\\b(?i:(privacylint-email))\\b(?:[ \\t]+(marketing|transactional)\\b)?',
      captures: {
        1: { name: 'keyword.control.directive.privacylint' },
        2: { name: 'constant.language.mail.privacylint' },
      },
    },
    {
      name: 'meta.directive.privacylint',
      begin: '\\b(?i:privacylint-(?:disable-next|disable-file|disable|enable))\\b',
      beginCaptures: { 0: { name: 'keyword.control.directive.privacylint' } },
      // The end of the line or of the comment, however that is written.
      end: '(?=$|--|\\*/|[%#?]\\}|%>|\\?>|\\*\\})',
      patterns: [
        {
          begin: ':',
          beginCaptures: { 0: { name: 'punctuation.separator.reason.privacylint' } },
          end: '(?=$|--|\\*/|[%#?]\\}|%>|\\?>|\\*\\})',
          name: 'string.unquoted.reason.privacylint',
          patterns: [
            {
              match: '(\\[)([a-z\\d-]+)(\\])',
              captures: {
                1: { name: 'punctuation.definition.ground.begin.privacylint' },
                2: { name: 'constant.language.ground.privacylint' },
                3: { name: 'punctuation.definition.ground.end.privacylint' },
              },
            },
            {
              match: '\\b(until)[ \\t]+(\\d{4}-\\d{2}-\\d{2})\\b',
              captures: {
                1: { name: 'keyword.other.until.privacylint' },
                2: { name: 'constant.numeric.date.privacylint' },
              },
            },
          ],
        },
        { match: '[a-z]+(?:-[a-z]+)+', name: 'entity.name.type.rule.privacylint' },
      ],
    },
  ],
};

/** Every grammar: its file, its text, and what the manifest says of it. */
export function grammars(root) {
  const file = path.join(root, 'server/src/knowledge/providers.json');
  const groups = tagsByDelimiter(JSON.parse(readFileSync(file, 'utf8')).providers);
  const inCode = groups.filter(({ pair }) => !CODE.has(pair[0]));
  const code =
    'L:string -comment, L:meta.jsx.children -comment, L:text.html.vue -comment -source, L:source.vue -comment -source';
  const all = [
    ['merge-tags', mergeTags(groups, 'privacylint.merge-tags', 'L:text -comment -source'), MARKUP],
    [
      'merge-tags-in-code',
      mergeTags(inCode, 'privacylint.merge-tags-in-code', code),
      [...TEMPLATES, ...SCRIPTS],
    ],
    ['directives', directives, [...MARKUP, ...TEMPLATES, ...SCRIPTS]],
  ];
  return all.map(([name, grammar, injectTo]) => {
    const target = `syntaxes/${name}.json`;
    return {
      file: target,
      text: formatted(root, target, JSON.stringify({ name, ...grammar })),
      contribution: { scopeName: grammar.scopeName, path: `./${target}`, injectTo },
    };
  });
}
