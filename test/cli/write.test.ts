import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { replaceFile } from '../../server/src/cli/write.js';
import { folderWith, removeFolders } from './run.js';

const before = Buffer.from('before');
const after = Buffer.from('after');

describe('replacing a file', () => {
  afterEach(removeFolders);

  it('keeps the mode, and leaves nothing else behind', () => {
    const folder = folderWith({ 'a.html': before });
    const file = path.join(folder, 'a.html');
    fs.chmodSync(file, 0o640);
    assert.equal(replaceFile(file, before, after), undefined);
    assert.equal(fs.readFileSync(file, 'utf8'), 'after');
    assert.equal(fs.statSync(file).mode & 0o777, 0o640);
    assert.deepEqual(fs.readdirSync(folder), ['a.html']);
  });

  it('writes the real file where a link is named', () => {
    const folder = folderWith({ 'real/a.html': before });
    const link = path.join(folder, 'link.html');
    fs.symlinkSync('real/a.html', link);
    assert.equal(replaceFile(link, before, after), undefined);
    assert.ok(fs.lstatSync(link).isSymbolicLink());
    assert.equal(fs.readFileSync(path.join(folder, 'real/a.html'), 'utf8'), 'after');
  });

  it('leaves a file alone that has changed since it was read', () => {
    const file = path.join(folderWith({ 'a.html': 'somebody else' }), 'a.html');
    assert.deepEqual(replaceFile(file, before, after), { trouble: 'changed-meanwhile' });
    assert.equal(fs.readFileSync(file, 'utf8'), 'somebody else');
    assert.deepEqual(fs.readdirSync(path.dirname(file)), ['a.html']);
  });

  it('leaves a write-protected file alone', () => {
    const file = path.join(folderWith({ 'a.html': before }), 'a.html');
    fs.chmodSync(file, 0o444);
    assert.deepEqual(replaceFile(file, before, after), { trouble: 'read-only' });
    assert.equal(fs.readFileSync(file, 'utf8'), 'before');
  });

  it('says why a file cannot be written', () => {
    const file = path.join(folderWith({}), 'gone.html');
    assert.deepEqual(replaceFile(file, before, after), { trouble: 'not-writable', code: 'ENOENT' });
  });
});
