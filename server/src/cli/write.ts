import * as fs from 'node:fs';
import * as path from 'node:path';
import { codeOf } from '../node/files.js';

/** Why a file was left as it is. */
type WriteTrouble = 'read-only' | 'changed-meanwhile' | 'not-writable';

export interface WriteProblem {
  readonly trouble: WriteTrouble;
  readonly code?: string;
}

let counter = 0;

/**
 * Puts new bytes in a file's place as one step: through a temporary file in the same folder and a rename, so that a
 * reader or a crash never meets half a file. Mode is kept, links are followed to the real file. On any error the file
 * stays as it is.
 * @param before the bytes that were reviewed; when the file holds others by now, it is left alone.
 * @returns what stood in the way, or undefined when the file is written.
 */
export function replaceFile(file: string, before: Buffer, after: Buffer): WriteProblem | undefined {
  let temporary: string | undefined;
  try {
    const real = fs.realpathSync(file);
    // A rename needs no right to the file itself; a protected file has been protected on purpose.
    if (!isWritable(real)) return { trouble: 'read-only' };
    const { mode, uid, gid } = fs.statSync(real);
    const unused = path.join(path.dirname(real), `.${path.basename(real)}.${process.pid}-${counter++}.tmp`);
    const handle = fs.openSync(unused, 'wx', 0o600);
    temporary = unused;
    try {
      fs.writeFileSync(handle, after);
      keepOwner(handle, uid, gid);
      fs.fchmodSync(handle, mode & 0o7777);
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
    if (!fs.readFileSync(real).equals(before)) return { trouble: 'changed-meanwhile' };
    fs.renameSync(temporary, real);
    temporary = undefined;
    return undefined;
  } catch (error) {
    return { trouble: 'not-writable', ...codeOf(error) };
  } finally {
    if (temporary !== undefined) fs.rmSync(temporary, { force: true });
  }
}

function isWritable(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.W_OK);
    return (fs.statSync(file).mode & 0o222) !== 0;
  } catch {
    return false;
  }
}

/** Only root may give files away; for everybody else the file is their own already, or stays with them. */
function keepOwner(handle: number, uid: number, gid: number): void {
  const now = fs.fstatSync(handle);
  if (now.uid === uid && now.gid === gid) return;
  try {
    fs.fchownSync(handle, uid, gid);
  } catch {
    // Content and mode matter more than the group.
  }
}
