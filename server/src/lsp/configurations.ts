import { dialects } from '../dialects/index.js';
import type { KnownNames, LoadedConfiguration } from '../engine/configuration.js';
import { folderOf, isWithin, join } from '../engine/paths.js';
import { purposeNames } from '../knowledge/purposes.js';
import { configurationFileName } from '../protocol.js';
import type { Engine, Host, Ignores } from './host.js';
import type { Settings } from './settings.js';
import { isFile, pathOf, uriOf } from './uris.js';

/** Which configuration applies to which document; read once, and again after `forget`. */
export class Configurations {
  readonly #loaded = new Map<string, Promise<LoadedConfiguration>>();
  readonly #nearest = new Map<string, Promise<string | undefined>>();
  readonly #texts = new Map<string, Promise<string | undefined>>();
  /** Folders share the files above them: each is read once. */
  readonly #files = {
    readFile: (path: string) => remembered(this.#texts, path, () => this.host.readFile(path)),
  };
  readonly #known: KnownNames;
  #folders: readonly string[] = [];

  constructor(
    private readonly engine: Engine,
    private readonly host: Host,
  ) {
    this.#known = {
      rules: engine.rules.map(({ id }) => id),
      dialects: dialects.map(({ id }) => id),
      purposes: [...purposeNames],
    };
  }

  /** Paths of the workspace folders. */
  get folders(): readonly string[] {
    return this.#folders;
  }

  setFolders(uris: readonly string[]): void {
    this.#folders = uris.filter(isFile).map((uri) => pathOf(uri).replace(/(.)\/$/, '$1'));
  }

  /** The workspace folder of a file: the innermost one. */
  folderOf(path: string): string | undefined {
    const around = this.#folders.filter((folder) => isWithin(path, folder));
    return around.sort((a, b) => b.length - a.length)[0];
  }

  /** What applies to a document, the editor's own settings included. */
  async for(uri: string, settings: Settings): Promise<LoadedConfiguration> {
    const path = await this.pathFor(uri, settings);
    const loaded = await this.load(path);
    return Object.keys(settings.rules).length > 0 ? loaded.with({ rules: settings.rules }) : loaded;
  }

  /** The configuration file that applies to a document; undefined where there is none. */
  async pathFor(uri: string, settings: Settings): Promise<string | undefined> {
    return isFile(uri) ? this.#pathFor(pathOf(uri), settings) : undefined;
  }

  load(path: string | undefined): Promise<LoadedConfiguration> {
    return remembered(this.#loaded, path ?? '', () =>
      this.engine.loadConfiguration(path, this.#files, this.#known),
    );
  }

  /** What the configuration of a folder leaves out of it. */
  async ignoring(folder: string, settings: Settings): Promise<Ignores> {
    const loaded = await this.for(uriOf(`${folder}/.`), settings);
    return (path, isFolder) => loaded.ignores(isFolder ? `${loaded.relative(path)}/` : loaded.relative(path));
  }

  /** A configuration file as an editor holds it, saved or not. */
  check(path: string, text: string): Promise<LoadedConfiguration> {
    const readFile = async (asked: string) => (asked === path ? text : this.host.readFile(asked));
    return this.engine.loadConfiguration(path, { readFile }, this.#known);
  }

  /** True where a change of the file may change what applies to others. */
  async dependsOn(path: string): Promise<boolean> {
    if (path.endsWith(`/${configurationFileName}`)) return true;
    const loaded = await Promise.allSettled(this.#loaded.values());
    return loaded.some((one) => one.status === 'fulfilled' && one.value.dependencies.includes(path));
  }

  forget(): void {
    this.#loaded.clear();
    this.#nearest.clear();
    this.#texts.clear();
  }

  #pathFor(path: string, { configuration }: Settings): Promise<string | undefined> {
    const folder = folderOf(path);
    if (configuration !== undefined)
      return Promise.resolve(join(this.folderOf(path) ?? folder, configuration.replaceAll('\\', '/')));
    return remembered(this.#nearest, folder, () => this.engine.nearestConfiguration(path, this.#files));
  }
}

function remembered<T>(cache: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  let value = cache.get(key);
  if (!value) {
    value = make();
    cache.set(key, value);
  }
  return value;
}
