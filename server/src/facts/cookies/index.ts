import { cookieSettings, maySetCookies } from '../../knowledge/cookies.js';
import { isTestPath } from '../../knowledge/sending.js';
import type { Doc } from '../../model/nodes.js';
import { attribute } from '../../model/query.js';
import { stretchesOfCode } from '../code/stretches.js';
import type { FactSource } from '../source.js';
import type { CookieLife } from '../types/index.js';
import { lifeOf } from './life.js';
import { CookieReader } from './reader.js';

/** How long cookies live whose name says that they keep a consent, or tell visitors apart; in source order. */
export function readCookieLives(source: FactSource): readonly CookieLife[] {
  const { doc, path } = source;
  if (isTestPath(path) || !maySetCookies(doc.text)) return [];
  const reader = new CookieReader(withoutComments(doc));
  const found = stretchesOfCode(doc).flatMap((stretch) => [...reader.read(stretch)]);
  const seen = new Set<number>();
  return [...found, ...fromProps(source)]
    .sort((a, b) => a.span.start - b.span.start)
    .filter(({ span }) => !seen.has(span.start) && seen.add(span.start));
}

/** The text with blanks for comments: they may stand anywhere in an expression, and say nothing of it. */
function withoutComments({ text, comments }: Doc): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of comments.map(({ span }) => span)) {
    if (start < at) continue;
    parts.push(text.slice(at, start), text.slice(start, end).replace(/[^\r\n]/g, ' '));
    at = end;
  }
  return parts.join('') + text.slice(at);
}

/** `<CookieConsent expires={999}>` */
function* fromProps({ index }: FactSource): Generator<CookieLife> {
  for (const element of index.all) {
    for (const { component, key, of } of cookieSettings) {
      const value = component === element.name ? attribute(element, key)?.value : undefined;
      if (value?.state !== 'known' || typeof value.value !== 'number' || value.origin) continue;
      const amount = { span: value.span, unit: 'days' as const };
      yield lifeOf(of, 'consent', { seconds: value.value * 86_400, amount }, value.span, '');
    }
  }
}
