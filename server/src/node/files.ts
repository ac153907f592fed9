import * as fs from 'node:fs';
import * as path from 'node:path';
import { GitIgnore } from './gitignore.js';
import { isSkippedFolder } from './skippedFolders.js';

interface FoundFile {
  /** Absolute. */
  readonly path: string;
  /** Given by name, not met on the way through a folder. */
  readonly named: boolean;
}

type FileTrouble =
  | 'missing'
  | 'nothing-inside'
  | 'unreadable'
  | 'broken-link'
  | 'link-loop'
  | 'not-a-file'
  | 'binary'
  | 'too-large'
  | 'folder-like-file';

/** A file or folder that could not be reviewed as one would expect. */
export interface FileProblem {
  /** Absolute. */
  readonly path: string;
  readonly trouble: FileTrouble;
  /** The system's own word, where there is one (`EACCES`). */
  readonly code?: string;
}

export interface Walk {
  /** Sorted by path, each real file once. */
  readonly files: readonly FoundFile[];
  readonly problems: readonly FileProblem[];
  /** Files of kinds that no dialect reads: extension → how many. */
  readonly passedOver: ReadonlyMap<string, number>;
  /** Their paths, sorted. */
  readonly unread: readonly string[];
}

/** What holds for the files in one folder. */
export interface FolderRules {
  /** Whether a dialect reads files of this name. */
  known(file: string): boolean;
  /** Whether the configuration ignores it. */
  ignores(file: string, isFolder: boolean): boolean;
}

/** Absolute paths where the search begins. */
export interface Start {
  /** Given on the command line: files are reviewed whatever their kind. */
  readonly named: readonly string[];
  /** From a list, as `git diff` makes them: files of other kinds are passed over. */
  readonly listed: readonly string[];
}

interface Link {
  readonly path: string;
  readonly target: string;
  readonly ignored: GitIgnore;
}

/** Finds the files to review: named ones always, in folders those of a known kind that nothing ignores. */
export async function findFiles(
  start: Start,
  enter: (folder: string) => Promise<FolderRules>,
): Promise<Walk> {
  const walk = new Walker(enter);
  for (const name of start.named) await walk.start(name, true);
  for (const name of start.listed) await walk.start(name, false);
  await walk.followLinks();
  return walk.result([...start.named, ...start.listed]);
}

class Walker {
  /** By real path, so that links and repeated names do not make two of one. */
  readonly #files = new Map<string, FoundFile>();
  readonly #folders = new Set<string>();
  readonly #problems: FileProblem[] = [];
  readonly #passedOver = new Set<string>();
  #links: Link[] = [];

  constructor(readonly enter: (folder: string) => Promise<FolderRules>) {}

  async start(name: string, named: boolean): Promise<void> {
    const kind = kindOf(name);
    if (kind === 'folder') await this.#folder(name, fs.realpathSync(name), await GitIgnore.above(name));
    else if (kind !== 'file') this.#problems.push({ path: name, ...kind });
    else if (named || this.#isKnown(name, await this.enter(path.dirname(name)))) {
      this.#add(name, fs.realpathSync(name), named);
    }
  }

  /** Links come last, so that what they lead to is known by its own path where it has been met. */
  async followLinks(): Promise<void> {
    for (let links = this.#links; links.length > 0; links = this.#links) {
      this.#links = [];
      for (const { path: link, target, ignored } of links) {
        if (kindOf(link) === 'file') this.#add(link, target, false);
        else if (isWithin(target, fs.realpathSync(path.dirname(link)))) {
          this.#problems.push({ path: link, trouble: 'link-loop' });
        } else await this.#folder(link, target, ignored);
      }
    }
  }

  result(names: readonly string[]): Walk {
    const files = [...this.#files.values()].sort((a, b) => comparePaths(a.path, b.path));
    const told = new Set(this.#problems.map((p) => p.path));
    for (const name of new Set(names)) {
      if (told.has(name) || kindOf(name) !== 'folder') continue;
      const empty = !files.some((f) => isWithin(name, f.path));
      if (empty) this.#problems.push({ path: name, trouble: 'nothing-inside' });
    }
    const problems = this.#problems.sort((a, b) => comparePaths(a.path, b.path));
    // A file met on the way may have been named as well.
    const named = new Set(files.filter((f) => f.named).map((f) => f.path));
    const unread = [...this.#passedOver].filter((file) => !named.has(file)).sort(comparePaths);
    return { files, problems, passedOver: countByExtension(unread), unread };
  }

  #add(file: string, real: string, named: boolean): void {
    const before = this.#files.get(real);
    if (!before) this.#files.set(real, { path: file, named });
    else if (named && !before.named) this.#files.set(real, { path: before.path, named });
  }

  /** @param real the folder's real path; its files' real paths follow from it without asking the system. */
  async #folder(folder: string, real: string, above: GitIgnore): Promise<void> {
    if (this.#folders.has(real)) return;
    this.#folders.add(real);
    let entries: fs.Dirent[];
    try {
      entries = fs.readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      this.#problems.push({ path: folder, trouble: 'unreadable', ...codeOf(error) });
      return;
    }
    const names = new Set(entries.map((e) => e.name));
    const git = names.has('.gitignore') ? await above.enter(folder) : above;
    const rules = await this.enter(folder);
    for (const entry of entries) {
      const file = path.join(folder, entry.name);
      const isFolder = entry.isDirectory();
      if (isFolder && isSkippedFolder(entry.name, names)) continue;
      if (!isFolder && !entry.isSymbolicLink() && !this.#isKnown(file, rules)) continue;
      if (git.ignores(file, isFolder) || rules.ignores(file, isFolder)) continue;
      if (isFolder) {
        if (rules.known(file)) this.#problems.push({ path: file, trouble: 'folder-like-file' });
        await this.#folder(file, path.join(real, entry.name), git);
      } else if (entry.isSymbolicLink()) this.#link(file, git, rules);
      else if (entry.isFile()) this.#add(file, path.join(real, entry.name), false);
      else this.#problems.push({ path: file, trouble: 'not-a-file' });
    }
  }

  #link(file: string, ignored: GitIgnore, rules: FolderRules): void {
    const kind = kindOf(file);
    if (kind === 'folder' || (kind === 'file' && this.#isKnown(file, rules))) {
      this.#links.push({ path: file, target: fs.realpathSync(file), ignored });
    } else if (typeof kind === 'object' && (rules.known(file) || path.extname(file) === '')) {
      this.#problems.push({ path: file, ...kind });
    }
  }

  #isKnown(file: string, rules: FolderRules): boolean {
    if (rules.known(file)) return true;
    this.#passedOver.add(file);
    return false;
  }
}

function countByExtension(files: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const file of files) {
    const extension = path.extname(file).toLowerCase();
    counts.set(extension, (counts.get(extension) ?? 0) + 1);
  }
  return counts;
}

type Kind = 'file' | 'folder' | { readonly trouble: FileTrouble; readonly code?: string };

/** What stands at a path, links followed. */
export function kindOf(file: string): Kind {
  try {
    const stat = fs.statSync(file);
    return stat.isDirectory() ? 'folder' : stat.isFile() ? 'file' : { trouble: 'not-a-file' };
  } catch (error) {
    const { code = '' } = codeOf(error);
    if (code === 'ELOOP') return { trouble: 'link-loop' };
    if (code === 'ENOTDIR') return { trouble: 'missing' };
    if (code !== 'ENOENT') return { trouble: 'unreadable', code };
    const link = fs.lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
    return { trouble: link ? 'broken-link' : 'missing' };
  }
}

/** The system's code of an error (`EACCES`), for a message. */
export function codeOf(error: unknown): { code?: string } {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? { code } : {};
}

/** True for the folder itself and everything beneath it. */
export function isWithin(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/** Folder by folder, names by UTF-16 unit: the same order on every system. */
export function comparePaths(a: string, b: string): number {
  const x = a.split(path.sep).join('\0');
  const y = b.split(path.sep).join('\0');
  return x < y ? -1 : x > y ? 1 : 0;
}
