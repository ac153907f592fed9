import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { BenchError } from './error.mjs';

/** The newest that run on Node 20 and with each other (html-validate 11 wants Node 22, jsx-a11y wants ESLint 9). */
const versions = {
  htmlhint: '1.9.2',
  'html-validate': '10.9.0',
  eslint: '9.39.5',
  '@html-eslint/eslint-plugin': '0.66.1',
  '@html-eslint/parser': '0.66.1',
  'eslint-plugin-jsx-a11y': '6.10.2',
  '@typescript-eslint/parser': '8.73.0',
  typescript: '6.0.3',
};

/** Each peer with the rules that its makers recommend. Configurations lie in the cache folder, beside the packages they name. */
const configurations = {
  'html-eslint.config.mjs': `import html from '@html-eslint/eslint-plugin';
import * as parser from '@html-eslint/parser';
const { rules } = html.configs['flat/recommended'] ?? html.configs.recommended;
export default [{ files: ['**/*.{html,htm,xhtml}'], plugins: { '@html-eslint': html }, languageOptions: { parser }, rules }];
`,
  'jsx-a11y.config.mjs': `import a11y from 'eslint-plugin-jsx-a11y';
import parser from '@typescript-eslint/parser';
export default [{
  files: ['**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}'],
  plugins: { 'jsx-a11y': a11y },
  languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
  linterOptions: { reportUnusedDisableDirectives: 'off' },
  rules: a11y.flatConfigs.recommended.rules,
}];
`,
  'htmlvalidate.json': JSON.stringify({ root: true, extends: ['html-validate:recommended'] }),
};

function cacheFolder() {
  const base =
    process.env.PRIVACYLINT_CACHE ??
    path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'privacylint');
  const name = createHash('sha256')
    .update(JSON.stringify([versions, configurations]))
    .digest('hex')
    .slice(0, 12);
  return path.join(path.resolve(base), `bench-${name}`);
}

/**
 * Installs the other linters into the cache folder, once for each set of versions.
 * @throws BenchError where npm cannot.
 */
export function installPeers(tell) {
  const folder = cacheFolder();
  if (fs.existsSync(path.join(folder, '.complete'))) return folder;
  tell('fetching the other linters from the npm registry');
  const staging = `${folder}.installing-${process.pid}`;
  try {
    fs.mkdirSync(staging, { recursive: true });
    fs.writeFileSync(
      path.join(staging, 'package.json'),
      JSON.stringify({ private: true, dependencies: versions }),
    );
    for (const [name, text] of Object.entries(configurations))
      fs.writeFileSync(path.join(staging, name), text);
    npmInstall(staging);
    fs.writeFileSync(path.join(staging, '.complete'), '');
    fs.rmSync(folder, { recursive: true, force: true });
    fs.renameSync(staging, folder);
  } finally {
    fs.rmSync(staging, { recursive: true, force: true });
  }
  return folder;
}

function npmInstall(cwd) {
  // an unreachable registry is told of in seconds, not after npm's minutes of trying again
  const retries = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=3000'];
  const words = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...retries];
  const { status, error, stderr } = spawnSync('npm', words, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  const why = error?.message ?? stderr.trim().split('\n').slice(0, 3).join('\n');
  throw new BenchError(
    `npm could not fetch the other linters:\n${why}\nTry again where the npm registry can be reached, or run with --no-peers.`,
  );
}

/**
 * Command lines of the peers for a kind of files. They run in the folder with the files; exit code 1 says that they found
 * something. `heavy` ones take ten times the floor and more, so two rounds are enough.
 */
export function peersOf(kind, folder) {
  const bin = (...parts) => path.join(folder, 'node_modules', ...parts);
  const eslint = (configuration) => [
    bin('eslint/bin/eslint.js'),
    '--no-config-lookup',
    '--config',
    path.join(folder, configuration),
    '--format',
    'json',
    '.',
  ];
  const peers = {
    html: [
      { name: 'HTMLHint', args: [bin('htmlhint/bin/htmlhint'), '--nocolor', '--format', 'json', '.'] },
      {
        name: 'html-validate',
        args: [
          bin('html-validate/bin/html-validate.mjs'),
          '--config',
          path.join(folder, 'htmlvalidate.json'),
          '--formatter',
          'json',
          '--ext',
          'html,htm,xhtml',
          '.',
        ],
        heavy: true,
      },
      { name: 'ESLint + @html-eslint', args: eslint('html-eslint.config.mjs'), heavy: true },
    ],
    tsx: [{ name: 'ESLint + jsx-a11y', args: eslint('jsx-a11y.config.mjs'), heavy: true }],
  };
  return peers[kind].map((peer) => ({ ...peer, codes: [0, 1] }));
}
