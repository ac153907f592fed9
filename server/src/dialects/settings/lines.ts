import type { Span } from '../../core/span.js';
import type { Doc, Setting } from '../../model/nodes.js';
import { looksLikeAddress, tellsOfSender } from './address.js';

/** A file of lines with a name and a value each: `.env`, INI, TOML, Java properties. */
export interface LineFormat {
  /** What begins a comment at the beginning of a line, and behind a value. */
  readonly comments: readonly string[];
  /** What stands between name and value. */
  readonly separators: string;
}

const SECTION = /^\s*\[+(?!\[)([^\]]*)\]+/;

/** The settings of a file of lines; those of one section form a group. */
export function readLines(
  source: string,
  { comments, separators }: LineFormat,
  span?: Span,
): { settings: Setting[]; comments: Doc['comments'] } {
  const settings: Setting[] = [];
  const found: { text: string; span: { start: number; end: number } }[] = [];
  const assignment = new RegExp(`^(\\s*(?:export\\s+)?)(["']?)([\\w.-]+)\\2[ \\t]*[${separators}][ \\t]*`);
  let section = '';
  let group = 0;
  for (const { line, start } of linesOf(source, span)) {
    const blank = line.length - line.trimStart().length;
    const mark = comments.find((c) => line.startsWith(c, blank));
    if (mark !== undefined) {
      found.push({
        text: line.slice(blank + mark.length),
        span: { start: start + blank, end: start + line.length },
      });
      continue;
    }
    const header = SECTION.exec(line);
    if (header) {
      section = header[1] ?? '';
      group++;
      continue;
    }
    const name = assignment.exec(line);
    if (!name) continue;
    const [before, indent = '', quote = '', key = ''] = name;
    const value = valueIn(line, before.length, comments);
    const text = line.slice(value.start, value.end);
    if (!looksLikeAddress(text, HOLES) && !tellsOfSender(key)) continue;
    const keyStart = start + indent.length + quote.length;
    settings.push({
      kind: 'variable',
      key,
      keySpan: { start: keyStart, end: keyStart + key.length },
      value: { state: 'known', value: text, span: { start: start + value.start, end: start + value.end } },
      span: { start: start + indent.length, end: start + value.end + (quoteAt(line, value.start) ? 1 : 0) },
      group,
      context: section === '' ? [] : section.split('.').reverse(),
    });
  }
  return { settings, comments: found };
}

/** Values that are filled in from elsewhere, with what stands there else: `${MAIL_FROM:-a@b.example}`. */
const HOLES = /\$\{[^}]{0,200}\}/;

/** A value within quotes, else up to a comment behind it. */
export function valueIn(
  line: string,
  from: number,
  comments: readonly string[],
): { start: number; end: number } {
  const quote = line.charAt(from);
  if (quote === '"' || quote === "'") {
    const end = line.indexOf(quote, from + 1);
    if (end > 0) return { start: from + 1, end };
  }
  const rest = line.slice(from);
  const cut = comments.map((c) => rest.search(new RegExp(`\\s\\${c.charAt(0)}`))).filter((at) => at >= 0);
  const text = rest.slice(0, Math.min(rest.length, ...cut)).trimEnd();
  return { start: from, end: from + text.length };
}

function quoteAt(line: string, start: number): boolean {
  return /["']/.test(line.charAt(start - 1));
}

/** The lines of a text or a stretch of it, without their ends. */
export function* linesOf(
  source: string,
  { start: from, end: to }: Span = { start: 0, end: source.length },
): Generator<{ readonly line: string; readonly start: number }> {
  const text = source.slice(from, to);
  let start = 0;
  for (const { 0: end, index } of text.matchAll(/\r\n|\r|\n/g)) {
    yield { line: text.slice(start, index), start: from + start };
    start = index + end.length;
  }
  if (start < text.length) yield { line: text.slice(start), start: from + start };
}
