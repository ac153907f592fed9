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
  /** Tell of every mail what it is and how it treats its readers. */
  readonly mails?: boolean;
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

/** Words as written, without their markup, and what they name in the asked locale: “offers”, “your own offers”. */
export interface EvidenceWords {
  readonly words: string;
  readonly names: string;
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
  /** The words that it was read from, as written, each with what it names. */
  readonly evidence?: readonly EvidenceWords[];
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

/** What a mail is, and how it treats its readers. */
export interface MailSummary {
  /** Where it is kept. */
  readonly span: Span;
  readonly kind: 'marketing' | 'transactional' | 'unclear';
  /** False where what it lacks may stand in another file. */
  readonly whole: boolean;
  /** The name of the service that sends it, where one can be told. */
  readonly provider: string | undefined;
  /**
   * How readers stop such mails. `works`: a link, tag or header does it. `hidden`, `dead`: what offers it can hardly be
   * found, or leads nowhere. `by-provider`: the service adds a footer. `elsewhere`: the foot of the mail stands in another
   * file. `none`: not at all, which service mails need not.
   */
  readonly wayOut: 'works' | 'hidden' | 'dead' | 'by-provider' | 'elsewhere' | 'none';
  readonly sender: {
    /** `read`: an address that somebody reads. `no-reply`: nobody does. `answered`: nobody does, and answers go elsewhere. `unseen`: the mail does not name it. */
    readonly state: 'read' | 'no-reply' | 'answered' | 'unseen';
    readonly address: string | undefined;
  };
  /** How many images, tags and options tell who opens it. */
  readonly pixels: number;
  /** What says who sends it: its words, or `elsewhere`, `by-provider`; undefined where nothing does. */
  readonly identity:
    | { readonly by: 'words' | 'elsewhere' | 'by-provider'; readonly words: string }
    | undefined;
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
  /** The mails in it, where they were asked for. */
  readonly mails?: readonly MailSummary[];
}
