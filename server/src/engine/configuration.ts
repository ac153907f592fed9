import type { Span } from '../core/span.js';
import type { ComponentMeaning } from '../dialects/dialect.js';
import type { Severity } from '../rules/rule.js';

export type RuleSetting =
  | 'off'
  | Severity
  | { readonly severity?: 'off' | Severity; readonly options?: Readonly<Record<string, unknown>> };

export const emailKinds = ['marketing', 'transactional'] as const;
export type EmailKind = (typeof emailKinds)[number];

/** Grounds that a suppression may name before its reason. */
export const grounds = [
  'soft-opt-in',
  'b2b',
  'legal-obligation',
  'contract',
  'not-personal-data',
  'false-positive',
] as const;
export type Ground = (typeof grounds)[number];

export const recipientRoles = ['processor', 'controller', 'joint-controller'] as const;

/** A company that receives data, as the register of the configuration names it (GDPR Art. 13(1)(e), 26, 28). */
export interface Recipient {
  readonly name: string;
  readonly role?: (typeof recipientRoles)[number];
  /** `YYYY-MM-DD`, the date of the contract. */
  readonly contract?: string;
}

/** A mail provider that the product does not know, or knows otherwise. Tags are written as they stand in a mail. */
export interface ConfiguredProvider {
  readonly name?: string;
  readonly unsubscribe?: readonly string[];
  readonly preferences?: readonly string[];
  readonly viewOnline?: readonly string[];
  readonly address?: readonly string[];
  /** Hosts that its sign-up forms post to; `*.` stands for any subdomain. */
  readonly formHosts?: readonly string[];
  /** True where it adds a footer with a way out to mails that have none. */
  readonly addsFooter?: boolean;
}

export interface Contact {
  readonly email?: string;
  readonly privacyNotice?: string;
  readonly identity?: string;
  readonly unsubscribe?: string;
}

/** Language (BCP 47 primary subtag) → purpose → words. */
export type Vocabulary = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** What one file is reviewed with: `extends` composed, `overrides` and globs applied. */
export interface Configuration {
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** What a preset makes of a rule's graded severity, before `rules` caps it. */
  readonly raise: Raise;
  readonly email?: EmailKind;
  /** Id of the dialect to read the file with, whatever its name says. */
  readonly dialect?: string;
  readonly provider?: string;
  /** ISO 3166 country codes in lower case, `eu`, or a part of a country such as `us-ca`. */
  readonly jurisdiction: readonly string[];
  readonly audience: 'b2c' | 'b2b';
  readonly contact: Contact;
  /** The site's own hosts; `*.` stands for any subdomain. */
  readonly hosts: readonly string[];
  /** Host → who receives data there. */
  readonly recipients: Readonly<Record<string, Recipient>>;
  /** Import or name → what it stands for. */
  readonly components: Readonly<Record<string, ComponentMeaning>>;
  readonly vocabulary: Vocabulary;
  /** Provider id → provider. */
  readonly providers: Readonly<Record<string, ConfiguredProvider>>;
  /** Purpose of a form → kinds of data that it needs. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** Those that apply to this file. */
  readonly suppressions: readonly ConfiguredSuppression[];
}

export type Raise = Readonly<Partial<Record<Severity, Severity>>>;

/** What applies where no configuration says otherwise. */
export const defaultConfiguration: Configuration = {
  rules: {},
  raise: {},
  jurisdiction: ['eu'],
  audience: 'b2c',
  contact: {},
  hosts: [],
  recipients: {},
  components: {},
  vocabulary: {},
  providers: {},
  fields: {},
  suppressions: [],
};

export interface ConfiguredSuppression {
  readonly fingerprint: string;
  readonly reason: string;
  readonly ground?: Ground;
  /** `YYYY-MM-DD`, the last day on which it holds. */
  readonly until?: string;
  /** Globs; everywhere without. Texts made from one boilerplate share fingerprints. */
  readonly files?: readonly string[];
  /** Where the configuration file says so. */
  readonly span?: Span;
}

/** A configuration that another one builds upon, and where it is named. */
export interface Reference {
  readonly to: string;
  readonly span: Span;
}

/** The keys that a configuration file and its overrides share, as written, with what is wrong left out. */
export interface Settings {
  readonly extends?: readonly Reference[];
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly ignore?: readonly string[];
  /** Glob → kind of mail. */
  readonly email?: Readonly<Record<string, EmailKind>>;
  readonly provider?: string;
  readonly jurisdiction?: readonly string[];
  readonly audience?: 'b2c' | 'b2b';
  readonly contact?: Contact;
  readonly hosts?: readonly string[];
  readonly recipients?: Readonly<Record<string, Recipient>>;
  readonly components?: Readonly<Record<string, ComponentMeaning>>;
  readonly vocabulary?: Vocabulary;
  readonly providers?: Readonly<Record<string, ConfiguredProvider>>;
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  /** Glob → dialect id. */
  readonly dialects?: Readonly<Record<string, string>>;
  readonly suppressions?: readonly ConfiguredSuppression[];
}

export interface Override extends Settings {
  readonly files: readonly string[];
}

/** One `.privacylint.json`. */
export interface ConfigurationFile extends Settings {
  readonly overrides?: readonly Override[];
}

/** Names that a configuration may use. A list that is left out is not checked against. */
export interface KnownNames {
  readonly rules: readonly string[];
  readonly dialects?: readonly string[];
  readonly providers?: readonly string[];
  readonly purposes?: readonly string[];
}

/** Something wrong in a configuration, where it stands. */
export interface ConfigurationProblem {
  readonly path: string;
  /** A message of the built-in rule `configuration-problem`. */
  readonly messageId: string;
  readonly data: Readonly<Record<string, string>>;
  /** In English; `configurationFindings` says it in the reader's language. */
  readonly message: string;
  readonly span: Span;
}

/** How configuration files are reached. Paths use `/`. */
export interface ConfigurationHost {
  /** The decoded text; undefined where there is no such file. A rejection means that it is there and cannot be read. */
  readFile(path: string): Promise<string | undefined>;
}

/** A configuration file with all that it extends. */
export interface LoadedConfiguration {
  /** The file itself; undefined where there is none. */
  readonly path: string | undefined;
  /** False where the file could not be read, or holds no JSON object. */
  readonly valid: boolean;
  /** Of this file and of those that it extends. */
  readonly problems: readonly ConfigurationProblem[];
  /** Every file that was asked for, missing ones included: when one of them changes, load anew. */
  readonly dependencies: readonly string[];
  /** @param filePath relative to the configuration's folder. Equal settings give the same object. */
  for(filePath: string): Configuration;
  /** @param filePath relative to the configuration's folder; a folder's path ends with `/`. */
  ignores(filePath: string): boolean;
  /** The path of a file as `for` and `ignores` want it. @param filePath named as `path` is: both absolute, or both relative to one folder. */
  relative(filePath: string): string;
  /** The same, with further settings that win over the file's (command line, editor). */
  with(settings: Settings): LoadedConfiguration;
  /** Suppressions that no longer hold on a day, `YYYY-MM-DD`, as problems. */
  expired(today: string): readonly ConfigurationProblem[];
}
