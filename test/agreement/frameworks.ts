import typescript from 'typescript';
import { readAngular } from '../../server/src/dialects/angular/parse.js';
import { dialectFor } from '../../server/src/dialects/index.js';
import { readSvelte } from '../../server/src/dialects/svelte/parse.js';
import { readVue } from '../../server/src/dialects/vue/parse.js';
import type { Doc } from '../../server/src/model/nodes.js';
import { angularAttributeOffsets } from '../support/angularOffsets.js';
import { attributeOffsets } from '../support/attributeOffsets.js';
import { filesBelow } from '../support/filesBelow.js';
import { svelteAttributeOffsets } from '../support/svelteOffsets.js';
import { vueAttributeOffsets } from '../support/vueOffsets.js';

// How far we agree with the parsers of Vue, Svelte and Angular on where attributes stand, over the files of some folders.
// usage: npm run agreement -- FOLDER…   It fails where we agree on less than 99.9 % of a framework's attributes.

const ENOUGH = 0.999;

interface Framework {
  readonly name: string;
  readonly is: (path: string, text: string) => boolean;
  readonly read: (text: string, path: string) => Doc;
  /** Offsets of attributes as its own parser has them; it throws where the file is not to be read. */
  readonly offsets: (text: string) => readonly number[] | Promise<readonly number[]>;
}

const frameworks: readonly Framework[] = [
  {
    name: 'Vue',
    is: (path) => path.endsWith('.vue'),
    read: (text, path) => readVue(typescript, text, { path }),
    offsets: vueAttributeOffsets,
  },
  {
    name: 'Svelte',
    is: (path) => path.endsWith('.svelte'),
    read: (text, path) => readSvelte(typescript, text, { path }),
    offsets: svelteAttributeOffsets,
  },
  {
    name: 'Angular',
    is: (path, text) => path.endsWith('.html') && dialectFor(path, undefined, text)?.id === 'angular',
    read: (text, path) => readAngular(typescript, text, { path }),
    offsets: angularAttributeOffsets,
  },
];

async function compare({ name, is, read, offsets }: Framework, folders: readonly string[]): Promise<boolean> {
  const count = { files: 0, unread: 0, theirs: 0, agreed: 0, more: 0 };
  for (const [file, text] of filesBelow(folders)) {
    if (!is(file, text)) continue;
    let wanted: readonly number[];
    try {
      wanted = await offsets(text);
    } catch {
      // Half-typed files, which the framework refuses.
      count.unread++;
      continue;
    }
    count.files++;
    const ours = new Set(attributeOffsets(read(text, file)));
    const missing = wanted.filter((at) => !ours.has(at));
    count.theirs += wanted.length;
    count.agreed += wanted.length - missing.length;
    count.more += ours.size - (wanted.length - missing.length);
    for (const at of missing) console.log(`${file}:${at} ${JSON.stringify(text.slice(at, at + 40))}`);
  }
  const { files, unread, theirs, agreed, more } = count;
  const share = theirs === 0 ? 1 : agreed / theirs;
  console.log(
    `${name}: ${agreed} of ${theirs} attributes (${(100 * share).toFixed(2)} %) in ${files} files, ${more} that it does not see; ${unread} files it does not read`,
  );
  return share >= ENOUGH;
}

async function main(folders: readonly string[]): Promise<void> {
  const enough: boolean[] = [];
  for (const framework of frameworks) enough.push(await compare(framework, folders));
  process.exitCode = enough.every(Boolean) ? 0 : 1;
}

void main(process.argv.slice(2));
