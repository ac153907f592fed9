import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Dialect } from '../../server/src/dialects/dialect.js';
import { html } from '../../server/src/dialects/html/index.js';
import { templates } from '../../server/src/dialects/template/index.js';
import { elements } from '../../server/src/model/query.js';
import { cpuTime } from '../support/cpuTime.js';
import { randomFrom } from '../support/random.js';
import { root } from '../support/root.js';
import { assertTrueSpans } from '../support/spans.js';
import { constructs } from './templateConstructs.js';

const plain = readFileSync(path.join(root, 'test/dialects/fixtures/template/plain.html'), 'utf8');

/** Where every attribute that the text itself writes begins, with its name. */
function attributesOf(dialect: Dialect, text: string): Map<string, string> {
  const doc = dialect.parse(text, { path: 'x' });
  assertTrueSpans(doc);
  const found = [...elements(doc.root)].flatMap((e) => e.attributes.filter((a) => a.written !== ''));
  return new Map(
    found.map((a) => [`${a.span.start} ${a.name}`, a.value.state === 'known' ? String(a.value.value) : '?']),
  );
}

interface Place {
  readonly at: number;
  readonly kind: 'value' | 'between' | 'text';
}

/** Places in plain HTML where a template language may stand. */
function places(text: string): Place[] {
  const doc = html.parse(text, { path: 'x' });
  const found: Place[] = [];
  for (const element of elements(doc.root)) {
    for (const { value, span } of element.attributes) {
      if (value.span.end > value.span.start) found.push({ at: value.span.start, kind: 'value' });
      if (value.span.end > value.span.start) found.push({ at: value.span.end, kind: 'value' });
      found.push({ at: span.start, kind: 'between' });
    }
    for (const child of element.children) {
      if (child.kind === 'text')
        found.push({ at: child.span.start, kind: 'text' }, { at: child.span.end, kind: 'text' });
    }
  }
  return found;
}

describe('covers of template languages', () => {
  const known = attributesOf(html, plain);
  const everywhere = places(plain);

  for (const dialect of templates) {
    const { inValue, between, inText, unfinished } = constructs[dialect.id] ?? assert.fail(dialect.id);

    it(`${dialect.id}: what is put into HTML moves no attribute`, () => {
      const random = randomFrom(7);
      const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
      for (let round = 0; round < 400; round++) {
        const count = 1 + Math.floor(random() * 4);
        const chosen = Array.from(
          { length: count },
          () => everywhere[Math.floor(random() * everywhere.length)],
        );
        const inserts = new Map<number, string>();
        for (const place of chosen) {
          if (!place || inserts.has(place.at)) continue;
          const { kind } = place;
          const piece =
            kind === 'value' ? pick(inValue) : kind === 'text' ? pick(inText) : `${pick(between)} `;
          inserts.set(place.at, piece);
        }
        const { text, moved } = insertAll(plain, inserts);
        const found = attributesOf(dialect, text);
        for (const key of known.keys()) {
          const [at = '', name = ''] = key.split(' ');
          assert.ok(found.has(`${moved(Number(at))} ${name}`), `${name} is lost in\n${text}`);
        }
      }
    });

    it(`${dialect.id}: a half-typed construct leaves all other lines as they were`, () => {
      const lineEnds = [...plain.matchAll(/\n/g)].map((m) => m.index);
      for (const at of lineEnds) {
        for (const opening of unfinished) {
          const text = plain.slice(0, at) + opening + plain.slice(at);
          const found = attributesOf(dialect, text);
          const lineStart = plain.lastIndexOf('\n', at - 1);
          for (const key of known.keys()) {
            const [offset = '', name = ''] = key.split(' ');
            const from = Number(offset);
            if (from > lineStart && from < at) continue;
            assert.ok(
              found.has(`${from < at ? from : from + opening.length} ${name}`),
              `${name} is lost after ${JSON.stringify(opening)} in\n${text}`,
            );
          }
        }
      }
    });

    it(`${dialect.id}: is linear in unfinished constructs`, () => {
      const size = 120_000;
      for (const opening of [
        ...unfinished,
        ...unfinished.map((u) => `${u}\n`),
        ...unfinished.map((u) => `${u}"`),
      ]) {
        const text = opening.repeat(Math.ceil(size / opening.length));
        const milliseconds = cpuTime(() => dialect.parse(text, { path: 'x' }));
        assert.ok(milliseconds < 1_500, `${JSON.stringify(opening)}: ${milliseconds} ms`);
      }
    });
  }
});

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
