import { compatible } from '../core/edit.js';
import type { Facts } from '../facts/types/index.js';
import type { Draft, Locale, Localized, Rule, RuleContext } from '../rules/rule.js';
import type { Configuration } from './configuration.js';
import { noteIn, optionsIn, severityIn, shiftedIn } from './severity.js';
import type { EvidenceWords, Finding, NotReviewed, Repair } from './types.js';
import { say } from './words.js';
import { wordsIn } from './wordsIn.js';

/** A finding that still lacks its fingerprint. */
export type Unnamed = Omit<Finding, 'fingerprint'>;

export interface RuleRun {
  readonly findings: Unnamed[];
  readonly notReviewed: NotReviewed[];
  /** Ids of the rules that ran to their end. */
  readonly ran: ReadonlySet<string>;
}

/** Runs every rule behind a fence of its own: one that throws is reported as not reviewed, the others go on. */
export function runRules(
  rules: readonly Rule[],
  facts: Facts,
  configuration: Configuration,
  context: Omit<RuleContext, 'options'>,
): RuleRun {
  const run = { findings: [] as Unnamed[], notReviewed: [] as NotReviewed[], ran: new Set<string>() };
  for (const rule of rules) {
    if (severityIn(configuration, rule.id, rule.severity) === 'off') continue;
    try {
      const drafts = [...rule.check(facts, { ...context, options: optionsIn(configuration, rule.id) })];
      for (const draft of drafts) {
        if (draft.elsewhere) run.notReviewed.push(toNotReviewed(rule, draft, context.locale));
        else run.findings.push(...toFinding(rule, draft, configuration, context.locale));
      }
      run.ran.add(rule.id);
    } catch (error) {
      run.notReviewed.push({
        reason: 'rule-failed',
        ruleId: rule.id,
        message: failure(rule.id, error, context.locale),
      });
    }
  }
  return run;
}

function toFinding(rule: Rule, draft: AnyDraft, configuration: Configuration, locale: Locale): Unnamed[] {
  const graded = shiftedIn(configuration, rule.id, draft.severity ?? rule.severity);
  const severity = severityIn(configuration, rule.id, graded);
  if (severity === 'off') return [];
  return [
    {
      ruleId: rule.id,
      messageId: draft.message,
      message: withNote(
        textOf(rule, draft.message, locale, draft.data),
        noteIn(configuration, rule.id),
        locale,
      ),
      severity,
      span: draft.span,
      review: draft.review ?? false,
      related: (draft.related ?? []).map((r) => ({
        span: r.span,
        ...(r.file && { file: r.file }),
        message: textOf(rule, r.message, locale, r.data),
      })),
      ...(draft.evidence && { evidence: named(draft.evidence, locale) }),
      ...(draft.register && { register: draft.register }),
      repairs: (draft.repairs ?? []).flatMap((repair) => toRepair(rule, repair, locale)),
    },
  ];
}

function named(evidence: NonNullable<AnyDraft['evidence']>, locale: Locale): EvidenceWords[] {
  return evidence
    .filter(({ words }) => words !== '')
    .map(({ words, title }) => ({ words, names: title[locale] }));
}

function withNote(message: string, note: Localized | undefined, locale: Locale): string {
  return note === undefined ? message : `${message} ${wordsIn(note, locale)}`;
}

function toNotReviewed(rule: Rule, { message, data, span }: AnyDraft, locale: Locale): NotReviewed {
  return { reason: 'other-file', ruleId: rule.id, message: textOf(rule, message, locale, data), span };
}

function textOf(rule: Rule, id: string, locale: Locale, data: AnyDraft['data']): string {
  const message = rule.messages[id];
  if (!message) throw new Error(`rule ${rule.id} has no message ${id}`);
  return say(message, locale, data);
}

type AnyDraft = Draft<string, string>;
type DraftRepair = NonNullable<AnyDraft['repairs']>[number];

function toRepair(rule: Rule, { use, edits, data }: DraftRepair, locale: Locale): Repair[] {
  const words = rule.repairs[use];
  if (!words || edits.length === 0 || !compatible(edits)) return [];
  const follow = words.follow && { follow: say(words.follow, locale, data) };
  return [{ id: use, title: say(words.title, locale, data), safety: words.safety, edits, ...follow }];
}

function failure(ruleId: string, error: unknown, locale: Locale): string {
  const cause = error instanceof Error ? error.message : String(error);
  return locale === 'fr'
    ? `La règle ${ruleId} n’a pas pu juger ce texte (${cause}). Les autres règles ont été appliquées.`
    : `The rule ${ruleId} could not judge this text (${cause}). The other rules were applied.`;
}
