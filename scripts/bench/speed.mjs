import path from 'node:path';
import { bars, judge } from './bars.mjs';
import { here, interleave, summarize } from './measure.mjs';
import { peersOf } from './peers.mjs';
import { describe, kinds } from './sets.mjs';
import { megabytes, seconds, table, times } from './table.mjs';

const floors = {
  html: { name: 'parse5.parse with locations (floor)', file: 'html.mjs' },
  tsx: { name: 'ts.createSourceFile (floor)', file: 'tsx.cjs' },
};
const ours = 'Privacylint';
const oursFull = 'Privacylint --no-prefilter';

/** The command line on a folder, against the parse floor and the peers. */
export async function measureSpeed(kind, set, { cli, peers, runs, scratch, tell }) {
  const floor = floors[kind];
  const check = [cli, 'check', '--format', 'json', '--no-config', '--exit-zero', '--stats'];
  const rivals = peers ? peersOf(kind, peers) : [];
  const variants = [
    { name: floor.name, args: [path.join(here, 'floors', floor.file), '.'] },
    { name: ours, args: [...check, '.'] },
    { name: oursFull, args: [...check, '--no-prefilter', '.'] },
    ...rivals.map(({ heavy, ...peer }) => ({ ...peer, ...(heavy && { rounds: 2 }) })),
  ];
  const results = await interleave(variants, runs, { cwd: set.folder, scratch }, tell);
  const base = results.get(floor.name);
  const rows = variants.map(({ name }) => ({ name, ...summarize(results.get(name), base) }));
  const row = (name) => rows.find((r) => r.name === name);
  const skipped = filteredIn(results.get(ours)[0]);
  const title = `${kinds[kind].title}: ${describe(set)}${skipped}`;
  return { title, rows, judged: judgeSpeed(kind, row, rivals) };
}

/** How much the pre-filter could do: on files that all hold something to review it is of no use. */
function filteredIn({ said = '' }) {
  const [, files, filtered] = /(\d+) files reviewed.*?(\d+) of them without parsing/.exec(said) ?? [];
  return files === undefined ? '' : `, pre-filter leaves ${files - filtered} to parse`;
}

function judgeSpeed(kind, row, rivals) {
  const { title } = kinds[kind];
  const floorOf = (name, limit) => {
    const { ratio } = row(name);
    return [ratio && times(ratio), `≤ ${limit} × floor`, ratio && ratio <= limit];
  };
  const hint = row('HTMLHint');
  const filtered = hint?.ratio
    ? [
        times(row(ours).ratio ?? Number.NaN),
        `≤ HTMLHint ${times(hint.ratio)}`,
        row(ours).ratio && row(ours).ratio <= hint.ratio,
      ]
    : floorOf(ours, bars[kind].filtered);
  const heavy = rivals.filter((r) => r.heavy && row(r.name).ratio);
  return [
    judge(`${title}, with the pre-filter`, ...filtered),
    judge(`${title}, without the pre-filter`, ...floorOf(oursFull, bars[kind].full)),
    ...heavy.map(({ name }) => {
      const share = row(ours).ratio && row(ours).ratio / row(name).ratio;
      return judge(
        `${title}, against ${name}`,
        share && times(share),
        `≤ ${bars.ahead} × its time`,
        share && share <= bars.ahead,
      );
    }),
  ];
}

export function speedTable({ title, rows }) {
  const cells = rows.map(({ name, failed, cpu, ratio, lowest, highest, rss, rounds }) =>
    failed
      ? [name, failed]
      : [
          name,
          seconds(cpu),
          times(ratio),
          `${lowest.toFixed(2)}–${highest.toFixed(2)}`,
          megabytes(rss),
          rounds,
        ],
  );
  const head = [title, 'CPU', '× floor', 'range', 'peak RSS', 'runs'];
  const broken = rows.filter((r) => r.failed).map((r) => `${r.name}: ${r.failed}`);
  return [
    table(
      head,
      cells.filter((c) => c.length > 2),
    ),
    ...broken,
  ].join('\n');
}
