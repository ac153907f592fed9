import type { Repair } from './types.js';

/** Repairs that write the line ends of the text which they go into: its first one speaks for all. */
export function withLineEnds(repairs: readonly Repair[], text: string): readonly Repair[] {
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0];
  if (lineEnd === undefined || lineEnd === '\n') return repairs;
  return repairs.map((repair) => ({
    ...repair,
    edits: repair.edits.map((edit) => ({ ...edit, text: edit.text.replace(/\r\n|\n|\r/g, lineEnd) })),
  }));
}
