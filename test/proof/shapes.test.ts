import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defaultConfiguration } from '../../server/src/engine/configuration.js';
import { review } from '../../server/src/engine/review.js';
import { assertHeals } from '../support/heals.js';
import { root } from '../support/root.js';

const contact = { email: 'reception@hotel.example', privacyNotice: 'https://hotel.example/privacy' };
const options = { configuration: { ...defaultConfiguration, contact } };
const folder = path.join(root, 'test/proof/shapes');

interface Shape {
  readonly title: string;
  readonly path: string;
  /** Ids of repairs; or `cannot: …`, `nothing: …` with the reason. */
  readonly wanted: string;
  readonly text: string;
}

/** `=== title | path | wanted`, and the text on the lines below. */
function shapesIn(file: string): Shape[] {
  const parts = readFileSync(path.join(folder, file), 'utf8').split(/^=== /m).slice(1);
  return parts.map((part) => {
    const end = part.indexOf('\n');
    const [title = '', name = '', wanted = ''] = part.slice(0, end).split(' | ');
    return { title, path: name, wanted, text: part.slice(end + 1) };
  });
}

describe('repairs in the shape of each framework', function () {
  this.timeout(60_000);

  for (const file of readdirSync(folder)) {
    const rule = path.basename(file, '.txt');
    for (const { title, path: name, wanted, text } of shapesIn(file)) {
      it(`of ${rule}: ${title} (${wanted})`, async () => {
        const report = await review({ path: name, text }, options);
        const own = report.findings.filter((f) => f.ruleId === rule);
        const repairs = [...new Set(own.flatMap((f) => f.repairs.map(({ id }) => id)))].sort();
        const found = own.length === 0 ? 'nothing' : repairs.length === 0 ? 'cannot' : repairs.join(' ');
        assert.equal(found, wanted.replace(/:.*$/, ''), text);
        await assertHeals({ path: name, text }, { ...report, notReviewed: [] }, options);
      });
    }
  }
});
