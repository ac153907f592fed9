import type { Syntax } from '../../model/nodes.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '{': '&#123;',
  '}': '&#125;',
};

/** How markup with code in braces is written: a brace among words would begin code. */
export const braceSyntax: Syntax = {
  text: (plain) => plain.replace(/[&<>{}]/g, (c) => ESCAPES[c] ?? c),
  comment: (text) => `<!-- ${text.replace(/--+>?/g, '—')} -->`,
  codeComment: (text) => `/* ${text.replaceAll('*/', '* /')} */`,
  attribute: (name, value) =>
    value === '' && name !== 'value' && name !== 'alt'
      ? name
      : `${name}="${value.replace(/[&"{}]/g, (c) => ESCAPES[c] ?? c)}"`,
};

/** Where code holds elements, an expression has one. */
export const mixedSyntax: Syntax = { ...braceSyntax, oneRoot: { open: '<>', close: '</>', afterCode: true } };
