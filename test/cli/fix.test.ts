import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { folderWith, privacylint, removeFolders, ticked, unticked } from './run.js';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const crlf = (text: string) => text.replaceAll('\n', '\r\n');
const page = (form: string) => `<p>Réservez à l’hôtel</p>\n${form}<p>Fin\n`;

describe('privacylint check --fix', function () {
  this.timeout(60_000);
  afterEach(removeFolders);

  it('changes nothing but the defect, in whatever encoding and with whatever line ends', () => {
    const before = page(ticked);
    const after = page(unticked);
    const plain = (text: string) => text.replace('’', "'");
    const cases: Record<string, [Buffer, Buffer]> = {
      'utf-8.html': [Buffer.from(before), Buffer.from(after)],
      'bom.html': [Buffer.from(`\ufeff${before}`), Buffer.from(`\ufeff${after}`)],
      'crlf.html': [Buffer.from(crlf(before)), Buffer.from(crlf(after))],
      'mixed.html': [Buffer.from(`a\r\nb\rc\n${before}`), Buffer.from(`a\r\nb\rc\n${after}`)],
      'utf-16le.html': [
        Buffer.from(`\ufeff${crlf(before)}`, 'utf16le'),
        Buffer.from(`\ufeff${crlf(after)}`, 'utf16le'),
      ],
      'utf-16be.html': [utf16be(`\ufeff${before}`), utf16be(`\ufeff${after}`)],
      'utf-16le-no-bom.html': [Buffer.from(before, 'utf16le'), Buffer.from(after, 'utf16le')],
      'surrogate.html': [
        Buffer.from(`\ufeff\ud800${before}`, 'utf16le'),
        Buffer.from(`\ufeff\ud800${after}`, 'utf16le'),
      ],
      'latin-1.html': [latin1(plain(before)), latin1(plain(after))],
      'windows-1252.html': [
        Buffer.concat([Buffer.from([0x80, 0x92]), latin1(plain(before))]),
        Buffer.concat([Buffer.from([0x80, 0x92]), latin1(plain(after))]),
      ],
      'no-line-end.html': [Buffer.from(ticked.trimEnd()), Buffer.from(unticked.trimEnd())],
    };
    const cwd = folderWith(Object.fromEntries(Object.entries(cases).map(([name, [bytes]]) => [name, bytes])));
    const { code, out, err } = privacylint(['--fix'], { cwd });
    for (const [name, [, expected]] of Object.entries(cases)) {
      assert.deepEqual(fs.readFileSync(path.join(cwd, name)), expected, name);
    }
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^These checks found nothing in 11 files\. 11 repaired\.$/m);
    assert.deepEqual(fs.readdirSync(cwd).sort(), Object.keys(cases).sort(), 'no temporary file is left');
    const again = privacylint(['--fix'], { cwd });
    assert.equal(again.out, 'These checks found nothing in 11 files.\n');
  });

  it('refuses where writing back would lose something, and reports the finding', () => {
    const bytes = Buffer.concat([Buffer.from(page(ticked)), Buffer.from([0xc3])]);
    const cwd = folderWith({ 'form.html': bytes });
    const { code, out, err } = privacylint(['--fix', '--format', 'compact'], { cwd });
    assert.equal(code, 1);
    assert.match(out, /^form\.html:2:49: error/);
    assert.match(err, /^privacylint: form\.html: is not clean utf-8, .*; not repaired\n$/);
    assert.deepEqual(fs.readFileSync(path.join(cwd, 'form.html')), bytes);
  });

  it('refuses to write a protected file, and reports the finding', () => {
    const cwd = folderWith({ 'form.html': ticked });
    fs.chmodSync(path.join(cwd, 'form.html'), 0o444);
    const { code, out, err } = privacylint(['--fix', '--format', 'compact'], { cwd });
    assert.equal(code, 1);
    assert.match(out, /^form\.html:1:49: error/);
    assert.equal(err, 'privacylint: form.html: is write-protected; not repaired\n');
  });

  it('keeps the mode and follows links to the real file', () => {
    const cwd = folderWith({ 'project/.keep': '', 'shared/form.html': ticked });
    const real = path.join(cwd, 'shared/form.html');
    fs.chmodSync(real, 0o755);
    fs.symlinkSync('../shared/form.html', path.join(cwd, 'project/link.html'));
    assert.equal(privacylint(['--fix', 'project'], { cwd }).code, 0);
    assert.equal(fs.readFileSync(real, 'utf8'), unticked);
    assert.equal(fs.statSync(real).mode & 0o777, 0o755);
    assert.ok(fs.lstatSync(path.join(cwd, 'project/link.html')).isSymbolicLink());
  });

  it('only tries with --fix-dry-run', () => {
    const cwd = folderWith({ 'form.html': ticked });
    const { code, out } = privacylint(['--fix-dry-run'], { cwd });
    assert.equal(code, 0);
    assert.match(out, /^form\.html\n {2}would be repaired {2}.+ {2}prechecked-consent\n/);
    assert.match(out, /1 would be repaired; nothing was written\.\n$/);
    assert.equal(fs.readFileSync(path.join(cwd, 'form.html'), 'utf8'), ticked);
  });

  it('leaves what is weaker than --severity', () => {
    const cwd = folderWith({ 'form.html': ticked });
    const args = ['--fix', '--severity', 'error', '--rule', 'prechecked-consent=warning'];
    assert.equal(privacylint(args, { cwd }).out, 'These checks found nothing in 1 file.\n');
    assert.equal(fs.readFileSync(path.join(cwd, 'form.html'), 'utf8'), ticked);
  });

  it('leaves what is suppressed', () => {
    const text = `<!-- privacylint-disable-file prechecked-consent: asked on paper -->\n${ticked}`;
    const cwd = folderWith({ 'form.html': text });
    assert.equal(privacylint(['--fix'], { cwd }).code, 0);
    assert.equal(fs.readFileSync(path.join(cwd, 'form.html'), 'utf8'), text);
  });
});

describe('privacylint check --stdin', function () {
  this.timeout(60_000);
  afterEach(removeFolders);

  it('reviews standard input under a name', () => {
    const cwd = folderWith({ '.privacylint.json': '{ "rules": { "prechecked-consent": "warning" } }' });
    const args = ['--stdin', '--stdin-filename', 'sub/form.html', '--format', 'compact'];
    const { code, out } = privacylint(args, { cwd, input: ticked });
    assert.equal(code, 0);
    assert.match(out, /^sub\/form\.html:1:49: warning/);
    assert.equal(
      privacylint(['--stdin', '--format', 'compact'], { cwd, input: ticked }).out.split(':')[0],
      'stdin.html',
    );
  });

  it('writes the repaired text with --fix, in its encoding', () => {
    for (const [before, after] of [
      [Buffer.from(ticked), Buffer.from(unticked)],
      [
        Buffer.from(`\ufeff${crlf(page(ticked))}`, 'utf16le'),
        Buffer.from(`\ufeff${crlf(page(unticked))}`, 'utf16le'),
      ],
      [Buffer.from(unticked), Buffer.from(unticked)],
      [Buffer.alloc(0), Buffer.alloc(0)],
    ] as const) {
      const { code, bytes } = privacylint(['--stdin', '--fix'], { input: before });
      assert.equal(code, 0);
      assert.deepEqual(bytes, after);
    }
  });

  it('gives the text back as it came where it cannot repair, whatever the reason', () => {
    const damaged = Buffer.concat([Buffer.from(page(ticked)), Buffer.from([0xc3])]);
    const lossy = privacylint(['--stdin', '--fix'], { input: damaged });
    assert.equal(lossy.code, 1);
    assert.deepEqual(lossy.bytes, damaged);
    assert.match(lossy.err, /not repaired\nprivacylint: 0 repaired, 1 errors and 0 warnings remain\n$/);
    const binary = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]);
    const result = privacylint(['--stdin', '--fix'], { input: binary });
    assert.equal(result.code, 2);
    assert.deepEqual(result.bytes, binary);
    assert.match(result.err, /stdin\.html: holds no text\n$/);
  });
});
