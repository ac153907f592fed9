import type { Configuration, ConfigurationProblem, LoadedConfiguration, Settings } from './configuration.js';
import { compose, globsIn, type Layer } from './configurationMerge.js';
import { problem } from './configurationParse.js';
import { isOver } from './dates.js';
import { choosing, type Globs, ignoring } from './globs.js';
import { folderOf, relativeTo } from './paths.js';

interface Loaded {
  readonly path: string | undefined;
  readonly layers: readonly Layer[];
  readonly problems: readonly ConfigurationProblem[];
  readonly valid: boolean;
  readonly dependencies: readonly string[];
}

/** A configuration as layers, weakest first, of which each file gets those that fit it. */
export class LayeredConfiguration implements LoadedConfiguration {
  readonly path: string | undefined;
  readonly problems: readonly ConfigurationProblem[];
  readonly valid: boolean;
  readonly dependencies: readonly string[];
  readonly #loaded: Loaded;
  /** Every list of globs once, by its patterns. */
  readonly #globs = new Map<string, Globs>();
  readonly #ignored = new Map<string, Globs>();
  /** Configurations by which of the globs match: most files share one. */
  readonly #composed = new Map<string, Configuration>();

  constructor(loaded: Loaded) {
    this.#loaded = loaded;
    this.path = loaded.path;
    this.problems = loaded.problems;
    this.valid = loaded.valid;
    this.dependencies = loaded.dependencies;
    for (const patterns of loaded.layers.flatMap(globsIn))
      this.#globs.set(patterns.join('\n'), choosing(patterns));
  }

  for(filePath: string): Configuration {
    const matching = new Map([...this.#globs].map(([key, g]) => [key, g.matches(filePath)]));
    const outcome = [...matching.values()].map(Number).join('');
    let composed = this.#composed.get(outcome);
    if (!composed) {
      composed = compose(this.#loaded.layers, (patterns) => matching.get(patterns.join('\n')) ?? false);
      this.#composed.set(outcome, composed);
    }
    return composed;
  }

  ignores(filePath: string): boolean {
    const holding = this.#loaded.layers.filter(({ conditions }) =>
      conditions.every((patterns) => this.#globs.get(patterns.join('\n'))?.matches(filePath)),
    );
    const patterns = holding.flatMap(({ settings }) => settings.ignore ?? []);
    if (patterns.length === 0) return false;
    const key = patterns.join('\n');
    const ignored = this.#ignored.get(key) ?? ignoring(patterns);
    this.#ignored.set(key, ignored);
    return ignored.matches(filePath);
  }

  relative(filePath: string): string {
    return this.path === undefined ? filePath : relativeTo(folderOf(this.path), filePath);
  }

  with(settings: Settings): LoadedConfiguration {
    const layers = [...this.#loaded.layers, { path: undefined, conditions: [], settings }];
    return new LayeredConfiguration({ ...this.#loaded, layers });
  }

  expired(today: string): readonly ConfigurationProblem[] {
    return this.#loaded.layers.flatMap(({ path, settings }) =>
      (settings.suppressions ?? []).flatMap(({ until, span }) =>
        path !== undefined && span && until !== undefined && isOver(until, today)
          ? [problem(path, span, 'expired-suppression', { until })]
          : [],
      ),
    );
  }
}
