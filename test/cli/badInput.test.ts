import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { type Ended, folderWith, privacylint, removeFolders, ticked, unreadableFile } from './run.js';

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 73, 72, 68, 82]);

function assertNoTrace({ out, err }: Ended): void {
  assert.doesNotMatch(out + err, /\n\s+at |Error:|should not have happened/);
}

describe('bad input', function () {
  this.timeout(60_000);
  afterEach(removeFolders);

  it('has one clear line each in a folder, and the rest goes on', () => {
    const cwd = folderWith({
      'binary.html': png,
      'big.html': Buffer.alloc(10_000_001, 'x'),
      'empty.html': '',
      'form.html': ticked,
      'folder.html/inner.html': ticked,
      'utf-16.html': Buffer.from(`\ufeff${ticked}`, 'utf16le'),
    });
    fs.symlinkSync('nowhere', path.join(cwd, 'broken.html'));
    fs.symlinkSync('.', path.join(cwd, 'loop'));
    unreadableFile(path.join(cwd, 'unreadable.html'));
    const result = privacylint(['--format', 'compact', '.'], { cwd });
    assertNoTrace(result);
    assert.equal(result.code, 1);
    assert.deepEqual(
      result.err
        .replace(/\(E\w+\)/, '(E…)')
        .trimEnd()
        .split('\n')
        .sort(),
      [
        'privacylint: big.html: is larger than 10 MB; not reviewed',
        'privacylint: binary.html: holds no text',
        'privacylint: broken.html: is a link to something that is not there',
        'privacylint: folder.html: is a folder; the files in it are reviewed',
        'privacylint: loop: is a link that leads back to itself; not followed',
        'privacylint: unreadable.html: cannot be read (E…)',
      ],
    );
    const files = [...result.out.matchAll(/^(\S+?):\d/gm)].map(([, file]) => file);
    assert.deepEqual(files, ['folder.html/inner.html', 'form.html', 'utf-16.html']);
  });

  it('is in the reports too', () => {
    const cwd = folderWith({ 'binary.html': png, 'form.html': ticked });
    const json = JSON.parse(privacylint(['--format', 'json'], { cwd }).out);
    assert.deepEqual(json.unreadable, [{ path: 'binary.html', message: 'holds no text' }]);
    const sarif = JSON.parse(privacylint(['--format', 'sarif'], { cwd }).out);
    const [invocation] = sarif.runs[0].invocations;
    assert.equal(invocation.executionSuccessful, true);
    assert.equal(invocation.toolExecutionNotifications[0].message.text, 'holds no text');
    assert.match(privacylint([], { cwd }).out, /1 file could not be read\.\n$/);
  });

  it('ends with 2 where nothing could be reviewed', () => {
    const cwd = folderWith({ 'binary.html': png });
    fs.symlinkSync('nowhere', path.join(cwd, 'broken.html'));
    unreadableFile(path.join(cwd, 'unreadable.html'));
    for (const name of ['binary.html', 'broken.html', 'unreadable.html', '.']) {
      const result = privacylint([name], { cwd });
      assertNoTrace(result);
      assert.equal(result.code, 2, name);
      assert.notEqual(result.err, '', name);
    }
  });

  it('ends with 2 where a name matches nothing, after reviewing the others', () => {
    const cwd = folderWith({ 'form.html': ticked, 'docs/readme.rst': '' });
    for (const [name, message] of [
      ['gone.html', 'gone.html: there is no such file or folder'],
      ['*.htm', '*.htm: there is no such file or folder; patterns are'],
      ['docs', 'docs: holds no file of a kind that can be reviewed'],
      ['form.html/x', 'form.html/x: there is no such file or folder'],
    ] as const) {
      const { code, out, err } = privacylint(['--format', 'compact', name, 'form.html'], { cwd });
      assert.equal(code, 2, name);
      assert.match(out, /^form\.html:1:49: error/);
      assert.ok(err.startsWith(`privacylint: ${message}`), err);
    }
    assert.equal(privacylint(['gone.html', '--exit-zero'], { cwd }).code, 2);
  });

  it('ends with 0 where a folder that nobody named holds nothing', () => {
    const { code, out, err } = privacylint([], { cwd: folderWith({}) });
    assert.deepEqual([code, out, err], [0, '', 'privacylint: there is nothing to review\n']);
  });

  it('says of a named file of another kind that it is not read', () => {
    const cwd = folderWith({ 'notes.rst': 'text' });
    const { code, out } = privacylint(['notes.rst'], { cwd });
    assert.equal(code, 0);
    assert.match(out, /^Not reviewed\n {2}notes\.rst {2}\S/);
    assert.doesNotMatch(out, /found nothing/);
  });

  it('copes with a line of five megabytes', () => {
    const filler = '<p class="x">word word word word</p>';
    const text = filler.repeat(Math.ceil(2_500_000 / filler.length));
    const cwd = folderWith({ 'long.html': `${text}${ticked.trim()}${text}` });
    const result = privacylint(['--format', 'compact'], { cwd });
    assertNoTrace(result);
    assert.equal(result.code, 1);
    assert.ok(result.out.startsWith(`long.html:1:${text.length + 49}: error`));
  });

  it('keeps control characters of a file out of the terminal', () => {
    const cwd = folderWith({ 'a.html': ticked.replace('Send', '\x1b[2J\x07Send‮') });
    for (const format of ['stylish', 'compact']) {
      const { out } = privacylint(['--format', format], { cwd });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      assert.doesNotMatch(out, /[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e]/);
      assert.match(out, /me the newsletter/);
    }
  });
});
