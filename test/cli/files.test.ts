import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { type FolderRules, findFiles } from '../../server/src/node/files.js';
import { folderWith, removeFolders } from './run.js';

const html: FolderRules = { known: (file) => file.endsWith('.html'), ignores: () => false };

async function walk(folder: string, names: string[] = ['.'], rules = html, listed: string[] = []) {
  const absolute = (name: string) => path.join(folder, name);
  const found = await findFiles(
    { named: names.map(absolute), listed: listed.map(absolute) },
    async () => rules,
  );
  const relative = (file: string) => path.relative(folder, file).split(path.sep).join('/');
  return {
    files: found.files.map((f) => relative(f.path)),
    named: found.files.filter((f) => f.named).map((f) => relative(f.path)),
    problems: found.problems.map((p) => `${relative(p.path)} ${p.trouble}`),
    passedOver: Object.fromEntries(found.passedOver),
  };
}

describe('finding files', () => {
  afterEach(removeFolders);

  it('goes through folders in the order of names, and counts other kinds', async () => {
    const folder = folderWith({
      'b.html': '',
      'a/z.html': '',
      'a-b/x.html': '',
      'a/readme.md': '',
      LICENSE: '',
    });
    const { files, passedOver } = await walk(folder);
    assert.deepEqual(files, ['a/z.html', 'a-b/x.html', 'b.html']);
    assert.deepEqual(passedOver, { '': 1, '.md': 1 });
  });

  it('honours .gitignore files, nested ones included', async () => {
    const folder = folderWith({
      '.gitignore': 'old/\n*.gen.html\n/only-here.html\n# a comment\n',
      'old/x.html': '',
      'a.gen.html': '',
      'only-here.html': '',
      'sub/.gitignore': '!keep.gen.html\n/local.html\nsecret\n',
      'sub/only-here.html': '',
      'sub/keep.gen.html': '',
      'sub/local.html': '',
      'sub/deep/local.html': '',
      'sub/deep/secret/x.html': '',
      'sub [1]/.gitignore': 'x.html\n',
      'sub [1]/x.html': '',
      'sub [1]/y.html': '',
      'sub 1/x.html': '',
    });
    const { files } = await walk(folder);
    assert.deepEqual(files, [
      'sub/deep/local.html',
      'sub/keep.gen.html',
      'sub/only-here.html',
      'sub 1/x.html',
      'sub [1]/y.html',
    ]);
  });

  it('asks the .gitignore files above up to the root of the repository', async () => {
    const folder = folderWith({
      '.gitignore': 'outside.html\n',
      'repo/.git/HEAD': '',
      'repo/.gitignore': 'generated/\n',
      'repo/src/a.html': '',
      'repo/src/outside.html': '',
      'repo/src/generated/b.html': '',
    });
    assert.deepEqual((await walk(folder, ['repo/src'])).files, ['repo/src/a.html', 'repo/src/outside.html']);
    const named = await walk(folder, ['repo/src/generated']);
    assert.deepEqual(
      named.files,
      ['repo/src/generated/b.html'],
      'a named folder is reviewed, ignored or not',
    );
  });

  it('passes over what is fetched or built', async () => {
    const folder = folderWith({
      'node_modules/m/x.html': '',
      '.git/x.html': '',
      'app/package.json': '{}',
      'app/dist/x.html': '',
      'app/src/x.html': '',
      'delivery/dist/x.html': '',
    });
    assert.deepEqual((await walk(folder)).files, ['app/src/x.html', 'delivery/dist/x.html']);
    assert.deepEqual((await walk(folder, ['app/dist'])).files, ['app/dist/x.html']);
  });

  it('asks the configuration', async () => {
    const folder = folderWith({ 'a.html': '', 'old/b.html': '' });
    const rules = { ...html, ignores: (file: string, isFolder: boolean) => isFolder && file.endsWith('old') };
    assert.deepEqual((await walk(folder, ['.'], rules)).files, ['a.html']);
  });

  it('tries named files whatever they are, and listed ones of a known kind', async () => {
    const folder = folderWith({ '.gitignore': '*', 'a.html': '', 'b.txt': '', 'c.txt': '' });
    const { files, named } = await walk(folder, ['b.txt'], html, ['c.txt', 'a.html']);
    assert.deepEqual(files, ['a.html', 'b.txt']);
    assert.deepEqual(named, ['b.txt']);
  });

  it('reviews each file once, however often it is named', async () => {
    const folder = folderWith({ 'sub/a.html': '' });
    fs.symlinkSync('sub', path.join(folder, 'again'));
    fs.symlinkSync('sub/a.html', path.join(folder, 'a-link.html'));
    const { files } = await walk(folder, ['.', 'sub', 'sub/a.html']);
    assert.deepEqual(files, ['sub/a.html']);
  });

  it('follows links to what lies elsewhere', async () => {
    const folder = folderWith({ 'project/a.html': '', 'shared/b.html': '', 'c.html': '' });
    fs.symlinkSync('../shared', path.join(folder, 'project/linked'));
    fs.symlinkSync('../c.html', path.join(folder, 'project/c.html'));
    assert.deepEqual((await walk(folder, ['project'])).files, [
      'project/a.html',
      'project/c.html',
      'project/linked/b.html',
    ]);
  });

  it('tells of links that lead nowhere or back, and goes on', async () => {
    const folder = folderWith({ 'project/sub/a.html': '' });
    fs.symlinkSync('nowhere.html', path.join(folder, 'project/broken.html'));
    fs.symlinkSync('..', path.join(folder, 'project/sub/up'));
    fs.symlinkSync('ring.html', path.join(folder, 'project/ring.html'));
    fs.symlinkSync('missing.log', path.join(folder, 'project/other.log'));
    const { files, problems } = await walk(folder, ['project']);
    assert.deepEqual(files, ['project/sub/a.html']);
    assert.deepEqual(problems, [
      'project/broken.html broken-link',
      'project/ring.html link-loop',
      'project/sub/up link-loop',
    ]);
  });

  it('goes into a folder that is named like a file, and says so', async () => {
    const folder = folderWith({ 'x.html/inner.html': '' });
    const { files, problems } = await walk(folder);
    assert.deepEqual(files, ['x.html/inner.html']);
    assert.deepEqual(problems, ['x.html folder-like-file']);
  });

  it('tells of names that match nothing', async () => {
    const folder = folderWith({ 'sub/readme.md': '', 'a.html': '' });
    const { files, problems } = await walk(folder, ['gone.html', 'sub', 'a.html']);
    assert.deepEqual(files, ['a.html']);
    assert.deepEqual(problems, ['gone.html missing', 'sub nothing-inside']);
  });
});
