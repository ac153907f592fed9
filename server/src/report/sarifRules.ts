import { wordsIn } from '../engine/wordsIn.js';
import type { Locale, Severity } from '../rules/rule.js';
import { type DocumentedRule, ruleMarkdown } from './ruleText.js';
import type { Run } from './types.js';

/** SARIF knows fewer levels; `properties.severity` keeps the exact one. */
export const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** `reportingDescriptor` objects (SARIF 2.1.0, 3.49), one a rule. */
export function ruleDescriptors({ rules, locale, product }: Run): object[] {
  return rules.map((rule) => ({
    ...descriptor(rule, locale),
    helpUri: product.rulePage(rule.id),
  }));
}

function descriptor(rule: DocumentedRule, locale: Locale): object {
  const { id, severity, topic } = rule;
  const what = wordsIn(rule.what, locale);
  const text = [what, wordsIn(rule.why, locale), wordsIn(rule.remedy, locale)].join(' ');
  return {
    id,
    shortDescription: { text: what },
    fullDescription: { text: `${what} ${wordsIn(rule.why, locale)}` },
    help: { text, markdown: ruleMarkdown(rule, locale) },
    defaultConfiguration: { level: levels[severity] },
    properties: { severity, tags: ['privacy', topic] },
  };
}
