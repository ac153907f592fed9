import type { ElementStart } from '../../model/build.js';
import type { Doc, Element, Hole, Syntax } from '../../model/nodes.js';
import { describeHtml, htmlSyntax } from '../html/index.js';
import type { Markup } from '../markup.js';

/** HTML's elements by the names that MJML has for them (https://documentation.mjml.io). */
const MEANINGS: ReadonlyMap<string, string> = new Map([
  ['mjml', 'html'],
  ['mj-head', 'head'],
  ['mj-title', 'title'],
  // The words that mail programs show beside the subject.
  ['mj-preview', 'title'],
  ['mj-style', 'style'],
  ['mj-font', 'link'],
  ['mj-body', 'body'],
  ['mj-text', 'div'],
  ['mj-table', 'table'],
  ['mj-divider', 'hr'],
  ['mj-image', 'img'],
  ['mj-carousel-image', 'img'],
  ['mj-button', 'a'],
]);
/** Links where they say where they lead. */
const LINKS = new Set(['mj-navbar-link', 'mj-social-element']);

const syntax: Syntax = {
  ...htmlSyntax,
  lastParagraph: (content, indent, lineEnd) =>
    [
      '<mj-section>',
      '  <mj-column>',
      `    <mj-text align="center">${content}</mj-text>`,
      '  </mj-column>',
      '</mj-section>',
    ].join(`${lineEnd}${indent}`),
};

/** MJML: HTML's way of writing, with elements of its own around HTML. */
export const mjmlMarkup: Markup = {
  tree: { meaning },
  describe: (text, tree): Doc => ({ ...describeHtml(text, tree), dialect: 'mjml', mail: true, syntax }),
};

export function isMjml(text: string): boolean {
  return /<mjml[\s>]/i.test(text);
}

function meaning(start: ElementStart, parent: Element | Hole): ElementStart {
  const { tag, attributes } = start;
  if (!tag.startsWith('mj')) return start;
  // What stands in mj-attributes are defaults of other elements: nobody is led anywhere by it.
  if (parent.kind === 'element' && parent.name.toLowerCase() === 'mj-attributes')
    return { ...start, attributes: attributes.filter(({ name }) => name !== 'href' && name !== 'src') };
  const has = (name: string) => attributes.find((a) => a.name === name);
  if (LINKS.has(tag) && has('href')) return { ...start, tag: 'a' };
  const path = tag === 'mj-include' ? has('path')?.value : undefined;
  if (path?.state === 'known') return { ...start, include: String(path.value) };
  return { ...start, tag: MEANINGS.get(tag) ?? tag };
}
