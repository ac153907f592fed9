/** Text for terminals: colour, wrapping, and nothing in it that a terminal would obey. */

export type Style = 'bold' | 'dim' | 'underline' | 'red' | 'yellow' | 'blue' | 'cyan' | 'green';
export type Paint = (style: Style, text: string) => string;

/** SGR parameters (ECMA-48): on and off. */
const CODES: Readonly<Record<Style, readonly [on: number, off: number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  cyan: [36, 39],
};

export function painter(color: boolean): Paint {
  if (!color) return (_, text) => text;
  return (style, text) => {
    const [on, off] = CODES[style];
    return `\x1b[${on}m${text}\x1b[${off}m`;
  };
}

/**
 * One line that is safe to print: messages quote the reviewed files, and a file may hold escape sequences, line ends and
 * marks that turn the writing direction (Unicode TR 36, 3.4).
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (unit) =>
    unit === '\n' || unit === '\r' || unit === '\t' ? ' ' : '\ufffd',
  );
}

/** Breaks a text at blanks into lines of at most `width` columns; a longer word stays whole. No-break spaces do not break. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \n]+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '') lines.push(line);
  return lines;
}
