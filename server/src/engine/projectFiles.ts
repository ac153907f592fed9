import type { LookUp, OtherFile, Project, Snapshot } from '../core/project.js';
import { includeNames, moduleNames } from '../knowledge/includes.js';
import { folderOf, isWithin, join } from './paths.js';

/** Longer files are data or bundles, not what a template is made of. In UTF-16 units. */
const LONGEST = 1_000_000;
/** More folders than this are not gone up. */
const HIGHEST = 12;
/** More places than this are not tried for one text. */
const MOST = 400;

/** What the files around a text are asked by. Paths are absolute and use `/`. */
export interface ProjectFiles {
  /** A file's text; undefined where there is none, or none that can be read. */
  read(path: string): Promise<string | undefined> | string | undefined;
}

/**
 * Answers the look-ups of one text from the files of its project. Nothing outside of the project's folder is read, and no
 * answer is searched for answers of its own: what includes itself does no harm.
 */
export class FileProject implements Project {
  readonly #asked = new Set<string>();

  /**
   * @param path the text's own, absolute.
   * @param root the project's folder.
   */
  constructor(
    readonly path: string,
    readonly root: string,
    readonly files: ProjectFiles,
  ) {}

  /** The places where answers were looked for, found or not: when one of them changes, the answers may. */
  get asked(): ReadonlySet<string> {
    return this.#asked;
  }

  async fetch(_path: string, lookUps: readonly LookUp[]): Promise<Snapshot> {
    const found = new Map<string, OtherFile | undefined>();
    for (const lookUp of lookUps) {
      const id = idOf(lookUp);
      if (!found.has(id)) found.set(id, await this.#find(lookUp));
    }
    return {
      get: (lookUp) => found.get(idOf(lookUp))?.text,
      path: (lookUp) => found.get(idOf(lookUp))?.path,
    };
  }

  async #find({ kind, key }: LookUp): Promise<OtherFile | undefined> {
    if (kind === 'message') return undefined;
    const names = kind === 'component' ? moduleNames(key) : includeNames(key, this.path);
    for (const folder of this.#folders(key)) {
      for (const name of names) {
        if (this.#asked.size >= MOST) return undefined;
        const path = join(folder, name);
        const text = await this.#read(path);
        if (text !== undefined) return { path, text };
      }
    }
    return undefined;
  }

  /** The text's own folder; what is not named from there may lie beneath any folder above. */
  *#folders(key: string): Generator<string> {
    let folder = folderOf(this.path);
    yield folder;
    if (/^\.\.?\//.test(key)) return;
    for (let i = 0; i < HIGHEST && isWithin(folder, this.root); i++) {
      folder = folderOf(folder);
      yield folder;
    }
  }

  async #read(path: string): Promise<string | undefined> {
    if (!isWithin(path, this.root) || path === this.path) return undefined;
    this.#asked.add(path);
    try {
      const text = await this.files.read(path);
      return text === undefined || text.length > LONGEST ? undefined : text;
    } catch {
      return undefined;
    }
  }
}

function idOf({ kind, key }: LookUp): string {
  return `${kind} ${key}`;
}
