import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Doc } from '../../server/src/model/nodes.js';
import { dump } from './dump.js';
import { matchSnapshot } from './snapshot.js';
import { assertTrueSpans } from './spans.js';

/** The tests of one fixture of a dialect: as drawn, at every cut, with any stretch taken out. Gives the fixture's text. */
export function readsFixture(folder: string, name: string, read: (text: string) => Doc): string {
  const text = readFileSync(path.join(folder, name), 'utf8');
  it(`reads ${name} as drawn`, () => matchSnapshot(path.join(folder, `${name}.snap`), dump(read(text))));
  it(`reads every beginning of ${name}, with spans true to the text`, () => {
    for (let end = 0; end <= text.length; end++) assertTrueSpans(read(text.slice(0, end)));
  });
  it(`reads ${name} with any stretch taken out`, () => {
    for (let start = 0; start < text.length; start += 3) {
      for (const length of [1, 7, 40])
        assertTrueSpans(read(text.slice(0, start) + text.slice(start + length)));
    }
  });
  return text;
}
