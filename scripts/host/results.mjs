// The result of one stage: what `npm test` adds up. A stage writes .test-results/<stage>.json itself, so that it counts in CI too.
import fs from 'node:fs';
import path from 'node:path';
import { resultsFolder } from './paths.mjs';

export const resultFile = (stage) => path.join(resultsFolder, `${stage}.json`);

/** Writes the outcome of a stage: [{ title, state: 'passed' | 'failed' | 'pending' }]. */
export function writeResult(stage, tests) {
  fs.mkdirSync(resultsFolder, { recursive: true });
  fs.writeFileSync(resultFile(stage), JSON.stringify({ tests }, null, 2));
}

/** A collector of steps for a stage that is no mocha suite. `step` runs and times one; the first failure ends the stage. */
export function collect(stage) {
  const tests = [];
  return {
    async step(title, action) {
      const started = performance.now();
      try {
        const value = await action();
        tests.push({ title, state: 'passed', ms: Math.round(performance.now() - started) });
        console.log(`  ok ${title} (${tests.at(-1).ms} ms)`);
        return value;
      } catch (error) {
        tests.push({ title, state: 'failed', error: error.stack });
        console.log(`  NOT OK ${title}\n${error.message}`);
        throw error;
      }
    },
    write: () => writeResult(stage, tests),
  };
}

/** Reads what a stage wrote: `undefined` when it wrote nothing. */
export function readResult(stage) {
  if (!fs.existsSync(resultFile(stage))) return undefined;
  const { tests } = JSON.parse(fs.readFileSync(resultFile(stage), 'utf8'));
  const count = (state) => tests.filter((t) => t.state === state).length;
  return { tests, passed: count('passed'), failed: count('failed'), pending: count('pending') };
}
