import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/core/edit.js';
import type { Span } from '../../server/src/core/span.js';
import { type Part, partsOf } from '../../server/src/engine/embedded.js';
import type { Doc } from '../../server/src/model/nodes.js';
import { descendants } from '../../server/src/model/query.js';
import { falseClaims } from '../support/claims.js';
import { byDialect, examples, type Fixture, fixtures, readerOf } from '../support/fixtures.js';

const all = [...fixtures, ...examples];

describe('what spans cut out', function () {
  this.timeout(20_000);

  for (const fixture of all) {
    it(`of ${fixture.name} is what its nodes claim`, async () => {
      const doc = (await readerOf(fixture))(fixture.text);
      assert.deepEqual(falseClaims(doc), []);
      for (const part of partsOf(doc)) assert.deepEqual(falseClaims(part.doc, part.container.text), []);
    });
  }

  for (const [dialect, [fixture = assert.fail()]] of byDialect) {
    it(`is seen to be something else in ${dialect} where spans are off by one`, async () => {
      const doc = (await readerOf(fixture))(fixture.text);
      const parts = partsOf(doc).map(({ doc }) => doc);
      const shifted = [doc, ...parts].flatMap((d) => falseClaims(shiftedBy(d)));
      assert.notDeepEqual(shifted, []);
    });
  }
});

describe('what stands encoded or in strings', function () {
  this.timeout(60_000);

  for (const fixture of all) {
    it(`of ${fixture.name} is written in its place, or not at all`, async () => {
      const read = await readerOf(fixture);
      const parts = partsOf(read(fixture.text)).filter(({ maps }) => maps.length === 1);
      for (const [index, part] of parts.entries()) {
        for (const span of spansOf(part.doc)) assertWritten(fixture, read, part, index, span);
      }
    });
  }
});

/** What a document reads when it is asked for is no property of its own. */
function shiftedBy(doc: Doc): Doc {
  const { root, comments, settings, text } = doc;
  return { ...doc, root, comments, settings, text: ` ${text}` };
}

/** Some attributes' values and some texts, over the whole document. */
function spansOf(doc: Doc): Span[] {
  const found = [...descendants(doc.root)].flatMap((node) =>
    node.kind === 'element'
      ? node.attributes.filter((a) => a.written !== '').map((a) => a.value.span)
      : node.kind === 'text'
        ? [node.span]
        : [],
  );
  // What code fills in may be written in another way.
  const within = found.filter(
    ({ start, end }) => end > start && end <= doc.text.length && !doc.text.slice(start, end).includes('${'),
  );
  const step = Math.ceil(within.length / 12);
  return within.filter((_, i) => i % step === 0);
}

/** What is exact can be written anew: the text then reads so, and everything else in it as before. */
function assertWritten(
  fixture: Fixture,
  read: (text: string) => Doc,
  { doc, maps: [map] }: Part,
  index: number,
  span: Span,
): void {
  assert.ok(map);
  for (const text of [doc.text.slice(span.start, span.end), 'hotel']) {
    const edit = map.toSourceEdit({ span, text });
    if (!map.toSource(span).exact) {
      assert.equal(edit, undefined);
      continue;
    }
    // What the encoding cannot say is not written.
    if (!edit) continue;
    const changed = read(applyEdits(fixture.text, [edit]));
    const again = partsOf(changed).filter(({ maps }) => maps.length === 1)[index];
    assert.equal(again?.doc.text, doc.text.slice(0, span.start) + text + doc.text.slice(span.end));
  }
}
