import { reactSpelling } from '../../knowledge/components.js';
import type { Syntax } from '../../model/nodes.js';

/** How JSX writes texts, comments and attributes. */
export function jsxSyntax(hasMarkup: boolean): Syntax {
  return {
    oneRoot: { open: '<>', close: '</>' },
    text: (plain) => plain.replace(/[&<>{}]/g, (c) => ESCAPES[c] ?? c),
    comment: (text) => {
      const safe = text.replaceAll('*/', '* /');
      return hasMarkup ? `{/* ${safe} */}` : `/* ${safe} */`;
    },
    attribute: (name, value) => {
      if (name === 'style') return `style={{ ${styleEntries(value)} }}`;
      const spelling = reactSpelling.get(name) ?? name;
      return value === '' && BARE.has(name)
        ? spelling
        : `${spelling}="${value.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"`;
    },
  };
}

/** CSS declarations as entries of the object that React takes: `fontSize: '12px'`. */
function styleEntries(css: string): string {
  return css
    .split(';')
    .filter((declaration) => declaration.includes(':'))
    .map((declaration) => {
      const [property = '', ...value] = declaration.trim().split(':');
      const key = property.trim().replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
      return `${key}: '${value.join(':').trim().replace(/[\\']/g, '\\$&')}'`;
    })
    .join(', ');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '{': '&#123;',
  '}': '&#125;',
};
const BARE = new Set([
  'checked',
  'required',
  'disabled',
  'selected',
  'hidden',
  'multiple',
  'readonly',
  'novalidate',
  'autofocus',
]);
