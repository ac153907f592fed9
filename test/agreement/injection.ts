import { html } from '../../server/src/dialects/html/index.js';
import { dialectFor } from '../../server/src/dialects/index.js';
import { templates } from '../../server/src/dialects/template/index.js';
import { filesBelow } from '../support/filesBelow.js';
import { attributesOf, inject, placesIn } from '../support/injection.js';
import { randomFrom } from '../support/random.js';
import { constructs } from '../support/templateConstructs.js';

// How many attributes of HTML keep their place when constructs of template languages are put among them, over the pages of
// plain HTML of some folders. usage: npm run agreement -- --injection FOLDER…   It fails below 99.9 %.

const ENOUGH = 0.999;
const ROUNDS = 10;
/** Beyond this a page takes long and shows nothing new. */
const LONGEST = 40_000;

const pages = [...filesBelow(process.argv.slice(2))].filter(
  ([file, text]) =>
    /\.html?$/.test(file) && text.length < LONGEST && dialectFor(file, undefined, text)?.id === 'html',
);
let enough = true;
for (const dialect of templates) {
  const pieces = constructs[dialect.id];
  if (!pieces) continue;
  const random = randomFrom(11);
  let all = 0;
  let kept = 0;
  let read = 0;
  for (const [file, text] of pages) {
    const known = attributesOf(html, text);
    const here = attributesOf(dialect, text);
    // What means something in that language already is no plain HTML there.
    if ([...known.keys()].some((key) => !here.has(key))) continue;
    read++;
    const places = placesIn(text);
    for (let round = 0; round < ROUNDS; round++) {
      const { text: changed, moved } = inject(text, places, pieces, random);
      const found = attributesOf(dialect, changed);
      const lost = [...known.keys()].filter((key) => {
        const [at = '', name = ''] = key.split(' ');
        return !found.has(`${moved(Number(at))} ${name}`);
      });
      all += known.size;
      kept += known.size - lost.length;
      if (lost.length > 0)
        console.log(`${dialect.id} ${file} round ${round}: ${lost.slice(0, 3).join(', ')}`);
    }
  }
  const share = all === 0 ? 1 : kept / all;
  enough &&= share >= ENOUGH;
  console.log(
    `${dialect.id}: ${kept} of ${all} attributes (${(100 * share).toFixed(2)} %) in ${read} of ${pages.length} pages`,
  );
}
process.exitCode = enough ? 0 : 1;
