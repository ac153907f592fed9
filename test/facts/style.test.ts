import assert from 'node:assert/strict';
import { contrast, over, parseColor } from '../../server/src/facts/style/color.js';
import { readDeclarations, readSheet } from '../../server/src/facts/style/css.js';
import { cpuTime } from '../support/cpuTime.js';

const colorOf = (written: string) => {
  const color = parseColor(written);
  assert.ok(color, written);
  return color;
};

describe('colours', () => {
  for (const [written, red, green, blue, alpha] of [
    ['#fff', 255, 255, 255, 1],
    ['#0b2545', 11, 37, 69, 1],
    ['ff8800', 255, 136, 0, 1],
    ['#00000080', 0, 0, 0, 128 / 255],
    ['rgb(10, 20, 30)', 10, 20, 30, 1],
    ['rgba(10 20 30 / 50%)', 10, 20, 30, 0.5],
    ['rgb(100%, 0%, 0%)', 255, 0, 0, 1],
    ['hsl(120, 100%, 50%)', 0, 255, 0, 1],
    ['hsl(-120, 100%, 50%)', 0, 0, 255, 1],
    ['RebeccaPurple', 102, 51, 153, 1],
    ['transparent', 255, 255, 255, 0],
  ] as const) {
    it(written, () => {
      const color = colorOf(written);
      const rounded = [color.red, color.green, color.blue].map(Math.round);
      assert.deepEqual([...rounded, color.alpha], [red, green, blue, alpha]);
    });
  }

  it('are nothing else', () => {
    for (const written of ['', '#12345', 'inherit', 'var(--x)', 'rgb(1,2)', 'rgb(a,b,c)', 'brand'])
      assert.equal(parseColor(written), undefined, written);
  });

  it('contrast as WCAG says', () => {
    assert.equal(contrast(colorOf('black'), colorOf('white')).toFixed(2), '21.00');
    assert.equal(contrast(colorOf('#767676'), colorOf('#fff')).toFixed(2), '4.54');
    assert.equal(contrast(colorOf('red'), colorOf('red')), 1);
    assert.equal(over(colorOf('#00000080'), colorOf('white')).red.toFixed(0), '127');
  });
});

describe('declarations', () => {
  it('are read with their places', () => {
    const css = ' color : #FFF ; background: url("a;b.png") !important;font-size:{{ size }};; x; -y:1';
    const read = readDeclarations(css);
    assert.deepEqual(
      read.map(({ property, value, important }) => [property, value, important]),
      [
        ['color', '#FFF', false],
        ['background', 'url("a;b.png")', true],
        ['font-size', '{{ size }}', false],
        ['-y', '1', false],
      ],
    );
    for (const { value, valueSpan, span, property } of read) {
      assert.equal(css.slice(valueSpan.start, valueSpan.end), value);
      assert.ok(css.slice(span.start, span.end).startsWith(property));
    }
  });

  it('of a sheet come with their selectors and media', () => {
    const css =
      '/* .x{} */ @font-face { font-family: A; } a, .b > c { color: red } @media (max-width: 480px) { .n { display: none; } } .after { color: {{ c }}; opacity: 1';
    assert.deepEqual(
      readSheet(css).map((r) => [
        r.selectors,
        r.media,
        r.declarations.map((d) => `${d.property}:${d.value}`),
      ]),
      [
        [['a', '.b > c'], [], ['color:red']],
        [['.n'], ['@media (max-width: 480px)'], ['display:none']],
        [['.after'], [], ['color:{{ c }}', 'opacity:1']],
      ],
    );
  });

  it('cost time linear in their length', () => {
    const time = (n: number) =>
      cpuTime(() => {
        readSheet(`a{${'x:y;'.repeat(n)}`);
        readSheet('a{'.repeat(n));
        readSheet('/*'.repeat(n));
        readSheet('@media x {'.repeat(n));
        readDeclarations('('.repeat(n));
        readDeclarations('a:"'.repeat(n));
      });
    time(2000);
    assert.ok(time(20_000) < 2000);
  });
});
