// Mocha's dots for people, and .test-results/unit.json for the sum that `npm test` prints.
import Mocha from 'mocha';
import { writeResult } from './results.mjs';

export default class Reporter extends Mocha.reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    const tests = [];
    const add = (state) => (test, error) =>
      tests.push({
        title: test.fullTitle(),
        state,
        ms: test.duration,
        ...(error && { error: error.stack ?? String(error) }),
      });
    runner.on('pass', add('passed')).on('fail', add('failed')).on('pending', add('pending'));
    runner.once('end', () => writeResult('unit', tests));
  }
}
