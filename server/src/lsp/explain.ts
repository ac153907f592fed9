import type { EvidenceWords } from '../engine/types.js';
import { wordsIn } from '../engine/wordsIn.js';
import type { Explanation, RuleSummary } from '../protocol.js';
import type { Locale } from '../rules/rule.js';
import type { RuleTexts } from './host.js';
import { say } from './texts.js';

/**
 * What a rule is about, why, on what basis, and what to do: the text of hovers.
 * @param evidence The words that its findings were read from.
 */
export function describeRule(
  rule: RuleTexts,
  locale: Locale,
  href: string,
  format: 'markdown' | 'plaintext',
  evidence: readonly EvidenceWords[] = [],
): string {
  const write = writers[format];
  const basis = rule.basis.map(({ name, url }) => write.link(wordsIn(name, locale), url)).join(' · ');
  return [
    `${write.strong(rule.id)} – ${write.text(wordsIn(rule.what, locale))}`,
    ...(evidence.length > 0 ? [labelled(write, 'read', locale, write.text(quoted(evidence, locale)))] : []),
    labelled(write, 'why', locale, write.text(wordsIn(rule.why, locale))),
    ...(basis ? [labelled(write, 'basis', locale, basis)] : []),
    labelled(write, 'remedy', locale, write.text(wordsIn(rule.remedy, locale))),
    write.link(say('page', locale), href),
  ].join('\n\n');
}

export function explain(rule: RuleTexts, locale: Locale, href: string): Explanation {
  const parts = [`# ${rule.id}`, describeRule(rule, locale, href, 'markdown')];
  if (rule.exceptions?.length) {
    const items = rule.exceptions.map(
      (exception) => `- ${writers.markdown.text(wordsIn(exception, locale))}`,
    );
    parts.push(`## ${say('exceptions', locale)}`, items.join('\n'));
  }
  for (const kind of ['bad', 'good'] as const) {
    const examples = rule.examples[kind];
    if (examples.length > 0) parts.push(`## ${say(kind, locale)}`, ...examples.map(block));
  }
  return { ruleId: rule.id, markdown: parts.join('\n\n'), href };
}

export function summarize(rules: readonly RuleTexts[], locale: Locale): RuleSummary[] {
  return rules.map((rule) => ({ id: rule.id, what: wordsIn(rule.what, locale) }));
}

interface Writer {
  strong(text: string): string;
  text(text: string): string;
  link(text: string, url: string | undefined): string;
}

const writers: Readonly<Record<'markdown' | 'plaintext', Writer>> = {
  markdown: {
    strong: (text) => `**${text}**`,
    text: escapeTags,
    link: (text, url) => (url ? `[${escapeTags(text).replace(/[[\]]/g, '\\$&')}](${url})` : escapeTags(text)),
  },
  plaintext: {
    strong: (text) => text,
    text: (text) => text,
    link: (text, url) => (url ? `${text} <${url}>` : text),
  },
};

function quoted(evidence: readonly EvidenceWords[], locale: Locale): string {
  return [...new Set(evidence.map(({ words, names }) => say('named', locale, { words, names })))].join(' · ');
}

function labelled(
  write: Writer,
  label: 'read' | 'why' | 'basis' | 'remedy',
  locale: Locale,
  text: string,
): string {
  return say('labelled', locale)
    .replace('{label}', write.strong(say(label, locale)))
    .replace('{text}', () => text);
}

/** Markup that a text speaks of is shown, not obeyed; within code spans nothing has to be escaped. */
function escapeTags(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/[<*_]/g, '\\$&')))
    .join('');
}

function block({ language, code }: RuleTexts['examples']['bad'][number]): string {
  const fence = '`'.repeat(Math.max(3, ...[...code.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${fence}${language}\n${code}\n${fence}`;
}
