import { namesOf } from '../../knowledge/languages.js';
import { marksMail, partialOf } from '../../knowledge/mail.js';
import type { ElementStart } from '../../model/build.js';
import type { Doc, Element, Hole, Syntax } from '../../model/nodes.js';
import { scriptComments } from '../braces/scriptComments.js';
import type { Dialect } from '../dialect.js';
import { Front } from '../frontMatter.js';
import { mergeTags } from '../template/languages/mergeTags.js';
import { TemplateMask } from '../template/mask.js';
import { scan } from '../template/scanner.js';
import { readTree } from './tree.js';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const htmlSyntax: Syntax = {
  text: (plain) => plain.replace(/[&<>]/g, (c) => ENTITIES[c] ?? c),
  comment: (text) => `<!-- ${text.replace(/--+>?/g, '—')} -->`,
  attribute: (name, value) => `${name}="${value.replace(/[&"]/g, (c) => ENTITIES[c] ?? c)}"`,
};

export const html: Dialect = {
  id: 'html',
  ...namesOf('html'),
  parse(text) {
    const front = Front.of(text);
    const covered = front?.covered ?? text;
    const tags = breaksTags(covered)
      ? new TemplateMask(text, mergeTags, scan(covered, mergeTags))
      : undefined;
    const mask = front ? front.mask(tags) : tags;
    const doc = describeHtml(text, readTree(text, { meaning: withPartial, ...(mask && { mask }) }).root);
    return front ? front.describe(doc) : doc;
  },
};

/** Frameworks for mails put other files' content where elements of their own stand. */
function withPartial(start: ElementStart): ElementStart {
  const src = start.attributes.find(({ name }) => name === 'src')?.value;
  const include = partialOf(start.tag, src?.state === 'known' ? String(src.value) : undefined);
  return include === undefined ? start : { ...start, include };
}

/** True where a tag of HTML may hold one of a mail service that it does not bear. */
function breaksTags(text: string): boolean {
  return /<[a-z][^<>]*(?:\*\||%%|\[\[)/i.test(text);
}

/** The document of a tree that was read from HTML. */
export function describeHtml(text: string, root: Element): Doc {
  return {
    dialect: 'html',
    text,
    root,
    ...readOver(text, root),
    settings: [],
    modules: [],
    problems: [],
    syntax: htmlSyntax,
  };
}

/** Whether it is a page of its own (it has `<html>`, `<body>`, or a head), and its comments. */
function readOver(text: string, root: Element): Pick<Doc, 'whole' | 'mail' | 'comments'> {
  // Those in scripts are read where they can mean something to us.
  const speaks = /privacylint-/i.test(text);
  let whole = false;
  let mail = false;
  const comments: Doc['comments'][number][] = [];
  const stack: (Element | Hole)[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === 'element') {
      const { tag } = node;
      whole ||= tag === 'html' || tag === 'body' || tag === 'head';
      mail ||= tag === 'html' && node.attributes.some(({ name }) => marksMail(name));
      if (speaks) comments.push(...scriptComments(text, node));
    }
    for (const child of node.children) {
      if (child.kind === 'comment') comments.push({ text: child.text, span: child.span });
      else if (child.kind !== 'text') stack.push(child);
    }
  }
  return { whole, ...(mail && { mail }), comments: comments.sort((a, b) => a.span.start - b.span.start) };
}
