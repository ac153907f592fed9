import assert from 'node:assert/strict';
import { EmbeddedScript } from '../../server/src/dialects/script/embeddedScript.js';
import { loadTypeScript, type TypeScript } from '../../server/src/dialects/script/typescript.js';

const TEXT = `<p title="https://example.org // no comment">{{ on && !off }}</p>
<script>
// the only comment
const on = true, off = false;
</script>`;

describe('code that markup holds', () => {
  let ts: TypeScript;
  let script: EmbeddedScript;
  const span = (part: string) => ({ start: TEXT.indexOf(part), end: TEXT.indexOf(part) + part.length });

  before(async () => {
    ts = await loadTypeScript();
    const start = TEXT.indexOf('<script>') + 8;
    script = new EmbeddedScript(ts, TEXT, [{ start, end: TEXT.indexOf('</script>') }], 'script.ts');
  });

  it('keeps the place of every node of an expression', () => {
    const expression = script.expression(span('on && !off'));
    assert.ok(expression && ts.isBinaryExpression(expression));
    assert.equal(script.source.slice(expression), 'on && !off');
    assert.equal(script.source.slice(expression.right), '!off');
  });

  it('lets expressions know the names of the scripts, and says where they are decided', () => {
    const expression = script.expression(span('on'));
    assert.ok(expression);
    const value = script.values.of(expression);
    assert.ok(value.state === 'known' && value.value === true && value.origin);
    assert.equal(TEXT.slice(value.origin.span.start, value.origin.span.end), 'true');
  });

  it('knows nothing of names that the markup declares for itself', () => {
    script.declare(['on'], { start: 0, end: TEXT.indexOf('</p>') });
    const expression = script.expression(span('on'));
    assert.equal(expression && script.values.of(expression).state, 'dynamic');
  });

  it('takes no markup for a comment', () => {
    assert.deepEqual(
      script.scan.comments.found.map((c) => c.text.trim()),
      ['the only comment'],
    );
  });

  for (const half of ['on &&', 'on) (off', '', '`', '/*', '{ a: [']) {
    it(`reads ${half || 'nothing'} as no expression`, () => {
      const text = `{{${half}}}`;
      const open = new EmbeddedScript(ts, text, [], 'script.ts');
      assert.equal(open.expression({ start: 2, end: text.length - 2 }), undefined);
    });
  }
});
