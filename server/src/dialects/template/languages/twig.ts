import { curly } from './curly.js';

export const twig = curly({
  id: 'twig',
  begin: ['if', 'for', 'apply', 'filter', 'autoescape', 'sandbox', 'with', 'cache', 'macro', 'spaceless'],
  otherwise: ['else', 'elseif'],
  raw: { verbatim: 'markup', raw: 'markup' },
  hashComments: true,
  grammar: { joins: ['~'] },
  braces: true,
  helpers: ['symfony', 'october'],
});
