import type { Syntax } from '../../model/nodes.js';
import { htmlSyntax } from '../html/index.js';

const SIGNS: Readonly<Record<string, string>> = { '{': '&#123;', '}': '&#125;', '@': '&#64;' };

/** How a template writes things down: braces and `@` begin and end what Angular reads. */
export const angularSyntax: Syntax = {
  ...htmlSyntax,
  text: (plain) => htmlSyntax.text(plain).replace(/[{}@]/g, (sign) => SIGNS[sign] ?? sign),
  attribute: (name, value) => htmlSyntax.attribute(name, value).replaceAll('{{', '&#123;&#123;'),
};
