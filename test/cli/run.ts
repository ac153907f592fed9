/** The command line as a process, and folders for it to work on. */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

export const main = path.join(__dirname, '../../server/src/cli/main.js');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** Standard output as it is. */
  readonly bytes: Buffer;
}

export interface Circumstances {
  readonly cwd?: string;
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
}

export function privacylint(args: readonly string[], { cwd, input, env }: Circumstances = {}): Ended {
  const { NO_COLOR, FORCE_COLOR, ...clean } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd: cwd ?? os.tmpdir(),
    input: input ?? '',
    env: { ...clean, ...env },
    maxBuffer: 1 << 28,
  });
  return { code: status, out: stdout.toString(), err: stderr.toString(), bytes: stdout };
}

const made: string[] = [];

/** A folder outside any repository, with these files; `removeFolders` takes it away. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'privacylint-')));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
  return folder;
}

export function removeFolders(): void {
  for (const folder of made.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
}

/** A file that is there and cannot be read, whoever asks. */
export function unreadableFile(file: string): void {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot) fs.writeFileSync(file, 'x', { mode: 0o000 });
  // Nothing is closed to root, but an empty address space has nothing to give.
  else fs.symlinkSync('/proc/self/mem', file);
}

/** One finding of `prechecked-consent` at error level, with a fix that takes ` checked` away. */
export const ticked =
  '<label><input type="checkbox" name="newsletter" checked> Send me the newsletter</label>\n';
export const unticked = '<label><input type="checkbox" name="newsletter"> Send me the newsletter</label>\n';
