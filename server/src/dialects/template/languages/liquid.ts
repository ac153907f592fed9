import { curly } from './curly.js';

/** Shopify's, Jekyll's and the flavours of mail services. */
export const liquid = curly({
  id: 'liquid',
  begin: ['if', 'for', 'case', 'capture', 'tablerow', 'form', 'paginate', 'ifchanged'],
  beginUnless: ['unless'],
  otherwise: ['else', 'elsif', 'when'],
  raw: {
    raw: 'markup',
    comment: 'comment',
    doc: 'comment',
    schema: 'opaque',
    javascript: 'opaque',
    stylesheet: 'opaque',
    style: 'opaque',
  },
  hashComments: false,
  grammar: { joins: [] },
  helpers: ['shopify'],
  commas: true,
});
