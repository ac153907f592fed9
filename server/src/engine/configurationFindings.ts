import type { Locale, Severity } from '../rules/rule.js';
import { configurationProblem } from './builtinRules.js';
import type { ConfigurationProblem } from './configuration.js';
import { fnv1a64 } from './fingerprint.js';
import { localize } from './localize.js';
import type { Finding } from './types.js';

/** The problems of one configuration file as findings of `configuration-problem`, in the reader's language. */
export function configurationFindings(
  problems: readonly ConfigurationProblem[],
  locale: Locale,
  severity: Severity = configurationProblem.severity,
): Finding[] {
  return problems.map(({ messageId, data, message, span, path }) => {
    const text = configurationProblem.messages[messageId];
    return {
      ruleId: configurationProblem.id,
      messageId,
      message: text ? localize(text, locale, data) : message,
      severity,
      span,
      review: false,
      related: [],
      repairs: [],
      fingerprint: fnv1a64(`${configurationProblem.id}\n${path}\n${messageId}\n${JSON.stringify(data)}`),
    };
  });
}
