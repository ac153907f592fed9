import type { Span } from '../../core/span.js';
import { DAY, type TimeUnit } from '../../knowledge/cookies.js';

/** How long something lasts, as code says it. */
export interface Duration {
  readonly seconds: number;
  /** What decides, where it can be written anew, and how. */
  readonly amount?: { readonly span: Span; readonly unit: TimeUnit | Spelling };
}

/** A length that is no plain number: vue-cookies' `'2y'`; a count and the word `years`; a date in a cookie's text; `FullYear(end.getFullYear() + 2`. */
type Spelling = 'span' | 'months' | 'date' | 'moved';

const SECONDS: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: DAY,
  week: 7 * DAY,
  month: 30.44 * DAY,
  year: 365.25 * DAY,
};
const PER_UNIT: Readonly<Record<TimeUnit, number>> = {
  milliseconds: 0.001,
  seconds: 1,
  minutes: 60,
  days: DAY,
};
/** The spans of vue-cookies: `'2y'`, `'6m'`. */
const SPAN = /^["'`](\d+)\s*(y|m|d|h|min|s)["'`]$/;
const PER_SPAN: Readonly<Record<string, number>> = {
  y: 365.25 * DAY,
  m: 30.44 * DAY,
  d: DAY,
  h: 3600,
  min: 60,
  s: 1,
};
/** `2.years.from_now`, `'+2 years'`, `addYears(2)`, `timedelta(days=730)` */
const SPOKEN = /^(\d+\.(?:second|minute|hour|day|week|month|year)s?)(?:\.from_now)?$/d;
const WORDED = /["']\+?\s*(\d+\s*(?:second|minute|hour|day|week|month|year)s?)["']/di;
const ADDED = /\b(add_?(?:Second|Minute|Hour|Day|Week|Month|Year)s?\(\d*\))/di;
const DELTA = /\btimedelta\(\s*((?:second|minute|hour|day|week)s\s*=[\d\s*]+)\)/d;
/** The present, in milliseconds of JavaScript, or in seconds of other languages. */
const NOW_MS = /(?:\bDate\.now\(\)|\+?\bnew Date\(\)(?:\.(?:getTime|valueOf)\(\))?|\b[\w$]+\.getTime\(\))/g;
const NOW = /\b(?:time\(\)|time\.time\(\)|Time\.now(?:\.to_i)?|\$_SERVER\[["']REQUEST_TIME["']\])/g;
const DATE = /\b[A-Z][a-z]{2},? \d{1,2}[ -][A-Z][a-z]{2}[ -](\d{4})\b|\b(\d{4})-\d\d-\d\d/;
/** Years that are over 13 months away whenever this is read. */
const FAR = 2035;

/**
 * Reads how long an expression lasts, from now on.
 * @param at where the expression begins in the text.
 * @param unit of a plain number.
 * @param lookUp the expression that a name stands for.
 */
export function durationOf(
  expression: string,
  at: number,
  unit: TimeUnit,
  lookUp: (name: string) => string | undefined,
): Duration | undefined {
  const text = expression.trim();
  const start = at + expression.indexOf(text);
  for (const pattern of [SPOKEN, WORDED, ADDED, DELTA]) {
    const found = pattern.exec(text);
    const seconds = found ? secondsOf(found[1] ?? '') : undefined;
    const [from, to] = found?.indices?.[1] ?? [];
    if (seconds === undefined || from === undefined || to === undefined) continue;
    return { seconds, amount: { span: { start: start + from, end: start + to }, unit: 'months' } };
  }
  const span = SPAN.exec(text);
  if (span) {
    const seconds = Number(span[1]) * (PER_SPAN[span[2] ?? ''] ?? 0);
    return { seconds, amount: { span: { start, end: start + text.length }, unit: 'span' } };
  }
  const date = DATE.exec(text);
  if (date) return Number(date[1] ?? date[2]) >= FAR ? { seconds: Number.POSITIVE_INFINITY } : undefined;
  return calculated(text, start, unit, lookUp);
}

/** Of a count and the name of a unit, whichever comes first. */
function secondsOf(words: string): number | undefined {
  const unit = SECONDS[/second|minute|hour|day|week|month|year/i.exec(words)?.[0].toLowerCase() ?? ''];
  const count = /\d+(?:[\s*]+\d+)*/.exec(words)?.[0];
  const number = count === undefined ? 1 : calculate(count);
  return unit === undefined || number === undefined ? undefined : number * unit;
}

function calculated(
  text: string,
  start: number,
  unit: TimeUnit,
  lookUp: (name: string) => string | undefined,
): Duration | undefined {
  const blank = (found: string) => '0'.padEnd(found.length);
  const bare = unquoted(
    text.replace(/^new Date\((.+)\)(?:\.to\w+\(\))?$/s, (all, inner: string) =>
      inner.padStart(all.indexOf(inner) + inner.length).padEnd(all.length),
    ),
  );
  const sinceMs = bare.replace(NOW_MS, blank);
  const since = sinceMs.replace(NOW, blank);
  const used: TimeUnit = sinceMs !== bare ? 'milliseconds' : since !== sinceMs ? 'seconds' : unit;
  const known = named(since, lookUp);
  const amount = known === undefined ? undefined : calculate(known);
  if (amount === undefined) return undefined;
  const sum = since === bare ? [since, since] : /^\s*0\s*\+(.*)$/s.exec(since);
  const own = sum?.[1]?.trim();
  if (!own) return { seconds: amount * PER_UNIT[used] };
  const from = start + since.lastIndexOf(own);
  return {
    seconds: amount * PER_UNIT[used],
    amount: { span: { start: from, end: from + own.length }, unit: used },
  };
}

/** A number in quotation marks is one. */
function unquoted(text: string): string {
  return text.replace(/^(["'])(\d+)\1$/, ' $2 ');
}

/** With names in place of what they stand for; undefined where one stands for nothing known. */
function named(text: string, lookUp: (name: string) => string | undefined, depth = 0): string | undefined {
  let known = true;
  const replaced = text.replace(/(?<![\w$])\$?[A-Za-z_]\w*(?:(?:\.|::|->)\w+)*/g, (name) => {
    const value = depth < 3 ? lookUp(name) : undefined;
    const inner = value === undefined ? undefined : named(value, lookUp, depth + 1);
    if (inner === undefined) known = false;
    return `(${inner ?? ''})`;
  });
  return known ? replaced : undefined;
}

/** The value of a sum of products; undefined where it is none. */
export function calculate(text: string): number | undefined {
  const tokens = text.match(/\d[\d_]*(?:\.\d+)?(?:[eE]\d+)?|[+*/()-]|\S/g) ?? [];
  let at = 0;
  let depth = 0;
  const factor = (): number => {
    const token = tokens[at++] ?? '';
    if (token === '(' && depth++ < 40) {
      const value = sum();
      return tokens[at++] === ')' ? value : Number.NaN;
    }
    if (token === '-' || token === '+') return token === '-' ? -factor() : factor();
    return /^\d/.test(token) ? Number(token.replaceAll('_', '')) : Number.NaN;
  };
  const product = (): number => {
    let value = factor();
    while (tokens[at] === '*' || tokens[at] === '/')
      value = tokens[at++] === '*' ? value * factor() : value / factor();
    return value;
  };
  const sum = (): number => {
    let value = product();
    while (tokens[at] === '+' || tokens[at] === '-')
      value = tokens[at++] === '+' ? value + product() : value - product();
    return value;
  };
  if (tokens.length === 0 || tokens.length > 60) return undefined;
  const value = sum();
  return at === tokens.length && Number.isFinite(value) ? value : undefined;
}

/** A time in a unit, as code, in place of what was `written`. */
export function limitIn(unit: TimeUnit | Spelling, seconds: number, written: string): string {
  if (unit === 'span') return `'${Math.round(seconds / DAY)}d'`;
  if (unit === 'date') return `max-age=${Math.round(seconds)}`;
  const months = Math.round(seconds / (30.44 * DAY));
  if (unit === 'moved') return `Month(${/\(\s*([\w$]+)/.exec(written)?.[1] ?? ''}.getMonth() + ${months}`;
  if (unit === 'months') return inMonths(written, months);
  return String(Math.round(seconds / PER_UNIT[unit]));
}

/** `2.years` → `13.months`, `addYears(2)` → `addMonths(13)`; in days where not everybody reads months: `days=730`, `'2 years'`. */
function inMonths(written: string, months: number): string {
  const days = Math.round(months * 30.44);
  if (written.includes('=')) return `days=${days}`;
  if (!/[.(]/.test(written)) return `${days} days`;
  const named = written
    .replace(/(second|minute|hour|day|week|month|year)s?/i, (unit) =>
      /^[A-Z]/.test(unit) ? 'Months' : 'months',
    )
    .replace(/\(\)/, '(0)');
  return named.replace(/\d+/, String(months));
}
