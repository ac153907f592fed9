import { builtinRules } from '../engine/builtinRules.js';
import { configurationFindings } from '../engine/configurationFindings.js';
import { severityIn } from '../engine/severity.js';
import { comparePaths } from '../node/files.js';
import { product } from '../node/product.js';
import { placeReport } from '../report/place.js';
import { summarize } from '../report/summary.js';
import type { FileResult, Run } from '../report/types.js';
import { rules } from '../rules/index.js';
import type { CheckOptions } from './checkOptions.js';
import { Configurations } from './configurations.js';
import { writeReports } from './output.js';
import { Root } from './paths.js';
import { Progress } from './progress.js';
import { Reviewer } from './reviewer.js';
import { Stats } from './stats.js';
import type { Terminal } from './terminal.js';

/** One run of `check`: what it reviews with, and what has come of it so far. */
export class Session {
  readonly stats = new Stats();
  readonly progress: Progress;
  readonly reviewer: Reviewer;
  readonly #files: FileResult[] = [];
  readonly #unreadable: { path: string; message: string }[] = [];
  #failed = false;

  private constructor(
    readonly root: Root,
    readonly configurations: Configurations,
    readonly options: CheckOptions,
    readonly terminal: Terminal,
  ) {
    this.progress = new Progress(terminal, options.locale, options.progress);
    this.reviewer = new Reviewer(options, configurations, root, (file, message) =>
      this.complain(file, message),
    );
  }

  /** @param names what is reviewed, as it was named. @throws UsageError where `--config` names no configuration. */
  static async open(names: readonly string[], options: CheckOptions, terminal: Terminal): Promise<Session> {
    const root = Root.of(names, process.cwd());
    const configurations = new Configurations(options.configuration, options.rules, root);
    await configurations.check();
    return new Session(root, configurations, options, terminal);
  }

  get failed(): boolean {
    return this.#failed;
  }

  add(result: FileResult, bytes: number, filtered: boolean): void {
    this.#files.push(ownCopy(result));
    const read = !result.notReviewed.some(({ reason }) => reason === 'unknown-language');
    this.stats.add({ path: result.path, bytes, filtered, read });
  }

  /** Tells of trouble with a file at once. */
  complain(file: string, message: string): void {
    this.progress.clear();
    this.terminal.problem(`${this.root.name(file)}: ${message}`);
  }

  /** Notes for the reports that a file was left out. */
  cannotRead(file: string, message: string): void {
    this.#unreadable.push({ path: this.root.name(file), message });
  }

  /** Something that was asked for cannot be done; the rest goes on. */
  fail(): void {
    this.#failed = true;
  }

  /** Writes the reports. @returns the exit code. */
  async close(): Promise<number> {
    this.progress.clear();
    if (this.#files.length === 0 && this.#unreadable.length > 0) this.fail();
    const run = await this.run();
    if (!(await writeReports(run, this.options, this.terminal))) this.fail();
    if (this.options.stats) this.stats.tell(this.terminal, this.options.locale);
    return this.exitCode(run);
  }

  async run(): Promise<Run> {
    const files = [...this.#files, ...(await this.#configurationFiles())];
    return {
      get product() {
        return product();
      },
      locale: this.options.locale,
      rootUri: this.root.uri,
      rules: [...rules, ...builtinRules],
      files: files.sort((a, b) => comparePaths(a.path, b.path)),
      unreadable: this.#unreadable,
      trial: this.options.repair === 'trial',
      successful: !this.#failed,
    };
  }

  exitCode(run: Run): number {
    if (this.#failed) return 2;
    const { exitZero, maxWarnings } = this.options;
    const { error, warning } = summarize(run);
    const tooMany = maxWarnings !== undefined && warning > maxWarnings;
    return !exitZero && (error > 0 || tooMany) ? 1 : 0;
  }

  /** What is wrong in configuration files, each reported where it stands. */
  async #configurationFiles(): Promise<FileResult[]> {
    const { locale, today } = this.options;
    const results: FileResult[] = [];
    for (const { path: file, text, problems } of await this.configurations.problems(today)) {
      const name = this.root.name(file);
      const folder = await this.configurations.for(file);
      const severity = severityIn(folder.of(file), 'configuration-problem', 'warning');
      if (severity === 'off') continue;
      // Their fingerprints are made of the path too: it must not name this machine.
      const findings = configurationFindings(
        problems.map((p) => ({ ...p, path: name })),
        locale,
        severity,
      );
      results.push(placeReport(name, text, { dialect: undefined, findings, notReviewed: [] }));
    }
    return results;
  }
}

/**
 * What is kept of a file until the reports are written. Its words are cut out of the file's text, and V8 keeps a text as long
 * as any piece of it; a copy that went through JSON is made of strings of its own. Measured on 1,000 mails and forms that
 * all have findings: 44 MB alive at the end became 38.
 */
function ownCopy(result: FileResult): FileResult {
  const { findings, notReviewed, repaired, mails } = result;
  const isEmpty = !findings.length && !notReviewed.length && !repaired.length && !mails;
  return isEmpty ? result : (JSON.parse(JSON.stringify(result)) as FileResult);
}
