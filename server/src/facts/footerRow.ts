import type { Element } from '../model/nodes.js';
import { attribute, knownText } from '../model/query.js';
import type { FactSource } from './source.js';

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
export function rowWriter(
  { row, cells }: LastRow,
  { doc }: FactSource,
): (content: string, indent: string, lineEnd: string) => string {
  const cell = openingOf(cells, doc.text);
  const isTall = doc.text.slice(row.open.end, cells[0]?.open.start).includes('\n');
  return (content, indent, lineEnd) => {
    const written = `${cell}${content}</td>`;
    return isTall ? `<tr>${lineEnd}${indent}  ${written}${lineEnd}${indent}</tr>` : `<tr>${written}</tr>`;
  };
}

/** The last cell's tag where it says nothing but how the cell looks. */
function openingOf([cell, ...others]: readonly Element[], text: string): string {
  if (others.length > 0) return `<td colspan="${others.length + 1}" align="center">`;
  const isPlain =
    cell !== undefined &&
    !cell.openEnded &&
    cell.tag === 'td' &&
    !attribute(cell, 'background') &&
    cell.attributes.every(
      ({ name, value }) => (LOOKS.has(name) || name.startsWith('style:')) && value.state === 'known',
    );
  if (
    !isPlain ||
    /url\(|display\s*:\s*none|font-size\s*:\s*0/i.test(text.slice(cell.open.start, cell.open.end))
  )
    return '<td align="center">';
  return text.slice(cell.open.start, cell.open.end);
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

/** Its words have a colour of their own, on which the usual blue of links may not be read. */
export function cellSetsColor({ cells }: LastRow): boolean {
  const [cell, ...others] = cells;
  const style = cell && others.length === 0 ? knownText(cell, 'style') : undefined;
  return style !== undefined && /(?:^|;)\s*color\s*:/i.test(style);
}
