import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Ignore } from 'ignore';

/** The `.gitignore` files that hold in one folder: those above it, up to the repository's root, and its own. */
export class GitIgnore {
  private constructor(
    /** The folder that `#rules` are relative to. */
    readonly base: string,
    readonly rules: Ignore | undefined,
  ) {}

  /** What the folders above say of a folder where a walk begins; a folder that they ignore, but somebody names, is free of them. */
  static async above(folder: string): Promise<GitIgnore> {
    const root = repositoryRoot(folder);
    if (root === undefined || root === folder) return new GitIgnore(folder, undefined);
    let chain = new GitIgnore(root, undefined);
    for (const above of foldersBetween(root, folder)) chain = await chain.enter(above);
    return chain.ignores(folder, true) ? new GitIgnore(folder, undefined) : chain;
  }

  /** What holds in a folder beneath; an unreadable `.gitignore` counts as none. */
  async enter(folder: string): Promise<GitIgnore> {
    const lines = readLines(path.join(folder, '.gitignore'));
    if (!lines) return this;
    const { default: ignore } = await import('ignore');
    const prefix = this.#relative(folder);
    const patterns = prefix === '' ? lines : lines.flatMap((line) => patternBeneath(prefix, line));
    // git is case-sensitive where the file system is; the same everywhere gives the same files everywhere.
    const rules = ignore({ ignorecase: false });
    if (this.rules) rules.add(this.rules);
    return new GitIgnore(this.base, rules.add(patterns));
  }

  ignores(file: string, isFolder: boolean): boolean {
    if (!this.rules) return false;
    const relative = this.#relative(file);
    // Outside the base: a folder reached through a link.
    if (relative === '' || relative.startsWith('../')) return false;
    return this.rules.ignores(isFolder ? `${relative}/` : relative);
  }

  #relative(file: string): string {
    return path.relative(this.base, file).split(path.sep).join('/');
  }
}

/** The nearest folder upward that holds `.git`. */
export function repositoryRoot(folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    if (fs.existsSync(path.join(at, '.git'))) return at;
    if (path.dirname(at) === at) return undefined;
  }
}

/** The root and every folder on the way down, without the last. */
function foldersBetween(root: string, folder: string): string[] {
  const parts = path.relative(root, folder).split(path.sep);
  return parts.map((_, i) => path.join(root, ...parts.slice(0, i)));
}

function readLines(file: string): string[] | undefined {
  try {
    return fs
      .readFileSync(file, 'utf8')
      .replace(/^\ufeff/, '')
      .split(/\r?\n/);
  } catch {
    return undefined;
  }
}

/** A pattern of a nested `.gitignore`, as its counterpart at the base (gitignore(5): one with a slash inside is anchored). */
function patternBeneath(prefix: string, line: string): string[] {
  if (line.trim() === '' || line.startsWith('#')) return [];
  const negated = line.startsWith('!');
  const body = negated ? line.slice(1) : line;
  const anchored = body.trimEnd().slice(0, -1).includes('/');
  const folder = prefix.replace(/[\\*?[\]!# ]/g, '\\$&');
  const rest = anchored ? body.replace(/^\//, '') : `**/${body}`;
  return [`${negated ? '!' : ''}/${folder}/${rest}`];
}
