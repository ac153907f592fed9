import { parseArgs } from 'node:util';
import { BenchError } from './error.mjs';

export const sections = ['speed', 'cold', 'latency', 'memory'];

export const help = `Usage: npm run bench -- [OPTIONS] FOLDER

Measures Privacylint (dist/) on the HTML and the TSX, JSX, TS, JS files of a folder, against the bare parsers and other linters.

  --limit N         files in each set (default: 1000); a smaller folder is replicated, of a larger one a sample is taken
  --runs N          rounds of interleaved runs (default: 5)
  --keystrokes N    keystrokes measured at each size (default: 40; half as many at 1 MB)
  --only NAMES      some of ${sections.join(',')}
  --no-peers        leave the other linters out
  --dist FOLDER     the build to measure (default: dist); with this, two versions can be compared
  --json FILE       write all figures to a file
`;

const count = (name, text, most) => {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 1 || n > most)
    throw new BenchError(`--${name}: "${text}" is not a whole number from 1 to ${most}`);
  return n;
};

/** @throws BenchError for what cannot be understood. */
export function readOptions(words) {
  const { values, positionals } = parse(words);
  if (values.help) return { help: true };
  if (positionals.length !== 1) throw new BenchError(`one folder is needed\n\n${help}`);
  const only = values.only?.split(',') ?? sections;
  const unknown = only.find((name) => !sections.includes(name));
  if (unknown !== undefined)
    throw new BenchError(`--only: "${unknown}" is not one of ${sections.join(', ')}`);
  return {
    folder: positionals[0],
    limit: count('limit', values.limit, 100_000),
    runs: count('runs', values.runs, 100),
    keystrokes: count('keystrokes', values.keystrokes, 1000),
    only: new Set(only),
    peers: !values['no-peers'],
    dist: values.dist,
    json: values.json,
  };
}

function parse(args) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        limit: { type: 'string', default: '1000' },
        runs: { type: 'string', default: '5' },
        keystrokes: { type: 'string', default: '40' },
        only: { type: 'string' },
        'no-peers': { type: 'boolean', default: false },
        dist: { type: 'string', default: 'dist' },
        json: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new BenchError(`${error.message}\n\n${help}`);
  }
}
