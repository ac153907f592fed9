import { namesOf } from '../../knowledge/languages.js';
import { marksMail, partialOf } from '../../knowledge/mail.js';
import type { ElementStart, TreeBuilder } from '../../model/build.js';
import type { Doc, Syntax } from '../../model/nodes.js';
import { elements } from '../../model/query.js';
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
    const doc = describeHtml(text, readTree(text, { meaning: withPartial, ...(mask && { mask }) }));
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

/** The document of a tree that was read from HTML: a page of its own where it has `<html>`, `<body>`, or a head. */
export function describeHtml(text: string, tree: TreeBuilder): Doc {
  const comments = tree.comments.map((comment) => ({ text: comment.text, span: comment.span }));
  // Those in scripts are read where they can mean something to us.
  const scripted = /privacylint-/i.test(text)
    ? elements(tree.root).flatMap((e) => scriptComments(text, e))
    : [];
  const mail = tree.pages.some(({ attributes }) => attributes.some(({ name }) => marksMail(name)));
  return {
    dialect: 'html',
    text,
    root: tree.root,
    whole: tree.holds('html', 'body', 'head'),
    ...(mail && { mail }),
    comments: [...comments, ...scripted].sort((a, b) => a.span.start - b.span.start),
    settings: [],
    modules: [],
    problems: [],
    syntax: htmlSyntax,
  };
}
