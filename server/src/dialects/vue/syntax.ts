import type { Syntax } from '../../model/nodes.js';
import { htmlSyntax } from '../html/index.js';

/** How a template writes things down; among statements comments are JavaScript's. */
export const vueSyntax: Syntax = {
  ...htmlSyntax,
  text: (plain) => htmlSyntax.text(plain).replaceAll('{{', '&#123;&#123;'),
  codeComment: (text) => `/* ${text.replaceAll('*/', '* /')} */`,
};
