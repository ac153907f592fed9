import { shiftOf } from '../knowledge/jurisdictions.js';
import { type Localized, type Severity, severities } from '../rules/rule.js';
import type { Configuration, Raise, RuleSetting } from './configuration.js';

/** True where the first is at least as strong as the second. */
export function atLeast(severity: Severity, bar: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(bar);
}

/** The severity of a rule's setting, where it gives one. */
function settingSeverity(setting: RuleSetting | undefined): 'off' | Severity | undefined {
  return typeof setting === 'object' ? setting.severity : setting;
}

/**
 * What becomes of a severity that a rule graded: `raise` (a preset's) lifts it, the setting then caps it from above,
 * so that a weaker grade stays weaker, and `off` silences.
 */
export function severityOf(
  graded: Severity,
  setting: RuleSetting | undefined,
  raise: Raise = {},
): Severity | 'off' {
  const cap = settingSeverity(setting);
  if (cap === 'off') return 'off';
  const raised = raise[graded] ?? graded;
  return cap !== undefined && atLeast(raised, cap) ? cap : raised;
}

/** What the configured jurisdictions and audience make of a graded severity. */
export function shiftedIn(configuration: Configuration, ruleId: string, graded: Severity): Severity {
  const shift = shiftOf(ruleId, configuration.jurisdiction, configuration.audience);
  // The schema of the shifts holds them to severities.
  return (shift?.severity[graded] as Severity | undefined) ?? graded;
}

/** What a message adds where the law of the configured jurisdictions differs. */
export function noteIn(configuration: Configuration, ruleId: string): Localized | undefined {
  return shiftOf(ruleId, configuration.jurisdiction, configuration.audience)?.note;
}

/** The same, as a file's configuration has it for a rule. */
export function severityIn(configuration: Configuration, ruleId: string, graded: Severity): Severity | 'off' {
  return severityOf(graded, configuration.rules[ruleId], configuration.raise);
}

/** The options of a rule in a file's configuration. */
export function optionsIn(configuration: Configuration, ruleId: string): Readonly<Record<string, unknown>> {
  const setting = configuration.rules[ruleId];
  return (typeof setting === 'object' ? setting.options : undefined) ?? {};
}
