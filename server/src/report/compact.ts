import { printable } from './layout.js';
import { isOpen } from './summary.js';
import { say } from './texts.js';
import type { Region, RenderOptions, Run } from './types.js';

/** One line a finding, as compilers write them: `path:line:column: severity: message [rule]`. Severities stay in English. */
export function render({ files, locale }: Run, { quiet }: RenderOptions): string {
  const lines: string[] = [];
  for (const { path, findings, notReviewed } of files) {
    for (const { region, severity, message, ruleId, review } of findings.filter(isOpen)) {
      const look = review ? ` (${say('look', locale)})` : '';
      lines.push(`${place(path, region)} ${severity}: ${message}${look} [${ruleId}]`);
    }
    if (quiet) continue;
    for (const { region, message } of notReviewed) {
      lines.push(`${place(path, region)} ${say('notReviewed', locale)}: ${message}`);
    }
  }
  return lines.map((line) => `${printable(line)}\n`).join('');
}

function place(path: string, region: Region | undefined): string {
  return region ? `${path}:${region.startLine}:${region.startColumn}:` : `${path}:1:1:`;
}
