import type { Edit } from '../core/edit.js';
import type { LookUp, OtherFile, Project } from '../core/project.js';
import type { Span } from '../core/span.js';
import type { Locale, Severity } from '../rules/rule.js';
import type { Configuration } from './configuration.js';

export interface ReviewInput {
  /** The text under review, already decoded. */
  readonly text: string;
  /** Path with `/`, relative to the configuration's folder where there is one; decides dialect and overrides. */
  readonly path: string;
  /** The editor's language id, where an editor knows it. */
  readonly languageId?: string;
}

export interface ReviewOptions {
  readonly configuration?: Configuration;
  readonly locale?: Locale;
  /** `YYYY-MM-DD`; directives and suppressions with an `until` are judged by it. No date: none has run out. */
  readonly today?: string;
  /** Only these rules run. */
  readonly only?: readonly string[];
  /** Skip texts in which nothing can be found, before parsing. On by default; findings are the same without. */
  readonly prefilter?: boolean;
  readonly project?: Project;
}

export interface Repair {
  readonly id: string;
  readonly title: string;
  readonly safety: 'fix' | 'offer';
  /** What must follow elsewhere. */
  readonly follow?: string;
  readonly edits: readonly Edit[];
}

export interface Suppression {
  readonly by: 'directive' | 'configuration';
  readonly reason: string;
  /** `soft-opt-in`, `b2b` …, from brackets before the reason. */
  readonly ground?: string;
  readonly until?: string;
  readonly span?: Span;
}

/** A place that has to do with a finding. */
export interface Related {
  readonly span: Span;
  readonly message: string;
  /** The file that the span is of, where that is another one than the text under review. */
  readonly file?: OtherFile;
}

/** A company that the configuration's register of recipients lacks. */
export interface RegisterEntry {
  readonly host: string;
  readonly name: string;
}

export interface Finding {
  readonly ruleId: string;
  readonly messageId: string;
  /** In the asked locale: what, why, what to do. */
  readonly message: string;
  readonly severity: Severity;
  readonly span: Span;
  /** A person has to look: what is reported is dynamic. */
  readonly review: boolean;
  readonly related: readonly Related[];
  readonly repairs: readonly Repair[];
  /** It is settled by entering this in the register: an edit of the configuration, which is left to editors. */
  readonly register?: RegisterEntry;
  /** Made of rule and content, not of line numbers: stays the same while other lines change. */
  readonly fingerprint: string;
  readonly suppression?: Suppression;
}

/** Something that no rule could judge, and why; shown once, quietly. */
export interface NotReviewed {
  readonly reason: 'unknown-language' | 'unreadable' | 'rule-failed' | 'too-large' | 'other-file';
  readonly message: string;
  readonly span?: Span;
  readonly ruleId?: string;
}

export interface Report {
  readonly path: string;
  /** Undefined where no dialect reads this kind of file. */
  readonly dialect: string | undefined;
  /** True where the pre-filter saw that nothing can be found. */
  readonly filtered: boolean;
  /** In source order; suppressed ones included. */
  readonly findings: readonly Finding[];
  readonly notReviewed: readonly NotReviewed[];
  /** What was asked of other files. */
  readonly lookUps: readonly LookUp[];
}
