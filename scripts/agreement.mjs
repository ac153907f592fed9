// How far the project's parsers agree with others over the files of some folders. usage: npm run agreement -- [--injection] FOLDER…
// Without a folder, over the project's own fixtures.
import { spawnSync } from 'node:child_process';

const given = process.argv.slice(2);
const injection = given.includes('--injection');
const folders = given.filter((g) => g !== '--injection');
const run = (...args) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
const built = run('node_modules/typescript/bin/tsc', '-b');
const program = `out/test/agreement/${injection ? 'injection' : 'frameworks'}.js`;
process.exitCode = built || run(program, ...(folders.length > 0 ? folders : ['test/rules']));
