import assert from 'node:assert/strict';
import { applyEdits, compatible, type Edit } from '../../server/src/core/edit.js';
import { composeEdits, mapSpan } from '../../server/src/engine/editMap.js';
import { randomFrom } from '../support/random.js';

function edit(start: number, end: number, text = ''): Edit {
  return { span: { start, end }, text };
}

/** Compatible edits of a text, some touching one another, some inserting, some deleting. */
function randomEdits(text: string, random: () => number): Edit[] {
  const edits: Edit[] = [];
  for (let at = 0; at <= text.length; ) {
    const start = at + Math.floor(random() * 5);
    const end = start + Math.floor(random() * 4);
    if (end > text.length) break;
    const candidate = edit(start, end, 'XYZ'.slice(0, Math.floor(random() * 4)));
    if (compatible([...edits, candidate])) edits.push(candidate);
    at = Math.max(end, at + 1);
  }
  return edits.reverse();
}

describe('composeEdits', () => {
  it('gives one change for two, whatever they are', () => {
    const random = randomFrom(1);
    for (let i = 0; i < 2000; i++) {
      const text = 'abcdefghijklmnopqrstuvwxyz'.slice(0, Math.floor(random() * 27));
      const first = randomEdits(text, random);
      const between = applyEdits(text, first);
      const second = randomEdits(between, random);
      const composed = composeEdits(first, second);
      assert.equal(
        applyEdits(text, composed),
        applyEdits(between, second),
        JSON.stringify({ text, first, second, composed }),
      );
      const starts = composed.map(({ span }) => span.start);
      assert.deepEqual(
        starts,
        [...starts].sort((a, b) => a - b),
      );
    }
  });

  it('leaves out what cancels itself', () => {
    assert.deepEqual(composeEdits([edit(2, 2, 'xx')], [edit(2, 4)]), []);
    assert.deepEqual(composeEdits([], []), []);
  });
});

describe('mapSpan', () => {
  const rows: readonly [title: string, span: [number, number], edits: Edit[], expected: [number, number]][] =
    [
      ['before the edits', [0, 2], [edit(5, 6)], [0, 2]],
      ['after a deletion', [5, 7], [edit(0, 3)], [2, 4]],
      ['after an insertion', [5, 7], [edit(0, 0, 'abc')], [8, 10]],
      ['around an edit', [0, 9], [edit(3, 4, 'abc')], [0, 11]],
      ['an insertion at its start', [5, 7], [edit(5, 5, 'ab')], [7, 9]],
      ['an insertion at its end', [5, 7], [edit(7, 7, 'ab')], [5, 7]],
      ['deleted', [5, 7], [edit(4, 8)], [4, 4]],
      ['its first half deleted', [5, 9], [edit(4, 7)], [4, 6]],
      ['its second half replaced', [5, 9], [edit(7, 12, 'x')], [5, 7]],
      ['several edits in any order', [5, 9], [edit(8, 8, 'x'), edit(0, 1)], [4, 9]],
    ];
  for (const [title, [start, end], edits, [from, to]] of rows) {
    it(title, () => assert.deepEqual(mapSpan({ start, end }, edits), { start: from, end: to }));
  }
});
