#!/usr/bin/env node
// node scripts/bench/dialects.mjs [NAMES [COPIES]]: parse time of each dialect by size, as a ratio to that of plain HTML with the same markup
// (of JSX and MDX to that of TypeScript's parser alone). Needs `npx tsc -b`. Names are dialects, separated by commas.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import { measured, pageIn } from './page.mjs';
import { table, times } from './table.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const { dialectById, loadDialect } = await import(
  pathToFileURL(path.join(root, 'out/server/src/dialects/index.js'))
);

/** Copies of the form: about 50 KB and 500 KB, or as asked for. */
const SIZES = process.argv[3]?.split(',').map(Number) ?? [32, 320];
const ROUNDS = 30;
/** Milliseconds that one dialect is parsed for before the next has its turn. */
const TURN = 60;
const LIMIT = 2;

const wanted = process.argv[2]?.split(',') ?? measured;

const timed = (call) => {
  const before = process.cpuUsage();
  call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

async function parserOf(id, copies) {
  const { name, text } = pageIn(id, copies);
  const dialect = await loadDialect(dialectById(id));
  return { id, length: text.length, parse: () => dialect.parse(text, { path: name }) };
}

/** TypeScript alone, on the text that the dialect gets. */
function typescriptAlone(id, copies) {
  const { text } = pageIn(id, copies);
  return {
    id: `${id} floor`,
    length: text.length,
    parse: () => ts.createSourceFile('x.jsx', text, ts.ScriptTarget.Latest, true),
  };
}

async function measure(copies) {
  const html = await parserOf('html', copies);
  const floors = { jsx: typescriptAlone('jsx', copies) };
  const others = await Promise.all(wanted.filter((id) => id !== 'html').map((id) => parserOf(id, copies)));
  const all = [html, ...(wanted.includes('jsx') ? [floors.jsx] : []), ...others];
  const best = new Map(all.map((p) => [p, Number.POSITIVE_INFINITY]));
  // In turn, round after round: a machine that is busy for a while is so for all. Of all parses the fastest counts.
  for (let round = 0; round < ROUNDS; round++)
    for (const p of all)
      for (let spent = 0; spent < TURN; ) {
        const time = timed(p.parse);
        spent += time;
        best.set(p, Math.min(best.get(p), time));
      }
  return others.map((p) => {
    const base = floors[p.id] ?? html;
    return {
      id: p.id,
      base: base.id,
      length: p.length,
      own: best.get(p),
      ratio: best.get(p) / p.length / (best.get(base) / base.length),
    };
  });
}

for (const copies of SIZES) {
  const rows = await measure(copies);
  const head = [`${copies} forms`, 'KB', 'ms', 'ratio', 'of', ''];
  const cells = rows.map(({ id, base, length, own, ratio }) => [
    id,
    Math.round(length / 1000),
    own.toFixed(1),
    times(ratio),
    base,
    ratio <= LIMIT ? 'met' : 'not met',
  ]);
  process.stdout.write(`${table(head, cells)}\n\n`);
}
