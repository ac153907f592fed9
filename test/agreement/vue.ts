import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import typescript from 'typescript';
import { readVue } from '../../server/src/dialects/vue/parse.js';
import { attributeOffsets } from '../support/attributeOffsets.js';
import { vueAttributeOffsets } from '../support/vueOffsets.js';

// How far we agree with Vue's own parser on where attributes stand. usage: node out/test/agreement/vue.js FOLDER…
let theirs = 0;
let agreed = 0;
let more = 0;
for (const folder of process.argv.slice(2)) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.vue')) continue;
    const text = readFileSync(path.join(folder, name), 'utf8');
    const wanted = vueAttributeOffsets(text);
    const ours = new Set(attributeOffsets(readVue(typescript, text, { path: name })));
    const missing = wanted.filter((at) => !ours.has(at));
    theirs += wanted.length;
    agreed += wanted.length - missing.length;
    more += ours.size - (wanted.length - missing.length);
    for (const at of missing) console.log(`${name}:${at} ${JSON.stringify(text.slice(at, at + 40))}`);
  }
}
console.log(
  `${agreed} of ${theirs} attributes (${((100 * agreed) / theirs).toFixed(2)} %), ${more} that Vue does not see`,
);
