import { mailTable } from './mailTable.js';
import { codeSpan, escapeMarkdown, markdownLink } from './markdown.js';
import { isOpen } from './summary.js';
import { say } from './texts.js';
import { totals } from './totals.js';
import type { FileResult, PlacedFinding, Region, Renderer, Run } from './types.js';

/** A report to hand on: the mails of a delivery in a table, then what was found, by file, and what was not reviewed. */
export const render: Renderer = (run, { quiet }) => {
  const { files, locale } = run;
  const table = mailTable(files, locale);
  const found = files.filter(({ findings }) => findings.some(isOpen));
  const notes = quiet ? [] : files.flatMap((file) => notesOf(file));
  const parts = [
    '# Privacylint',
    escapeMarkdown(totals(run)),
    ...section(say('mails', locale), table.length > 0 ? [table.join('\n')] : []),
    ...section(
      say('findings', locale),
      found.map((file) => fileSection(file, run)),
    ),
    ...section(say('notReviewed', locale), notes.length > 0 ? [notes.join('\n')] : []),
  ].filter((part) => part !== '');
  return `${parts.join('\n\n')}\n`;
};

function section(title: string, parts: readonly string[]): readonly string[] {
  return parts.length > 0 ? [`## ${title}`, ...parts] : [];
}

function fileSection({ path, findings }: FileResult, run: Run): string {
  return [`### ${codeSpan(path)}`, '', ...findings.filter(isOpen).map((finding) => line(finding, run))].join(
    '\n',
  );
}

function line(
  { region, severity, message, ruleId, review }: PlacedFinding,
  { locale, product }: Run,
): string {
  const look = review ? ` (${say('look', locale)})` : '';
  // The pages that come with the product are of no use to whom the report is handed.
  const rule =
    product.homepage === undefined ? codeSpan(ruleId) : markdownLink(ruleId, product.rulePage(ruleId));
  return `- ${place(region)} **${say(severity, locale)}**${look} ${oneLine(message)} (${rule})`;
}

function notesOf({ path, notReviewed }: FileResult): readonly string[] {
  return notReviewed.map(
    ({ region, message }) => `- ${codeSpan(region ? `${path}:${place(region)}` : path)} ${oneLine(message)}`,
  );
}

function place({ startLine, startColumn }: Region): string {
  return `${startLine}:${startColumn}`;
}

function oneLine(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, ' '));
}
