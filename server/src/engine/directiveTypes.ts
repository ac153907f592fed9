import type { Edit } from '../core/edit.js';
import type { Span } from '../core/span.js';
import type { Locale, Severity } from '../rules/rule.js';
import type { EmailKind, Ground } from './configuration.js';
import type { DirectiveMessage, DirectiveRepair } from './directiveMessages.js';

/** What the comments of one document ask for. Spans are UTF-16 offsets into its text. */
export interface Directives {
  readonly suppressing: readonly SuppressingDirective[];
  /** The kind of mail that a directive declares. */
  readonly email?: EmailKind;
  readonly problems: readonly DirectiveProblem[];
}

export interface SuppressingDirective {
  readonly kind: 'disable-next' | 'disable' | 'disable-file';
  readonly ids: readonly DirectiveId[];
  /** Empty where none is given. */
  readonly reason: string;
  /** Where the colon before the reason stands. */
  readonly colon: number | undefined;
  /** Where a reason that is missing would be written. */
  readonly reasonAt: number;
  readonly ground?: Ground;
  /** `YYYY-MM-DD`, the last day on which it holds. */
  readonly until?: string;
  /** From its first to its last word. */
  readonly span: Span;
  /** The edits that take it away, with what belongs to it alone: its comment, its line, its `enable`. */
  readonly removal: readonly Edit[];
}

export interface DirectiveId {
  readonly id: string;
  readonly span: Span;
  /** A finding that starts in one of these is meant; an end at the text's end counts as in. */
  readonly covers: readonly Span[];
}

/** Something wrong with a directive. */
export interface DirectiveProblem {
  readonly message: DirectiveMessage;
  readonly data: Readonly<Record<string, string>>;
  readonly span: Span;
  /** Where it differs from the rule's default. */
  readonly severity?: Severity;
  readonly repairs?: readonly {
    readonly use: DirectiveRepair;
    readonly edits: readonly Edit[];
    readonly data?: Readonly<Record<string, string>>;
  }[];
}

export interface DirectiveContext {
  readonly text: string;
  /** Ids of all rules, built-in ones included. */
  readonly rules: readonly string[];
  /** Ids of the rules that ran to their end: only of these can it be said that a directive is not needed. */
  readonly ran: ReadonlySet<string>;
  readonly locale: Locale;
  /** `YYYY-MM-DD`. */
  readonly today?: string;
  /** Severity of `directive-problem` as configured, from the graded one. */
  readonly severity: (graded: Severity) => Severity | 'off';
}
