// npm run ready: everything a change must pass besides its tests. It writes what it can mend (generated files,
// formatting); in CI, or with --check, it only looks.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const check = process.env.CI === 'true' || process.argv.includes('--check');
const bin = (name) => path.join(root, 'node_modules/.bin', name);

const steps = [
  ['generated files', process.execPath, ['scripts/generate.mjs', ...(check ? ['--check'] : [])]],
  ['types', bin('tsc'), ['-b']],
  ['format and lint', bin('biome'), ['check', '--error-on-warnings', ...(check ? [] : ['--write'])]],
  ['imports', bin('depcruise'), ['--config', '.dependency-cruiser.mjs', 'server/src', 'client/src']],
  ['dead code', bin('knip'), []],
];

let failed = 0;
for (const [name, command, args] of steps) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) failed++;
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name}`);
}
if (failed) process.exitCode = 1;
