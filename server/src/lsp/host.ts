import type { Edit } from '../core/edit.js';
import type { ConfigurationHost, KnownNames, LoadedConfiguration } from '../engine/configuration.js';
import type { Finding, RegisterEntry, Report, ReviewInput, ReviewOptions } from '../engine/types.js';
import type { Locale, Rule } from '../rules/rule.js';

export type Ignores = (path: string, isFolder: boolean) => boolean;

/** What the server needs of the machine it runs on; the only way to files and clocks. Paths are absolute and use `/`. */
export interface Host {
  /** The decoded text; undefined where there is no such file. Rejects where there is one that cannot be read. */
  readFile(path: string): Promise<string | undefined>;
  /** The text of a file that another one is read with; undefined where there is none, or where it lies outside of a folder. */
  readWithin(path: string, folder: string): string | undefined;
  /**
   * Files below a folder whose names end in one of the endings; leaves out what `.gitignore` does.
   * @param ignoring what else to leave out of one folder on the way.
   */
  listFiles(
    folder: string,
    endings: readonly string[],
    ignoring: (folder: string) => Promise<Ignores>,
  ): AsyncIterable<string>;
  /** `YYYY-MM-DD`, where the user is. */
  today(): string;
  /** Milliseconds, for durations. */
  now(): number;
  /** URI of a rule's page in a language. */
  rulePage(ruleId: string, locale: Locale): string;
  readonly version: string;
}

/** What hovers and explanations say of a rule, the engine's own ones included. */
export type RuleTexts = Pick<Rule, 'id' | 'what' | 'why' | 'remedy' | 'basis' | 'exceptions'> & {
  readonly examples: Readonly<
    Record<'bad' | 'good', readonly { readonly language: string; readonly code: string }[]>
  >;
};

/** The engine as the server uses it; tests put another one in its place. */
export interface Engine {
  review(input: ReviewInput, options: ReviewOptions): Promise<Report>;
  readonly rules: readonly RuleTexts[];
  loadConfiguration(
    path: string | undefined,
    host: ConfigurationHost,
    known: KnownNames,
  ): Promise<LoadedConfiguration>;
  /** Repairs a text as far as that is safe. */
  fixText(input: ReviewInput, options: ReviewOptions): Promise<{ readonly edits: readonly Edit[] }>;
  /** The edit that writes a directive before a finding; undefined where no comment can stand there. */
  suppress(
    input: ReviewInput,
    options: ReviewOptions,
    finding: Finding,
    reason: string,
  ): Promise<Edit | undefined>;
  /** The edits that enter a company in a configuration's register of recipients. */
  register(configuration: string, entry: RegisterEntry): readonly Edit[];
  nearestConfiguration(path: string, host: ConfigurationHost): Promise<string | undefined>;
}
