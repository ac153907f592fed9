/** A table for people: the first column to the left, figures to the right, every column as wide as it needs. */
export function table(head, rows) {
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...all.map((row) => String(row[i] ?? '').length)));
  const line = (row) =>
    row
      .map((cell, i) => pad(String(cell ?? ''), widths[i], i === 0))
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((w) => '-'.repeat(w)).join('  '), ...rows.map(line)].join('\n');
}

const pad = (text, width, left) => (left ? text.padEnd(width) : text.padStart(width));

export const seconds = (s) => `${s.toFixed(2)} s`;
export const megabytes = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;
export const times = (n) => `${n.toFixed(2)} ×`;
export const milliseconds = (ms) => `${ms < 10 ? ms.toFixed(1) : ms.toFixed(0)} ms`;

/** The closing list: every bar with what was measured. */
export function verdicts(judged) {
  const word = { true: 'met', false: 'NOT MET', undefined: 'not measured' };
  return table(
    ['bar', 'measured', 'limit', ''],
    judged.map(({ what, measured, bar, met }) => [what, measured, bar, word[met]]),
  );
}
