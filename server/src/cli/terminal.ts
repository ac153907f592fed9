/** Where the command line writes. Results go to standard output, everything else to standard error. */
export interface Terminal {
  /** Writes to standard output. */
  out(text: string | Uint8Array): void;
  /** Writes one line to standard error, the product's name before it. */
  problem(message: string): void;
  /** Writes to standard error as it is. */
  err(text: string): void;
  readonly color: boolean;
  /** Columns for running text; the same for every reader that is not a terminal. */
  readonly width: number;
  /** True where a line on standard error can be written over. */
  readonly interactive: boolean;
}

/** The same for every reader that is not a terminal. */
export const PLAIN_WIDTH = 100;

export function processTerminal(): Terminal {
  const { stdout, env } = process;
  // The reader has gone (`| head`): nothing is left to do, and nothing went wrong.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? process.exitCode : 2);
  });
  return {
    out: (text) => void stdout.write(text),
    problem: (message) => void process.stderr.write(`privacylint: ${message}\n`),
    err: (text) => void process.stderr.write(text),
    color: wantsColor(env, stdout.isTTY === true),
    width: stdout.isTTY ? Math.min(Math.max(stdout.columns ?? PLAIN_WIDTH, 40), 120) : PLAIN_WIDTH,
    // Node builds its streams when they are first asked for; most runs never need this one.
    get interactive() {
      return process.stderr.isTTY === true && env.TERM !== 'dumb' && !env.CI;
    },
  };
}

/** FORCE_COLOR as Node reads it, then https://no-color.org, then whether somebody looks. */
function wantsColor({ FORCE_COLOR, NO_COLOR, TERM }: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  if (NO_COLOR) return false;
  return isTerminal && TERM !== 'dumb';
}
