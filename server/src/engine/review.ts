import type { Dialect } from '../dialects/dialect.js';
import { loadDialect } from '../dialects/index.js';
import type { Facts } from '../facts/types/index.js';
import { unreadLanguage } from '../knowledge/languages.js';
import { addressTagOf, providerById, unsubscribeTagOf } from '../knowledge/providers.js';
import { rules } from '../rules/index.js';
import type { Locale, RuleContext } from '../rules/rule.js';
import { builtinRules } from './builtinRules.js';
import { type Configuration, defaultConfiguration } from './configuration.js';
import { applyDirectives } from './directives.js';
import { madeElsewhere } from './elsewhere.js';
import { joinRuns, runInSource } from './embedded.js';
import { emptyReport } from './emptyReport.js';
import { fingerprinter } from './fingerprint.js';
import { withLineEnds } from './lineEnds.js';
import { summarizeMails } from './mailSummary.js';
import { mayHoldFindings } from './prefilter.js';
import { dialectOf, type ReadDocument, readDocument } from './read.js';
import { type RuleRun, runRules, type Unnamed } from './runRules.js';
import { severityIn } from './severity.js';
import { applySuppressions } from './suppress.js';
import type { Finding, NotReviewed, Report, ReviewInput, ReviewOptions } from './types.js';

/** Reviews one text. No I/O beyond `options.project`; never rejects: what fails becomes an entry of `notReviewed`. */
export async function review(input: ReviewInput, options: ReviewOptions = {}): Promise<Report> {
  const { configuration = defaultConfiguration, locale = 'en' } = options;
  const empty = emptyReport(input.path);
  try {
    const dialect = dialectOf(input, configuration);
    if (!dialect) return { ...empty, notReviewed: [unknownLanguage(input.path, locale)] };
    if (leavesAlone(dialect, input, configuration)) return { ...empty, dialect: dialect.id, filtered: true };
    const isSifted = options.prefilter !== false && !options.mails;
    if (isSifted && !dialect.mail && !mayHoldFindings(input, configuration))
      return { ...empty, dialect: dialect.id, filtered: true };
    const read = await readDocument(await loadDialect(dialect), input, configuration, options.project);
    const chosen = options.only ? rules.filter((r) => options.only?.includes(r.id)) : rules;
    const judge = (facts: Facts) => runRules(chosen, facts, configuration, contextOf(configuration, locale));
    const run = joinRuns([
      judge(read.facts),
      ...read.parts.map((part) => runInSource(judge(part.facts), part)),
    ]);
    const findings = settle(input.text, run, read, configuration, options);
    const { lookUps } = read;
    return {
      ...empty,
      dialect: dialect.id,
      filtered: false,
      findings,
      notReviewed: [...run.notReviewed, ...madeElsewhere(read.doc, locale)],
      lookUps,
      ...(options.mails && { mails: summarizeMails(read) }),
    };
  } catch (error) {
    return { ...empty, notReviewed: [unreadable(error, locale)] };
  }
}

/** Of some kinds of file only those are read that are mails, unless the configuration says that they are. */
function leavesAlone(
  { reads }: Pick<Dialect, 'reads'>,
  { text, path }: ReviewInput,
  { dialect, email }: Configuration,
): boolean {
  return reads !== undefined && dialect === undefined && email === undefined && !reads(text, path);
}

function contextOf(configuration: Configuration, locale: Locale): Omit<RuleContext, 'options'> {
  const { contact, jurisdiction, audience, hosts, recipients, fields } = configuration;
  const tag = (id: string | undefined, language: string) => {
    const provider = providerById(id ?? configuration.provider ?? '');
    return provider && unsubscribeTagOf(provider, language);
  };
  const addressTag = (id: string | undefined) => {
    const provider = providerById(id ?? configuration.provider ?? '');
    return provider && addressTagOf(provider);
  };
  return {
    locale,
    contact,
    jurisdiction,
    audience,
    hosts,
    recipients,
    fields,
    unsubscribeTag: tag,
    addressTag,
  };
}

/** Source order, fingerprints, suppressions. */
function settle(
  text: string,
  run: RuleRun,
  { directives }: ReadDocument,
  configuration: Configuration,
  options: ReviewOptions,
): Finding[] {
  const name = fingerprinter(text);
  const sorted = run.findings
    .sort(byPlace)
    .filter(isNew)
    .map(
      (f): Finding => ({
        ...f,
        repairs: withLineEnds(f.repairs, text),
        fingerprint: name(f.ruleId, f.span),
      }),
    );
  const { today } = options;
  const wanted = !options.only || options.only.includes('directive-problem');
  const directed = applyDirectives(sorted, directives, {
    text,
    rules: [...rules.map((r) => r.id), ...builtinRules.map((r) => r.id)],
    ran: run.ran,
    locale: options.locale ?? 'en',
    severity: (graded) => (wanted ? severityIn(configuration, 'directive-problem', graded) : 'off'),
    ...(today !== undefined && { today }),
  });
  return applySuppressions(directed, configuration.suppressions, today);
}

/** What several texts take in from one place is found in each of them. */
function isNew(finding: Unnamed, i: number, sorted: readonly Unnamed[]): boolean {
  const before = sorted[i - 1];
  return !before || byPlace(before, finding) !== 0 || before.message !== finding.message;
}

function byPlace(a: Unnamed, b: Unnamed): number {
  return (
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0)
  );
}

function unknownLanguage(path: string, locale: Locale): NotReviewed {
  const language = unreadLanguage(path);
  const message =
    language === undefined
      ? { en: 'This kind of file is not read.', fr: 'Ce type de fichier n’est pas lu.' }
      : {
          en: `${language} is not read: this file was not reviewed.`,
          fr: `${language} n’est pas lu : ce fichier n’a pas été examiné.`,
        };
  return { reason: 'unknown-language', message: message[locale] };
}

function unreadable(error: unknown, locale: Locale): NotReviewed {
  const cause = error instanceof Error ? error.message : String(error);
  return {
    reason: 'unreadable',
    message:
      locale === 'fr' ? `Ce texte n’a pas pu être lu (${cause}).` : `This text could not be read (${cause}).`,
  };
}
