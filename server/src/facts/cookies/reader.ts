import { insert, remove, replace } from '../../core/edit.js';
import type { Span } from '../../core/span.js';
import {
  type CookieSetting,
  cookiePurpose,
  cookieSettings,
  countsDays,
  countsMinutes,
  isEndless,
  type TimeUnit,
  unitOfMaxAge,
} from '../../knowledge/cookies.js';
import type { CookieLife } from '../types/index.js';
import { type Duration, durationOf, limitIn } from './duration.js';
import { argumentsFrom, expressionAt } from './expressions.js';
import { lifeOf, limitOf } from './life.js';

const WRITERS =
  /(?<![\w$.>:])((?:\(await [\w$]+\(\)\)\.)?(?:\$?[\w$]+(?:\(\))?(?:\.|->|::))*(?:set|put|queue|cookie|make|create|forever|set_?(?:raw)?cookie|createCookie|writeCookie|addCookie|useCookie|serialize))\s*\(/gi;
const DOCUMENT = /\bdocument\.cookie\s*=(?!=)/g;
/** A header in code: `'Set-Cookie': 'name=value; Max-Age=…'`, PHP's `header('Set-Cookie: …')`. */
const HEADER = /["'`]Set-Cookie["'`]\s*[,:]\s*(?=["'`])|\bheader\(\s*(?=["']Set-Cookie:)/gi;
/** Ruby on Rails. */
const JAR = /\bcookies((?:\.(?:permanent|signed|encrypted))*)\[\s*:?["']?([\w-]+)["']?\s*\]\s*=(?!=)/g;
const OPTION =
  /(?<![\w$-])["']?(max[-_]?age|expires?|expires?_?(?:in|at)|expires_or_options|expiry)["']?\s*(=>|[:=])(?![=>])/gi;
const NAME = /(?<![\w$])["']?name["']?\s*(?::|=>|=)\s*["'`]([\w.:-]+)["'`]/;
/** In the text of a cookie, or put together with it. */
const AGE = /max-age\s*=\s*(?:["'`]\s*\+\s*|\$\{\s*)?([^;}"'`]+)/i;
const EXPIRES = /expires\s*=\s*(?:["'`]\s*\+\s*|\$\{\s*)?([^;}"'`]+)/i;
const LITERAL = /^\s*:?["'`]([\w.:-]+)["'`]\s*$/;
const NEAR = 2000;
/** `end.getFullYear() + 2` */
const ONE_STEP = /^\s*[\w$]+\.get(?:FullYear|Date|Month)\(\)\s*\+\s*\d+\s*$/;
/** Laravel's five years, or 400 days since its tenth version. */
const ENDLESS = 5 * 365 * 86_400;
const DAYS = /day|jour|tag|dia|giorn|dag|dni|^ex/i;

/** Reads from code which cookies it sets, and for how long. */
export class CookieReader {
  readonly #constants = new Map<string, string | undefined>();
  /** What names are declared with, by name. */
  readonly #places = new Map<string, Span>();

  constructor(readonly text: string) {}

  *read(stretch: Span): Generator<CookieLife> {
    yield* this.#matches(DOCUMENT, stretch, (found) => this.#document(found.index + found[0].length));
    yield* this.#matches(HEADER, stretch, (found) => this.#document(found.index + found[0].length));
    yield* this.#matches(WRITERS, stretch, (found) =>
      this.#call(found[1] ?? '', found.index + found[0].length),
    );
    yield* this.#matches(JAR, stretch, (found) => this.#jar(found));
    for (const setting of cookieSettings) yield* this.#setting(setting, stretch);
  }

  *#matches(
    pattern: RegExp,
    { start, end }: Span,
    read: (found: RegExpExecArray) => Generator<CookieLife>,
  ): Generator<CookieLife> {
    const search = new RegExp(pattern);
    search.lastIndex = start;
    for (let found = search.exec(this.text); found && found.index < end; found = search.exec(this.text)) {
      if (!this.#isComment(found.index)) yield* read(found);
    }
  }

  /** `document.cookie = "name=value; max-age=…"` */
  *#document(at: number): Generator<CookieLife> {
    const { start, end } = expressionAt(this.text, at, { commas: true });
    const written = this.text.slice(start, end);
    const name = /^\s*["'`](?:Set-Cookie:\s*)?([\w.:-]+)=/i.exec(written)?.[1];
    if (name === undefined) return;
    const age = AGE.exec(written);
    const found = age ?? EXPIRES.exec(written);
    const value = found?.[1]?.replace(/(?<!\s)\s*(?:\+\s*)?$/, '');
    if (!found || value === undefined) return;
    const from = start + found.index + found[0].length - (found[1]?.length ?? 0);
    const duration = age ? this.#duration(value, from, 'seconds') : this.#date(value, from);
    // A date that is written out gives way, with its word, to a number of seconds.
    const whole = { start: start + found.index, end: from + value.trimEnd().length };
    const spelled = duration?.seconds === Number.POSITIVE_INFINITY && found[0].endsWith(value);
    const amount = spelled ? { span: whole, unit: 'date' as const } : duration?.amount;
    yield* this.#life(name, duration && { ...duration, ...(amount && { amount }) }, trimmed(value, from));
  }

  *#call(callee: string, at: number): Generator<CookieLife> {
    const given = argumentsFrom(this.text, at);
    const texts = given.map(({ start, end }) => this.text.slice(start, end));
    const index = texts.findIndex((t) => LITERAL.test(t));
    const name = LITERAL.exec(texts[index] ?? '')?.[1] ?? NAME.exec(texts[0] ?? '')?.[1];
    if (name === undefined || index > 1 || !cookiePurpose(name) || !this.#isOfCookies(callee)) return;
    if (isEndless(callee)) yield* this.#endless(name, given, callee, at);
    for (const [i, text] of texts.entries()) {
      const from = given[i]?.start ?? at;
      for (const option of text.matchAll(OPTION)) yield* this.#option(name, callee, option, from, text);
    }
    const last = texts[index + 2];
    const place = given[index + 2];
    const unit = last === undefined || /[{[]/.test(last) ? undefined : this.#unitOfThird(callee, last);
    if (unit && place && last !== undefined)
      yield* this.#life(name, this.#duration(last, place.start, unit), trimmed(last, place.start));
  }

  /** `Cookie::forever('choice', 1)` → `Cookie::make('choice', 1, 262080)`: of Laravel, in minutes. */
  *#endless(name: string, given: readonly Span[], callee: string, at: number): Generator<CookieLife> {
    const word = callee.split('::').at(-1) ?? '';
    const from = this.text.lastIndexOf(word, at);
    const [, value] = given;
    for (const life of this.#life(name, { seconds: ENDLESS }, { start: from, end: from + word.length })) {
      const place = value && trimmed(this.text.slice(value.start, value.end), value.start);
      const minutes = limitIn('minutes', limitOf(life.purpose), '');
      const shorten = place && [
        replace({ start: from, end: from + word.length }, 'make'),
        insert(place.end, `, ${minutes}`),
      ];
      yield { ...life, shorten };
    }
  }

  /** Its name says so, or what its object is made of. */
  #isOfCookies(callee: string): boolean {
    if (/[cn]ookie|^serialize$/i.test(callee)) return true;
    const made = this.#constant(callee.split('.')[0] ?? '');
    return made !== undefined && /[cn]ookie/i.test(made);
  }

  *#option(
    name: string,
    callee: string,
    option: RegExpExecArray,
    from: number,
    text: string,
  ): Generator<CookieLife> {
    const at = from + option.index + option[0].length;
    const span = expressionAt(this.text, at);
    const value = this.text.slice(span.start, Math.min(span.end, from + text.length));
    const isAge = /age/i.test(option[1] ?? '');
    const duration = isAge ? this.#duration(value, at, unitOfMaxAge(callee)) : this.#date(value, at);
    yield* this.#life(name, duration, trimmed(value, at));
  }

  /** What a plain third argument counts: seconds of an absolute time in PHP, else what the function calls it. */
  #unitOfThird(callee: string, written: string): TimeUnit | undefined {
    if (/^(?:set_?(?:raw)?cookie|Cookie|Cookie::create)$/.test(callee) && /time\(\)|strtotime/.test(written))
      return 'seconds';
    if (countsMinutes(callee)) return 'minutes';
    if (/^\s*\d+\s*$/.test(written) && countsDays(this.text)) return 'days';
    if (/["'`]\s*$/.test(written) || /["']vue-cookies["']/.test(this.text)) return 'seconds';
    const called = callee.split(/\.|->|::/).at(-1) ?? '';
    const declared = new RegExp(
      `\\b${called}\\s*(?:=\\s*(?:async\\s*)?(?:function\\s*)?)?\\(([^()]*)\\)\\s*(?::[^{}=]{0,40})?(?:=>|\\{)`,
    ).exec(this.text);
    const third = declared?.[1]?.split(',')[2]?.trim() ?? '';
    return DAYS.test(third) ? 'days' : undefined;
  }

  *#jar(found: RegExpExecArray): Generator<CookieLife> {
    const [all, kinds = '', name = ''] = found;
    const span = { start: found.index, end: found.index + all.length };
    const given = expressionAt(this.text, span.end);
    const word = kinds.indexOf('.permanent');
    const from = found.index + 'cookies'.length + word;
    // Ruby on Rails: twenty years.
    for (const life of word < 0 ? [] : this.#life(name, { seconds: 20 * 365 * 86_400 }, span))
      yield { ...life, shorten: this.#ended({ start: from, end: from + '.permanent'.length }, given, life) };
    const text = this.text.slice(given.start, given.end);
    for (const option of text.matchAll(OPTION)) yield* this.#option(name, '', option, given.start, text);
  }

  /** `cookies.permanent[:id] = 1` → `cookies[:id] = { value: 1, expires: 13.months }` */
  #ended(word: Span, given: Span, { purpose }: CookieLife): CookieLife['shorten'] {
    const { start, end } = trimmed(this.text.slice(given.start, given.end), given.start);
    const written = this.text.slice(start, end);
    if (written === '' || /\n|\bdo$/.test(written)) return undefined;
    const end13 = `expires: ${limitIn('months', limitOf(purpose), '1.months')}`;
    const hash = /^\{.*\S\s*\}$/.test(written);
    const close = written.endsWith('}') ? end - written.length + written.slice(0, -1).trimEnd().length : end;
    return hash
      ? [remove(word), insert(close, `, ${end13}`)]
      : [remove(word), insert(start, '{ value: '), insert(end, `, ${end13} }`)];
  }

  /** `cookie_expires: 63072000`, `['setVisitorCookieTimeout', 63072000]` */
  *#setting(
    { key, unit, of, beside, component, keeps }: CookieSetting,
    stretch: Span,
  ): Generator<CookieLife> {
    if (component !== undefined || (beside !== undefined && !this.text.includes(beside))) return;
    const pattern = new RegExp(`(?<![\\w$])["'\`]?${key}["'\`]?\\s*(?:=>|[:,]|=(?![=>]))`, 'g');
    const purpose = keeps ?? 'audience';
    const { text } = this;
    const life = (at: number) => this.#duration(text.slice(at, expressionAt(text, at).end), at, unit);
    yield* this.#matches(pattern, stretch, function* (found) {
      const at = found.index + found[0].length;
      const duration = life(at);
      const span = expressionAt(text, at);
      if (duration) yield lifeOf(of, purpose, duration, trimmed(text.slice(span.start, span.end), at), text);
    });
  }

  *#life(name: string, duration: Duration | undefined, span = duration?.amount?.span): Generator<CookieLife> {
    const purpose = cookiePurpose(name);
    if (purpose && duration && span) yield lifeOf(name, purpose, duration, span, this.text);
  }

  #duration(expression: string, at: number, unit: TimeUnit): Duration | undefined {
    const duration = durationOf(expression, at, unit, (name) => this.#constant(name));
    const name = expression.trim();
    const declared = duration && this.#places.get(name);
    if (!declared || this.#mentions(name) > 2) return duration;
    // What nothing else uses is written anew where it is declared.
    return (
      durationOf(this.text.slice(declared.start, declared.end), declared.start, unit, (inner) =>
        this.#constant(inner),
      ) ?? duration
    );
  }

  /** A date: a number of days, a sum from now on, or a variable that is moved on from now. */
  #date(expression: string, at: number): Duration | undefined {
    const own = this.#duration(expression, at, 'days');
    const name = own ? undefined : /^\s*([\w$]+)(?:\.to\w+\(\))?\s*$/.exec(expression)?.[1];
    if (name === undefined) return own;
    const id = name.replace(/\$/g, '\\$');
    const start = Math.max(0, at - NEAR);
    const moves = this.text
      .slice(start, at)
      .matchAll(new RegExp(`\\b${id}\\.set(Time|FullYear|Date|Month)\\(`, 'g'));
    const moved = [...moves].at(-1);
    if (moved) {
      const from = start + moved.index + moved[0].length;
      const span = expressionAt(this.text, from);
      const sum = this.text.slice(span.start, span.end);
      if (moved[1] === 'Time') return this.#duration(sum, from, 'milliseconds');
      const count = this.#duration(
        sum.replace(/\b[\w$]+\.get\w+\(\)/, (f) => '0'.padEnd(f.length)),
        from,
        'days',
      );
      const factor = moved[1] === 'FullYear' ? 365.25 : moved[1] === 'Month' ? 30.44 : 1;
      const amount = ONE_STEP.test(sum) && {
        span: { start: from - `${moved[1]}(`.length, end: span.end },
        unit: 'moved' as const,
      };
      return count && { seconds: count.seconds * factor, ...(amount && { amount }) };
    }
    const value = this.#constant(name);
    return value === undefined ? undefined : withoutPlace(this.#duration(value, 0, 'milliseconds'));
  }

  /** What a name is given where it is declared first. */
  #constant(name: string): string | undefined {
    const last = name.split(/\.|::|->/).at(-1) ?? '';
    if (!this.#constants.has(last)) this.#constants.set(last, this.#declared(last));
    return this.#constants.get(last);
  }

  #declared(name: string): string | undefined {
    if (!/^\$?[A-Za-z_]\w*$/.test(name)) return undefined;
    const pattern = new RegExp(
      `(?<![\\w$.])${name.replace('$', '\\$')}\\s*(?::\\s*\\w+\\s*)?(?:=(?![=>])|:(?!:))`,
    );
    const found = pattern.exec(this.text);
    if (!found) return undefined;
    const { start, end } = expressionAt(this.text, found.index + found[0].length);
    this.#places.set(name, { start, end });
    return this.text.slice(start, end);
  }

  #mentions(name: string): number {
    return (
      this.text.match(new RegExp(`(?<![\\w$])${name.replace(/\$/g, '\\$')}(?![\\w$])`, 'g'))?.length ?? 0
    );
  }

  /** In a line's comment, as far as the line shows. */
  #isComment(at: number): boolean {
    const line = this.text.slice(this.text.lastIndexOf('\n', at) + 1, at);
    return /(?:^|\s)(?:\/\/|#|\*)/.test(line);
  }
}

function withoutPlace(duration: Duration | undefined): Duration | undefined {
  return duration && { seconds: duration.seconds };
}

function trimmed(text: string, at: number): Span {
  const start = at + text.length - text.trimStart().length;
  return { start, end: start + text.trim().length };
}
