import type { Span } from '../../core/span.js';
import { namesOf, sniff } from '../../knowledge/languages.js';
import type { Doc, Problem } from '../../model/nodes.js';
import type { Dialect } from '../dialect.js';
import { Front } from '../frontMatter.js';
import { describeHtml, htmlSyntax } from '../html/index.js';
import { JoinedMask } from '../html/joinedMask.js';
import { readTree } from '../html/tree.js';
import { templateLanguage } from '../template/index.js';
import { allComments, TemplateMask } from '../template/mask.js';
import { scan } from '../template/scanner.js';
import { codeBlocks, moduleBlocks } from './blocks.js';
import { readInline } from './inline.js';
import { MarkdownMask, type Piece } from './mask.js';

/** Markdown: its HTML, its links, and the settings at its head; template tags in it as well. */
export const markdown: Dialect = {
  id: 'markdown',
  ...namesOf('markdown'),
  parse: (text) => read(text, 'markdown'),
};

/** Markdown with JSX, which is not read: only the HTML and the links around it. */
export const mdx: Dialect = {
  id: 'mdx',
  ...namesOf('mdx'),
  parse: (text) => read(text, 'mdx'),
};

function read(text: string, dialect: 'markdown' | 'mdx'): Doc {
  const head = Front.of(text);
  const front = head?.matter;
  const start = front?.end ?? 0;
  const modules = dialect === 'mdx' ? moduleBlocks(text).filter((b) => b.start >= start) : [];
  const code = codeBlocks(text, start).filter(
    (b) => !modules.some((m) => m.start <= b.start && b.start < m.end),
  );
  const blocks = [...(front ? [front] : []), ...code, ...modules].sort((a, b) => a.start - b.start);
  const inline = readInline(text, { jsx: dialect === 'mdx', blocks });
  const pieces = [...inline, ...blocks.map((b): Piece => ({ start: b.start, end: b.end, kind: 'block' }))];
  const mask = new MarkdownMask(
    text,
    pieces.sort((a, b) => a.start - b.start),
  );
  const problems = [...modules, ...inline.filter((i) => i.kind === 'jsx')].flatMap((span) =>
    unread(text, span),
  );
  const doc = { ...readHtml(text, mask), dialect, problems };
  return head ? head.describe(doc) : doc;
}

function readHtml(text: string, mask: MarkdownMask): Doc {
  const language = templateLanguage(sniff(mask.text));
  const tags = language && new TemplateMask(text, language, scan(mask.text, language));
  const joined = tags ? new JoinedMask(mask, tags) : mask;
  const doc = describeHtml(text, readTree(text, { mask: joined }));
  return {
    ...doc,
    prose: true,
    comments: tags ? allComments(doc.comments, tags) : doc.comments,
    syntax: { ...htmlSyntax, link: (href, words) => `[${words}](${href})`, section },
    ...(tags?.hasContent && { layout: true }),
  };
}

function section(heading: string, paragraph: string, text: string): string {
  const marks = [...text.matchAll(/^(#{2,6}) /gm)].at(-1)?.[1] ?? '##';
  return `${marks} ${heading}\n\n${paragraph}`;
}

/** Comments and what only closes something say nothing. */
function unread(text: string, { start, end }: Span): Problem[] {
  const written = text.slice(start, end);
  if (/^(?:<\/|\{\s*\/\*)/.test(written)) return [];
  return [{ message: 'JSX within Markdown is not reviewed', span: { start, end } }];
}
