import type {
  ConfigurationHost,
  ConfigurationProblem,
  KnownNames,
  LoadedConfiguration,
  Reference,
  Settings,
} from './configuration.js';
import type { Layer } from './configurationMerge.js';
import { parseConfiguration, problem } from './configurationParse.js';
import { LayeredConfiguration } from './layeredConfiguration.js';
import { nearest } from './nearest.js';
import { folderOf, foldersUp, isAbsolute, join } from './paths.js';
import { presets } from './presets.js';

export const configurationName = '.privacylint.json';

/**
 * Loads a configuration file and what it extends. Never rejects: what is wrong is in `problems`, and the rest works.
 * Without a path, what applies where there is no configuration.
 */
export async function loadConfiguration(
  path: string | undefined,
  host: ConfigurationHost,
  known: KnownNames,
): Promise<LoadedConfiguration> {
  const loader = new Loader(host, known);
  const layers = path === undefined ? [] : await loader.start(path);
  const { problems, valid, dependencies } = loader;
  return new LayeredConfiguration({ path, layers, problems, valid, dependencies: [...dependencies] });
}

/**
 * The nearest `.privacylint.json` from a file's folder upwards; a relative path is not followed above its beginning.
 * Never rejects: one that is there and cannot be read counts, so that loading it says why.
 */
export async function nearestConfiguration(
  path: string,
  host: ConfigurationHost,
): Promise<string | undefined> {
  for (const folder of foldersUp(path)) {
    const candidate = join(folder, configurationName);
    const found = await host.readFile(candidate).then(
      (text) => text !== undefined,
      () => true,
    );
    if (found) return candidate;
  }
  return undefined;
}

type Read = { readonly text: string } | { readonly missing: true } | { readonly cause: string };

class Loader {
  readonly problems: ConfigurationProblem[] = [];
  readonly dependencies = new Set<string>();
  readonly #reads = new Map<string, Promise<Read>>();
  readonly #host: ConfigurationHost;
  readonly #known: KnownNames;
  readonly #reported = new Set<string>();
  valid = true;

  constructor(host: ConfigurationHost, known: KnownNames) {
    this.#host = host;
    this.#known = known;
  }

  async start(path: string): Promise<Layer[]> {
    const read = await this.#read(path);
    if ('text' in read) return this.#file(path, read.text, [], [path]);
    this.valid = false;
    const [message, cause] =
      'cause' in read ? (['unreadable', read.cause] as const) : (['file-not-found', ''] as const);
    this.problems.push(problem(path, { start: 0, end: 0 }, message, { value: path, cause }));
    return [];
  }

  /** The layers of one file, weakest first. `trail` holds the files that lead here, itself last. */
  async #file(
    path: string,
    text: string,
    conditions: Layer['conditions'],
    trail: readonly string[],
  ): Promise<Layer[]> {
    const { file, problems, valid } = parseConfiguration(text, path, this.#known);
    if (trail.length === 1) this.valid = valid;
    // A file that is reached twice has its problems once.
    if (!this.#reported.has(path)) this.problems.push(...problems);
    this.#reported.add(path);
    const { overrides = [], ...settings } = file;
    const layers = await this.#settings(path, settings, conditions, trail);
    for (const { files, ...override } of overrides) {
      layers.push(...(await this.#settings(path, override, [...conditions, [...files]], trail)));
    }
    return layers;
  }

  async #settings(
    path: string,
    settings: Settings,
    conditions: Layer['conditions'],
    trail: readonly string[],
  ) {
    const layers: Layer[] = [];
    for (const to of settings.extends ?? [])
      layers.push(...(await this.#extended(path, to, conditions, trail)));
    layers.push({ path, conditions, settings });
    return layers;
  }

  async #extended(
    from: string,
    { to, span }: Reference,
    conditions: Layer['conditions'],
    trail: readonly string[],
  ): Promise<Layer[]> {
    const preset = Object.hasOwn(presets, to) ? presets[to] : undefined;
    if (preset) return [{ path: undefined, conditions, ...preset }];
    const complain = (...[message, data]: [Parameters<typeof problem>[2], Record<string, string>]) => {
      const found = problem(from, span, message, { value: to, ...data });
      const again = this.problems.some(
        (p) => p.path === from && p.span.start === span.start && p.messageId === message,
      );
      if (!again) this.problems.push(found);
      return [];
    };
    if (to.startsWith('privacylint:')) {
      const names = Object.keys(presets);
      const near = nearest(to, names);
      return near
        ? complain('unknown-name-near', { near })
        : complain('unknown-preset', { names: names.join(', ') });
    }
    if (isAbsolute(to) || /^[a-z][a-z\d+.-]*:/i.test(to) || to.includes('\\'))
      return complain('not-relative', {});
    const path = join(folderOf(from), to);
    if (trail.includes(path)) {
      return complain('cycle', { chain: [...trail.slice(trail.indexOf(path)), path].join(' → ') });
    }
    const read = await this.#read(path);
    if ('cause' in read) return complain('unreadable', { cause: read.cause });
    if ('missing' in read) return complain('file-not-found', {});
    return this.#file(path, read.text, conditions, [...trail, path]);
  }

  #read(path: string): Promise<Read> {
    this.dependencies.add(path);
    let read = this.#reads.get(path);
    if (!read) {
      read = this.#host.readFile(path).then(
        (text): Read => (text === undefined ? { missing: true } : { text }),
        (error: unknown): Read => ({ cause: error instanceof Error ? error.message : String(error) }),
      );
      this.#reads.set(path, read);
    }
    return read;
  }
}
