import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Compares a text with the snapshot in a file. `UPDATE_SNAPSHOTS=1` writes it; without, a missing snapshot fails, so that
 * none comes into being unseen.
 */
export function matchSnapshot(file: string, actual: string): void {
  if (process.env.UPDATE_SNAPSHOTS) {
    writeFileSync(file, actual);
    return;
  }
  assert.ok(
    existsSync(file),
    `There is no snapshot ${file}. Run the tests with UPDATE_SNAPSHOTS=1, then read what it drew.`,
  );
  assert.equal(actual, readFileSync(file, 'utf8'));
}
