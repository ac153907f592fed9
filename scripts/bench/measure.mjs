import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = path.dirname(fileURLToPath(import.meta.url));

/**
 * Runs `node ARGS` to its end. Output goes to files, as a terminal or a slow reader would be measured otherwise.
 * @returns CPU seconds (user and system, all threads), peak resident bytes, wall seconds, the beginning of what it said on
 * standard error; or `{ failed }`, one sentence.
 */
export async function runNode(args, { cwd, scratch, codes = [0], preload = 'usage.cjs', env = {} }) {
  const file = (name) => path.join(scratch, name);
  const usage = file('usage.jsonl');
  fs.rmSync(usage, { force: true });
  const out = fs.openSync(file('stdout'), 'w');
  const err = fs.openSync(file('stderr'), 'w');
  const began = performance.now();
  const child = spawn(process.execPath, ['--require', path.join(here, preload), ...args], {
    cwd,
    stdio: ['ignore', out, err],
    env: { ...process.env, NO_COLOR: '1', BENCH_USAGE: usage, ...env },
  });
  const code = await new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (status, signal) => resolve(status ?? signal));
  });
  const wall = (performance.now() - began) / 1000;
  fs.closeSync(out);
  fs.closeSync(err);
  if (!codes.includes(code))
    return { failed: `ended with ${code}: ${firstWords(file('stderr')) || firstWords(file('stdout'))}` };
  const records = fs.existsSync(usage)
    ? fs
        .readFileSync(usage, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];
  const cpu = records.reduce((sum, r) => sum + r.cpu, 0);
  return {
    cpu,
    rss: Math.max(0, ...records.map((r) => r.rss)),
    wall,
    said: fs.readFileSync(file('stderr'), 'utf8').slice(0, 4000),
  };
}

function firstWords(file) {
  const text = fs.readFileSync(file, 'utf8').slice(0, 4000);
  return (
    text
      .split('\n')
      .find((line) => /error|cannot|unknown|invalid/i.test(line))
      ?.trim()
      .slice(0, 200) ?? text.trim().slice(0, 200)
  );
}

/**
 * Runs variants in turn, round after round (A B C A B C …), so that a drift of the machine meets all of them alike.
 * @param variants `{ name, args, rounds? }[]`: what takes long and needs no precision can sit out later rounds.
 * @param tell called before each run.
 * @returns a map from name to its runs, one a round; a variant that fails is not run again.
 */
export async function interleave(variants, rounds, options, tell) {
  const results = new Map(variants.map(({ name }) => [name, []]));
  const failed = new Set();
  for (let round = 0; round < rounds; round++) {
    for (const { name, args, rounds: own = rounds, ...more } of variants) {
      if (round >= own || failed.has(name)) continue;
      tell(`round ${round + 1} of ${rounds}: ${name}`);
      const run = await runNode(args, { ...options, ...more });
      results.get(name).push(run);
      if (run.failed) failed.add(name);
    }
  }
  return results;
}

export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))];
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Medians of runs, and of their ratios to the base's run in the same round; `{ failed }` where one failed. */
export function summarize(runs, base) {
  const broken = [...runs, ...base].find((run) => run.failed);
  if (broken) return { failed: broken.failed };
  const ratios = (key) => runs.map((run, i) => run[key] / base[i][key]);
  const cpu = ratios('cpu');
  return {
    cpu: median(runs.map((r) => r.cpu)),
    rss: median(runs.map((r) => r.rss)),
    wall: median(runs.map((r) => r.wall)),
    ratio: median(cpu),
    lowest: Math.min(...cpu),
    highest: Math.max(...cpu),
    wallRatio: median(ratios('wall')),
    rounds: runs.length,
  };
}
