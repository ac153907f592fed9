import assert from 'node:assert/strict';
import type { Span } from '../../server/src/core/span.js';
import type { Doc } from '../../server/src/model/nodes.js';
import { elements } from '../../server/src/model/query.js';
import { byDialect, type Fixture, readerOf } from '../support/fixtures.js';
import { randomFrom } from '../support/random.js';
import { assertTrueSpans } from '../support/spans.js';

/** Cuts and deletions tried in each dialect, spread over its fixtures. */
const CUTS = 300;
const DELETIONS = 1000;
/** How often, at most, as many are tried again where more than one in a hundred is lost. */
const ROUNDS = 6;
const LONGEST = 16;

describe('damaged texts', function () {
  this.timeout(60_000);

  for (const [dialect, fixtures] of byDialect) {
    it(`${dialect}: every cut and deletion gives a document with true spans, and loses nothing on other lines`, async () => {
      const random = randomFrom(fixtures.length);
      const lost: string[] = [];
      let asked = 0;
      const drop = async (fixture: Fixture): Promise<void> => {
        const read = await readerOf(fixture);
        const { text } = fixture;
        const known = attributesOf(read(text));
        const borders = bordersIn(text);
        for (let i = Math.ceil(DELETIONS / fixtures.length); i > 0; i--) {
          const start = Math.floor(random() * text.length);
          const end = Math.min(text.length, start + 1 + Math.floor(random() * LONGEST));
          const doc = read(text.slice(0, start) + text.slice(end));
          assertTrueSpans(doc);
          if (borders.some((border) => border.start < end && start < border.end)) continue;
          const missing = lostBy(known, attributesOf(doc), { start, end }, text);
          asked += missing.asked;
          lost.push(...missing.lost.map((name) => `${fixture.name} ${start}–${end}: ${name}`));
        }
      };
      for (const fixture of fixtures) {
        const read = await readerOf(fixture);
        const { text } = fixture;
        const step = Math.max(1, Math.floor((text.length * fixtures.length) / CUTS));
        for (let end = Math.floor(random() * step); end <= text.length; end += step)
          assertTrueSpans(read(text.slice(0, end)));
      }
      // One deletion at the head of a large form may lose all of it: a sample of few deletions says little.
      for (let round = 0; round < ROUNDS && (round === 0 || lost.length > asked / 100); round++)
        for (const fixture of fixtures) await drop(fixture);
      assert.ok(lost.length <= asked / 100, `${lost.length} of ${asked}:\n${lost.slice(0, 40).join('\n')}`);
    });
  }
});

const BORDER =
  /<\/?(?:title|style|script|template|textarea)\b[^<>]*>?|<!--|-->|\/\*|\*\/|\{#|#\}|\{%-?\s*(?:end)?comment\b|<\?(?:php|=)?|\?>|^---$|`/gm;

/** What parts languages: without it, what follows is in another one, for a browser as well. */
function bordersIn(text: string): Span[] {
  return [...text.matchAll(BORDER)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

/** Where the names of attributes begin that stand in opening tags, with their tags. */
function attributesOf(doc: Doc): ReadonlyMap<number, Span> {
  const found = new Map<number, Span>();
  for (const { attributes, open, made } of elements(doc.root)) {
    // What a call makes has no tag: a quote that is missing in code changes what follows for every reader of it.
    if (made) continue;
    for (const { written, nameSpan } of attributes)
      if (written !== '' && open.start <= nameSpan.start) found.set(nameSpan.start, open);
  }
  return found;
}

/** Attributes of tags outside the damaged lines that are not found any more. */
function lostBy(
  known: ReadonlyMap<number, Span>,
  found: ReadonlyMap<number, Span>,
  { start, end }: Span,
  text: string,
): { readonly asked: number; readonly lost: readonly string[] } {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next < 0 ? text.length : next;
  const others = [...known].filter(([, tag]) => tag.end <= from || tag.start > to).map(([at]) => at);
  const lost = others.filter((at) => !found.has(at < from ? at : at - (end - start)));
  return { asked: others.length, lost: lost.map((at) => `${at} ${text.slice(at, at + 20)}`) };
}
