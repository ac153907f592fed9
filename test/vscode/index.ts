/**
 * The module that VS Code loads as its test runner: in desktop VS Code (`@vscode/test-electron`) and in the host of
 * `scripts/host/run-in-code-server.mjs`. Writes the outcome of every test to the file that PRIVACYLINT_RESULTS names.
 */
import * as fs from 'node:fs';
import * as path from 'node:path';

interface Outcome {
  title: string;
  state: 'passed' | 'failed' | 'pending';
  /** Milliseconds. */
  ms?: number;
  error?: string;
}

/** Collects outcomes, and prints each at once on a line that starts with `test: `. */
function collect(runner: Mocha.Runner): Outcome[] {
  const tests: Outcome[] = [];
  const add = (outcome: Outcome) => {
    tests.push(outcome);
    const mark = { passed: 'ok', failed: 'NOT OK', pending: 'skipped' }[outcome.state];
    console.log(`test: ${mark} ${outcome.title} ${outcome.error ?? `(${outcome.ms ?? 0} ms)`}`);
  };
  runner.on('pass', (t) => add({ title: t.fullTitle(), state: 'passed', ms: t.duration ?? 0 }));
  runner.on('pending', (t) => add({ title: t.fullTitle(), state: 'pending' }));
  runner.on('fail', (t, error: Error) =>
    add({ title: t.fullTitle(), state: 'failed', error: error.stack ?? String(error) }),
  );
  return tests;
}

export async function run(): Promise<void> {
  const file = process.env.PRIVACYLINT_RESULTS;
  if (!file) throw new Error('PRIVACYLINT_RESULTS must name the file that takes the results');
  // an ES module: a CommonJS file of an extension host older than Node 22 cannot require it
  const { default: Mocha } = await import('mocha');
  let tests: Outcome[] = [];
  class Reporter extends Mocha.reporters.Base {
    constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
      super(runner, options);
      tests = collect(runner);
    }
  }
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: Reporter });
  const suite = path.join(__dirname, 'suite');
  for (const name of fs.readdirSync(suite).sort())
    if (name.endsWith('.test.js')) mocha.addFile(path.join(suite, name));
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve);
  });
  fs.writeFileSync(file, JSON.stringify({ node: process.version, tests }, null, 2));
  if (failures > 0) throw new Error(`${failures} of ${tests.length} tests failed`);
}
