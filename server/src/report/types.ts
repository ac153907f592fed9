import type { EvidenceWords, MailSummary } from '../engine/types.js';
import type { Locale, Severity } from '../rules/rule.js';
import type { DocumentedRule } from './ruleText.js';

/** A place as readers and report formats name it. Lines and columns count from 1, columns in UTF-16 units; the end column is excluded. */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** UTF-16 units from the beginning of the text, a byte order mark left out. */
  readonly charOffset: number;
  readonly charLength: number;
}

export interface PlacedFinding {
  readonly ruleId: string;
  readonly messageId: string;
  readonly message: string;
  readonly severity: Severity;
  readonly region: Region;
  /** A person has to look. */
  readonly review: boolean;
  readonly fingerprint: string;
  readonly related: readonly PlacedRelated[];
  readonly evidence?: readonly EvidenceWords[];
  readonly repairs: readonly PlacedRepair[];
  readonly suppression?: PlacedSuppression;
}

export interface PlacedRelated {
  readonly region: Region;
  readonly message: string;
  /** The file that the region is of, where that is another one. */
  readonly path?: string;
}

export interface PlacedRepair {
  readonly id: string;
  readonly title: string;
  readonly safety: 'fix' | 'offer';
  readonly follow?: string;
  readonly edits: readonly { readonly region: Region; readonly text: string }[];
}

export interface PlacedSuppression {
  readonly by: 'directive' | 'configuration';
  readonly reason: string;
  readonly ground?: string;
  readonly until?: string;
  readonly region?: Region;
}

/** Something that was not judged; without a region, the whole file. */
export interface PlacedNote {
  readonly reason: string;
  readonly message: string;
  readonly region?: Region;
  readonly ruleId?: string;
}

export interface FileResult {
  /** With `/`, relative to the run's root where it lies beneath it; else absolute. */
  readonly path: string;
  readonly dialect?: string;
  /** In source order; suppressed ones included. */
  readonly findings: readonly PlacedFinding[];
  readonly notReviewed: readonly PlacedNote[];
  /** Repairs that were made, or in a trial run would be; the findings are those that remain. */
  readonly repaired: readonly { readonly ruleId: string; readonly title: string }[];
  /** The mails in it, where a format tells of them. */
  readonly mails?: readonly PlacedMail[];
}

/** What a mail is and how it treats its readers, with the line that it begins in. */
export interface PlacedMail extends Omit<MailSummary, 'span'> {
  readonly line: number;
}

/** All that a report is made of. */
export interface Run {
  readonly product: ReportedProduct;
  readonly locale: Locale;
  /** `file:` URI of the folder that paths are relative to, with a slash at its end. */
  readonly rootUri: string;
  readonly rules: readonly DocumentedRule[];
  /** In the order of their paths. */
  readonly files: readonly FileResult[];
  /** Files that could be named but not read, and why. */
  readonly unreadable: readonly { readonly path: string; readonly message: string }[];
  /** Repairs were only tried. */
  readonly trial: boolean;
  /** False where something that was asked for could not be done. */
  readonly successful: boolean;
}

/** The product that made the report. */
export interface ReportedProduct {
  readonly version: string;
  /** The product's page, where it has one. */
  readonly homepage: string | undefined;
  /** URI of a rule's page. */
  rulePage(ruleId: string): string;
}

export interface RenderOptions {
  readonly color: boolean;
  /** Columns that running text may take. */
  readonly width: number;
  /** Findings only. */
  readonly quiet: boolean;
}

/** Makes a run's report as one text, a line end at its end where it is not empty. */
export type Renderer = (run: Run, options: RenderOptions) => string;
