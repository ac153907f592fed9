import assert from 'node:assert/strict';
import { SourceMapBuilder } from '../../server/src/core/sourceMap.js';

/** `ab\nc\td`, in which `\n` and `\t` stand for one character each and `~` for none. */
const source = 'ab\\nc~\\td';

function decoded(write?: (text: string) => string | undefined) {
  const builder = new SourceMapBuilder(source);
  builder.copy(0, 1);
  builder.copy(1, 2);
  builder.decoded('\n', 2, 4);
  builder.copy(4, 5);
  builder.decoded('\t', 6, 8);
  builder.copy(8, 9);
  return builder.finish({ start: 0, end: source.length }, write);
}

describe('source map', () => {
  const { text, map } = decoded((plain) => (plain.includes('!') ? undefined : plain.toUpperCase()));
  const at = (start: number, end: number) => {
    const { span, exact } = map.toSource({ start, end });
    return [source.slice(span.start, span.end), exact];
  };

  it('leads every stretch back to what it was decoded from', () => {
    assert.equal(text, 'ab\nc\td');
    assert.deepEqual(at(0, 2), ['ab', true]);
    assert.deepEqual(at(1, 4), ['b\\nc', true]);
    assert.deepEqual(at(2, 3), ['\\n', true]);
    assert.deepEqual(at(3, 4), ['c', true]);
    assert.deepEqual(at(3, 5), ['c~\\t', true]);
    assert.deepEqual(at(0, 6), [source, true]);
  });

  it('gives an empty place one place', () => {
    for (let i = 0; i <= text.length; i++) assert.deepEqual(at(i, i), ['', true]);
    assert.equal(map.toSource({ start: 4, end: 4 }).span.start, 6);
    assert.equal(map.toSource({ start: 6, end: 6 }).span.start, 9);
  });

  it('gives the nearest place around a part of what was decoded as one', () => {
    const builder = new SourceMapBuilder('x&fjlig;y');
    builder.copy(0, 1);
    builder.decoded('fj', 1, 8);
    builder.copy(8, 9);
    const { map: lossy } = builder.finish({ start: 0, end: 9 }, (plain) => plain);
    assert.deepEqual(lossy.toSource({ start: 0, end: 2 }), { span: { start: 0, end: 8 }, exact: false });
    assert.deepEqual(lossy.toSource({ start: 2, end: 4 }), { span: { start: 1, end: 9 }, exact: false });
    assert.equal(lossy.toSourceEdit({ span: { start: 2, end: 4 }, text: '' }), undefined);
    assert.deepEqual(lossy.toSourceEdit({ span: { start: 1, end: 3 }, text: '' }), {
      span: { start: 1, end: 8 },
      text: '',
    });
  });

  it('writes edits as the source has to have them, or not at all', () => {
    assert.deepEqual(map.toSourceEdit({ span: { start: 1, end: 3 }, text: 'q' }), {
      span: { start: 1, end: 4 },
      text: 'Q',
    });
    assert.equal(map.toSourceEdit({ span: { start: 1, end: 3 }, text: '!' }), undefined);
    const { map: readOnly } = decoded();
    assert.equal(readOnly.toSource({ start: 0, end: 1 }).exact, false);
    assert.equal(readOnly.toSourceEdit({ span: { start: 0, end: 1 }, text: '' }), undefined);
  });

  it('has a place for an empty text', () => {
    const { map: empty } = new SourceMapBuilder(source).finish({ start: 2, end: 4 }, (plain) => plain);
    assert.deepEqual(empty.toSource({ start: 0, end: 0 }), { span: { start: 2, end: 2 }, exact: true });
  });
});
