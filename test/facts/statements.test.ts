import assert from 'node:assert/strict';
import { factsOf } from '../support/factsOf.js';

describe('statements about consent', () => {
  it('quote the words, across tags and line ends', async () => {
    const text = '<p>Welcome. By <b>registering</b>,\n you agree to receive our newsletter. Bye.</p>';
    const [statement, ...others] = (await factsOf(text)).statements;
    assert.deepEqual(others, []);
    assert.equal(statement?.text, 'By registering, you agree to receive our newsletter.');
    const { span } = statement?.implied ?? {};
    assert.equal(span && text.slice(span.start, span.end), 'By <b>registering</b>,\n you agree to');
  });

  it('know the form they stand in', async () => {
    const text =
      '<p>By ordering you accept our offers.</p><form><p>You can unsubscribe at any time.</p></form>';
    const { statements } = await factsOf(text);
    assert.deepEqual(
      statements.map((s) => [s.form, Boolean(s.implied), Boolean(s.withdrawal)]),
      [
        [undefined, true, false],
        [0, false, true],
      ],
    );
  });

  it('keep paragraphs, cells and list items apart', async () => {
    const text = '<ul><li>By registering</li><li>you agree to receive our offers</li></ul>';
    assert.deepEqual(
      (await factsOf(text)).statements.filter((s) => s.implied),
      [],
    );
  });

  it('leave scripts, styles and templates alone', async () => {
    const text = '<script>// By registering you agree to receive offers.</script><style>p{}</style>';
    assert.deepEqual((await factsOf(text)).statements, []);
  });
});
