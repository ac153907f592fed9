import { insert, remove, replace } from '../core/edit.js';
import type {
  DirectiveContext,
  DirectiveId,
  DirectiveProblem,
  SuppressingDirective,
} from './directiveTypes.js';
import { nearest } from './nearest.js';

/** A reason still to be written; also what the repair writes. */
const blankReason = { en: '<reason>', fr: '<motif>' } as const;
const BLANK = /^<[^<>]*>$/;

/** What is wrong with a directive that holds, once it is known which of its ids were needed. */
export function problemsOf(
  directive: SuppressingDirective,
  used: ReadonlySet<DirectiveId>,
  context: DirectiveContext,
): DirectiveProblem[] {
  return [...reasonProblems(directive, context), ...idProblems(directive, used, context)];
}

export function expired({ until = '', span, removal }: SuppressingDirective): DirectiveProblem {
  return { message: 'expired', data: { until }, span, repairs: [{ use: 'remove', edits: removal }] };
}

function reasonProblems(
  directive: SuppressingDirective,
  { locale, rules }: DirectiveContext,
): DirectiveProblem[] {
  const { reason, kind, ids, span, colon, reasonAt } = directive;
  const word = `privacylint-${kind}`;
  if (BLANK.test(reason)) return [{ message: 'unwritten-reason', data: { directive: word, reason }, span }];
  if (reason !== '' || reasonStartsEarly(directive, rules)) return [];
  const blank = blankReason[locale];
  const example = `${word} ${ids.map(({ id }) => id).join(' ')}: ${locale === 'fr' ? 'motif' : 'reason'}`;
  const edits = [insert(reasonAt, `${colon === undefined ? ':' : ''} ${blank}`)];
  return [
    {
      message: 'missing-reason',
      data: { directive: word, example },
      span,
      repairs: [{ use: 'write-reason', edits, data: { blank } }],
    },
  ];
}

/** How many of the words before the missing colon are ids; undefined where no colon is missing. */
function reasonStartsEarly(
  { colon, ids }: SuppressingDirective,
  rules: readonly string[],
): number | undefined {
  if (colon !== undefined) return undefined;
  const first = ids.findIndex(({ id }) => !rules.includes(id));
  const prose = first > 0 && ids.slice(first).every(({ id }) => nearest(id, rules) === undefined);
  return prose ? first : undefined;
}

function idProblems(
  directive: SuppressingDirective,
  used: ReadonlySet<DirectiveId>,
  { rules, ran }: DirectiveContext,
): DirectiveProblem[] {
  const early = reasonStartsEarly(directive, rules);
  const ids = directive.ids.slice(0, early);
  const problems: DirectiveProblem[] = [];
  const prose = early === undefined ? [] : directive.ids.slice(early);
  const last = ids.at(-1);
  if (prose.length > 0 && last) {
    const words = prose.map(({ id }) => id).join(' ');
    const span = { start: prose[0]?.span.start ?? last.span.end, end: directive.span.end };
    const edits = [insert(last.span.end, ':')];
    problems.push({
      message: 'missing-colon',
      data: { words },
      span,
      repairs: [{ use: 'add-colon', edits }],
    });
  }
  for (const id of ids) if (!rules.includes(id.id)) problems.push(unknownRule(id, directive, rules));
  const unused = ids.filter((id) => ran.has(id.id) && !used.has(id));
  if (unused.length > 0) problems.push(...unusedProblems(unused, directive));
  return problems;
}

function unknownRule(
  { id, span }: DirectiveId,
  directive: SuppressingDirective,
  rules: readonly string[],
): DirectiveProblem {
  const near = nearest(id, rules);
  if (near === undefined) {
    return { message: 'unknown-rule', data: { id }, span, repairs: [takeAway([{ id, span }], directive)] };
  }
  const repairs = [{ use: 'correct', edits: [replace(span, near)], data: { near } }] as const;
  return { message: 'unknown-rule-near', data: { id, near }, span, repairs };
}

function unusedProblems(unused: readonly DirectiveId[], directive: SuppressingDirective): DirectiveProblem[] {
  const whole = unused.length === directive.ids.length;
  return (whole ? [unused] : unused.map((id) => [id])).map((ids) => ({
    message: 'unused',
    data: { ids: ids.map(({ id }) => id).join(', ') },
    span: whole ? directive.span : (ids[0]?.span ?? directive.span),
    severity: 'hint',
    repairs: [takeAway(ids, directive)],
  }));
}

type Repairs = NonNullable<DirectiveProblem['repairs']>;

/** Takes one id out of a directive, or the directive away where nothing would be left of it. */
function takeAway(
  gone: readonly Pick<DirectiveId, 'id' | 'span'>[],
  { ids, removal }: SuppressingDirective,
): Repairs[number] {
  const [one] = gone;
  if (!one || gone.length === ids.length) return { use: 'remove', edits: removal };
  const at = ids.findIndex(({ span }) => span.start === one.span.start);
  const [before, after] = [ids[at - 1], ids[at + 1]];
  const span = {
    start: before ? before.span.end : one.span.start,
    end: before || !after ? one.span.end : after.span.start,
  };
  return { use: 'remove-id', edits: [remove(span)], data: { id: one.id } };
}
