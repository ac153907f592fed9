import fs from 'node:fs';
import path from 'node:path';
import { bars, judge } from './bars.mjs';
import { here, interleave, runNode, summarize } from './measure.mjs';
import { findFiles, kinds } from './sets.mjs';
import { milliseconds, table, times } from './table.mjs';

/** Bytes: about the mean of HTML files in public repositories. */
const TYPICAL = 3000;

/** What one small HTML file costs from start to end, and whether TypeScript's parser stays out of it. */
export async function measureCold(html, tsx, { cli, runs, scratch, tell }) {
  const file = smallFile(html.folder);
  const check = [cli, 'check', '--format', 'json', '--no-config', '--exit-zero', '--no-prefilter'];
  const variants = [
    { name: 'node + parse5', args: [path.join(here, 'floors/html.mjs'), file] },
    { name: 'Privacylint', args: [...check, file] },
    { name: 'node alone', args: ['--eval', ''] },
  ];
  // a run is short: a few more of them cost little
  const results = await interleave(variants, 3 * runs, { cwd: html.folder, scratch }, tell);
  const base = results.get('node + parse5');
  const rows = variants.map(({ name }) => ({ name, ...summarize(results.get(name), base) }));
  const { ratio, failed } = rows.find((r) => r.name === 'Privacylint');
  const loaded = async (set) => set && loadsTypescript([...check, '.'], set.folder, scratch);
  tell('is TypeScript loaded?');
  const [forHtml, forTsx] = [await loaded(html), await loaded(tsx)];
  return {
    title: `Cold start: one HTML file of ${fs.statSync(path.join(html.folder, file)).size.toLocaleString('en')} bytes`,
    rows,
    judged: [
      judge(
        'Cold start',
        failed ? undefined : times(ratio),
        `≤ ${bars.cold} × node + parse5`,
        failed ? undefined : ratio <= bars.cold,
      ),
      judge('TypeScript not loaded for HTML', ...seen(forHtml, forTsx)),
    ],
  };
}

/** That nothing was seen proves something only where the same look sees it for TSX. */
function seen(forHtml, forTsx) {
  if (forHtml === undefined) return [undefined, 'not loaded', undefined];
  if (forHtml) return ['loaded', 'not loaded', false];
  if (forTsx === false) return ['not seen for TSX either', 'not loaded', undefined];
  return [
    forTsx ? 'not loaded (for TSX it is)' : 'not loaded (not compared: no TSX files)',
    'not loaded',
    true,
  ];
}

async function loadsTypescript(args, cwd, scratch) {
  const answer = path.join(scratch, 'loads');
  fs.rmSync(answer, { force: true });
  const run = await runNode(args, { cwd, scratch, preload: 'loads.cjs', env: { BENCH_LOADS: answer } });
  return run.failed || !fs.existsSync(answer) ? undefined : fs.readFileSync(answer, 'utf8') === 'yes';
}

/** The file nearest to the typical size, of those that have a form control. */
function smallFile(folder) {
  const files = findFiles(folder, kinds.html);
  const far = (name) => Math.abs(fs.statSync(path.join(folder, name)).size - TYPICAL);
  const nearest = files.map((name) => [far(name), name]).sort(([a], [b]) => a - b);
  const found = nearest.find(([, name]) => /<input/i.test(fs.readFileSync(path.join(folder, name), 'utf8')));
  return (found ?? nearest[0])[1];
}

export function coldTable({ title, rows }) {
  const ms = (s) => milliseconds(1000 * s);
  const cells = rows.map(({ name, failed, cpu, ratio, wall, wallRatio, rounds }) =>
    failed ? [name, failed.slice(0, 60)] : [name, ms(cpu), times(ratio), ms(wall), times(wallRatio), rounds],
  );
  return table([title, 'CPU', '× parse5', 'wall', '× parse5', 'runs'], cells);
}
