#!/usr/bin/env node
// npm run bench -- FOLDER: speed, cold start, editing latency and memory of dist/, against the bare parsers and other linters.
// How to read it: docs/bench.md.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { coldTable, measureCold } from './bench/cold.mjs';
import { BenchError } from './bench/error.mjs';
import { latencyTable, measureLatency } from './bench/latency.mjs';
import { measureMemory, memoryTable } from './bench/memory.mjs';
import { help, readOptions } from './bench/options.mjs';
import { installPeers } from './bench/peers.mjs';
import { findFiles, kinds, stage } from './bench/sets.mjs';
import { measureSpeed, speedTable } from './bench/speed.mjs';
import { verdicts } from './bench/table.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const say = (text) => process.stdout.write(`${text}\n\n`);
const note = (text) => process.stderr.write(`${text}\n`);

/** Progress on one line of a terminal; nothing elsewhere. */
const tell = (text) => process.stderr.isTTY && process.stderr.write(`\r\x1b[K${text.slice(0, 100)}`);

function built(folder, name) {
  const file = path.join(path.resolve(root, folder), name);
  if (!fs.existsSync(file))
    throw new BenchError(`${file} is not there: run \`node scripts/build.mjs --production\` first`);
  const made = fs.statSync(file).mtimeMs;
  const newer = fs
    .readdirSync(path.join(root, 'server/src'), { recursive: true })
    .find((source) => fs.statSync(path.join(root, 'server/src', source)).mtimeMs > made);
  if (newer) note(`Note: ${name} is older than server/src/${newer}; what is measured is the older build.`);
  return file;
}

/** The other linters' folder; undefined, with the reason told, where they cannot be had. */
function peers(wanted) {
  if (!wanted) return undefined;
  try {
    return installPeers(note);
  } catch (error) {
    if (!(error instanceof BenchError)) throw error;
    note(`${error.message}\nThe run goes on without them.`);
    return undefined;
  }
}

async function run(options, scratch) {
  const source = path.resolve(options.folder);
  const staged = new Map();
  const stageAt = (kind, count) => {
    const target = path.join(scratch, 'files', kind, String(count));
    if (!staged.has(target)) staged.set(target, stage(source, kinds[kind], count, target));
    return staged.get(target);
  };
  const present = Object.keys(kinds).filter((kind) => findFiles(source, kinds[kind]).length > 0);
  if (present.length === 0) throw new BenchError(`${options.folder} has no HTML, TSX, JSX, TS or JS files`);
  const wants = (section) => options.only.has(section);
  const shared = { ...options, scratch, tell };
  if (wants('speed') || wants('cold') || wants('memory')) shared.cli = built(options.dist, 'cli.js');
  if (wants('latency')) shared.server = built(options.dist, 'server.js');
  const results = {};
  const add = (name, result, drawn) => {
    tell('');
    results[name] = result;
    say(drawn(result));
  };
  if (wants('speed')) {
    shared.peers = peers(options.peers);
    for (const kind of present)
      add(kind, await measureSpeed(kind, stageAt(kind, options.limit), shared), speedTable);
  }
  if (wants('cold') && present.includes('html')) {
    const few = Math.min(options.limit, 50);
    add('cold', await measureCold(stageAt('html', few), stageAt('tsx', few), shared), coldTable);
  }
  if (wants('latency')) {
    const folders = Object.fromEntries(
      present.filter((kind) => hasMarkup(source, kind)).map((kind) => [kind, source]),
    );
    add('latency', await measureLatency(folders, shared), latencyTable);
  }
  if (wants('memory')) add('memory', await measureMemory(stageAt, shared), memoryTable);
  return results;
}

/** Typing is measured in markup; plain TS and JS have none. */
const hasMarkup = (source, kind) =>
  kind === 'html' || findFiles(source, { endings: ['.tsx', '.jsx'] }).length > 0;

async function main() {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return say(help);
  const [load = 0] = os.loadavg();
  if (load > os.cpus().length / 2)
    note(
      `Note: the machine is busy (load ${load.toFixed(1)} on ${os.cpus().length} processors). Ratios of processor time bear that; wall-clock figures, latency above all, do not.`,
    );
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'privacylint-bench-'));
  process.once('exit', () => fs.rmSync(scratch, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
  const results = await run(options, scratch);
  const judged = Object.values(results).flatMap((result) => result.judged);
  say(verdicts(judged));
  const machine = { node: process.version, platform: process.platform, cpus: os.cpus().length };
  if (options.json)
    fs.writeFileSync(options.json, `${JSON.stringify({ machine, ...results }, undefined, 2)}\n`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof BenchError)) throw error;
  note(`bench: ${error.message}`);
  process.exitCode = 2;
}
