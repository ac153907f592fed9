import { curly } from './curly.js';

/** Jinja, Nunjucks and Django's template language. */
export const jinja = curly({
  id: 'jinja',
  begin: [
    'if',
    'for',
    'filter',
    'autoescape',
    'with',
    'macro',
    'call',
    'ifequal',
    'ifnotequal',
    'ifchanged',
    'ifasync',
    'asynceach',
    'spaceless',
    'cache',
    'localize',
    'language',
  ],
  otherwise: ['else', 'elif', 'elseif', 'empty'],
  raw: { raw: 'markup', verbatim: 'markup', comment: 'comment' },
  hashComments: true,
  grammar: { joins: ['~', '+'] },
  braces: true,
  helpers: ['django', 'hubl'],
});
