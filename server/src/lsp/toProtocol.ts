import {
  type Diagnostic,
  DiagnosticSeverity,
  type Location,
  type Position,
  type Range,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Edit } from '../core/edit.js';
import { LineIndex } from '../core/lineIndex.js';
import type { OtherFile } from '../core/project.js';
import type { Span } from '../core/span.js';
import type { Finding } from '../engine/types.js';
import type { Counts } from '../protocol.js';
import { type Locale, type Severity, severities } from '../rules/rule.js';
import type { Client } from './capabilities.js';
import type { Source } from './documents.js';
import type { Reviewed } from './reviews.js';
import { uriOf } from './uris.js';

/** The only place where offsets become lines and columns, and findings become diagnostics. Both sides count UTF-16 units. */

const lineIndexes = new WeakMap<Source, LineIndex>();

function linesOf(source: Source): LineIndex {
  let lines = lineIndexes.get(source);
  if (!lines) {
    lines = new LineIndex(source.text);
    lineIndexes.set(source, lines);
  }
  return lines;
}

export function toRange(source: Source, { start, end }: Span): Range {
  const lines = linesOf(source);
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

/** A place in a file that the text was read with. */
function locationIn({ path, text }: OtherFile, { start, end }: Span): Location {
  const lines = new LineIndex(text);
  return { uri: uriOf(path), range: { start: lines.positionAt(start), end: lines.positionAt(end) } };
}

export function toSpan(source: Source, { start, end }: Range): Span {
  return { start: toOffset(source, start), end: toOffset(source, end) };
}

export function toOffset(source: Source, position: Position): number {
  return linesOf(source).offsetAt(position);
}

/** What a diagnostic of ours carries in `data`. */
interface DiagnosticData {
  readonly fingerprint: string;
  readonly repairs: readonly string[];
}

const severityOf: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Turns reports into what one client understands. */
export class ToProtocol {
  constructor(
    private readonly client: Client,
    private readonly rulePage: (ruleId: string, locale: Locale) => string,
  ) {}

  diagnostics(reviewed: Reviewed): Diagnostic[] {
    return openFindings(reviewed).map((finding) => this.diagnostic(reviewed, finding));
  }

  diagnostic({ source, locale }: Reviewed, finding: Finding): Diagnostic {
    const data: DiagnosticData = {
      fingerprint: finding.fingerprint,
      repairs: finding.repairs.map((repair) => repair.id),
    };
    const relatedInformation = finding.related.map(({ span, message, file }) => ({
      location: file ? locationIn(file, span) : { uri: source.uri, range: toRange(source, span) },
      message,
    }));
    return {
      range: toRange(source, finding.span),
      severity: severityOf[finding.severity],
      code: finding.ruleId,
      ...(this.client.codeDescription && {
        codeDescription: { href: this.rulePage(finding.ruleId, locale) },
      }),
      source: 'privacylint',
      message: finding.message,
      ...(this.client.relatedInformation && relatedInformation.length > 0 && { relatedInformation }),
      ...(this.client.diagnosticData && { data }),
    };
  }

  /** @param version the edits are for this text and no other. */
  workspaceEdit(source: Source, edits: readonly Edit[]): WorkspaceEdit {
    return this.#edit(
      source,
      edits.map((edit): TextEdit => ({ range: toRange(source, edit.span), newText: edit.text })),
    );
  }

  /** The same, with the first occurrence of a text in what is written left selected, where the client can do that. */
  workspaceEditSelecting(source: Source, edit: Edit, selected: string): WorkspaceEdit {
    const at = edit.text.indexOf(selected);
    if (!this.client.snippetEdits || !this.client.versionedEdits || at < 0)
      return this.workspaceEdit(source, [edit]);
    const before = escapeSnippet(edit.text.slice(0, at));
    const after = escapeSnippet(edit.text.slice(at + selected.length));
    const value = `${before}\${1:${escapeSnippet(selected)}}${after}`;
    return this.#edit(source, [{ range: toRange(source, edit.span), snippet: { kind: 'snippet', value } }]);
  }

  #edit(source: Source, edits: TextDocumentEdit['edits']): WorkspaceEdit {
    const { uri, version } = source;
    if (!this.client.versionedEdits) return { changes: { [uri]: edits as TextEdit[] } };
    return { documentChanges: [{ textDocument: { uri, version }, edits }] };
  }
}

/** The findings that nothing suppresses. */
export function openFindings({ report }: Reviewed): readonly Finding[] {
  return report.findings.filter((finding) => !finding.suppression);
}

export function countFindings(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

export function addCounts(a: Counts, b: Counts): Counts {
  const sums = severities.map((severity) => [severity, a[severity] + b[severity]]);
  return Object.fromEntries(sums) as Record<Severity, number>;
}

/** An id that is the same for the same diagnostics, whatever happened in between: 53 bits of a cyrb53 hash. */
export function resultId(items: readonly Diagnostic[]): string {
  const text = JSON.stringify(items);
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
