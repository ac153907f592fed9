/** Markup that a text speaks of is shown, not obeyed; within code spans nothing has to be escaped. */
export function escapeMarkdown(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/[\\<*_[\]]/g, '\\$&')))
    .join('');
}

export function markdownLink(text: string, url: string | undefined): string {
  return url === undefined ? escapeMarkdown(text) : `[${escapeMarkdown(text)}](${url})`;
}

/** A fenced block; its fence is longer than any run of backticks in the code (CommonMark 4.5). */
export function codeBlock(language: string, code: string): string {
  const runs = code.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return `${fence}${language}\n${code}\n${fence}`;
}

/** A name as it is written, as a code span; backticks in it are rare enough to be shown as apostrophes. */
export function codeSpan(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``;
}

/** A cell of a table: one line, in which a stroke would begin the next cell. */
export function markdownCell(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, ' ')).replaceAll('|', '\\|');
}
