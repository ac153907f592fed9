import { spawnSync } from 'node:child_process';
import { bars, judge } from './bars.mjs';
import { interleave, median } from './measure.mjs';
import { kinds } from './sets.mjs';
import { megabytes, table } from './table.mjs';

const sizes = [1000, 10_000];
/** Peaks vary little from run to run. */
const ROUNDS = 1;

/** Peak memory of one process for 1,000 and for 10,000 files. @param stageAt makes a set: (kind, count) → set or undefined. */
export async function measureMemory(stageAt, { cli, scratch, tell }) {
  const check = [
    cli,
    'check',
    '--format',
    'json',
    '--no-config',
    '--exit-zero',
    '--no-prefilter',
    ...oneProcess(cli),
  ];
  const variants = [];
  for (const kind of Object.keys(kinds))
    for (const count of sizes) {
      const set = stageAt(kind, count);
      if (set)
        variants.push({ name: `${kind} ${count}`, kind, count, args: [...check, '.'], cwd: set.folder });
    }
  const results = await interleave(variants, ROUNDS, { scratch }, tell);
  const rows = variants.map(({ name, kind, count }) => {
    const failed = results.get(name).find((run) => run.failed)?.failed;
    return {
      kind,
      count,
      ...(failed ? { failed } : { rss: median(results.get(name).map((run) => run.rss)) }),
    };
  });
  return { title: 'Peak RSS of one process, without the pre-filter', rows, judged: judgeMemory(rows) };
}

/** `--concurrency 1` where the command line has it. */
function oneProcess(cli) {
  const { stdout } = spawnSync(process.execPath, [cli, '--help'], { encoding: 'utf8' });
  return stdout?.includes('--concurrency') ? ['--concurrency', '1'] : [];
}

function judgeMemory(rows) {
  const rss = (kind, count) => rows.find((r) => r.kind === kind && r.count === count)?.rss;
  const [few, many] = sizes.map((count) => rss('html', count));
  const code = rss('tsx', 1000);
  const growth = few && many && many / few;
  const more = few && code && code - few;
  return [
    judge(
      'HTML, 1,000 files',
      few && megabytes(few),
      `≤ ${megabytes(bars.memory)}`,
      few && few <= bars.memory,
    ),
    judge(
      'HTML, flat to 10,000',
      growth && `${growth.toFixed(2)} × of 1,000`,
      `≤ ${bars.flat} ×`,
      growth && growth <= bars.flat,
    ),
    judge(
      'TSX, more than for HTML',
      more && megabytes(more),
      `≤ ${megabytes(bars.typescriptWorker)}`,
      more && more <= bars.typescriptWorker,
    ),
  ];
}

export function memoryTable({ title, rows }) {
  const cells = rows.map(({ kind, count, rss, failed }) => [
    kinds[kind].title,
    count.toLocaleString('en'),
    failed ?? megabytes(rss),
  ]);
  return table([title, 'files', 'peak RSS'], cells);
}
