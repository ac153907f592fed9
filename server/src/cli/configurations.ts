import * as fs from 'node:fs';
import * as path from 'node:path';
import { dialects } from '../dialects/index.js';
import {
  type Configuration,
  type ConfigurationProblem,
  defaultConfiguration,
  type KnownNames,
  type LoadedConfiguration,
  type RuleSetting,
} from '../engine/configuration.js';
import { purposeNames } from '../knowledge/purposes.js';
import { decode } from '../node/encoding.js';
import { codeOf } from '../node/files.js';
import { configurationFileName } from '../protocol.js';
import { rules } from '../rules/index.js';
import { type Arguments, UsageError } from './arguments.js';
import { type Root, slashes } from './paths.js';

/** Which configuration file applies: each file's nearest, none, or one for all. */
export type ConfigurationChoice =
  | { readonly from: 'nearest' | 'none' }
  | { readonly from: 'file'; readonly file: string };

/** @throws UsageError */
export function configurationChoice(args: Arguments): ConfigurationChoice {
  const file = args.value('config');
  if (file !== undefined && args.has('no-config'))
    throw new UsageError('--config and --no-config exclude each other');
  if (file !== undefined) return { from: 'file', file };
  return { from: args.has('no-config') ? 'none' : 'nearest' };
}

/** What applies to the files in one folder. */
export class FolderConfiguration {
  constructor(
    /** Undefined where no configuration file applies. */
    readonly loaded: LoadedConfiguration | undefined,
    private readonly otherwise: Configuration,
    private readonly root: Root,
  ) {}

  /** A file's path as the engine wants it. Without a configuration, what lies above the root must not matter. */
  relative(file: string): string {
    return this.loaded ? this.loaded.relative(slashes(file)) : this.root.name(file);
  }

  of(file: string): Configuration {
    return this.loaded ? this.loaded.for(this.relative(file)) : this.otherwise;
  }

  ignores(file: string, isFolder: boolean): boolean {
    return this.loaded?.ignores(isFolder ? `${this.relative(file)}/` : this.relative(file)) ?? false;
  }
}

/** Loads configuration files, each once, and remembers which folder has which. */
export class Configurations {
  readonly #choice: ConfigurationChoice;
  readonly #rules: Readonly<Record<string, RuleSetting>>;
  readonly #known: KnownNames = {
    rules: rules.map(({ id }) => id),
    dialects: dialects.map(({ id }) => id),
    purposes: [...purposeNames],
  };
  readonly #root: Root;
  readonly #texts = new Map<string, string | undefined>();
  readonly #folders = new Map<string, Promise<FolderConfiguration>>();
  readonly #loaded = new Map<string, Promise<LoadedConfiguration>>();

  /** @param rules settings that win over every file's. */
  constructor(choice: ConfigurationChoice, rules: Readonly<Record<string, RuleSetting>>, root: Root) {
    this.#choice = choice;
    this.#rules = rules;
    this.#root = root;
  }

  /** @throws UsageError where `--config` names what is no configuration: nothing can be reviewed as asked. */
  async check(): Promise<void> {
    if (this.#choice.from !== 'file') return;
    const { file } = this.#choice;
    const absolute = path.resolve(file);
    let cause: string | undefined;
    try {
      if (this.#read(slashes(absolute)) === undefined) cause = 'there is no such file';
    } catch (error) {
      cause = `it cannot be read (${error instanceof Error ? error.message : error})`;
    }
    if (cause === undefined) {
      const { valid, problems } = await this.#load(absolute);
      if (!valid) cause = problems[0]?.message ?? 'it is no configuration';
    }
    if (cause !== undefined) throw new UsageError(`--config ${file}: ${cause}`);
  }

  /** @param file absolute. */
  for(file: string): Promise<FolderConfiguration> {
    return this.folder(path.dirname(file));
  }

  /** @param folder absolute. */
  folder(folder: string): Promise<FolderConfiguration> {
    const found = this.#folders.get(folder) ?? this.#find(folder);
    this.#folders.set(folder, found);
    return found;
  }

  /** What is wrong in the files that were used, with the text that each problem's span belongs to, by path. */
  async problems(today: string): Promise<{ path: string; text: string; problems: ConfigurationProblem[] }[]> {
    const byPath = new Map<string, ConfigurationProblem[]>();
    for (const loading of this.#loaded.values()) {
      const loaded = await loading;
      for (const problem of [...loaded.problems, ...loaded.expired(today)]) {
        const list = byPath.get(problem.path) ?? [];
        if (!list.some((p) => p.messageId === problem.messageId && p.span.start === problem.span.start)) {
          byPath.set(problem.path, [...list, problem]);
        }
      }
    }
    return [...byPath].map(([file, problems]) => ({
      path: file,
      text: this.#texts.get(file) ?? '',
      problems,
    }));
  }

  async #find(folder: string): Promise<FolderConfiguration> {
    const none = () => this.#folderConfiguration(undefined);
    if (this.#choice.from === 'none') return none();
    if (this.#choice.from === 'file') return this.#folderConfiguration(path.resolve(this.#choice.file));
    // The nearest upward: the folder's own, else that of the folder above, which is asked once for all beneath it.
    const own = path.join(folder, configurationFileName);
    if (fs.existsSync(own)) return this.#folderConfiguration(own);
    const above = path.dirname(folder);
    return above === folder ? none() : this.folder(above);
  }

  async #folderConfiguration(file: string | undefined): Promise<FolderConfiguration> {
    const otherwise = { ...defaultConfiguration, rules: this.#rules };
    return new FolderConfiguration(
      file === undefined ? undefined : await this.#load(file),
      otherwise,
      this.#root,
    );
  }

  #load(file: string): Promise<LoadedConfiguration> {
    const found = this.#loaded.get(file) ?? this.#loadAnew(slashes(file));
    this.#loaded.set(file, found);
    return found;
  }

  /** The reader of configurations is loaded with the first of them. */
  async #loadAnew(file: string): Promise<LoadedConfiguration> {
    const { loadConfiguration } = await import('../engine/configurationLoad.js');
    const host = { readFile: async (asked: string) => this.#read(asked) };
    const loaded = await loadConfiguration(file, host, this.#known);
    return Object.keys(this.#rules).length > 0 ? loaded.with({ rules: this.#rules }) : loaded;
  }

  /** @throws Error with a word for people where the file is there and cannot be read. */
  #read(file: string): string | undefined {
    if (!this.#texts.has(file)) this.#texts.set(file, readText(file));
    return this.#texts.get(file);
  }
}

function readText(file: string): string | undefined {
  let bytes: Buffer;
  try {
    bytes = fs.readFileSync(file);
  } catch (error) {
    const { code = '' } = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new Error(code === 'EISDIR' ? 'it is a folder' : code);
  }
  // What holds no text is no JSON either, and the engine says so.
  return decode(bytes)?.text ?? '\0';
}
