import file from './cookies.json';
import { wordsOfName } from './matching/nameWords.js';

export type TimeUnit = 'milliseconds' | 'seconds' | 'minutes' | 'days';

/** A setting that says how long a product's cookie lives; see schemas/cookies.schema.json. */
export interface CookieSetting {
  readonly key: string;
  readonly unit: TimeUnit;
  /** The product. */
  readonly of: string;
  /** What stands in the same text; the key alone is too common. */
  readonly beside?: string;
  /** The component whose prop it is. */
  readonly component?: string;
  /** It is of the cookie that keeps the visitor's choice. */
  readonly keeps?: 'consent';
  readonly source: string;
}

export const DAY = 24 * 60 * 60;
/** Seconds: 13 months. */
export const LONGEST_LIFE = file.limitDays * DAY;

/** Seconds: about 6 months. */
export const CHOICE_LIFE = file.choiceDays * DAY;
/** Seconds over which a choice is kept much longer than it should be. */
export const LONG_CHOICE = CHOICE_LIFE + 31 * DAY;

export const cookieSettings = file.settings as readonly CookieSetting[];

const consent = new RegExp(file.consent.join('|'), 'i');
const about = new RegExp(file.aboutCookies.join('|'), 'i');
const audience: ReadonlySet<string> = new Set(file.audience);
const names: readonly string[] = file.audienceNames;
const milliseconds: ReadonlySet<string> = new Set(file.milliseconds);

/** What a cookie of this name keeps: the visitor's answer, or what tells visitors apart; undefined where the name says neither. */
export function cookiePurpose(name: string): 'consent' | 'audience' | undefined {
  const isAudience = names.some((n) => name.startsWith(n)) || wordsOfName(name).some((w) => audience.has(w));
  const rest = name.replace(/cookies?/gi, '');
  if (consent.test(name) || (rest !== name && about.test(rest))) return 'consent';
  return isAudience ? 'audience' : undefined;
}

/** The unit of `maxAge` in a call: seconds, but for some servers. */
export function unitOfMaxAge(callee: string): TimeUnit {
  return milliseconds.has(callee) ? 'milliseconds' : 'seconds';
}

/** True for a function whose third argument counts minutes. */
export function countsMinutes(callee: string): boolean {
  return file.minutes.includes(callee);
}

/** True for a function that sets a cookie for years. */
export function isEndless(callee: string): boolean {
  return file.endless.includes(callee);
}

/** True where a text takes a package whose functions count days. */
export function countsDays(text: string): boolean {
  return file.dayModules.some((name) => text.includes(`'${name}'`) || text.includes(`"${name}"`));
}

/** True where a text may say how long a cookie lives. */
export function maySetCookies(text: string): boolean {
  return (
    /cookie/i.test(text) &&
    /max[-_]?age|expir|set_?(?:raw)?cookie|cookies\.permanent|lifetime|timeout|CookiesDuration|CookieService|Cookie::|["'`]\d{1,3}[ym]["'`]/i.test(
      text,
    )
  );
}
