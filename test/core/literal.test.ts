import assert from 'node:assert/strict';
import { type Literal, readLiteral } from '../../server/src/core/literal.js';
import { randomFrom } from '../support/random.js';

/** Keys and values as one line, what is code in angle brackets. */
function drawn(text: string, literal: Literal): string {
  if (literal.kind === 'scalar') return JSON.stringify(literal.value);
  if (literal.kind === 'code') return `<${text.slice(literal.span.start, literal.span.end)}>`;
  if (literal.kind === 'array') return `[${literal.items.map((item) => drawn(text, item)).join(' ')}]`;
  const entries = literal.entries.map(({ key, value }) => `${key}=${drawn(text, value)}`);
  return `{${[...entries, ...(literal.openEnded ? ['…'] : [])].join(' ')}}`;
}

const draw = (text: string) => drawn(text, readLiteral(text, 0));

describe('literals', () => {
  it('reads objects, arrays and scalars as JavaScript and JSON write them', () => {
    assert.equal(
      draw(`{ a: 1, "b-c": 'x', 'd': [true, null, -2.5,], e: { f: \`t\` }, g: 1_000 }`),
      '{a=1 b-c="x" d=[true null -2.5] e={f="t"} g=1000}',
    );
  });

  it('passes over comments', () => {
    assert.equal(draw('{ // no: 1,\n a: /* b: 2, */ 3 }'), '{a=3}');
  });

  it('tells code from values', () => {
    assert.equal(
      draw('{ a: !0, b: x ? 1 : 2, c: 60 * 60, d: () => { y: 1 }, e(z) { return {}; }, f, ...g, [h]: 1 }'),
      '{a=true b=<x ? 1 : 2> c=<60 * 60> d=<() => { y: 1 }> e=<e> f=<f> …}',
    );
  });

  it('is not led astray by brackets and commas in strings', () => {
    assert.equal(draw(`{ a: f('},{', "\\""), b: "it's" }`), `{a=<f('},{', "\\"")> b="it's"}`);
  });

  it('reads what is cut anywhere, with spans inside the text', () => {
    const whole = `{ a: [1, { b: 'x\\'y', c: f({ d: 1 }) }], /* e */ "g": \`h \${i}\`, ...j, [k]: l }`;
    const random = randomFrom(7);
    const below = (limit: number) => Math.floor(random() * limit);
    for (let end = 0; end <= whole.length; end++) check(whole.slice(0, end));
    for (let run = 0; run < 500; run++) {
      const from = below(whole.length);
      check(whole.slice(0, from) + whole.slice(from + 1 + below(5)));
    }
    function check(text: string) {
      const pending = [readLiteral(text, 0)];
      for (let next = pending.pop(); next; next = pending.pop()) {
        assert.ok(next.span.start <= next.span.end && next.span.end <= text.length, text);
        if (next.kind === 'array') pending.push(...next.items);
        if (next.kind === 'object') pending.push(...next.entries.map(({ value }) => value));
      }
    }
  });

  it('takes time linear in the text', () => {
    for (const piece of ['{a:', '[', '{', '"', '/*', "{a:'", '(']) {
      const time = (times: number) => {
        const text = piece.repeat(times);
        const started = process.cpuUsage().user;
        readLiteral(text, 0);
        return process.cpuUsage(undefined).user - started;
      };
      time(2_000);
      assert.ok(time(40_000) < 60 * Math.max(time(4_000), 4_000), piece);
    }
  });
});
