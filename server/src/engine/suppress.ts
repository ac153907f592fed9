import type { ConfiguredSuppression } from './configuration.js';
import { isOver } from './dates.js';
import type { Finding, Suppression } from './types.js';

/**
 * Marks the findings that the configuration suppresses by fingerprint. The others, and those that something else
 * suppresses already, stay as they are.
 */
export function applySuppressions(
  findings: readonly Finding[],
  suppressions: readonly ConfiguredSuppression[],
  today?: string,
): Finding[] {
  const holding = new Map(suppressions.filter((s) => !isOver(s.until, today)).map((s) => [s.fingerprint, s]));
  return findings.map((finding) => {
    const found = finding.suppression ? undefined : holding.get(finding.fingerprint);
    return found ? { ...finding, suppression: asSuppression(found) } : finding;
  });
}

function asSuppression({ reason, ground, until }: ConfiguredSuppression): Suppression {
  return { by: 'configuration', reason, ...(ground && { ground }), ...(until && { until }) };
}
