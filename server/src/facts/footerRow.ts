import type { Element } from '../model/nodes.js';
import { attribute, elements, knownText } from '../model/query.js';
import type { FactSource } from './source.js';
import { inkOn, isReadable, takesBlue } from './style/legible.js';

/** The table that holds a mail's content, and its last row. */
export interface LastRow {
  /** What the next row goes into: the table, or its body. */
  readonly holder: Element;
  readonly row: Element;
  readonly cells: readonly Element[];
}

/**
 * The last row of the table that a mail ends with. Tables of one row with one cell frame another table: the innermost
 * one that has rows of its own is meant. Undefined where the mail ends otherwise.
 */
export function lastRowOf(body: Element): LastRow | undefined {
  let found: LastRow | undefined;
  for (let place: Element | undefined = body; place; ) {
    const last = elementsIn(place).at(-1);
    if (!last?.close || last.made || last.name !== last.tag) break;
    if (FRAMES.has(last.tag)) {
      place = last;
      continue;
    }
    const rows: LastRow | undefined = last.tag === 'table' ? rowsOf(last) : undefined;
    if (!rows) break;
    found = rows;
    // A table within a frame is the content only where nothing else stands in its cell.
    const [cell, ...others]: readonly Element[] = rows.cells;
    const isFrame: boolean = elementsIn(rows.holder).length === 1 && others.length === 0;
    place = isFrame ? cell : undefined;
  }
  return found;
}

const FRAMES: ReadonlySet<string> = new Set(['center', 'div']);

function rowsOf(table: Element): LastRow | undefined {
  const last = elementsIn(table).at(-1);
  const holder = last && (last.tag === 'tbody' ? last : table);
  const row = holder && elementsIn(holder).at(-1);
  if (!holder?.close || !row?.close || row.tag !== 'tr' || row.name !== 'tr') return undefined;
  const cells = elementsIn(row).filter(({ tag }) => tag === 'td' || tag === 'th');
  return cells.length > 0 ? { holder, row, cells } : undefined;
}

function elementsIn({ children }: Element): readonly Element[] {
  return children.filter((c): c is Element => c.kind === 'element' && !UNSEEN.has(c.tag));
}

const UNSEEN: ReadonlySet<string> = new Set(['style', 'script', 'meta', 'link', 'img']);

/** Writes a row beneath the last one, laid out as that is. */
export interface RowWriter {
  readonly write: (content: string, indent: string, lineEnd: string) => string;
  /** Its words have a colour of their own, or one on which the usual blue of links cannot be read. */
  readonly inked: boolean;
}

export function rowWriter(last: LastRow, source: FactSource): RowWriter {
  const { row, cells } = last;
  const { open, inked } = cellLike(last, source);
  const isTall = source.doc.text.slice(row.open.end, cells[0]?.open.start).includes('\n');
  return {
    inked,
    write: (content, indent, lineEnd) => {
      const written = `${open}${content}</td>`;
      return isTall ? `<tr>${lineEnd}${indent}  ${written}${lineEnd}${indent}</tr>` : `<tr>${written}</tr>`;
    },
  };
}

/** The last cell's tag where it says nothing but how the cell looks and words can be read in it; else a plain one. */
function cellLike({ holder, cells }: LastRow, source: FactSource): { open: string; inked: boolean } {
  const { text, syntax } = source.doc;
  const [cell, ...others] = cells;
  // Rules for the cell's class may hide the links in it.
  const isLegible = (e: Element) => isReadable(e, source);
  const links = cell ? [...elements(cell)].filter(({ tag }) => tag === 'a') : [];
  if (cell && others.length === 0 && isCopied(cell, text) && [cell, ...links].every(isLegible)) {
    const inked = /(?:^|;)\s*color\s*:/i.test(knownText(cell, 'style') ?? '') || !takesBlue(cell, source);
    return { open: text.slice(cell.open.start, cell.open.end), inked };
  }
  const ink = inkOn(holder, source);
  const look = [
    'padding: 16px;',
    familyIn(holder),
    'font-size: 12px;',
    'line-height: 18px;',
    ink && `color: ${ink};`,
  ].filter(Boolean);
  const span = others.length > 0 ? ` ${syntax.attribute('colspan', String(others.length + 1))}` : '';
  const style = syntax.attribute('style', look.join(' '));
  return {
    open: `<td${span} align="center" ${style}>`,
    inked: ink !== undefined || !takesBlue(holder, source),
  };
}

function isCopied(cell: Element, text: string): boolean {
  const isPlain =
    !cell.openEnded &&
    cell.tag === 'td' &&
    !attribute(cell, 'background') &&
    cell.attributes.every(
      ({ name, value }) => (LOOKS.has(name) || name.startsWith('style:')) && value.state === 'known',
    );
  const written = text.slice(cell.open.start, cell.open.end);
  return isPlain && !/url\(|line-height\s*:\s*0/i.test(written);
}

/** The typeface that the mail's cells name, so that the words look like the others. */
function familyIn(holder: Element): string | undefined {
  for (const cell of [...elements(holder)].reverse()) {
    const style = cell.tag === 'td' ? (knownText(cell, 'style') ?? '') : '';
    const family =
      /(?:^|;)\s*font-family\s*:\s*([^;]+)/i.exec(style)?.[1] ??
      /(?:^|;)\s*font\s*:[^;]*?\d(?:px|pt|em|rem|%)(?:\/[\d.]+(?:px|pt|em|%)?)?\s+([^;]+)/i.exec(style)?.[1];
    if (family && !/["<>{}]/.test(family)) return `font-family: ${family.trim()};`;
  }
  return undefined;
}

const LOOKS: ReadonlySet<string> = new Set([
  'style',
  'class',
  'align',
  'valign',
  'bgcolor',
  'width',
  'dir',
  'lang',
]);
