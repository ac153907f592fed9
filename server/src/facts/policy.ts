import { type Edit, insert } from '../core/edit.js';
import type { Span } from '../core/span.js';
import { isAdministration } from '../knowledge/notices.js';
import {
  endlessIn,
  longIn,
  namesPolicy,
  type PolicyPoint,
  pointsBeside,
  pointsIn,
  policyPoints,
  policyPointTexts,
  titlesPolicy,
} from '../knowledge/privacyPolicy.js';
import type { Doc, Element } from '../model/nodes.js';
import { visibleText } from '../model/query.js';
import { indentOf } from './indent.js';
import { quote } from './quote.js';
import type { FactSource } from './source.js';
import type { Policy } from './types/index.js';

/** A page that says less only leads to the policy, or has its words in a catalogue. */
const SHORTEST = 800;
/** How much of a text without headings is taken for its title. */
const TITLE = 200;
const HEADING = /^h[1-6]$/;

/** What a privacy policy speaks of, where the document is one. */
export function readPolicy(source: FactSource): Policy | undefined {
  const { doc, index, path } = source;
  if (isAdministration(path.split('/').slice(-2).join('/'))) return undefined;
  const titles = index.all.filter(({ tag }) => tag === 'title' || tag === 'h1');
  const title = titles.find((element) => titlesPolicy(visibleText(element)));
  const file =
    path
      .split('/')
      .at(-1)
      ?.replace(/\.[^.]*$/, '') ?? '';
  const headed = title ?? (namesPolicy(file) ? index.all.find(({ tag }) => HEADING.test(tag)) : undefined);
  const front = headed ? undefined : frontTitle(doc.text);
  const titled = front && titlesPolicy(doc.text.slice(front.start, front.end)) ? front : undefined;
  // Few pages are policies: the others need not be laid out for this.
  if (!headed && !titled && !namesPolicy(file)) return undefined;
  const { blocks } = index;
  const opening = blocks[0]?.text.slice(0, TITLE) ?? '';
  if (!headed && !titled && !titlesPolicy(opening)) return undefined;
  if (blocks.reduce((sum, { text }) => sum + text.length, 0) < SHORTEST) return undefined;
  const found = new Map<PolicyPoint, Span>();
  let endless: Policy['endless'];
  let long: Policy['long'];
  for (const { text, span } of blocks) {
    for (const [point, { start, end }] of pointsIn(text)) {
      if (!found.has(point)) found.set(point, quote(doc.text, text.slice(start, end), span).span ?? span);
    }
    const words = endless ? undefined : endlessIn(text);
    if (words !== undefined) endless = quote(doc.text, words, span);
    const years = long ? undefined : longIn(text);
    if (years !== undefined) long = quote(doc.text, years, span);
  }
  const beside = pointsBeside(blocks.map(({ text }) => text).join('\n'));
  return {
    place: headed?.open ?? titled ?? firstLine(doc.text),
    found: [...found].map(([point, span]) => ({ ...policyPointTexts(point), span })),
    missing: policyPoints
      .filter((point) => !found.has(point) && !beside.has(point))
      .map((point) => policyPointTexts(point)),
    endless,
    long,
    addHeadings: headingWriter(source),
  };
}

const FRONT_TITLE =
  /^(?:---|\+\+\+)[ \t]{0,9}\r?\n(?:[^\r\n]{0,300}\r?\n){0,40}?title[ \t]{0,9}[:=]([^\r\n]{1,200})/;

/** The title that the head of a page gives it, for a layout to show. */
function frontTitle(text: string): Span | undefined {
  const found = FRONT_TITLE.exec(text);
  const written = found?.[1]?.trim();
  if (!found || !written) return undefined;
  const start = text.indexOf(written, found[0].length - (found[1]?.length ?? 0));
  return { start, end: start + written.length };
}

function firstLine(text: string): Span {
  const start = Math.max(0, text.search(/\S/));
  const length = text.slice(start).search(/[\r\n]|$/);
  return { start, end: start + length };
}

/** Writes headings as the page's last one is written, at the end of what holds it. */
function headingWriter({ doc, index }: FactSource): Policy['addHeadings'] {
  const { section } = doc.syntax;
  if (section) {
    const at = endOfProse(doc);
    return (headings) => [
      insert(at, headings.map(({ heading, blank }) => `\n\n${section(heading, blank, doc.text)}`).join('')),
    ];
  }
  const last = index.all.filter(({ tag, name }) => HEADING.test(tag) && tag !== 'h1' && name === tag).at(-1);
  if (!last?.close) return undefined;
  const at = endOfSection(last);
  return (headings) => {
    const indent = indentOf(doc.text, last.open.start) || '\n';
    const lines = headings.map(
      ({ heading, blank }) =>
        `${indent}<${last.tag}>${doc.syntax.text(heading)}</${last.tag}>${indent}<p>${doc.syntax.text(blank)}</p>`,
    );
    return [insert(at, lines.join(''))] satisfies readonly Edit[];
  };
}

/** Behind what holds the heading, or what follows it before a construct of a template ends the section. */
function endOfSection(heading: Element): number {
  const { parent } = heading;
  if (parent?.kind === 'element' && parent.close) return endOfContent(parent);
  const siblings = parent?.children ?? [];
  let end = heading.span.end;
  for (const node of siblings.slice(siblings.indexOf(heading) + 1)) {
    if (node.kind === 'hole' || (node.kind === 'element' && CODE.has(node.tag))) break;
    if (node.kind === 'element' || (node.kind === 'text' && node.text.trim() !== '')) end = node.span.end;
  }
  return end;
}

const CODE: ReadonlySet<string> = new Set(['script', 'style']);

/** Behind the last words: in a component that frames them all, before it closes. */
function endOfProse({ root, text }: Doc): number {
  const written = root.children.filter((node) => node.kind !== 'text' || node.text.trim() !== '');
  const last = written.at(-1);
  const frame = written.length === 1 && last?.kind === 'element' && last.close !== undefined;
  const end = frame ? endOfContent(last) : (last?.span.end ?? text.length);
  return text.slice(0, end).trimEnd().length;
}

/** Behind the last child that is no white space. */
function endOfContent({ children, close, open }: Element): number {
  const last = children.findLast((node) => node.kind !== 'text' || node.text.trim() !== '');
  return last ? last.span.end : (close?.start ?? open.end);
}
