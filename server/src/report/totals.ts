import { type Severity, severities } from '../rules/rule.js';
import { summarize } from './summary.js';
import { count, say, severityCounts, type TextKey } from './texts.js';
import type { Run } from './types.js';

/** The closing line; empty where no file was reviewed. It never says more than the checks can. */
export function totals(
  run: Run,
  paint: (severity: Severity, text: string) => string = (_, text) => text,
): string {
  const { locale, trial } = run;
  const summary = summarize(run);
  const filesText = (n: number) => count(n, 'oneFile', 'files', locale);
  const found = severities.filter((severity) => summary[severity] > 0);
  const parts: string[] = [];
  if (summary.files === 0) return '';
  if (found.length > 0) {
    const counts = found.map((s) => paint(s, count(summary[s], ...severityCounts[s], locale))).join(', ');
    const { filesWithFindings: some, files: n } = summary;
    parts.push(say('total', locale, { counts, some, someFiles: filesText(some), n, all: filesText(n) }));
  } else parts.push(say('nothing', locale, { files: filesText(summary.files) }));
  const add = (n: number, one: TextKey, many: TextKey) => n > 0 && parts.push(count(n, one, many, locale));
  if (trial) add(summary.repaired, 'oneTrialRepair', 'trialRepairs');
  else add(summary.repaired, 'oneRepair', 'repairs');
  add(summary.fixable, 'oneFixable', 'fixable');
  add(summary.suppressed, 'oneSuppressed', 'suppressed');
  add(summary.unreadable, 'oneUnreadable', 'unreadable');
  return parts.join(' ');
}
