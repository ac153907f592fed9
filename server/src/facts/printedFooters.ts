import { printsFooter } from '../knowledge/mail.js';
import type { Element, Node } from '../model/nodes.js';
import { descendants } from '../model/query.js';
import type { FactSource } from './source.js';
import type { Message } from './types/index.js';
import { templateTags } from './waysOut.js';

type WayOut = Message['waysOut'][number];

/** Variables, slots, helpers and components that by their names print a footer which this document does not show. */
export function printedFooters({ doc }: FactSource): WayOut[] {
  return descendants(doc.root)
    .filter(printsElsewhere)
    .map((node) => ({
      span: node.kind === 'element' ? node.open : node.span,
      how: 'include' as const,
    }));
}

function printsElsewhere(node: Node): boolean {
  if (node.kind === 'hole')
    return node.children.length === 0 && node.value.state !== 'known' && namesFooter(node.code);
  if (node.kind === 'text')
    return node.text.length < LONGEST && [...templateTags(node.text)].some(namesFooter);
  return node.kind === 'element' && isFooterComponent(node);
}

const LONGEST = 100_000;

/** A component that another file defines, by no import that could be followed: `<x-mail.footer />`. */
function isFooterComponent({ name, tag, module, children }: Element): boolean {
  const isOther = module === undefined && /[-.:]/.test(name);
  return isOther && children.length === 0 && tag !== 'a' && printsFooter(name);
}

const PRINTED = /^[^\w$]*([\w$.>:-]+)\s*(?:\(\s*(?:["']([^"']{1,80})["'])?)?/;

/** The expression is such a name, calls such a function, or asks for something of such a name. */
function namesFooter(code: string): boolean {
  const [, name = '', asked = ''] =
    PRINTED.exec(code.replace(/^[^\w$]*(?:echo|print|raw|safe|html)\s+/i, '')) ?? [];
  return printsFooter(lastOf(name)) || (asked !== '' && printsFooter(lastOf(asked)));
}

function lastOf(path: string): string {
  return path.split(/->|::|[./\\]/).at(-1) ?? '';
}
