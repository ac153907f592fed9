import type { ConfigurationProblem } from '../engine/configuration.js';
import { configurationFindings } from '../engine/configurationFindings.js';
import { emptyReport } from '../engine/emptyReport.js';
import { folderOf } from '../engine/paths.js';
import { FileProject } from '../engine/projectFiles.js';
import type { Report, ReviewInput, ReviewOptions } from '../engine/types.js';
import { configurationFileName } from '../protocol.js';
import type { Locale } from '../rules/rule.js';
import { localeOf } from './capabilities.js';
import type { Configurations } from './configurations.js';
import type { Documents, Source } from './documents.js';
import type { Fence } from './fence.js';
import type { Engine, Host } from './host.js';
import type { SettingsStore } from './settings.js';
import { say } from './texts.js';
import { isFile, uriOf } from './uris.js';

/** A text and what a review of it gave. */
export interface Reviewed {
  readonly source: Source;
  readonly report: Report;
  readonly locale: Locale;
  /** What the review was asked; repairing a text asks the same again. Undefined where nothing was asked. */
  readonly asked: { readonly input: ReviewInput; readonly options: ReviewOptions } | undefined;
  readonly problems: readonly ConfigurationProblem[];
  readonly failed: boolean;
}

export interface ReviewEvents {
  started(uri: string): void;
  ended(reviewed: Reviewed): void;
}

interface Held {
  readonly version: number | null;
  result?: Promise<Reviewed>;
  /** Paths of other files that the review has asked for so far, there or not. */
  around: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Reviews texts as settings and configuration say; the last review of each open document is kept. */
export class Reviews {
  readonly #held = new Map<string, Held>();
  readonly #durations = new Map<string, number>();

  constructor(
    private readonly engine: Engine,
    private readonly host: Host,
    private readonly settings: SettingsStore,
    private readonly configurations: Configurations,
    private readonly documents: Documents,
    private readonly fence: Fence,
    private readonly clientLocale: string | undefined,
    private readonly events: ReviewEvents,
  ) {}

  /** Never rejects. Asked twice for one version, it reviews once. */
  of(source: Source): Promise<Reviewed> {
    if (source.version === null) return this.#review(source);
    const held = this.#held.get(source.uri);
    if (held?.result && held.version === source.version) return held.result;
    this.events.started(source.uri);
    const now: Held = { version: source.version, around: NOTHING };
    const result = this.#review(source, now);
    now.result = result;
    this.#held.set(source.uri, now);
    void result.then((reviewed) => {
      if (this.#held.get(source.uri)?.result === result) this.events.ended(reviewed);
    });
    return result;
  }

  /** Milliseconds that the last review of an open document took. */
  duration(uri: string): number {
    return this.#durations.get(uri) ?? 0;
  }

  holds({ uri, version }: Source): boolean {
    return this.#held.get(uri)?.version === version;
  }

  /** Forgets the reviews that depend on another file; the documents they are of. */
  forgetAround(path: string): string[] {
    const found = [...this.#held].filter(([, held]) => held.around.has(path)).map(([uri]) => uri);
    for (const uri of found) this.#held.delete(uri);
    return found;
  }

  forget(uri: string): void {
    this.#held.delete(uri);
    this.#durations.delete(uri);
  }

  /** After a change of settings or configuration nothing holds any more. */
  forgetAll(): void {
    this.#held.clear();
  }

  async locale(): Promise<Locale> {
    return (await this.settings.of()).locale ?? localeOf(this.clientLocale);
  }

  async #review(source: Source, held?: Held): Promise<Reviewed> {
    const locale = await this.locale();
    const blank = { source, locale, asked: undefined, problems: [], failed: false };
    try {
      return { ...blank, ...(await this.#run(source, locale, held)) };
    } catch (error) {
      this.fence.report(`review of ${source.path}`, error);
      const message = say('failed', locale, {
        error: error instanceof Error ? error.message : String(error),
      });
      const notReviewed = [{ reason: 'rule-failed' as const, message }];
      return { ...blank, report: { ...emptyReport(source.path), notReviewed }, failed: true };
    }
  }

  async #run(
    source: Source,
    locale: Locale,
    held: Held | undefined,
  ): Promise<Pick<Reviewed, 'report'> & Partial<Reviewed>> {
    // a file that is not open has its folder's settings: the client is not asked for each
    const folder = source.version === null ? this.configurations.folderOf(source.path) : undefined;
    const settings = await this.settings.of(folder === undefined ? source.uri : uriOf(folder));
    if (!settings.enable) return { report: emptyReport(source.path) };
    if (source.path.endsWith(`/${configurationFileName}`)) return this.#checkConfiguration(source, locale);
    const loaded = await this.configurations.for(source.uri, settings);
    const today = this.host.today();
    const problems = [...loaded.problems, ...loaded.expired(today)];
    const path = isFile(source.uri) ? loaded.relative(source.path) : source.path;
    if (loaded.ignores(path)) return { report: emptyReport(source.path), problems };
    const { text, languageId } = source;
    const input = { text, path, ...(languageId !== undefined && { languageId }) };
    const project = this.#projectAround(source);
    if (project && held) held.around = project.asked;
    const options = { configuration: loaded.for(path), locale, today, ...(project && { project }) };
    const before = this.host.now();
    const report = await this.engine.review(input, options);
    if (source.version !== null) this.#durations.set(source.uri, this.host.now() - before);
    return { report, problems, asked: { input, options } };
  }

  /** What other files of the workspace tell: as an editor holds them, else as they are on disk. */
  #projectAround({ uri, path }: Source): FileProject | undefined {
    const folder = isFile(uri) ? (this.configurations.folderOf(path) ?? folderOf(path)) : undefined;
    if (folder === undefined) return undefined;
    // A link may lead out of the workspace.
    const read = (file: string) => this.documents.at(file)?.text ?? this.host.readWithin(file, folder);
    return new FileProject(path, folder, { read });
  }

  async #checkConfiguration(source: Source, locale: Locale): Promise<Pick<Reviewed, 'report'>> {
    const loaded = await this.configurations.check(source.path, source.text);
    const problems = [...loaded.problems, ...loaded.expired(this.host.today())];
    const own = problems.filter(({ path }) => path === source.path);
    const findings = configurationFindings(own, locale);
    return { report: { ...emptyReport(source.path), findings } };
  }
}
