import type { Dialect } from '../../server/src/dialects/dialect.js';
import { html } from '../../server/src/dialects/html/index.js';
import { elements } from '../../server/src/model/query.js';
import { assertTrueSpans } from './spans.js';
import type { Constructs } from './templateConstructs.js';

/** A place in plain HTML where a template language may stand. */
export interface Place {
  readonly at: number;
  readonly kind: 'value' | 'between' | 'text';
}

/** Where every attribute that the text itself writes begins, and its name → its value. */
export function attributesOf(dialect: Pick<Dialect, 'parse'>, text: string): Map<string, string> {
  const doc = dialect.parse(text, { path: 'x' });
  assertTrueSpans(doc);
  const found = [...elements(doc.root)].flatMap((e) => e.attributes.filter((a) => a.written !== ''));
  return new Map(
    found.map((a) => [`${a.span.start} ${a.name}`, a.value.state === 'known' ? String(a.value.value) : '?']),
  );
}

export function placesIn(text: string): Place[] {
  const doc = html.parse(text, { path: 'x' });
  const found: Place[] = [];
  for (const element of elements(doc.root)) {
    for (const { value, span } of element.attributes) {
      if (value.span.end > value.span.start) found.push({ at: value.span.start, kind: 'value' });
      if (value.span.end > value.span.start) found.push({ at: value.span.end, kind: 'value' });
      found.push({ at: span.start, kind: 'between' });
    }
    if (element.tag === 'script' || element.tag === 'style') continue;
    for (const child of element.children) {
      if (child.kind === 'text')
        found.push({ at: child.span.start, kind: 'text' }, { at: child.span.end, kind: 'text' });
    }
  }
  return found;
}

/** Puts some constructs of a language into a text, at places drawn by `random`; `moved` says where an offset is then. */
export function inject(
  text: string,
  places: readonly Place[],
  { inValue, between, inText }: Constructs,
  random: () => number,
): { readonly text: string; readonly moved: (offset: number) => number } {
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const count = 1 + Math.floor(random() * 4);
  const inserts = new Map<number, string>();
  for (const place of Array.from({ length: count }, () => pick(places))) {
    if (!place || inserts.has(place.at)) continue;
    const { kind } = place;
    const piece =
      kind === 'value' ? pick(inValue) : kind === 'text' ? pick(inText) : `${pick(between) ?? ''} `;
    inserts.set(place.at, piece ?? '');
  }
  return insertAll(text, inserts);
}

function insertAll(text: string, inserts: ReadonlyMap<number, string>) {
  const sorted = [...inserts].sort(([a], [b]) => a - b);
  let result = '';
  let done = 0;
  for (const [at, piece] of sorted) {
    result += text.slice(done, at) + piece;
    done = at;
  }
  const moved = (offset: number) =>
    offset + sorted.filter(([at]) => at <= offset).reduce((sum, [, piece]) => sum + piece.length, 0);
  return { text: result + text.slice(done), moved };
}
