import * as assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { zipEntries } from './zip.js';

const root = path.resolve(__dirname, '../../..');
const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const bundles = ['dist/cli.js', 'dist/client.js', 'dist/server.js', 'dist/typescript.js'];

/** Every file of the package that the manifest speaks of, such as schemas and translations. */
function named(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('./') ? [value.slice(2)] : [];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(named) : [];
}

describe('package', function () {
  this.timeout(120_000);
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'privacylint-package-'));
  const vsix = path.join(temporary, 'privacylint.vsix');
  let files: string[] = [];

  before(() => {
    for (const bundle of bundles)
      assert.ok(fs.existsSync(path.join(root, bundle)), `${bundle} is missing: run \`npm run build\` first`);
    execFileSync(process.execPath, ['scripts/package.mjs', '--no-build', '--out', vsix], { cwd: root });
    files = zipEntries(fs.readFileSync(vsix)).filter((name) => name.startsWith('extension/'));
  });

  after(() => fs.rmSync(temporary, { recursive: true, force: true }));

  it('holds the bundles, what the manifest names, the pages of the rules and the notices, and nothing else', () => {
    const kinds = [
      /^extension\/dist\/(cli|client|server|typescript)\.js$/,
      /^extension\/docs\/rules\/(fr\/)?[a-z-]+\.md$/,
      /^extension\/(l10n|schemas|syntaxes)\/[^/]+\.json$/,
      /^extension\/package(\.nls(\.[a-z]+)?)?\.json$/,
      /^extension\/(readme\.md|changelog\.md|LICENSE\.txt|THIRD-PARTY-NOTICES\.txt)$/,
    ];
    assert.deepEqual(
      files.filter((name) => !kinds.some((kind) => kind.test(name))),
      [],
    );
    for (const kind of kinds)
      assert.ok(
        files.some((name) => kind.test(name)),
        `nothing like ${kind}`,
      );
  });

  it('holds every file that the manifest names', () => {
    const { main, l10n, contributes, browser } = manifest;
    const wanted = named({ main, contributes, browser });
    assert.ok(wanted.includes('dist/client.js'));
    assert.ok(files.some((name) => name.startsWith(`extension/${l10n.replace('./', '')}/`)));
    for (const file of wanted)
      assert.ok(files.includes(`extension/${file}`), `${file} is not in the package`);
  });

  it('has a page for every rule, in both languages', () => {
    for (const folder of ['docs/rules', 'docs/rules/fr'])
      for (const file of fs.readdirSync(path.join(root, folder)).filter((name) => name.endsWith('.md')))
        assert.ok(files.includes(`extension/${folder}/${file}`), `${folder}/${file} is not in the package`);
  });

  it('is smaller than 3 MB', () => {
    const { size } = fs.statSync(vsix);
    assert.ok(size < 3 * 1024 * 1024, `${size} bytes`);
    assert.ok(size > 500 * 1024, `${size} bytes: the bundles cannot be in it`);
  });

  it('names the licence of every package that is bundled', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/notices.mjs', '--check'], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    const notices = fs.readFileSync(path.join(root, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const name of ['parse5', 'typescript', 'vscode-languageserver', 'vscode-languageclient'])
      assert.match(notices, new RegExp(`^${name} \\d`, 'm'));
  });

  it('gives by npm pack a command line that runs from the tarball', () => {
    // scripts of package.json are left out: what is packed is what lies there
    const npm = ['pack', '--ignore-scripts', '--silent', '--pack-destination', temporary];
    const tarball = execFileSync('npm', npm, { cwd: root, encoding: 'utf8' }).trim().split('\n').at(-1) ?? '';
    execFileSync('tar', ['-xzf', path.join(temporary, tarball), '-C', temporary]);
    const cli = path.join(temporary, 'package', manifest.bin.privacylint);
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [cli, ...args], { cwd: temporary, encoding: 'utf8' });
    assert.equal(run('--version').stdout.trim(), manifest.version);

    const form =
      '<form><label><input type="checkbox" name="news" checked> Send me the newsletter</label></form>\n';
    fs.writeFileSync(path.join(temporary, 'form.html'), form);
    const page =
      'export const F = () => <label><input type="checkbox" defaultChecked /> Send me the newsletter</label>;\n';
    fs.writeFileSync(path.join(temporary, 'form.tsx'), page);
    for (const file of ['form.html', 'form.tsx']) {
      const { status, stdout, stderr } = run('check', '--format', 'compact', file);
      assert.equal(status, 1, `${stdout}${stderr}`);
      assert.match(stdout, /prechecked-consent/);
      assert.equal(stderr, '');
    }
    assert.ok(
      (fs.statSync(cli).mode & 0o111) !== 0 || process.platform === 'win32',
      'the command is not executable',
    );
  });
});

describe('bundles', () => {
  it('load the parser of TypeScript only for a file that needs it', () => {
    const loaded = (file: string, text: string) => {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'privacylint-lazy-'));
      fs.writeFileSync(path.join(folder, file), text);
      const listing = `process.on('exit', () => process.stderr.write(Object.keys(require.cache).join('\\n')))`;
      fs.writeFileSync(path.join(folder, 'list.cjs'), listing);
      const args = [
        '--require',
        path.join(folder, 'list.cjs'),
        path.join(root, 'dist/cli.js'),
        'check',
        file,
      ];
      const { stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
      fs.rmSync(folder, { recursive: true });
      assert.match(stderr, /cli\.js/);
      return stderr.includes('typescript.js');
    };
    assert.equal(loaded('a.html', '<input type="checkbox" name="newsletter" checked>'), false);
    assert.equal(
      loaded('a.tsx', 'const a = <input type="checkbox" name="newsletter" defaultChecked />;'),
      true,
    );
  });
});
