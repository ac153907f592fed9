import type { Severity } from '../rules/rule.js';
import type { FileResult, PlacedFinding, Run } from './types.js';

/** What a run came to; suppressed findings are counted apart. */
export interface Summary extends Readonly<Record<Severity, number>> {
  readonly files: number;
  readonly filesWithFindings: number;
  /** Of all findings, those at which a person has to look. */
  readonly review: number;
  readonly suppressed: number;
  readonly notReviewed: number;
  readonly unreadable: number;
  readonly repaired: number;
  /** Findings that `--fix` would take away. */
  readonly fixable: number;
}

export const isOpen = (finding: PlacedFinding): boolean => finding.suppression === undefined;
/** False for a file that no dialect reads, and for one that could not be parsed. */
const wasReviewed = ({ dialect, findings }: FileResult): boolean =>
  dialect !== undefined || findings.length > 0;

export const isFixable = ({ repairs }: PlacedFinding): boolean => repairs.some((r) => r.safety === 'fix');

export function summarize({ files, unreadable }: Pick<Run, 'files' | 'unreadable'>): Summary {
  const all = files.flatMap((f) => f.findings);
  const open = all.filter(isOpen);
  const of = (severity: Severity) => open.filter((f) => f.severity === severity).length;
  return {
    files: files.filter(wasReviewed).length,
    filesWithFindings: files.filter((f) => f.findings.some(isOpen)).length,
    error: of('error'),
    warning: of('warning'),
    information: of('information'),
    hint: of('hint'),
    review: open.filter((f) => f.review).length,
    suppressed: all.length - open.length,
    notReviewed: files.reduce((n, f) => n + f.notReviewed.length, 0),
    unreadable: unreadable.length,
    repaired: files.reduce((n, f) => n + f.repaired.length, 0),
    fixable: open.filter(isFixable).length,
  };
}
