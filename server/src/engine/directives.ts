import type { Span } from '../core/span.js';
import type { Doc } from '../model/nodes.js';
import type { Locale, Severity } from '../rules/rule.js';
import type { EmailKind, Ground } from './configuration.js';
import type { Finding } from './types.js';

/** What the comments of one document ask for. Spans are UTF-16 offsets into its text. */
export interface Directives {
  readonly suppressing: readonly SuppressingDirective[];
  /** The kind of mail that a directive declares. */
  readonly email?: EmailKind;
  readonly problems: readonly DirectiveProblem[];
}

export interface SuppressingDirective {
  readonly kind: 'disable-next' | 'disable' | 'disable-file';
  readonly ids: readonly { readonly id: string; readonly span: Span }[];
  readonly reason: string;
  readonly ground?: Ground;
  readonly until?: string;
  /** From its first to its last word. */
  readonly span: Span;
  /** The whole comment, where nothing else stands in it; undefined else. */
  readonly comment?: Span;
  /** Where a finding has to start in order to be covered. */
  readonly covers: readonly Span[];
}

/** Something wrong with a directive, as a message of `directive-problem`. */
export interface DirectiveProblem {
  readonly messageId: string;
  readonly data: Readonly<Record<string, string>>;
  readonly span: Span;
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

export function readDirectives(_doc: Doc): Directives {
  throw new Error('not built yet');
}

/** Marks what directives suppress, and adds what is wrong with them as findings of `directive-problem`, in source order. */
export function applyDirectives(
  _findings: readonly Finding[],
  _directives: Directives,
  _context: DirectiveContext,
): Finding[] {
  throw new Error('not built yet');
}
