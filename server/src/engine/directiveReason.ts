import { type Ground, grounds } from './configuration.js';
import { isDate } from './dates.js';
import type { WrittenDirective } from './directiveText.js';
import type { DirectiveProblem } from './directiveTypes.js';
import { nearest } from './nearest.js';

export interface Reason {
  /** White space folded; without ground and date. */
  readonly reason: string;
  /** Where a reason that is missing would be written. */
  readonly reasonAt: number;
  readonly ground?: Ground;
  readonly until?: string;
  readonly problems: readonly DirectiveProblem[];
}

/** Reads `[ground] reason until YYYY-MM-DD`. What only looks like a ground or a date stays part of the reason. */
export function readReason({ after, afterAt }: WrittenDirective): Reason {
  const problems: DirectiveProblem[] = [];
  let from = 0;
  let to = after.length;
  let ground: Ground | undefined;
  let until: string | undefined;

  const bracket = /^(\s*\[)([\w-]+)\]/.exec(after);
  if (bracket) {
    const [whole, open = '', name = ''] = bracket;
    ground = grounds.find((g) => g === name.toLowerCase());
    if (ground) from = whole.length;
    else problems.push(unknownGround(name, afterAt + open.length));
  }

  const end = /(^|\s)until\s+([^\s\d]*\d\S*)(?!\S)[\s.*]*$/i.exec(after.slice(from));
  if (end) {
    const [whole, , word = ''] = end;
    const date = word.replace(/(?<![.*])[.*]+$/, '');
    const at = from + end.index + whole.indexOf(date);
    if (isDate(date)) [until, to] = [date, from + end.index];
    else
      problems.push({
        message: 'unknown-date',
        data: { until: date },
        span: { start: afterAt + at, end: afterAt + at + date.length },
      });
  }

  const reason = after
    .slice(from, to)
    .replace(/[\r\n][\s*]*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return {
    reason,
    reasonAt: afterAt + from,
    ...(ground && { ground }),
    ...(until !== undefined && { until }),
    problems,
  };
}

function unknownGround(ground: string, at: number): DirectiveProblem {
  const span = { start: at, end: at + ground.length };
  const near = nearest(ground, grounds);
  const data = { ground, names: grounds.join(', ') };
  if (near === undefined) return { message: 'unknown-ground', data, span };
  const repairs = [{ use: 'correct', edits: [{ span, text: near }], data: { near } }] as const;
  return { message: 'unknown-ground-near', data: { ...data, near }, span, repairs };
}
