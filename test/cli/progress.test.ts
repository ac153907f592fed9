import assert from 'node:assert/strict';
import { Progress } from '../../server/src/cli/progress.js';
import type { Terminal } from '../../server/src/cli/terminal.js';

function screen(interactive = true) {
  let written = '';
  const terminal: Terminal = {
    out: () => assert.fail('progress is no result'),
    problem: () => assert.fail('progress is no problem'),
    err: (text) => {
      written += text;
    },
    color: false,
    width: 80,
    interactive,
  };
  return { terminal, written: () => written };
}

describe('progress', () => {
  it('shows itself after a second, and not too often', () => {
    const { terminal, written } = screen();
    let now = 0;
    const progress = new Progress(terminal, 'en', true, () => now);
    for (const [at, done] of [
      [0, 0],
      [999, 1],
      [1001, 2],
      [1050, 3],
      [1102, 4],
    ] as const) {
      now = at;
      progress.show(done, 9);
    }
    assert.equal(written(), '\r\x1b[K2 of 9 files\r\x1b[K4 of 9 files');
    progress.clear();
    progress.clear();
    assert.equal(written(), '\r\x1b[K2 of 9 files\r\x1b[K4 of 9 files\r\x1b[K');
  });

  it('leaves files, pipes and those who do not want it alone', () => {
    for (const [interactive, enabled] of [
      [false, true],
      [true, false],
    ] as const) {
      const { terminal, written } = screen(interactive);
      let now = 0;
      const progress = new Progress(terminal, 'en', enabled, () => now);
      now = 5000;
      progress.show(1, 2);
      progress.clear();
      assert.equal(written(), '');
    }
  });
});
