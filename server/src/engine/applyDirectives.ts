import type { Span } from '../core/span.js';
import { directiveProblem } from './builtinRules.js';
import { isOver } from './dates.js';
import { expired, problemsOf } from './directiveProblems.js';
import type {
  DirectiveContext,
  DirectiveId,
  DirectiveProblem,
  Directives,
  SuppressingDirective,
} from './directiveTypes.js';
import { fingerprinter } from './fingerprint.js';
import type { Finding, Suppression } from './types.js';
import { say } from './words.js';

/**
 * Marks what directives suppress, and adds what is wrong with them as findings of `directive-problem`. Gives all in
 * source order. Findings that something suppresses already are left as they are.
 */
export function applyDirectives(
  findings: readonly Finding[],
  { suppressing, problems }: Directives,
  context: DirectiveContext,
): Finding[] {
  if (suppressing.length === 0 && problems.length === 0) return [...findings];
  const holding = suppressing.filter(({ until }) => !isOver(until, context.today));
  const used = new Set<DirectiveId>();
  const mark = (finding: Finding): Finding => {
    const by = finding.suppression ? undefined : strongest(holding, finding);
    if (!by) return finding;
    used.add(by.id);
    return { ...finding, suppression: asSuppression(by.directive) };
  };
  const marked = findings.map(mark);
  const wrong = suppressing.flatMap((directive) =>
    holding.includes(directive) ? problemsOf(directive, used, context) : [expired(directive)],
  );
  const reported = toFindings([...problems, ...wrong], context).map(mark);
  return [...marked, ...reported].sort(byPlace);
}

const precedence: readonly SuppressingDirective['kind'][] = ['disable-next', 'disable', 'disable-file'];

/** The directive that speaks of a finding; of several the narrowest, of equally narrow ones the nearest. */
function strongest(directives: readonly SuppressingDirective[], { ruleId, span }: Finding) {
  return directives
    .flatMap((directive) => directive.ids.map((id) => ({ directive, id })))
    .filter(({ id }) => id.id === ruleId && id.covers.some((cover) => startsIn(span, cover)))
    .sort(
      (a, b) => rank(a.directive) - rank(b.directive) || b.directive.span.start - a.directive.span.start,
    )[0];
}

function rank({ kind }: SuppressingDirective): number {
  return precedence.indexOf(kind);
}

function startsIn({ start, end }: Span, cover: Span): boolean {
  return cover.start <= start && (start < cover.end || (start === cover.end && start === end));
}

function asSuppression({ reason, ground, until, span }: SuppressingDirective): Suppression {
  return { by: 'directive', reason, ...(ground && { ground }), ...(until && { until }), span };
}

function toFindings(
  problems: readonly DirectiveProblem[],
  { text, locale, severity }: DirectiveContext,
): Finding[] {
  const name = fingerprinter(text);
  const { id: ruleId, messages, repairs: repairTexts, severity: usual } = directiveProblem;
  return [...problems]
    .sort(byPlace)
    .flatMap(({ message, data, span, severity: graded = usual, repairs = [] }) => {
      const level = severity(graded);
      const words = messages[message];
      if (level === 'off' || !words) return [];
      return {
        ruleId,
        messageId: message,
        message: say(words, locale, data),
        severity: level,
        span,
        review: false,
        related: [],
        repairs: repairs.flatMap(({ use, edits, data: said }) => {
          const repair = repairTexts[use];
          if (!repair || edits.length === 0) return [];
          const follow = repair.follow && { follow: say(repair.follow, locale, said) };
          return [
            { id: use, title: say(repair.title, locale, said), safety: repair.safety, edits, ...follow },
          ];
        }),
        fingerprint: name(ruleId, span),
      };
    });
}

function byPlace(a: { readonly span: Span }, b: { readonly span: Span }): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
