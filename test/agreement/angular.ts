import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import typescript from 'typescript';
import { readAngular } from '../../server/src/dialects/angular/parse.js';
import { dialectFor } from '../../server/src/dialects/index.js';
import { angularAttributeOffsets } from '../support/angularOffsets.js';
import { attributeOffsets } from '../support/attributeOffsets.js';

// How far we agree with Angular's own parser on where attributes stand. usage: node out/test/agreement/angular.js FOLDER…
let theirs = 0;
let agreed = 0;
let more = 0;
for (const folder of process.argv.slice(2)) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.html')) continue;
    const text = readFileSync(path.join(folder, name), 'utf8');
    if (dialectFor(name, undefined, text)?.id !== 'angular') continue;
    const wanted = angularAttributeOffsets(text);
    const ours = new Set(attributeOffsets(readAngular(typescript, text, { path: name })));
    const missing = wanted.filter((at) => !ours.has(at));
    theirs += wanted.length;
    agreed += wanted.length - missing.length;
    more += ours.size - (wanted.length - missing.length);
    for (const at of missing) console.log(`${name}:${at} ${JSON.stringify(text.slice(at, at + 40))}`);
  }
}
console.log(
  `${agreed} of ${theirs} attributes (${((100 * agreed) / theirs).toFixed(2)} %), ${more} that Angular does not see`,
);
