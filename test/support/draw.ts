import { applyEdits } from '../../server/src/core/edit.js';
import { LineIndex } from '../../server/src/core/lineIndex.js';
import type { Finding, Repair, Report } from '../../server/src/engine/types.js';

/** A report as a person reads it: each place underlined, each message, each repair as a difference. */
export function draw(text: string, report: Report): string {
  const parts = report.findings.map((f) => drawFinding(text, f));
  for (const entry of report.notReviewed) parts.push(`not reviewed (${entry.reason}): ${entry.message}\n`);
  return parts.length ? parts.join('\n') : 'nothing found\n';
}

function drawFinding(text: string, finding: Finding): string {
  const index = new LineIndex(text);
  const { line, character } = index.positionAt(finding.span.start);
  const lines = [
    `${finding.severity} ${finding.ruleId} ${line + 1}:${character + 1}${finding.review ? ' (to be looked at)' : ''}`,
  ];
  lines.push(...underline(text, index, finding.span.start, finding.span.end), `  ${finding.message}`);
  for (const { span, message, file } of finding.related) {
    const drawn = underline(
      file?.text ?? text,
      file ? new LineIndex(file.text) : index,
      span.start,
      span.end,
    );
    lines.push(`  see${file ? ` in ${file.path}` : ''}`, ...drawn, `    ${message}`);
  }
  if (finding.suppression) lines.push(`  suppressed: ${finding.suppression.reason}`);
  for (const repair of finding.repairs) lines.push(...difference(text, repair));
  return `${lines.join('\n')}\n`;
}

function underline(text: string, index: LineIndex, start: number, end: number): string[] {
  const place = index.positionAt(start);
  const from = index.offsetAt({ line: place.line, character: 0 });
  const line = lineAt(text, from);
  const length = Math.max(1, Math.min(end - start, line.length - place.character));
  return [`    ${line}`, `    ${line.slice(0, place.character).replace(/[^\t]/g, ' ')}${'~'.repeat(length)}`];
}

function lineAt(text: string, from: number): string {
  return /^.*/.exec(text.slice(from))?.[0] ?? '';
}

function difference(text: string, repair: Repair): string[] {
  const after = applyEdits(text, repair.edits).split(/\r?\n/);
  const before = text.split(/\r?\n/);
  let top = 0;
  while (top < before.length && before[top] === after[top]) top++;
  let end = 0;
  while (end < before.length - top && end < after.length - top && before.at(-1 - end) === after.at(-1 - end))
    end++;
  return [
    `  ${repair.safety}: ${repair.title}${repair.follow ? ` (${repair.follow})` : ''}`,
    ...before.slice(top, before.length - end).map((l) => `  - ${l}`),
    ...after.slice(top, after.length - end).map((l) => `  + ${l}`),
  ];
}
